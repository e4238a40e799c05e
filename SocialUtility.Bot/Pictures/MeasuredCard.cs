using SkiaSharp;

namespace SocialUtility.Bot.Pictures;

/// <summary>What a card of the tree is: each has a shape of its own, so that it is told apart without its colour.</summary>
internal enum Look
{
    /// <summary>A thick edge, the code in bold on a line of its own.</summary>
    Objective,

    /// <summary>A bar on the left, the code before the words.</summary>
    Action,

    /// <summary>Round corners, bold.</summary>
    Criterion,

    /// <summary>A thin square edge.</summary>
    Indicator,

    /// <summary>Not measured or late: a dashed edge.</summary>
    Missing,

    /// <summary>Not applicable, or not over yet: a dotted edge.</summary>
    Apart,

    /// <summary>Serves besides, or is to be linked: a dashed edge on white.</summary>
    Dashed,

    /// <summary>A secondary criterion: round and dashed.</summary>
    DashedCriterion,
}

/// <summary>One line of a card.</summary>
internal sealed record Written(string Text, double Size)
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public SKColor Colour { get; init; } = Ink.Text;

    public double Width => Letters.Width(Text, Size, Bold);
}

/// <summary>A card measured, before it has a place.</summary>
/// <param name="Look">Its shape.</param>
/// <param name="Lines">Its words, from the top.</param>
/// <param name="Width">As wide as its column.</param>
/// <param name="Height">As high as its words ask.</param>
/// <param name="Left">Between its edge and its words.</param>
/// <param name="Top">Between its edge and its first line.</param>
internal sealed record MeasuredCard(Look Look, IReadOnlyList<Written> Lines, double Width, double Height, double Left, double Top)
{
    /// <summary>At the right end of the first line, from the right.</summary>
    public IReadOnlyList<Written> Tail { get; init; } = [];

    /// <summary>« aussi O3 », in an outline of its own.</summary>
    public Written? Tag { get; init; }

    /// <summary>The place of the first letter's foot under the top of its line.</summary>
    public static double Foot(double line, double size) => (line / 2) + (size * 0.32);

    /// <summary>Draws it at its place; edges drawn before it never run over its words.</summary>
    public Mark.Box Draw(List<Mark> marks, double x, double y, double line, Mark.Box? within, bool wide = false)
    {
        var box = Shape(x, y, wide) with { Within = within };
        marks.Add(box);
        if (Look == Look.Action)
        {
            marks.Add(new Mark.Box(Part.Bar, x, y, wide ? 5 : 4, Height) { Fill = Ink.Action, Round = 1, Within = box });
        }

        for (var i = 0; i < Lines.Count; i++)
        {
            marks.Add(Run(Lines[i], x + Left, y + Top + (line * i) + Foot(line, Lines[i].Size), box));
        }

        var right = box.Right - Left;
        foreach (var written in Tail)
        {
            marks.Add(Run(written, right, y + Top + Foot(line, written.Size), box) with { EndsAtX = true });
            right -= written.Width + 10;
        }

        if (Tag is { } tag)
        {
            var outline = new Mark.Box(Part.Tag, box.Right - 15 - tag.Width, box.Middle - (line / 2), tag.Width + 10, line)
            {
                Round = line / 2,
                Stroke = Ink.Missing,
                Thickness = 1.1,
                Dashes = [4, 2],
                Within = box,
            };
            marks.Add(outline);
            marks.Add(Run(tag, outline.X + 5, outline.Y + Foot(line, tag.Size), outline));
        }

        return box;
    }

    private Mark.Box Shape(double x, double y, bool wide)
    {
        var box = new Mark.Box(Part.Card, x, y, Width, Height);
        return Look switch
        {
            Look.Objective => box with { Fill = Ink.ValueGround, Stroke = Ink.Value, Thickness = 2, Round = 5 },
            Look.Action => box with { Stroke = Ink.Rule, Thickness = wide ? 1.2 : 1, Round = wide ? 5 : 4 },
            Look.Criterion => box with { Fill = Ink.TargetGround, Stroke = Ink.Target, Thickness = 1.5, Round = wide ? 11 : 10 },
            Look.DashedCriterion => box with { Stroke = Ink.Missing, Thickness = 1.4, Dashes = [5, 3], Round = wide ? 11 : 10 },
            Look.Indicator => box with { Stroke = Ink.Rule, Thickness = wide ? 1.2 : 1, Round = 3 },
            Look.Missing => box with { Fill = Ink.MissingGround, Stroke = Ink.Missing, Thickness = 1.2, Dashes = [4, 3], Round = 3 },
            Look.Apart => box with { Stroke = Ink.Soft, Thickness = 1.2, Dashes = [1.5f, 3], Round = 3 },
            _ => box with { Stroke = Ink.Missing, Thickness = 1.3, Dashes = [5, 3], Round = 4 },
        };
    }

    private static Mark.Run Run(Written written, double x, double y, Mark.Box within) => new(written.Text, x, y, written.Size)
    {
        Bold = written.Bold,
        Italic = written.Italic,
        Colour = written.Colour,
        Within = within,
    };
}
