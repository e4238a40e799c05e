using System.Globalization;
using System.Text;
using SkiaSharp;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Pictures;

/// <summary>
/// How wide words are in the font that the program carries, and where they break. A reader whose machine puts another font in
/// its place loses nothing: three per cent are kept in reserve.
/// </summary>
internal static class Letters
{
    private const double Reserve = 1.03;

    /// <summary>Of an em, for a letter that the font has not: no emoji and no sign of Chinese is wider in another font.</summary>
    private const double Foreign = 1.4;

    /// <summary>Letters that one table holds; what is beyond is asked of the font.</summary>
    private const int Common = 0x2200;

    private const int MostMarks = 2;

    private static readonly bool[] Known = new bool[Common];
    private static readonly float[] Regular = Table(bold: false);
    private static readonly float[] Bold = Table(bold: true);
    private static readonly SKFont Rare = Ink.Font(1);
    private static readonly Lock Asking = new();

    /// <summary>The room that words need, with the reserve.</summary>
    public static double Width(string text, double size, bool bold = false) => Drawn(text, size, bold) * Reserve;

    /// <summary>As wide as the program itself draws them.</summary>
    public static double Drawn(string text, double size, bool bold = false)
    {
        var table = bold ? Bold : Regular;
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += rune.Value < Common ? table[rune.Value] : Ask(rune);
        }

        return width * size;
    }

    /// <summary>Our font has all of its letters.</summary>
    public static bool Knows(string text) => text.All(letter => letter < Common && Known[letter]);

    /// <summary>On one line, with at most two marks over a letter: more of them would grow out of any card.</summary>
    public static string Clean(string text)
    {
        var line = text.OnOneLine() ?? "";
        if (line.All(letter => letter < 0x300))
        {
            return line;
        }

        var clean = new StringBuilder(line.Length);
        var marks = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= MostMarks)
            {
                clean.Append(rune.Value == 0x202F ? "\u00A0" : rune.ToString());
            }
        }

        return clean.ToString();
    }

    /// <summary>As many words a line as fit; only a word wider than the line is cut, between two letters.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, bool bold = false)
    {
        if (text.Length == 0)
        {
            return [];
        }

        List<string> lines = [];
        var line = new StringBuilder();
        var (filled, space) = (0.0, Width(" ", size, bold));
        foreach (var word in text.Split(' '))
        {
            var (rest, wide) = (word, Width(word, size, bold));
            if (line.Length > 0 && filled + space + wide <= width)
            {
                line.Append(' ').Append(word);
                filled += space + wide;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line.ToString());
            }

            while (wide > width && Cut(rest, size, bold, width) is var cut && cut < rest.Length)
            {
                lines.Add(rest[..cut]);
                rest = rest[cut..];
                wide = Width(rest, size, bold);
            }

            line.Clear().Append(rest);
            filled = wide;
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>How much of a word fits: one letter at least, with the marks that belong to it.</summary>
    private static int Cut(string word, double size, bool bold, double width)
    {
        var letters = StringInfo.ParseCombiningCharacters(word);
        var wide = 0.0;
        for (var i = 0; i < letters.Length; i++)
        {
            wide += Width(word[letters[i]..(i + 1 < letters.Length ? letters[i + 1] : word.Length)], size, bold);
            if (wide > width)
            {
                return i == 0 ? letters.Length > 1 ? letters[1] : word.Length : letters[i];
            }
        }

        return word.Length;
    }

    private static float[] Table(bool bold)
    {
        using var font = Ink.Font(1000, bold);
        var glyphs = new ushort[Common];
        font.GetGlyphs(Enumerable.Range(0, Common).ToArray(), glyphs);
        var widths = font.GetGlyphWidths(glyphs);
        for (var code = 0; code < Common; code++)
        {
            Known[code] = glyphs[code] != 0;
        }

        return [.. Enumerable.Range(0, Common).Select(code => glyphs[code] != 0 ? widths[code] / 1000 : char.IsSurrogate((char)code) ? 0 : (float)Missing(new(code)))];
    }

    private static double Ask(Rune rune)
    {
        lock (Asking)
        {
            return Rare.GetGlyph(rune.Value) is not 0 and var glyph ? Rare.GetGlyphWidths([glyph])[0] : Missing(rune);
        }
    }

    private static double Missing(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        // Whole phrases and long signs that are one letter.
        _ when rune.Value is >= 0xFDF0 and <= 0xFDFF => 11,
        _ when rune.Value is >= 0x12000 and <= 0x1254F => 5,
        _ => Foreign,
    };
}
