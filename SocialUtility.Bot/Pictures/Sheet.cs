using SkiaSharp;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Pictures;

/// <summary>What a box on a sheet is for.</summary>
internal enum Part
{
    Band,
    Strip,
    Card,
    Bar,
    Tag,
    Key,
}

/// <summary>What a line on a sheet says.</summary>
internal enum Tie
{
    Principal,
    Secondary,

    /// <summary>White under a secondary line, so that of two lines that cross one passes over.</summary>
    Halo,
    Key,
}

/// <summary>One thing drawn; what they are is enough for a test to see that nothing leaves its place.</summary>
internal abstract record Mark
{
    private Mark()
    {
    }

    /// <summary>A box, with what it must lie within.</summary>
    internal sealed record Box(Part Part, double X, double Y, double Width, double Height) : Mark
    {
        public double Round { get; init; }

        public SKColor Fill { get; init; } = Ink.Paper;

        public SKColor? Stroke { get; init; }

        public double Thickness { get; init; } = 1;

        public float[]? Dashes { get; init; }

        public Box? Within { get; init; }

        public double Right => X + Width;

        public double Bottom => Y + Height;

        public double Middle => Y + (Height / 2);
    }

    /// <summary>A line through points, at right angles only.</summary>
    internal sealed record Line(Tie Tie, params IReadOnlyList<(double X, double Y)> Points) : Mark
    {
        public SKColor Colour { get; init; } = Ink.Rule;

        public double Thickness { get; init; } = 1.6;

        public float[]? Dashes { get; init; }
    }

    /// <summary>The hollow end of a link whose other end is elsewhere.</summary>
    internal sealed record Dot(double X, double Y) : Mark
    {
        public const double Radius = 3;
    }

    /// <summary>Words on one line, from X rightwards, or up to X.</summary>
    internal sealed record Run(string Text, double X, double Y, double Size) : Mark
    {
        public SKColor Colour { get; init; } = Ink.Text;

        public bool Bold { get; init; }

        public bool Italic { get; init; }

        public bool EndsAtX { get; init; }

        public Box? Within { get; init; }

        public double Width => Letters.Width(Text, Size, Bold);
    }
}

/// <summary>One page of a picture, in units of a 96th of an inch: SVG and PNG are both written from it.</summary>
internal sealed record Sheet(double Width, double Height, IReadOnlyList<Mark> Marks)
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    public required Language Language { get; init; }

    /// <summary>In millimetres on paper rather than in pixels on a screen.</summary>
    public bool OnPaper { get; init; }
}
