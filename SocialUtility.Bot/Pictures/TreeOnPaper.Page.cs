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

    private double Place(Drawing page, Item.Strip strip, double y)
    {
        var box = new Mark.Box(Part.Strip, Columns.Objectives, y, Columns.Right - Columns.Objectives, strip.Height) { Fill = strip.Open ? Ink.MissingGround : Ink.Value, Round = 5 };
        if (strip.Open)
        {
            box = box with { Stroke = Ink.Missing, Thickness = 1.2, Dashes = [5, 3] };
        }

        var colour = strip.Open ? Ink.Missing : Ink.Paper;
        page.Front.Add(box);
        var foot = y + 6 + MeasuredCard.Foot(StripLine, size + 2);
        page.Front.Add(new Mark.Run(strip.Label, box.X + 12, foot, size - 1) { Bold = true, Colour = colour, Within = box });
        for (var i = 0; i < strip.Lines.Count; i++)
        {
            page.Front.Add(new Mark.Run(strip.Lines[i], box.X + strip.Left, foot + (StripLine * i), size + 2) { Bold = true, Colour = colour, Within = box });
        }

        return strip.Height;
    }

    private double Place(Drawing page, Item.Band band, double y, double height)
    {
        var ground = new Mark.Box(Part.Band, Columns.Objectives - Indent, y, Columns.Right - Columns.Objectives + (2 * Indent), height) { Fill = Ink.Band, Round = 6 };
        page.Ground.Add(ground);
        var middle = ground.Middle;
        var objective = band.Objective.Draw(page.Front, Columns.Objectives, middle - (band.Objective.Height / 2), Line, ground);
        if (band.Branch is not { } branch)
        {
            return height;
        }

        var port = new Port(objective, middle, branch);
        if (!band.Again)
        {
            page.Objectives[branch.Objective.Code] = port;
        }

        PlaceActions(page, band, branch, port, ground);
        PlaceCriteria(page, band, branch, port, ground);
        return height;
    }

    private void PlaceActions(Drawing page, Item.Band band, ShapedBranch branch, Port port, Mark.Box ground)
    {
        if (band.Actions.Count == 0)
        {
            if (branch.Actions.Count + branch.AlsoActions.Count == 0)
            {
                var note = cards.Note(words["picture.tree.no-action"], density.ActionWidth);
                note.Draw(page.Front, columns.Actions, port.Middle - (note.Height / 2), Line, ground);
            }

            return;
        }

        var y = port.Middle - (Stack(band.Actions, action => action.Card.Height, density.Gap) / 2);
        List<double> middles = [];
        foreach (var (node, card) in band.Actions)
        {
            var box = card.Draw(page.Front, columns.Actions, y, Line, ground);
            middles.Add(box.Middle);
            page.Actions.Add((node, box));
            y = box.Bottom + density.Gap;
        }

        Fan(page, port.Objective.Right, port.Middle, columns.Actions - 9, columns.Actions, middles);

        // The bracket: all these together lead to what is looked at.
        var (edge, first, last) = (columns.ActionsRight + 6, middles[0] - 4, middles[^1] + 4);
        page.Ties.Add(new Mark.Line(Tie.Principal, (edge - 4, first), (edge, first), (edge, last), (edge - 4, last)));
        port.Bracket = (edge, first, last);
    }

    private void PlaceCriteria(Drawing page, Item.Band band, ShapedBranch branch, Port port, Mark.Box ground)
    {
        if (band.Pairs.Count == 0)
        {
            if (branch.Criteria.Count + branch.AlsoCriteria.Count == 0)
            {
                var note = cards.Note(words["picture.tree.no-criterion"], Columns.CriterionWidth);
                note.Draw(page.Front, columns.Criteria, port.Middle - (note.Height / 2), Line, ground);
            }

            return;
        }

        var y = port.Middle - (Stack(band.Pairs, pair => pair.Height, 2 * density.Gap) / 2);
        List<double> middles = [];
        foreach (var pair in band.Pairs)
        {
            var middle = y + (pair.Height / 2);
            var box = pair.Card.Draw(page.Front, columns.Criteria, middle - (pair.Card.Height / 2), Line, ground);
            middles.Add(middle);
            page.Criteria.Add((pair.Node, box));
            Fan(page, box.Right, middle, columns.Indicators - 9, columns.Indicators, PlaceIndicators(page, pair.Indicators, middle, ground));
            y += pair.Height + (2 * density.Gap);
        }

        Fan(page, port.Bracket?.X ?? port.Objective.Right, port.Middle, columns.Criteria - 9, columns.Criteria, middles);
    }

    private List<double> PlaceIndicators(Drawing page, IReadOnlyList<MeasuredCard> indicators, double middle, Mark.Box ground)
    {
        var y = middle - (Stack(indicators, indicator => indicator.Height, density.Gap) / 2);
        List<double> middles = [];
        foreach (var indicator in indicators)
        {
            var box = indicator.Draw(page.Front, columns.Indicators, y, Line, ground);
            middles.Add(box.Middle);
            y = box.Bottom + density.Gap;
        }

        return middles;
    }

    private double Place(Drawing page, Item.Loose loose, double y)
    {
        var ground = new Mark.Box(Part.Band, Columns.Objectives - Indent, y, Columns.Right - Columns.Objectives + (2 * Indent), loose.Height)
        {
            Fill = Ink.MissingGround,
            Stroke = Ink.Missing,
            Thickness = 1.2,
            Dashes = [5, 3],
            Round = 6,
        };
        page.Ground.Add(ground);
        var label = words["picture.tree.to-be-linked"].ToUpper(words.Culture);
        page.Front.Add(new Mark.Run(label, Columns.Objectives + 4, y + 4 + density.Pad + MeasuredCard.Foot(Line, size), size) { Bold = true, Colour = Ink.Missing, Within = ground });
        var top = y + 4;
        foreach (var row in loose.Rows)
        {
            var middle = top + (row.Height / 2);
            var isAction = row is { Card: not null, Indicators.Count: 0 };
            row.Card?.Draw(page.Front, isAction ? columns.Actions : columns.Criteria, middle - (row.Card.Height / 2), Line, ground);
            var foot = middle - (row.Question.Count * Line / 2);
            foreach (var line in row.Question)
            {
                page.Front.Add(new Mark.Run(line.Text, isAction ? columns.ActionsRight + 14 : columns.Actions, foot + MeasuredCard.Foot(Line, line.Size), line.Size) { Colour = line.Colour, Within = ground });
                foot += Line;
            }

            var middles = PlaceIndicators(page, row.Indicators, middle, ground);
            if (row.Card is not null && !isAction)
            {
                Fan(page, columns.Criteria + Columns.CriterionWidth, middle, columns.Indicators - 9, columns.Indicators, middles);
            }

            top += row.Height + density.Gap;
        }

        return loose.Height;
    }

    /// <summary>One thing on the left, several on the right, at right angles; what lies in one straight line is drawn once.</summary>
    private static void Fan(Drawing page, double from, double y, double bus, double to, List<double> targets)
    {
        if (targets is [var only] && Math.Abs(only - y) < 0.05)
        {
            page.Ties.Add(new Mark.Line(Tie.Principal, (from, y), (to, y)));
            return;
        }

        page.Ties.Add(new Mark.Line(Tie.Principal, (from, y), (bus, y)));
        page.Ties.Add(new Mark.Line(Tie.Principal, (bus, Math.Min(y, targets[0])), (bus, Math.Max(y, targets[^1]))));
        page.Ties.AddRange(targets.Select(target => new Mark.Line(Tie.Principal, (bus, target), (to, target))));
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
