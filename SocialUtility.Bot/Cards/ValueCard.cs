using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>The form that asks for one value, and the choice of which.</summary>
public static class ValueCard
{
    public const string Amount = "valeur";
    /// <summary>More than any figure has, units and spaces with it.</summary>
    public const int LongestAmount = 40;

    /// <summary>« 45 » and « 60 » of « 45 sur 60 ».</summary>
    public const string Part = "part";
    public const string Whole = "ensemble";

    public const string Words = "parole";
    public const string Certainty = "certitude";
    public const string Context = "contexte";
    public const string Because = "motif";
    public const string Proof = "preuve";

    /// <summary>Whose figure it is, where another person types it.</summary>
    public const string For = "pour";

    /// <summary>A closed list holds so many, to stay under the weight of a card.</summary>
    internal const int MostChoices = 60;

    /// <summary>What few values need: closed until it is asked for.</summary>
    private const string More = "plus";

    /// <summary>
    /// One field, with what was said last and the target beside it. The number is never required: « je n'ai pas la valeur »
    /// stands beside it, and an empty field is asked about.
    /// </summary>
    public static AdaptiveCard Form(Session session, ValueMoment moment)
    {
        var words = session.Words;
        var indicator = moment.Indicator;
        var mark = CardMark.Of(moment.Version);
        (string, object)[] fields = [("indicator", indicator.Id), ("period", moment.Period)];
        var asked = indicator.IsFigure
            ? words.Say(indicator.Unit.Length > 0 ? "value.ask.unit" : "value.ask", Plain(words.Of(indicator.Unit)), In(words, moment.Period))
            : words.Say("value.ask.words", In(words, moment.Period));
        List<AdaptiveElement> body =
        [
            CardParts.Context(words.Say("value.context", words.Opening(words.Period(moment.Period)), Plain(moment.Beside))),
            Heading(Plain(indicator.Name)),
        ];
        if (indicator.IsFigure)
        {
            body.Add(Grey(Columns(session, moment)));
            if (indicator.Kind == Kind.Percentage)
            {
                // The share is known best by its two figures; the percentage alone will do where nobody has them.
                var share = moment.Current?.Reading as Reading.Figure;
                body.Add(ShareField(words, Part, words.Say("value.share.part", In(words, moment.Period)), share?.Numerator));
                body.Add(ShareField(words, Whole, words["value.share.whole"], share?.Denominator));
                asked = words["value.share.alone"];
            }
            else if (indicator.Kind == Kind.Scale)
            {
                body.Add(Detail(words.Say("value.levels", Plain(IndicatorCard.Levels(words, indicator)))));
            }

            body.Add(Field(session, moment, asked));
            body.Add(new AdaptiveChoiceSetInput
            {
                Id = Certainty,
                Label = words["value.certainty"],
                Wrap = true,
                Style = AdaptiveChoiceInputStyle.Compact,
                Value = (moment.Current?.Reading as Reading.Figure ?? moment.Last?.Reading as Reading.Figure)?.Certainty?.ToString() ?? nameof(Domain.Measurements.Certainty.Counted),
                Choices = [.. Enum.GetValues<Certainty>().Select(one => new AdaptiveChoice { Value = one.ToString(), Title = words.Certainty(one) })],
            });
        }
        else
        {
            if ((moment.Last?.Reading as Reading.Words)?.Text is { } heard)
            {
                body.Add(Tinted(CardParts.Context(words.Say("value.heard-last", words.Period(moment.Last!.Period))), Text(Voice(words, heard), AdaptiveSpacing.Small)));
            }

            body.Add(new AdaptiveTextInput
            {
                Id = Words,
                Label = asked,
                MaxLength = Domain.Texts.ShortText,
                IsMultiline = true,
                Placeholder = words["value.placeholder.words"],
                Value = (moment.Current?.Reading as Reading.Words)?.Text,
            });
        }

        body.Add(new AdaptiveTextInput
        {
            Id = Context,
            Label = words["value.comment"],
            MaxLength = Domain.Texts.ShortText,
            Placeholder = words["value.placeholder.comment"],
            Value = moment.Current?.Context,
        });
        if (moment.Current is { } standing && !Undo.IsOpenTo(session.Person, standing, session.Now))
        {
            body.Add(Input(Because, words["value.because.label"], Domain.Texts.ShortText, words["value.because.example"]));
        }

        body.Add(new AdaptiveContainer
        {
            Id = More,
            IsVisible = moment.Current is { Proof: not null } or { For: not null },
            Items =
            [
                new AdaptiveTextInput { Id = Proof, Label = words["value.proof"], MaxLength = ProofLink.Longest, Placeholder = "https://", Value = moment.Current?.Proof },
                new AdaptiveTextInput { Id = For, Label = words["value.for"], MaxLength = Domain.Texts.Title, Placeholder = words["value.for.example"], Value = moment.Giver },
            ],
        });
        body.Add(Detail(indicator.Sensitive ? $"{words["indicator.totals-only"]} {words["value.readers"]}" : words["value.readers"]));
        return Card(
            words,
            words.Say("value.fallback", indicator.Name, words.Period(moment.Period)),
            body,
            Send(words["button.record"], "value.record", mark, fields).First(),
            Missing(session, mark, fields),
            new AdaptiveToggleVisibilityAction { Title = words["button.more-fields"], TargetElements = [new AdaptiveTargetElement(More)] },
            Tap(words["button.later"], "value.later", mark, fields),
            Tap(words["button.other-indicator"], "value.choose", mark).Rare());
    }

    /// <summary>Which indicator is it? Those that are due first.</summary>
    public static AdaptiveCard Which(Session session, IReadOnlyList<(Indicator Indicator, Period Period, bool Due)> due)
    {
        var words = session.Words;
        var choice = Choices(
            "releve",
            words["value.which.label"],
            due.Select(one => ($"{one.Indicator.Id}|{one.Period}", words.Say(one.Due ? "value.which.due" : "value.which.open", Plain(one.Indicator.Name), words.Period(one.Period)))));
        (choice.IsRequired, choice.ErrorMessage) = (true, words["slip.no-choice"]);
        return Card(
            words,
            words.Say("value.which.fallback", string.Join("  ", due.Select((one, index) => $"{index + 1}. {one.Indicator.Name}"))),
            [CardParts.Context(Plain(session.Association.Name)), Heading(words["value.which"]), choice],
            Send(words["button.open"], "value.open", CardMark.Of(1)).First());
    }

    /// <summary>« en novembre », « au 4e trimestre », « en 2026 ».</summary>
    public static string In(Wording.Words words, Period period) =>
        words.Say(period.Frequency == Frequency.Quarterly ? "in.quarter" : "in", words.ShortPeriod(period));

    private static IEnumerable<AdaptiveElement> Columns(Session session, ValueMoment moment)
    {
        var words = session.Words;
        var indicator = moment.Indicator;
        List<(string, string)> facts =
        [
            moment.Last is { } last
                ? (words.Opening(words.ShortPeriod(last.Period)), words.Reading(last.Reading, indicator))
                : (words["indicator.fact.start"], indicator.Baseline is { } start ? words.Amount(start, indicator) : words["unknown"]),
        ];
        if (indicator.Frequency != Frequency.Yearly && indicator.Aggregation is Aggregation.Sum or Aggregation.Average)
        {
            var year = moment.Year(session);
            facts.Add((words.Say("value.in-year", words.Year(year.Year, year.YearStartsIn)), year.Total is { } total ? words.Amount(total, indicator) : words["state.none-yet"]));
        }

        facts.Add((words["value.target"], indicator.Target is { } target ? words.Amount(target.Amount, indicator) : words[indicator.TargetToBeBuilt ? "target.to-be-built" : "unknown"]));
        AdaptiveColumnSet columns = new();
        foreach (var (title, value) in facts)
        {
            columns.Columns.Add(new AdaptiveColumn { Width = "stretch", Items = [CardParts.Context(title), Bold(value, AdaptiveSpacing.None)] });
        }

        yield return columns;
    }

    private static AdaptiveTextInput ShareField(Wording.Words words, string id, string label, decimal? value) => new()
    {
        Id = id,
        Label = label,
        MaxLength = LongestAmount,
        Value = value is { } known ? words.Figure(known) : null,
    };

    private static AdaptiveTextInput Field(Session session, ValueMoment moment, string asked) => new()
    {
        Id = Amount,
        Label = asked,
        MaxLength = LongestAmount,
        Placeholder = moment.Last?.Reading is Reading.Figure last ? session.Words.Say("value.placeholder", session.Words.Figure(last.Amount)) : session.Words["value.placeholder.first"],
        Value = moment.Typed ?? (moment.Current?.Reading is Reading.Figure { Numerator: null } current ? session.Words.Figure(current.Amount) : null),
    };

    private static AdaptiveShowCardAction Missing(Session session, CardMark mark, (string, object)[] fields)
    {
        var words = session.Words;
        var choice = Choices("absence", words["missing.which"], [("not-measured", words["missing.not-measured"]), ("not-applicable", words["missing.not-applicable"])]);
        choice.Value = "not-measured";
        return new()
        {
            Title = words["button.no-value"],
            Card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5))
            {
                Body = [choice, Input("raison", words["missing.why"], Domain.Texts.ShortText)],
                Actions = [Send(words["button.note"], "value.missing", mark, fields).First()],
            },
        };
    }
}
