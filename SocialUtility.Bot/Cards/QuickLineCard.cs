using System.Globalization;
using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// What was understood of typed lines, before anything is written: one choice a line, which one tap changes, and one
/// « Enregistrer » for all.
/// </summary>
public static class QuickLineCard
{
    /// <summary>« Ne pas enregistrer cette ligne ».</summary>
    public const string Drop = "non";

    public const string Who = "pour";

    /// <summary>Up to so many lines each shows its choices open; more, and a card would be too long for a phone.</summary>
    private const int MostOpen = 3;

    public static string Line(int index) => string.Create(CultureInfo.InvariantCulture, $"ligne{index}");

    public static string Why(int index) => string.Create(CultureInfo.InvariantCulture, $"mot{index}");

    public static AdaptiveCard For(Session session, PendingLines pending, RuleBook book, string? forWhom, IReadOnlyList<Member> team, IReadOnlyList<string> slips)
    {
        var words = session.Words;
        var mark = CardMark.Of(pending.Version);
        (string, object)[] fields = [("message", pending.Id)];
        var single = pending.Lines is [var only] ? only : null;
        List<AdaptiveElement> body = [];
        if (single is not null)
        {
            One(session, single, book, body);
        }
        else
        {
            body.Add(Context(Plain(session.Association.Name)));
            body.Add(Heading(words["quick.several"]));
            foreach (var (index, line) in pending.Lines.Index())
            {
                body.Add(Several(session, line, index, book, pending.Lines.Count > MostOpen));
            }
        }

        if (pending.Beyond > 0)
        {
            body.Add(Text(words.Say("quick.beyond", pending.Beyond)));
        }

        if (forWhom is not null)
        {
            body.Add(Detail(words.Say("quick.for", Plain(forWhom))));
        }

        if (team.Count > 0)
        {
            var who = Choices(Who, words["quick.for.label"], team.Select(member => (member.Person.Mark, member.Name!)));
            who.Style = AdaptiveChoiceInputStyle.Compact;
            body.Add(who);
        }

        foreach (var slip in slips)
        {
            body.Add(Grey(Bold(Plain(slip))));
        }

        body.Add(Detail(words[pending.HasChoices ? "quick.nothing-yet" : "quick.nothing"]));
        return Card(words, Fallback(session, pending), body, Buttons(session, pending, single, mark, fields));
    }

    /// <summary>In the place of the card: nothing was recorded.</summary>
    public static AdaptiveCard Dropped(Session session) =>
        Card(session.Words, session.Words["quick.dropped"], [Context(Plain(session.Association.Name)), Heading(session.Words["quick.dropped"])]);

    private static IEnumerable<AdaptiveAction> Buttons(Session session, PendingLines pending, PendingLine? single, CardMark mark, (string, object)[] fields)
    {
        var words = session.Words;
        if (!pending.HasChoices)
        {
            yield break;
        }

        yield return Send(words["button.record"], "quick.record", mark, fields).First();
        if (single is { IsUnderstood: true })
        {
            yield return Send(words["button.correct"], "quick.correct", mark, fields);
        }

        yield return Tap(words[single is { IsUnderstood: false } ? "quick.button.not-one" : "quick.button.drop"], "quick.drop", mark, fields);
        if (pending is { AsksWho: false, For: null })
        {
            yield return Tap(words["quick.button.for"], "quick.for", mark, fields).Rare();
        }
    }

    private static void One(Session session, PendingLine line, RuleBook book, List<AdaptiveElement> body)
    {
        var words = session.Words;
        body.Add(Context(line.Text.Length > 0 ? words.Say("quick.wrote", words.Quoted(Plain(line.Text))) : Plain(session.Association.Name)));
        if (!line.IsUnderstood)
        {
            body.Add(Heading(line.State switch
            {
                "choose.Indicator" when line.Options.Select(option => option.Indicator).Distinct().Count() > 1 => words.Say("quick.which", Amount(session, line.Options[0], false)),
                _ when line.State.StartsWith("choose.", StringComparison.Ordinal) => words["quick.is-it"],
                _ when line.State.StartsWith("refused.", StringComparison.Ordinal) => words["quick.refused"],
                _ => words["quick.unknown"],
            }));
            body.Add(Text(Told(session, line)));
        }
        else if (line.Options is [var meant, ..] && meant.IndicatorIn(session) is { } indicator)
        {
            body.Add(Heading($"{Plain(indicator.Name)}{words["colon"]}{words.Amount(meant.Figure.Amount, indicator)}"));
            body.Add(Facts(
                (words["quick.fact.period"], words.Opening(words.Period(meant.Period))),
                (words["recorded.fact.share"], meant.Figure.Numerator is not null ? words.Share(meant.Figure) : null),
                (words["quick.fact.written"], meant.Converted is { } written ? Plain(written) : null),
                (words["recorded.fact.how"], meant.Figure.Certainty is { } certainty ? words.Opening(words.Certainty(certainty)) : null),
                (words["recorded.fact.context"], meant.Context is { } context ? Plain(context) : null),
                (words["quick.fact.standing"], book.Page.Find(indicator.Id, meant.Period)?.Standing is { } standing ? words.Reading(standing.Reading, indicator) : null),
                Before(session, book, indicator, meant)));
        }

        foreach (var element in Asking(session, line, 0, book, alone: true, compact: false))
        {
            body.Add(element);
        }
    }

    private static AdaptiveContainer Several(Session session, PendingLine line, int index, RuleBook book, bool compact)
    {
        var words = session.Words;
        List<AdaptiveElement> items = [];
        if (line.IsUnderstood && line.Options is [var meant, ..] && meant.IndicatorIn(session) is { } indicator)
        {
            items.Add(Bold($"{Plain(indicator.Name)}{words["colon"]}{words.Amount(meant.Figure.Amount, indicator)}"));
            items.Add(Detail(words.Say("quick.wrote", words.Quoted(Plain(line.Text))), AdaptiveSpacing.None));
        }
        else
        {
            items.Add(Bold(line.Text.Length > 0 ? words.Quoted(Plain(line.Text)) : words["quick.refused"]));
            items.Add(Detail(Told(session, line), AdaptiveSpacing.None));
        }

        items.AddRange(Asking(session, line, index, book, alone: false, compact));
        return Grey(items);
    }

    /// <summary>The choice of a line, what stands against it, and a field for a word of why.</summary>
    private static IEnumerable<AdaptiveElement> Asking(Session session, PendingLine line, int index, RuleBook book, bool alone, bool compact)
    {
        var words = session.Words;
        if (line.Options.Count == 0)
        {
            yield break;
        }

        if (line.IsUnderstood && Question(session, book, line.Options[0]) is { } question)
        {
            yield return Text(Plain(question), AdaptiveSpacing.Small);
        }

        // One thing alone, with no doubt about it, needs no choice: the buttons say all.
        if (!alone || line.Options.Count > 1 || line.MustChoose || !line.IsUnderstood)
        {
            List<(string, string)> choices = [.. line.Options.Index().Select(option => (option.Index.ToString(CultureInfo.InvariantCulture), Choice(session, line, option.Item)))];
            if (!alone || (line.MustChoose && line.IsUnderstood))
            {
                choices.Add((Drop, words["quick.drop-line"]));
            }

            var input = Choices(Line(index), words[line.MustChoose || !alone ? "quick.keep.label" : line.IsUnderstood ? "quick.period.label" : "quick.which.label"], choices);
            input.Style = compact || choices.Count > 7 ? AdaptiveChoiceInputStyle.Compact : AdaptiveChoiceInputStyle.Expanded;
            input.Value = line.MustChoose ? null : line.IsUnderstood ? "0" : alone ? null : Drop;
            if (line.MustChoose || (alone && !line.IsUnderstood))
            {
                (input.IsRequired, input.ErrorMessage) = (true, words["slip.no-choice"]);
            }

            yield return input;
        }

        if ((line.Options[0].Asked & (Sure.History | Sure.Unexplained)) != 0)
        {
            yield return Input(Why(index), words[line.Options[0].Asked.HasFlag(Sure.Unexplained) ? "quick.because.label" : "value.doubt.why"], Domain.Texts.ShortText);
        }
    }

    private static string Choice(Session session, PendingLine line, PendingValue option)
    {
        var words = session.Words;
        var period = words.Opening(words.Period(option.Period));
        if (line.IsUnderstood)
        {
            return option.Asked == Sure.Nothing ? period : words.Say("quick.yes", Amount(session, option, true), words.ThePeriod(option.Period));
        }

        return option.IndicatorIn(session) is { } indicator ? words.Say("quick.choice", Plain(indicator.Name), Amount(session, option, true), words.Period(option.Period)) : period;
    }

    /// <summary>What is asked about a value: it surprises, it is zero, something stands already.</summary>
    private static string? Question(Session session, RuleBook book, PendingValue option)
    {
        var words = session.Words;
        if (option.Asked == Sure.Nothing || option.IndicatorIn(session) is not { } indicator)
        {
            return null;
        }

        if (option.Asked.HasFlag(Sure.Unexplained) && book.Page.Find(indicator.Id, option.Period)?.Standing is { } standing)
        {
            return words.Say("quick.standing", words.Opening(words.ThePeriod(option.Period)), words.Reading(standing.Reading, indicator));
        }

        return book.Judge(option.Recording(session, indicator, null, null, Sure.Unexplained)) is Judgement.Asks { Doubts: [var doubt, ..], Recording: var recording } ? ValueWriting.Ask(session, doubt, recording) : null;
    }

    /// <summary>« Octobre : 445 kg », what was given last.</summary>
    private static (string, string?) Before(Session session, RuleBook book, Indicator indicator, PendingValue option)
    {
        var last = book.Page.Of(indicator.Id).LastOrDefault(reading => reading.Period < option.Period && reading.Reading is Reading.Figure);
        return (last is null ? "" : session.Words.Opening(session.Words.ShortPeriod(last.Period)), last is null ? null : session.Words.Reading(last.Reading, indicator));
    }

    private static string Told(Session session, PendingLine line)
    {
        var words = session.Words;
        var about = line.About is { } id ? ValueHearing.IndicatorOf(session, id) : line.Options is [var first, ..] ? first.IndicatorIn(session) : null;
        return line.State switch
        {
            "choose.Indicator" => words[line.Options.Select(option => option.Indicator).Distinct().Count() > 1 ? "quick.choose.several" : "quick.choose.one"],
            "choose.Period" when about is not null => words.Say("quick.choose.period", Plain(about.Name), words.Frequency(about.Frequency)),
            "choose.Figure" => words["quick.choose.figure"],
            "why.NoIndicator" when line.Options.Count == 0 => words["quick.unknown.alone"],
            "why.OtherUnit" when about is { Kind: Kind.Scale } => words.Say("quick.why.scale", Plain(about.Name)),
            "why.OtherUnit" when about is { Kind: Kind.Percentage } => words.Say("quick.why.percentage", Plain(about.Name)),
            "why.OtherUnit" when about is { Unit.Length: > 0 } => words.Say("quick.why.unit", Plain(about.Name), Plain(about.Unit)),
            ['r', ..] => words["quick.refused." + line.State.Split('.')[^1]],
            _ => words["quick.why." + line.State.Split('.')[^1]],
        };
    }

    private static string Amount(Session session, PendingValue option, bool unit) =>
        unit && option.IndicatorIn(session) is { } indicator ? session.Words.Amount(option.Figure.Amount, indicator) : session.Words.Figure(option.Figure.Amount);

    /// <summary>For who sees no card: every line, and what to answer.</summary>
    private static string Fallback(Session session, PendingLines pending)
    {
        var words = session.Words;
        var lines = pending.Lines.Select(line => line switch
        {
            { IsUnderstood: true, Options: [var meant, ..] } when meant.IndicatorIn(session) is { } indicator => words.Say("quick.choice", indicator.Name, words.Amount(meant.Figure.Amount, indicator), words.Period(meant.Period)),
            { Options.Count: > 0 } => $"{words.Quoted(line.Text)} {string.Join("  ", line.Options.Index().Select(option => $"{option.Index + 1}. {Choice(session, line, option.Item)}"))}",
            _ => Told(session, line),
        });
        return $"{string.Join("\n", lines)}\n{words[pending.HasChoices ? "quick.fallback" : "quick.nothing"]}";
    }
}
