using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Profiles;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// The indicators by criterion: what there is, where it should get to, how it moved, or why there is nothing. No colour says
/// good or bad, and no place is ever empty: what is missing is named.
/// </summary>
public static class DashboardCard
{
    /// <summary>The input that says what is shown.</summary>
    public const string Field = "montrer";

    /// <summary>So many lines a page: what a thumb reaches in two strokes.</summary>
    private const int MostLines = 10;

    /// <summary>So many charts where one criterion is looked at; one where all are.</summary>
    private const int MostCharts = 3;

    /// <summary>So many criteria are offered to choose from; the others are typed.</summary>
    private const int MostChoices = 15;

    private const int LongestQuote = 200;

    public static AdaptiveCard For(Session session, DashboardView view)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var board = view.Dashboard;
        var startsIn = session.Association.YearStartsIn;
        var year = words.Year(board.Year, startsIn);
        var (shown, page, pages) = (view.Shown, view.Page, view.Pages);
        var subtitle = words.Say("dashboard.context", Plain(session.Association.Name), year);
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? subtitle : words.Say("dashboard.page", subtitle, page + 1, pages)),
            Heading(view.Criterion is { } one ? Plain(one.Name) : words["dashboard.heading." + view.Showing]),
        ];
        var sentences = Overview(words, view).ToList();
        if (page == 0)
        {
            body.Add(Text(Plain(string.Join(' ', sentences))));
        }

        foreach (var group in shown.GroupBy(line => line.Line.Criterion.Id))
        {
            body.Add(Lines(session, group.First().Line.Criterion, year, [.. group]));
        }

        var trends = shown.Where(line => line.Line.Indicator.IsFigure && line.Line.Year.Figures.Take(2).Count() == 2).Take(view.Criterion is null ? 1 : MostCharts);
        foreach (var (line, _) in trends)
        {
            body.AddRange(TrendParts.Of(session, line.Year, view.Picture(line.Year)));
        }

        List<AdaptiveAction> buttons = [];
        (string, object)[] same = [("year", board.Year), (Field, view.Criterion?.Id.ToString() ?? view.Showing.ToString())];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "dashboard.show", mark, [.. same, ("page", page + 1)]));
        }

        if (session.May(Act.RecordValue) && board.Lines.Count > 0)
        {
            buttons.Add(Tap(words["button.record-one"], "value.choose", mark));
        }

        if (board.Lines.Count > 0)
        {
            body.Add(Showing(session, view));
            buttons.Add(Send(words["button.show-these"], "dashboard.show", mark, ("year", board.Year)));
        }

        if (board.Valued > 0)
        {
            buttons.Add(Tap(words["button.talk-together"], "meeting.show", mark, ("annee", board.Year)));
        }

        buttons.Add(Tap(words.Say("button.year", words.Year(board.Year - 1, startsIn)), "dashboard.show", mark, ("year", board.Year - 1), same[1]).Rare());
        return Card(words, string.Join('\n', [words.Say("dashboard.fallback", session.Association.Name, year), .. sentences]), body, buttons);
    }

    /// <summary>How the newest figure stands to the one before, in words that are neither praise nor blame; empty where there is nothing to compare.</summary>
    public static string Moved(Words words, YearOf year, Move? move)
    {
        if (move is null)
        {
            return "";
        }

        var then = move switch
        {
            { SoFar: true, Now: var now } when now.Next.Year != now.Year => words.Say("in", words.Year(move.Before.Year, move.Before.YearStartsIn)),
            { SoFar: true } => words.Say("move.so-far", words.Year(move.Before.Year, move.Before.YearStartsIn)),
            { Before: var before } when before.Year == move.Now.Year => ValueCard.In(words, before),
            { Before: var before } => words.Say(before.Frequency == Domain.Indicators.Frequency.Quarterly ? "in.quarter" : "in", words.Period(before)),
        };
        var moved = move.Sign == 0 ? words.Say("move.same", then) : words.Say(move.Sign > 0 ? "move.more" : "move.less", then, words.Amount(move.Earlier, year.Indicator));
        // Beside the total of a year it must be clear which figure moved.
        return move.SoFar || year.Total is null || year.Total == move.Amount ? moved : words.Say("move.last", words.Amount(move.Amount, year.Indicator), ValueCard.In(words, move.Now), moved);
    }

    /// <summary>« Quatre indicateurs sur cinq ont une valeur. Cible atteinte : denrées sauvées. »</summary>
    private static IEnumerable<string> Overview(Words words, DashboardView view)
    {
        const int Named = 3;
        var lines = view.Lines;
        if (view.Dashboard.Lines.Count == 0)
        {
            yield return words["dashboard.no-indicator"];
            yield break;
        }

        if (lines.Count == 0)
        {
            yield return words["dashboard.none." + view.Showing];
            yield break;
        }

        var valued = lines.Count(line => line.State == State.Measured);
        yield return valued == lines.Count ? words.Count("dashboard.all", lines.Count) : words.Count("dashboard.some", valued, words.Spelled(lines.Count));
        if (lines.Where(line => line.ReachesTarget).ToList() is { Count: > 0 } reached)
        {
            yield return words.Say("dashboard.reached", SomeOf(words, [.. reached.Select(line => line.Indicator.Name)], Named));
        }

        if (lines.Where(line => line.Late > 0).ToList() is { Count: > 0 } late)
        {
            yield return words.Say("dashboard.late", SomeOf(words, [.. late.Select(line => line.Indicator.Name)], Named));
        }
    }

    /// <summary>« a, b, c et 4 autres ».</summary>
    internal static string SomeOf(Words words, IReadOnlyList<string> names, int most) =>
        words.List(names.Count <= most ? names : [.. names.Take(most), words.Say("dashboard.others", names.Count - most)]);

    private static AdaptiveTable Lines(Session session, Criterion criterion, string year, IReadOnlyList<(DashboardLine Line, Move? Move)> lines)
    {
        AdaptiveTable table = new() { ShowGridLines = false, Columns = [new() { Width = 5 }, new() { Width = 3 }], Spacing = AdaptiveSpacing.Large };
        table.Rows.Add(Row([Bold(Plain(criterion.Name))], Right(year, isValue: false)));
        foreach (var (line, move) in lines)
        {
            table.Rows.Add(Line(session, line, move));
        }

        return table;
    }

    private static AdaptiveTableRow Line(Session session, DashboardLine line, Move? move)
    {
        var words = session.Words;
        var standing = Standing.Of(words, line.Indicator, line.Year);
        List<AdaptiveElement> left = [Text(Plain(standing.Name))];
        if (standing.IsWords)
        {
            left.Add(Text(Plain(PageCut.Glimpse(standing.Value!, LongestQuote)), AdaptiveSpacing.None));
        }

        var detail = string.Join(" · ", ((string[])
        [
            standing.Detail,
            Moved(words, line.Year, move),
            line.State == State.Measured ? Holes(words, line.Year.Missing) : "",
            line.Indicator.Level == Domain.Indicators.Level.Impact ? words["dashboard.impact"] : "",
            line.Indicator.IsPaused ? words["dashboard.paused"] : "",
        ]).Where(part => part.Length > 0));
        if (detail.Length > 0)
        {
            left.Add(Detail(Plain(detail), AdaptiveSpacing.None));
        }

        return standing.IsWords ? Row(left, Right(words.Opening(words.ShortPeriod(line.Year.Periods.Last(period => period.Measurement?.Reading is Reading.Words).Period)), isValue: false))
            : line.IsFollowed ? Row(left, Valued(line, standing.Value!))
            : Row(left, Right(words["dashboard.not-followed"], isValue: false));
    }

    /// <summary>In a narrow column a long unit stands under its figure, in smaller letters: no word of it is cut.</summary>
    private static AdaptiveTextBlock[] Valued(DashboardLine line, string value)
    {
        var isValue = line.State == State.Measured;
        if (line.Indicator.Unit is not { Length: > 4 } unit || !value.EndsWith("\u00A0" + unit, StringComparison.Ordinal))
        {
            return [Right(value, isValue)];
        }

        var under = Right(unit, isValue: false);
        (under.Size, under.Spacing) = (AdaptiveTextSize.Small, AdaptiveSpacing.None);
        return [Right(value[..^(unit.Length + 1)], isValue), under];
    }

    internal static string Holes(Words words, int missing) => missing switch
    {
        0 => "",
        1 => words["dashboard.holes.1"],
        _ => words.Say("dashboard.holes", words.Spelled(missing)),
    };

    private static AdaptiveTableRow Row(IEnumerable<AdaptiveElement> left, params IEnumerable<AdaptiveTextBlock> right)
    {
        AdaptiveTableRow row = new();
        row.Cells.Add(new() { Items = [.. left] });
        row.Cells.Add(new() { Items = [.. right] });
        return row;
    }

    private static AdaptiveTextBlock Right(string text, bool isValue) => new(Plain(text))
    {
        Wrap = true,
        HorizontalAlignment = AdaptiveHorizontalAlignment.Right,
        Weight = isValue ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default,
        IsSubtle = !isValue,
    };

    private static AdaptiveChoiceSetInput Showing(Session session, DashboardView view)
    {
        var words = session.Words;
        var criteria = view.Dashboard.Lines.Select(line => line.Criterion).DistinctBy(criterion => criterion.Id).Take(MostChoices);
        var choice = Choices(
            Field,
            words["dashboard.which"],
            [
                .. Enum.GetValues<Showing>().Select(showing => (showing.ToString(), words["dashboard.show." + showing])),
                .. criteria.Select(criterion => (criterion.Id.ToString(), PageCut.Glimpse(Plain(criterion.Name), 60))),
            ]);
        choice.Style = AdaptiveChoiceInputStyle.Compact;
        choice.Spacing = AdaptiveSpacing.Large;
        choice.Value = view.Criterion?.Id.ToString() ?? view.Showing.ToString();
        return choice;
    }

    /// <summary>The lines of that page of the view.</summary>
    public static (IReadOnlyList<DashboardLine> Lines, int Page, int Pages) Cut(IReadOnlyList<DashboardLine> lines, int page) =>
        PageCut.Of(lines, line => $"{line.Indicator.Name} {PageCut.Glimpse(line.Year.Words ?? "", LongestQuote)}", page, MostLines);
}
