using System.Globalization;
using System.Text;

namespace SocialUtility.Domain.Measurements;

/// <summary>What a typed figure turned out to be.</summary>
public abstract record FigureRead
{
    private FigureRead()
    {
    }

    /// <summary>One figure; <paramref name="Rest"/> is what was written after it (« kg », « % », « à peu près »).</summary>
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

    public static FigureRead Read(string text, Language language)
    {
        var trimmed = text.Trim();
        var start = 0;
        while (start < trimmed.Length && !char.IsAsciiDigit(trimmed[start]))
        {
            start++;
        }

        if (start == trimmed.Length)
        {
            return new FigureRead.None();
        }

        var negative = start > 0 && trimmed[..start].TrimEnd()[^1..] is "-" or "−" or "–" && trimmed[..start].Trim().Length == 1;
        if (start > 0 && !negative && trimmed[..start].Trim() is not ("" or "+" or "=" or "~" or "≈" or "€" or "£"))
        {
            return new FigureRead.None();
        }

        var figure = new StringBuilder();
        var end = start;
        while (end < trimmed.Length)
        {
            var letter = trimmed[end];
            var digitFollows = end + 1 < trimmed.Length && char.IsAsciiDigit(trimmed[end + 1]);
            if (char.IsAsciiDigit(letter))
            {
                figure.Append(letter);
            }
            else if (digitFollows && letter is ',' or '.')
            {
                figure.Append(letter);
            }
            else if (digitFollows && (IsSpace(letter) || letter is '\'' or '’') && ThreeDigitsFollow(trimmed, end + 1))
            {
                // A space between groups of three is a thousands mark, and says that a comma or point is not one.
                figure.Append(' ');
            }
            else if (letter is ',' && end + 1 == trimmed.Length)
            {
                break;
            }
            else
            {
                break;
            }

            end++;
        }

        var rest = trimmed[end..].Trim().TrimEnd('.');
        if (rest.Any(char.IsAsciiDigit))
        {
            // « 12 ou 15 », « 3/4 », « 12-15 »: not one figure.
            return new FigureRead.None();
        }

        var digits = figure.ToString();
        if (digits.Count(char.IsAsciiDigit) > MostDigits)
        {
            return new FigureRead.TooLong();
        }

        return Understand(digits, language) switch
        {
            (null, _) => new FigureRead.None(),
            ({ } only, null) => new FigureRead.One(negative ? -only : only, rest),
            ({ } first, { } second) => new FigureRead.Either(negative ? -first : first, negative ? -second : second, rest),
        };
    }

    private static (decimal? First, decimal? Second) Understand(string figure, Language language)
    {
        var grouped = figure.Contains(' ', StringComparison.Ordinal);
        var plain = figure.Replace(" ", "", StringComparison.Ordinal);
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

    private static bool IsSpace(char letter) => letter is ' ' or '\u00A0' or '\u202F' or '\u2009' or '\u2007' or '\u2002' or '\u2003';
}
