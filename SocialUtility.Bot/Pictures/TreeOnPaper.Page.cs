namespace SocialUtility.Bot.Pictures;

/// <summary>One page: everything gets its place, and the principal lines.</summary>
internal sealed partial class TreeOnPaper
{
    private const double TitleSize = 16;
    private const double SubtitleSize = 11;

    /// <summary>Of the spare height of a page; the rest stays under the last band.</summary>
    private const double Shared = 0.95;

    private static readonly string[] Headings = ["picture.tree.objectives", "picture.tree.actions", "picture.tree.criteria", "picture.tree.indicators"];

    private IReadOnlyList<string> TitleLines => field ??= Letters.Wrap(shape.Title, TitleSize, Columns.Right - Columns.Objectives - Letters.Width(shape.Subtitle, SubtitleSize) - (numbered ? 110 : 24), bold: true);

    /// <summary>Under the title: where the first strip begins.</summary>
    private double HeadEnd => 46 + (20 * Math.Max(0, TitleLines.Count - 1));

    private IReadOnlyList<IReadOnlyList<string>> HeadingLines => field ??=
    [
        .. Headings.Zip([columns.Actions - Columns.Objectives - 8, columns.Criteria - columns.Actions - 8, columns.Indicators - columns.Criteria - 8, columns.IndicatorWidth])
            .Select(heading => Letters.Wrap(words[heading.First], size, heading.Second, bold: true)),
    ];

    private double HeadingsHeight => 28 + (Line * (HeadingLines.Max(lines => lines.Count) - 1));

    private Sheet Page(List<Item> flow, int number, int of, TreeData data)
    {
        var page = new Drawing();
        Head(page, flow, number, of);
        var top = Top(flow);
        var below = flow is [Item.Strip, ..] ? flow[1..] : flow;
        var spare = Math.Max(0, Foot - top - Needed(flow));
        var bands = below.Count(item => item is Item.Band);
        var each = bands == 0 ? 0 : Shared * spare / bands;
        var y = top;
        foreach (var item in below)
        {
            y += item switch
            {
                Item.Strip strip => Place(page, strip, y),
                Item.Band band => Place(page, band, y, band.Height + each),
                Item.Loose loose => Place(page, loose, y),
                _ => 0,
            } + density.BandGap;
        }

        var dense = of > 1 || IsDense(page);
        if (dense)
        {
            Stubs(page);
        }
        else
        {
            LongLines(page);
        }

        // A page grows only where one card alone is higher than a page.
        var height = Math.Max(Height, y - density.BandGap + Height - Foot);
        Key(page, height, dense);
        return new(Width, height, [.. page.Ground, .. page.Ties, .. page.Dots, .. page.Front])
        {
            Title = shape.Title,
            Description = TreeCounts.Of(shape).Said(words),
            Language = data.Language,
            OnPaper = true,
        };
    }

    private void Head(Drawing page, List<Item> flow, int number, int of)
    {
        for (var i = 0; i < TitleLines.Count; i++)
        {
            page.Front.Add(new Mark.Run(TitleLines[i], Columns.Objectives, 34 + (20 * i), TitleSize) { Bold = true });
        }

        var subtitle = of == 1 ? shape.Subtitle : string.Join(" · ", ((string[])[shape.Subtitle, words.Say("picture.tree.page", number, of)]).Where(part => part.Length > 0));
        page.Front.Add(new Mark.Run(subtitle, Columns.Right, 34, SubtitleSize) { Colour = Ink.Soft, EndsAtX = true });
        var y = HeadEnd;
        if (flow is [Item.Strip first, ..])
        {
            y += Place(page, first, y);
        }

        double[] lefts = [Columns.Objectives, columns.Actions, columns.Criteria, columns.Indicators];
        var last = HeadingLines.Max(lines => lines.Count);
        foreach (var (left, lines) in lefts.Zip(HeadingLines))
        {
            for (var i = 0; i < lines.Count; i++)
            {
                page.Front.Add(new Mark.Run(lines[i], left, y + 19 + (Line * (last - lines.Count + i)), size) { Bold = true, Colour = Ink.Soft });
            }
        }
    }

    private void Key(Drawing page, double height, bool dense)
    {
        var (y, letters) = (height - 22, Math.Min(size - 0.5, 11.5));
        var x = Margin;
        page.Front.Add(new Mark.Line(Tie.Key, (x, y), (x + 34, y)));
        x = Say(words["picture.tree.key.principal"], x + 40) + 24;
        if (dense)
        {
            page.Front.Add(new Mark.Line(Tie.Key, (x, y), (x + 28, y)) { Colour = Ink.Missing, Thickness = 1.5 });
            page.Front.Add(new Mark.Dot(x + 31, y));
        }
        else
        {
            page.Front.Add(new Mark.Line(Tie.Key, (x, y), (x + 34, y)) { Colour = Ink.Missing, Thickness = 1.5, Dashes = [5, 3] });
        }

        x = Say(words["picture.tree.key.secondary"], x + 40) + 24;
        page.Front.Add(new Mark.Box(Part.Key, x, y - 8, 34, 13) { Fill = Ink.MissingGround, Stroke = Ink.Missing, Thickness = 1.2, Dashes = [4, 3], Round = 3 });
        x = Say(words["picture.tree.key.missing"], x + 40);
        var reading = words["picture.tree.key.reading"];
        var beside = x + 16 + Letters.Width(reading, letters) <= Columns.Right;
        page.Front.Add(new Mark.Run(reading, Columns.Right, beside ? y + 4 : y + 19, letters) { Colour = Ink.Soft, EndsAtX = true });

        double Say(string text, double at)
        {
            page.Front.Add(new Mark.Run(text, at, y + 4, letters) { Colour = Ink.Soft });
            return at + Letters.Width(text, letters);
        }
    }

    /// <summary>Where the lines of an objective leave.</summary>
    private sealed record Port(Mark.Box Objective, double Middle, ShapedBranch Branch)
    {
        /// <summary>Right of its actions; null where it has none of its own.</summary>
        public (double X, double Top, double Bottom)? Bracket { get; set; }
    }

    /// <summary>A page while it is drawn: grounds, then lines, then what lines never run over.</summary>
    private sealed class Drawing
    {
        public List<Mark> Ground { get; } = [];

        public List<Mark> Ties { get; } = [];

        public List<Mark> Dots { get; } = [];

        public List<Mark> Front { get; } = [];

        public Dictionary<string, Port> Objectives { get; } = new(StringComparer.Ordinal);

        public List<(TreeNode Node, Mark.Box Box)> Actions { get; } = [];

        public List<(TreeNode Node, Mark.Box Box)> Criteria { get; } = [];
    }
}
