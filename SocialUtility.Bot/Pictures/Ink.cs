using System.Globalization;
using System.Text;
using SkiaSharp;

namespace SocialUtility.Bot.Pictures;

/// <summary>
/// Colours and letters of our pictures. The font is carried in the program, so that a picture is the same on every machine,
/// also where none is installed.
/// </summary>
internal static class Ink
{
    public static readonly SKColor Paper = SKColors.White;
    public static readonly SKColor Text = new(0x1B, 0x24, 0x30);
    public static readonly SKColor Soft = new(0x4A, 0x55, 0x63);
    public static readonly SKColor Rule = new(0x6B, 0x76, 0x83);
    public static readonly SKColor Grid = new(0xC5, 0xCD, 0xD6);
    public static readonly SKColor Value = new(0x0B, 0x4F, 0x82);
    public static readonly SKColor Target = new(0x6A, 0x35, 0x77);
    public static readonly SKColor Missing = new(0x8A, 0x43, 0x00);
    public static readonly SKColor MissingGround = new(0xFB, 0xF0, 0xE0);
    public static readonly SKColor MissingHatch = new(0xD9, 0xB9, 0x8C);
    public static readonly SKColor ValueGround = new(0xE6, 0xF0, 0xF7);
    public static readonly SKColor TargetGround = new(0xF3, 0xEA, 0xF5);
    public static readonly SKColor Action = new(0x0A, 0x63, 0x50);
    public static readonly SKColor Band = new(0xF4, 0xF6, 0xF8);

    private static readonly SKTypeface Regular = Load("OpenSans-Regular.ttf");
    private static readonly SKTypeface Bold = Load("OpenSans-Bold.ttf");

    public static SKFont Font(float size, bool bold = false) => new(bold ? Bold : Regular, size)
    {
        Edging = SKFontEdging.Antialias,
        Hinting = SKFontHinting.None,
        Subpixel = true,
    };

    /// <summary>Without what the font has no letter for (emoji, other scripts): better nothing than a box.</summary>
    public static string Drawable(string text) => string.Concat(text.EnumerateRunes()
        .Select(rune => Regular.GetGlyph(rune.Value) != 0 ? rune.ToString() : rune.Value == '\u202F' ? "\u2009" : Rune.IsWhiteSpace(rune) ? " " : "")).Trim();

    /// <summary>As much of the text as fits, with « … » where it was cut.</summary>
    public static string Fit(string text, SKFont font, float width)
    {
        if (font.MeasureText(text) <= width)
        {
            return text;
        }

        var letters = StringInfo.ParseCombiningCharacters(text);
        var (fits, cut) = (0, letters.Length);
        while (fits < cut)
        {
            var middle = (fits + cut + 1) / 2;
            if (middle < letters.Length && font.MeasureText(text[..letters[middle]].TrimEnd() + "…") <= width)
            {
                fits = middle;
            }
            else
            {
                cut = middle - 1;
            }
        }

        return text[..letters[fits]].TrimEnd(' ', '·', ',') + "…";
    }

    /// <summary>On lines no wider than that, at most so many; the last one is cut where there is more.</summary>
    public static IReadOnlyList<string> Wrap(string text, SKFont font, float width, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && lines.Count < most - 1 && font.MeasureText(longer) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return [.. lines.Select(full => Fit(full, font, width))];
    }

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(Ink).Assembly.GetManifestResourceStream(name)!;
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"The font {name} is damaged.");
    }
}
