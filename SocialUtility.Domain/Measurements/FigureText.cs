using System.Globalization;

namespace SocialUtility.Domain.Measurements;

/// <summary>What a typed figure turned out to be.</summary>
public abstract record FigureRead
{
    private FigureRead()
    {
    }

    /// <summary>One figure; <paramref name="Rest"/> is what was written with it (« kg », « % », « à peu près »).</summary>
    public sealed record One(decimal Amount, string Rest) : FigureRead;

    /// <summary>It can be read in two ways: <c>1.250</c> in French.</summary>
    public sealed record Either(decimal First, decimal Second, string Rest) : FigureRead;

    /// <summary>No figure in it.</summary>
    public sealed record None : FigureRead;

    /// <summary>More digits than anything here counts.</summary>
    public sealed record TooLong : FigureRead;
}

/// <summary>
/// Reads figures as people type them: <c>1 250,5</c> with ordinary, non-breaking and narrow spaces, <c>12 %</c>, <c>3.8</c>,
/// and <c>1,250.5</c> in English.
/// </summary>
public static class FigureText
{
    private const int MostDigits = 15;

    private static readonly string[] Approximately = ["environ", "env", "env.", "a peu pres", "about", "around", "roughly"];

    private static readonly string[] UnitsWithDigits = ["m2", "m3", "km2", "CO2"];

    public static FigureRead Read(string text, Language language)
    {
        var trimmed = Visible(text);
        var start = trimmed.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return new FigureRead.None();
        }

        var before = trimmed[..start].Trim();
        var negative = before is "-" or "−" or "–";
        var about = Approximately.Contains(before.Folded());
        if (!negative && !about && before is not ("" or "+" or "=" or "~" or "≈" or "€" or "£"))
        {
            return new FigureRead.None();
        }

        var end = EndOfFigure(trimmed, start);
        var after = trimmed[end..].Trim().TrimEnd('.', ',', ';', '!', ' ');
        if (after.Split(' ').Any(word => word.Any(char.IsAsciiDigit) && !UnitsWithDigits.Contains(word, StringComparer.OrdinalIgnoreCase)))
        {
            // « 12 ou 15 », « 3/4 », « 12-15 »: not one figure.
            return new FigureRead.None();
        }

        var figure = trimmed[start..end];
        if (figure.Count(char.IsAsciiDigit) > MostDigits)
        {
            return new FigureRead.TooLong();
        }

        var rest = about ? $"{before} {after}".TrimEnd() : after;
        return Understand(figure, language) switch
        {
            (null, _) => new FigureRead.None(),
            ({ } only, null) => new FigureRead.One(negative ? -only : only, rest),
            ({ } first, { } second) => new FigureRead.Either(negative ? -first : first, negative ? -second : second, rest),
        };
    }

    /// <summary>Ordinary spaces for the unusual ones, and none of the marks that have no width.</summary>
    private static string Visible(string text) => string.Concat(text
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format)
        .Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter)).Trim();

    /// <summary>Digits, the marks between them, and spaces or apostrophes where they set off groups of three.</summary>
    internal static int EndOfFigure(string text, int start)
    {
        var (end, marked, group) = (start, false, 0);
        while (end < text.Length)
        {
            var letter = text[end];
            if (char.IsAsciiDigit(letter))
            {
                group++;
            }
            else if (letter is ',' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            {
                marked = true;
            }
            else if (letter is ' ' or '\'' or '’' && !marked && group <= 3 && ThreeDigitsFollow(text, end + 1))
            {
                group = 0;
            }
            else
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static (decimal? First, decimal? Second) Understand(string figure, Language language)
    {
        // A space between groups of three is a thousands mark, and says that a comma or point is not one.
        var plain = string.Concat(figure.Where(letter => letter is not (' ' or '\'' or '’')));
        var grouped = plain.Length < figure.Length;
        var commas = plain.Count(letter => letter == ',');
        var points = plain.Count(letter => letter == '.');
        switch (commas, points)
        {
            case (0, 0):
                return (Parse(plain), null);
            case (> 0, > 0):
                // Both: the last one is the decimal mark, the other groups thousands.
                var mark = plain.LastIndexOf(',') > plain.LastIndexOf('.') ? ',' : '.';
                var other = mark == ',' ? '.' : ',';
                var whole = plain[..plain.LastIndexOf(mark)];
                return plain.Count(letter => letter == mark) == 1 && !grouped && AreThousands(whole, other)
                    ? (Parse(plain.Replace(other.ToString(), "", StringComparison.Ordinal).Replace(mark, '.')), null)
                    : (null, null);
            case var _ when commas + points > 1:
                // 1.250.000 or 1,250,000
                var separator = commas > 0 ? ',' : '.';
                return !grouped && AreThousands(plain, separator) ? (Parse(plain.Replace(separator.ToString(), "", StringComparison.Ordinal)), null) : (null, null);
            default:
                var single = commas > 0 ? ',' : '.';
                var after = plain.Length - plain.IndexOf(single) - 1;
                var before = plain.IndexOf(single);
                var asDecimal = Parse(plain.Replace(single, '.'));
                var couldBeThousands = !grouped && after == 3 && before is >= 1 and <= 3 && plain[0] != '0';
                return (couldBeThousands, single, language) switch
                {
                    (true, ',', Language.English) => (Parse(plain.Replace(",", "", StringComparison.Ordinal)), null),
                    (true, '.', Language.French) => (Parse(plain.Replace(".", "", StringComparison.Ordinal)), asDecimal),
                    _ => (asDecimal, null),
                };
        }
    }

    private static bool AreThousands(string figure, char separator)
    {
        var groups = figure.Split(separator);
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }

    private static decimal? Parse(string figure) =>
        decimal.TryParse(figure, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static bool ThreeDigitsFollow(string text, int start) =>
        start + 3 <= text.Length && text.AsSpan(start, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (start + 3 == text.Length || !char.IsAsciiDigit(text[start + 3]));
}
