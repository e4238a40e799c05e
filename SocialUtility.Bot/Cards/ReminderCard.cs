using System.Globalization;
using AdaptiveCards;
using SocialUtility.Bot.Reminders;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Reminders;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>The reminder that is the form: all that waits for one person on one card, each with its four states beside the field.</summary>
public static class ReminderCard
{
    public const string Items = "items";
    public const string When = "quand";

    /// <summary>Two forms of one card have two names.</summary>
    public const string PauseUntil = "jusqua";

    public const string Which = "lesquels";
    public const string Word = "mot";

    public const string Given = "given";
    public const string NotMeasured = "not-measured";
    public const string NotApplicable = "not-applicable";
    public const string Later = "later";

    public static string Value(int index) => string.Create(CultureInfo.InvariantCulture, $"v{index + 1}");

    public static string State(int index) => string.Create(CultureInfo.InvariantCulture, $"c{index + 1}");

    public static AdaptiveCard For(Wording.Words words, ReminderForm form)
    {
        var mark = CardMark.Of(1);
        var reminded = form.Items.Any(item => item.Step is not null) || form.Deadlines.Count > 0;
        var context = words[reminded ? "reminder.context" : "reminder.context.asked"];
        var heading = form.Items.Count > 0 ? words.Count("reminder.heading", form.Items.Count) : words["reminder.heading.deadlines"];
        List<AdaptiveElement> body = [Context(form.Association is { } name ? $"{Plain(name)} · {context}" : context), Heading(heading)];
        if (form.Items.Count > 0)
        {
            body.Add(Detail(words["reminder.empty-is-not-zero"]));
        }

        foreach (var (index, item) in form.Items.Index())
        {
            body.AddRange(Asked(words, item, index, form.Items.Count));
        }

        if (form.Items.Count > 0)
        {
            body.Add(Input(Word, words["reminder.word"], Domain.Texts.ShortText));
        }

        if (form.Deadlines.Count > 0)
        {
            if (form.Items.Count > 0)
            {
                body.Add(SecondHeading(words["reminder.deadlines"]));
            }

            body.Add(Text(Bullets(form.Deadlines.Select(deadline => words.Say($"deadline.{deadline.What}", words.Day(deadline.By))))));
        }

        if (form.More > 0)
        {
            body.Add(Detail(words.Count("reminder.more", form.More)));
        }

        if (reminded)
        {
            body.Add(Detail(words[form.Items.Count > 0 ? "reminder.why" : "reminder.why.deadlines"]));
        }

        var fallback = form.Items.Count > 0
            ? words.Say("reminder.fallback", heading, words.List([.. form.Items.Select(item => $"{item.Expected.Indicator.Name} ({words.ShortPeriod(item.Expected.Period)})")]))
            : words.Say("reminder.fallback.deadlines", words.List([.. form.Deadlines.Select(deadline => words.Say($"deadline.{deadline.What}", words.Day(deadline.By)))]));
        return Card(words, fallback, body, Buttons(words, form, mark));
    }

    /// <summary>« D'accord, lundi 11 janvier. »: what a button of the card led to, in its place.</summary>
    public static AdaptiveCard Outcome(Wording.Words words, string said)
    {
        var end = said.IndexOf(". ", StringComparison.Ordinal);
        var (heading, rest) = end < 0 ? (said, "") : (said[..(end + 1)], said[(end + 2)..]);
        return Card(words, said, [Context(words["reminder.context.over"]), Heading(Plain(heading)), .. rest.Length > 0 ? [Text(Plain(rest))] : (IEnumerable<AdaptiveElement>)[]]);
    }

    private static IEnumerable<AdaptiveAction> Buttons(Wording.Words words, ReminderForm form, CardMark mark)
    {
        (string, object)[] fields = [(Items, form.Names)];
        if (form.Items.Count > 0)
        {
            yield return Send(words["button.record"], "reminder.record", mark, fields).First();
            yield return Asking(words["button.not-now"], When, words["reminder.when"], [("tomorrow", words["reminder.when.tomorrow"]), ("monday", words["reminder.when.monday"]), ("week", words["reminder.when.week"])], "monday", words["button.snooze"], "reminder.snooze", mark, fields);
            if (form.Items.Count == 1)
            {
                yield return Tap(words["button.not-me"], "reminder.not-me", mark, fields);
            }
            else
            {
                var which = Choices(Which, words["reminder.which"], form.Items.Select(item => (item.Expected.Key, Plain(Named(words, item)))));
                which.IsMultiSelect = true;
                which.Value = string.Join(',', form.Items.Select(item => item.Expected.Key));
                yield return Opening(words["button.not-me"], which, Send(words["button.not-mine"], "reminder.not-me", mark, fields).First());
            }
        }

        yield return Asking(words["button.pause-reminders"], PauseUntil, words["reminder.pause.until"], [("week", words["reminder.pause.week"]), ("month", words["reminder.pause.month"]), ("back", words["reminder.pause.back"])], "month", words["button.pause-now"], "reminder.pause", mark, fields);
        if (form.Items.Count == 0)
        {
            yield return Tap(words["button.reminder-settings"], "reminder.settings", mark);
        }
    }

    private static AdaptiveShowCardAction Asking(string title, string id, string label, IEnumerable<(string, string)> choices, string chosen, string send, string kind, CardMark mark, (string, object)[] fields)
    {
        var choice = Choices(id, label, choices);
        choice.Value = chosen;
        return Opening(title, choice, Send(send, kind, mark, fields).First());
    }

    private static AdaptiveShowCardAction Opening(string title, AdaptiveElement question, AdaptiveAction action) => new()
    {
        Title = title,
        Card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)) { Body = [question], Actions = [action] },
    };

    /// <summary>« Denrées sauvées, décembre ».</summary>
    private static string Named(Wording.Words words, ReminderItem item) => $"{item.Expected.Indicator.Name}, {words.ShortPeriod(item.Expected.Period)}";

    private static IEnumerable<AdaptiveElement> Asked(Wording.Words words, ReminderItem item, int index, int of)
    {
        var (indicator, period) = (item.Expected.Indicator, item.Expected.Period);
        List<AdaptiveElement> items =
        [
            SecondHeading(Plain(indicator.Name)),
            Detail(string.Join(' ', Beside(words, item)), AdaptiveSpacing.None),
        ];
        if (indicator.IsFigure)
        {
            items.Add(new AdaptiveTextInput
            {
                Id = Value(index),
                Label = words.Say(indicator.Unit.Length > 0 ? "value.ask.unit" : "value.ask", Plain(words.Of(indicator.Unit)), ValueCard.In(words, period)),
                MaxLength = ValueCard.LongestAmount,
                Placeholder = item.Last?.Reading is Reading.Figure { Numerator: null } last ? words.Say("value.placeholder", words.Figure(last.Amount))
                    : indicator.Kind == Kind.Percentage ? words["reminder.placeholder.share"] : words["value.placeholder.first"],
            });
        }
        else
        {
            items.Add(new AdaptiveTextInput { Id = Value(index), Label = words.Say("value.ask.words", ValueCard.In(words, period)), MaxLength = Domain.Texts.ShortText, IsMultiline = true });
        }

        items.Add(new AdaptiveChoiceSetInput
        {
            Id = State(index),
            Label = words[indicator.IsFigure ? "reminder.state" : "reminder.state.words"],
            Wrap = true,
            Style = AdaptiveChoiceInputStyle.Compact,
            Value = indicator.IsFigure ? (item.Last?.Reading as Reading.Figure)?.Certainty?.ToString() ?? nameof(Certainty.Counted) : Given,
            Choices =
            [
                .. indicator.IsFigure
                    ? Enum.GetValues<Certainty>().Select(one => new AdaptiveChoice { Value = one.ToString(), Title = words.Certainty(one) })
                    : [new AdaptiveChoice { Value = Given, Title = words["reminder.state.heard"] }],
                new() { Value = NotMeasured, Title = words[indicator.IsFigure ? "missing.not-measured" : "reminder.state.nothing-heard"] },
                new() { Value = NotApplicable, Title = words["missing.not-applicable"] },
                .. of > 1 ? [new AdaptiveChoice { Value = Later, Title = words["reminder.state.later"] }] : (AdaptiveChoice[])[],
            ],
        });
        yield return new AdaptiveContainer { Items = items, Separator = index > 0, Spacing = AdaptiveSpacing.Large };
    }

    /// <summary>« Décembre 2026, attendu le 5 janvier 2027. Novembre : 420 kg. Cible : 1 000 kg. »</summary>
    private static IEnumerable<string> Beside(Wording.Words words, ReminderItem item)
    {
        var (indicator, period) = (item.Expected.Indicator, item.Expected.Period);
        yield return words.Say("reminder.due", words.Opening(words.Period(period)), words.Day(item.Expected.Due));
        if (item.Last is { } last)
        {
            yield return words.Say("reminder.last", words.Opening(words.ShortPeriod(last.Period)), Plain(PageCut.Glimpse(words.Reading(last.Reading, indicator), 160)));
        }

        if (indicator.Frequency != Frequency.Yearly && indicator.Aggregation == Aggregation.Sum && item.Year.Total is { } total)
        {
            yield return words.Say("reminder.year", words.Amount(total, indicator));
        }

        if (indicator.Target is { } target)
        {
            yield return words.Say("reminder.target", words.Amount(target.Amount, indicator));
        }

        if (indicator.Kind == Kind.Scale)
        {
            yield return words.Say("value.levels", Plain(IndicatorCard.Levels(words, indicator)));
        }

        if (indicator.Sensitive)
        {
            yield return words["reminder.total-only"];
        }

        if (item.Step is Step.Last or Step.Deputy or Step.Coordinator)
        {
            yield return words[$"reminder.step.{item.Step}"];
        }
    }
}
