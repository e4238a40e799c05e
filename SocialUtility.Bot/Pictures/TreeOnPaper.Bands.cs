namespace SocialUtility.Bot.Pictures;

/// <summary>What stands on a page, from top to bottom: the strip of a purpose, the band of an objective with its actions, criteria and indicators, what is still to be linked.</summary>
internal sealed partial class TreeOnPaper
{
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
}
