using SocialUtility.Bot.Wording;

namespace SocialUtility.Bot.Pictures;

/// <summary>
/// The tree on A4 landscape: a grey band for each objective, its actions, criteria and indicators in it from left to right.
/// Never under 8 pt and never cut: what has no room stands on another page.
/// </summary>
internal sealed partial class TreeOnPaper
{
    public const double Width = 1123;
    public const double Height = 794;
    public const double Margin = 30;

    /// <summary>Where the content of a page ends; the key stands below.</summary>
    private const double Foot = 753;

    private const double Indent = 8;

    /// <summary>From the largest letters to 8 pt, which is the floor.</summary>
    private static readonly double[] Sizes = [13, 12.5, 12, 11.5, 11, 10.7];

    private readonly TreeShape shape;
    private readonly Words words;
    private readonly Density density;
    private readonly Columns columns;
    private readonly double size;
    private readonly bool numbered;
    private readonly PaperCards cards;

    private TreeOnPaper(TreeShape shape, Words words, double size, bool numbered = false)
    {
        (this.shape, this.words, this.size, this.numbered) = (shape, words, size, numbered);
        density = shape.Actions <= Density.MostActionsWithRoom ? Density.Roomy : Density.Compact;
        columns = Columns.Of(density);
        cards = new(words, density, size);
    }

    private double Line => cards.Line;

    public static IReadOnlyList<Sheet> Draw(TreeData data)
    {
        var shape = TreeShape.Of(data);
        var words = Words.In(data.Language);
        foreach (var size in Sizes)
        {
            var page = new TreeOnPaper(shape, words, size);
            var whole = page.Flow(double.PositiveInfinity);
            if (page.Top(whole) + page.Needed(whole) <= Foot)
            {
                return [page.Page(whole, 1, 1, data)];
            }
        }

        var smallest = new TreeOnPaper(shape, words, Sizes[^1], numbered: true);
        var pages = smallest.Pages();
        return [.. pages.Select((flow, i) => smallest.Page(flow, i + 1, pages.Count, data))];
    }

    /// <summary>Everything from top to bottom; what is higher than <paramref name="most"/> is continued in a band of its own.</summary>
    private List<Item> Flow(double most)
    {
        List<Item> flow = [];
        foreach (var (purpose, branches) in shape.Purposes)
        {
            flow.Add(StripOf(purpose));
            if (branches.Count == 0)
            {
                var note = cards.Note(words["picture.tree.no-objective"], Columns.ObjectiveWidth);
                flow.Add(new Item.Band(null, note, [], [], note.Height + density.BandPad));
            }

            flow.AddRange(branches.SelectMany(branch => Bands(branch, most)));
        }

        if (shape.Purposes.Count == 0)
        {
            var note = cards.Note(words["picture.tree.no-objective"], Columns.ObjectiveWidth);
            flow.Add(new Item.Band(null, note, [], [], note.Height + density.BandPad));
        }

        flow.AddRange(Loose(most));
        return flow;
    }

    private Item.Strip StripOf(TreePurpose? purpose)
    {
        var text = purpose is null ? words["picture.tree.no-purpose"] : $"{purpose.Code} · {purpose.Text}";
        var label = words["picture.tree.purpose"].ToUpper(words.Culture);
        var left = Math.Max(100, Letters.Width(label, size - 1, bold: true) + 24);
        var lines = Letters.Wrap(text, size + 2, Columns.Right - Columns.Objectives - left - 12, bold: true);
        return new(purpose is null, label, left, lines, (lines.Count * StripLine) + 12);
    }

    private double StripLine => 1.25 * (size + 2);

    private List<Item.Band> Bands(ShapedBranch branch, double most)
    {
        var actions = branch.Actions.Select(action => (Node: action, Card: cards.Action(action))).ToList();
        var pairs = branch.Criteria.Select(Measured).ToList();
        var whole = BandOf(branch, actions, pairs, again: false);
        if (whole.Height <= most)
        {
            return [whole];
        }

        List<Item.Band> bands = [];
        var left = most - density.BandPad;
        while (actions.Count > 0 || pairs.Count > 0)
        {
            var some = Taken(actions, action => action.Card.Height, density.Gap, left);
            bands.Add(BandOf(branch, some, TakenPairs(pairs, left), again: bands.Count > 0));
        }

        return bands.Count > 0 ? bands : [whole];
    }

    private Pair Measured(ShapedCriterion criterion) => new(
        criterion.Node,
        cards.Criterion(criterion.Node, again: false),
        criterion.Indicators.Count > 0 ? [.. criterion.Indicators.Select(cards.Indicator)] : [cards.NoIndicator()],
        density.Gap);

    private Item.Band BandOf(ShapedBranch branch, IReadOnlyList<(TreeNode Node, MeasuredCard Card)> actions, IReadOnlyList<Pair> pairs, bool again)
    {
        var objective = cards.Objective(branch, again);
        var height = Math.Max(objective.Height, Math.Max(Stack(actions, action => action.Card.Height, density.Gap), Stack(pairs, pair => pair.Height, 2 * density.Gap)));
        return new(branch, objective, actions, pairs, height + density.BandPad) { Again = again };
    }

    /// <summary>What hangs on nothing, with its question; nothing of it is left out.</summary>
    private IEnumerable<Item.Loose> Loose(double most)
    {
        List<LooseRow> rows = [];
        var room = Columns.Right - columns.ActionsRight - 14;
        foreach (var action in shape.LooseActions)
        {
            var card = cards.Loose(action);
            var question = cards.Question(action, criterion: false, room);
            rows.Add(new(card, [], question, Math.Max(card.Height, question.Count * Line)));
        }

        foreach (var criterion in shape.LooseCriteria)
        {
            var card = cards.LooseCriterion(criterion.Node);
            var question = cards.Question(criterion.Node, criterion: true, density.ActionWidth - 12);
            var indicators = criterion.Indicators.Count > 0 ? criterion.Indicators.Select(cards.Indicator).ToList() : [cards.NoIndicator()];
            rows.Add(new(card, indicators, question, Math.Max(Math.Max(card.Height, question.Count * Line), Stack(indicators, one => one.Height, density.Gap))));
        }

        foreach (var indicator in shape.LooseIndicators)
        {
            var card = cards.Indicator(indicator);
            rows.Add(new(null, [card], [], card.Height));
        }

        while (rows.Count > 0)
        {
            var some = Taken(rows, row => row.Height, density.Gap, most - 8);
            yield return new(some, Stack(some, row => row.Height, density.Gap) + 8);
        }
    }

    /// <summary>Whole bands, greedily from the top; a strip stands over its bands on every page.</summary>
    private List<List<Item>> Pages()
    {
        var strips = shape.Purposes.Select(purpose => StripOf(purpose.Purpose).Height).DefaultIfEmpty(0).Max();
        var most = Math.Max(220, Foot - Top([]) - strips - density.BandGap);
        var flow = Flow(most);
        List<List<Item>> pages = [[]];
        Item.Strip? over = null;
        for (var i = 0; i < flow.Count; i++)
        {
            if (flow[i] is Item.Strip strip)
            {
                over = strip;
                continue;
            }

            List<Item> next = over is null || pages[^1].LastOrDefault(item => item is Item.Strip) == over || flow[i] is Item.Loose ? [flow[i]] : [over, flow[i]];
            List<Item> longer = [.. pages[^1], .. next];
            if (pages[^1].Count > 0 && Top(longer) + Needed(longer) > Foot)
            {
                pages.Add(flow[i] is Item.Loose || over is null ? [flow[i]] : [over, flow[i]]);
            }
            else
            {
                pages[^1].AddRange(next);
            }
        }

        return pages;
    }

    /// <summary>Where the first thing under title, first strip and headings begins.</summary>
    private double Top(IReadOnlyList<Item> flow) => HeadEnd + (flow is [Item.Strip strip, ..] ? strip.Height : 0) + HeadingsHeight;

    private double Needed(List<Item> flow)
    {
        var below = flow is [Item.Strip, ..] ? flow[1..] : flow;
        return Stack(below, item => item.Height, density.BandGap);
    }

    private static double Stack<T>(IReadOnlyList<T> things, Func<T, double> height, double gap) => things.Sum(height) + (gap * Math.Max(0, things.Count - 1));

    /// <summary>Takes as many from the front as are not higher together than <paramref name="most"/>; one at least, where there is one.</summary>
    private static List<T> Taken<T>(List<T> things, Func<T, double> height, double gap, double most)
    {
        var (count, high) = (0, 0.0);
        while (count < things.Count && (count == 0 || high + gap + height(things[count]) <= most))
        {
            high += (count == 0 ? 0 : gap) + height(things[count]);
            count++;
        }

        var taken = things[..count];
        things.RemoveRange(0, count);
        return taken;
    }

    /// <summary>As <see cref="Taken"/>, where a criterion with more indicators than have room is continued under its name.</summary>
    private List<Pair> TakenPairs(List<Pair> pairs, double most)
    {
        var taken = Taken(pairs, pair => pair.Height, 2 * density.Gap, most);
        if (taken is [{ Height: var high } tall] && high > most && tall.Indicators.Count > 1)
        {
            List<MeasuredCard> rest = [.. tall.Indicators];
            var some = Taken(rest, indicator => indicator.Height, density.Gap, most);
            if (rest.Count > 0)
            {
                pairs.Insert(0, tall with { Card = cards.Criterion(tall.Node, again: true), Indicators = rest });
            }

            return [tall with { Indicators = some }];
        }

        return taken;
    }

    /// <summary>A thing of the page's flow.</summary>
    private abstract record Item(double Height)
    {
        internal sealed record Strip(bool Open, string Label, double Left, IReadOnlyList<string> Lines, double Height) : Item(Height);

        /// <param name="Branch">Null where a purpose has no objective yet.</param>
        /// <param name="Objective">The card of the objective.</param>
        /// <param name="Actions">In the order of the picture.</param>
        /// <param name="Pairs">Each criterion with its indicators.</param>
        /// <param name="Height">With its padding.</param>
        internal sealed record Band(ShapedBranch? Branch, MeasuredCard Objective, IReadOnlyList<(TreeNode Node, MeasuredCard Card)> Actions, IReadOnlyList<Pair> Pairs, double Height) : Item(Height)
        {
            /// <summary>It continues a band that one page had no room for.</summary>
            public bool Again { get; init; }
        }

        internal sealed record Loose(IReadOnlyList<LooseRow> Rows, double Height) : Item(Height);
    }

    private sealed record Pair(TreeNode Node, MeasuredCard Card, List<MeasuredCard> Indicators, double Gap)
    {
        public double Height => Math.Max(Card.Height, Stack(Indicators, indicator => indicator.Height, Gap));
    }

    private sealed record LooseRow(MeasuredCard? Card, IReadOnlyList<MeasuredCard> Indicators, IReadOnlyList<Written> Question, double Height);
}
