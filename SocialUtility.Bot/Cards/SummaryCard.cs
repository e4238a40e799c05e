using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Profiles;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// The week in one look: four figures, then what is to be decided, what is awaited and from whom, what came in, what nobody had,
/// and thanks. Three lines of each at most. Before a whole team nobody is named but to be thanked.
/// </summary>
public static class SummaryCard
{
    private const int Most = 3;

    /// <summary>So many are thanked by name; the others are thanked together.</summary>
    private const int MostNames = 6;

    private const int LongestName = 120;

    public static AdaptiveCard For(SummaryView view)
    {
        var (words, week) = (view.Words, view.Week);
        var mark = CardMark.Of(1);
        List<AdaptiveElement> body =
        [
            Context(words.Say(view.ForAll ? "summary.context.all" : "summary.context", Plain(view.Dossier.Association.Name), words.Day(week.From))),
            Heading(words["summary.heading"]),
        ];
        if (week.IsEmpty)
        {
            body.Add(Text(words["summary.nothing"]));
        }
        else
        {
            body.Add(Counts(words, week));
            Decide(view, body);
            Await(view, body);
            Arrive(view, body);
            Lack(view, body);
        }

        if (Thanks(view) is { } thanks)
        {
            body.Add(Tinted(Text(Plain(thanks))));
        }

        return Card(words, Fallback(view), body, Buttons(view, mark));
    }

    /// <summary>The notification and the old client: the same in one line.</summary>
    public static string Fallback(SummaryView view)
    {
        var (words, week) = (view.Words, view.Week);
        return week.IsEmpty
            ? words["summary.nothing"]
            : words.Say("summary.fallback", words.Day(week.From), string.Join(", ", Figures(words, week).Select(figure => $"{figure.Count} {figure.Word}")));
    }

    private static IEnumerable<(int Count, string Word)> Figures(Words words, Week week)
    {
        var lacking = week.NotMeasured.Sum(one => one.Count);
        // French counts zero as one.
        return new (int Count, string Key)[]
        {
            (week.Decisions, "summary.count.decide"),
            (week.Awaited.Sum(awaited => awaited.Periods.Count), "summary.count.awaited"),
            (week.Given - lacking, "summary.count.arrived"),
            (lacking, "summary.count.lacking"),
        }.Select(figure => (figure.Count, words[figure.Count < 2 ? figure.Key + ".1" : figure.Key]));
    }

    private static AdaptiveContainer Counts(Words words, Week week)
    {
        AdaptiveColumnSet columns = new() { Spacing = AdaptiveSpacing.None };
        foreach (var (count, word) in Figures(words, week))
        {
            columns.Columns.Add(new()
            {
                Width = "stretch",
                Items =
                [
                    new AdaptiveTextBlock(words.Figure(count, 0)) { Wrap = true, Size = AdaptiveTextSize.ExtraLarge, Weight = AdaptiveTextWeight.Bolder, HorizontalAlignment = AdaptiveHorizontalAlignment.Center },
                    new AdaptiveTextBlock(word) { Wrap = true, Size = AdaptiveTextSize.Small, IsSubtle = true, Spacing = AdaptiveSpacing.None, HorizontalAlignment = AdaptiveHorizontalAlignment.Center },
                ],
            });
        }

        // In a list of its own: a set of columns is itself a list of elements.
        return Grey([columns]);
    }

    private static void Decide(SummaryView view, List<AdaptiveElement> body)
    {
        var (words, week) = (view.Words, view.Week);
        List<(string What, string? Detail)> lines =
        [
            .. week.Proposed.Select(objective => (words.Say("summary.objective", objective.Number, words.Quoted(Short(objective.Name))), (string?)words["summary.objective.detail"])),
            .. week.ToDecide.Select(item => (words.Say("summary.conclusion", words.Quoted(Short(item.Criterion.Name))), (string?)words["summary.conclusion.detail"])),
            .. week.Over.Select(one => (words.Say("summary.over", Short(one.Conclusion.Decision!.What!)), (string?)words.Say("summary.over.detail", words.Day(one.Conclusion.Decision!.Due!.Value)))),
            .. week.Votes.Select(vote => (words[vote.IsOpen(view.Today) ? "summary.vote.open" : "summary.vote.closed"], (string?)words.Say(vote.IsOpen(view.Today) ? "summary.vote.until" : "summary.vote.since", words.Day(vote.End)))),
            .. week.Findings.Select(finding => (Short(CoherenceCard.Title(words, finding), 200), (string?)null)),
        ];
        Add(view, body, "summary.decide", lines);
    }

    private static void Await(SummaryView view, List<AdaptiveElement> body) => Add(view, body, "summary.awaited",
    [
        .. view.Week.Awaited.Select(awaited => (Short(awaited.Indicator.Name), (string?)Joined(
            Periods(view.Words, awaited),
            view.ForAll ? "" : view.Keepers.GetValueOrDefault(awaited.Indicator.Id) is { } keeper ? view.Words.Say("summary.with", keeper) : view.Words["summary.with.nobody"]))),
    ]);

    private static string Periods(Words words, Awaited awaited) => awaited.Periods switch
    {
        [var only] => words.Opening(words.Period(only)),
        [var first, .., var last] => words.Say("summary.periods", awaited.Periods.Count, words.Period(first), words.Period(last)),
        _ => "",
    };

    private static void Arrive(SummaryView view, List<AdaptiveElement> body)
    {
        var words = view.Words;
        Add(view, body, "summary.arrived",
        [
            .. view.Week.Arrived.Select(one => (
                words.Say("summary.value", Short(one.Indicator.Name), words.ShortPeriod(one.Reading.Period), Short(words.Reading(one.Reading.Reading, one.Indicator), 220)),
                (string?)Joined(
                    one.Surprises ? words.Say("summary.surprising", words.Amount(one.Habit!.Low, one.Indicator), words.Amount(one.Habit.High, one.Indicator)) : "",
                    one.Reading.Context is { } context ? words.Quoted(Short(context, 160)) : one.Surprises ? words["summary.surprising.why"] : "",
                    YearSaid(words, one),
                    one.Count > 1 ? words.Say("summary.more-of-it", one.Count - 1) : ""))),
        ]);
    }

    /// <summary>« L'année fait 4 310 kg, pour une cible de 4 000 kg. »: where it says more than the figure itself.</summary>
    private static string YearSaid(Words words, Arrived one)
    {
        if (one.Year.Total is not { } total || one.Indicator is not { Frequency: not Frequency.Yearly, IsFigure: true })
        {
            return "";
        }

        var amount = words.Amount(total, one.Indicator);
        return (one.Indicator.Aggregation, one.Indicator.Target) switch
        {
            (Aggregation.Sum, { } target) => words.Say(one.Year.IsAtLeast ? "summary.year.at-least.target" : "summary.year.target", amount, words.Amount(target.Amount, one.Indicator)),
            (Aggregation.Sum, null) => words.Say(one.Year.IsAtLeast ? "summary.year.at-least" : "summary.year", amount),
            (_, { } target) => words.Say("summary.target", words.Amount(target.Amount, one.Indicator)),
            _ => "",
        };
    }

    private static void Lack(SummaryView view, List<AdaptiveElement> body) => Add(view, body, "summary.lacking",
    [
        .. view.Week.NotMeasured.Select(one => (
            view.Words.Say("summary.missing", Short(one.Indicator.Name), view.Words.ShortPeriod(one.Reading.Period)),
            RecordedCard.Reason(one.Reading) is { } reason ? Short(view.Words.Opening(reason), 160) : (string?)null)),
    ]);

    /// <summary>« Awa, Paul et l'équipe du glanage ont donné des relevés cette semaine. »: no number stands beside a name.</summary>
    private static string? Thanks(SummaryView view)
    {
        var words = view.Words;
        return view.Week.Given == 0 ? null : view.Givers.Count == 0
            ? words["summary.thanks.unnamed"]
            : words.Opening(words.Say(view.Givers.Count == 1 ? "summary.thanks.1" : "summary.thanks", DashboardCard.SomeOf(words, view.Givers, MostNames)));
    }

    private static void Add(SummaryView view, List<AdaptiveElement> body, string heading, List<(string What, string? Detail)> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        body.Add(SecondHeading(view.Words[heading]));
        foreach (var (what, detail) in lines.Take(Most))
        {
            var line = Group([Text(Plain(what)), .. detail is { Length: > 0 } ? (AdaptiveElement[])[Detail(Plain(detail), AdaptiveSpacing.None)] : []]);
            line.Spacing = AdaptiveSpacing.Small;
            body.Add(line);
        }

        if (lines.Count > Most)
        {
            body.Add(Detail(view.Words.Say("summary.and-more", lines.Count - Most)));
        }
    }

    private static IEnumerable<AdaptiveAction> Buttons(SummaryView view, CardMark mark)
    {
        var (words, week) = (view.Words, view.Week);
        if (week.Proposed is [var objective, ..])
        {
            yield return Tap(words["button.see-objective"], "objective.show", mark, ("ligne", objective.Key)).First();
        }

        if (week.Findings.Count > 0)
        {
            var decide = Tap(words["button.decide"], "coherence.show", mark);
            yield return week.Proposed.Count == 0 ? decide.First() : decide;
        }

        if (week.ToDecide.Count + week.Over.Count > 0)
        {
            yield return Tap(words["button.decisions"], "decisions.show", mark);
        }

        yield return Tap(words["button.dashboard"], "dashboard.show", mark);
        if (week.Awaited.Count > 0)
        {
            yield return Tap(words["button.what-is-missing"], "dashboard.show", mark, (DashboardCard.Field, Showing.Missing.ToString()), ("year", week.Awaited.SelectMany(awaited => awaited.Periods).Max(period => period.Year)));
        }

    }

    private static string Short(string text, int most = LongestName) => PageCut.Glimpse(text, most);

    private static string Joined(params ReadOnlySpan<string> parts)
    {
        List<string> said = [];
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                said.Add(part);
            }
        }

        return string.Join(" · ", said);
    }
}
