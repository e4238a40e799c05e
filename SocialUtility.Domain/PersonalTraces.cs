using System.Text.RegularExpressions;

namespace SocialUtility.Domain;

/// <summary>What in a free text looks as if it belonged to one person.</summary>
public enum Trace
{
    Phone,
    Email,

    /// <summary>Thirteen to fifteen digits: a social-security number, a SIRET.</summary>
    LongNumber,
}

/// <summary>
/// The guard of free texts (domain.md 7.3, G8): telephone numbers, addresses of e-mail and long numbers are seen before a text is
/// kept, and the person decides. It looks for shapes only: years, amounts and postal codes are none.
/// </summary>
public static partial class PersonalTraces
{
    /// <summary>What was seen, each kind once, in the order of the text.</summary>
    public static IReadOnlyList<Trace> In(string text) => [.. Found(text).Select(found => found.Trace).Distinct()];

    /// <summary>The text without what was seen, the spaces around it closed; null where nothing but signs is left.</summary>
    public static string? Without(string text)
    {
        var left = text;
        // What is taken out may bring two halves together that look like one more.
        while (Found(left) is [.., var last])
        {
            var (before, after) = (left[..last.Begin], left[last.End..]);
            left = before.EndsWith(' ') && after is [' ' or ',' or '.' or ')' or '…', ..] ? before.TrimEnd(' ') + after : before + after;
        }

        return left.Any(char.IsLetterOrDigit) ? left.Trim() : null;
    }

    private static List<(Trace Trace, int Begin, int End)> Found(string text)
    {
        var found = new List<(Trace Trace, int Begin, int End)>();
        foreach (var (trace, shape) in ((Trace, Regex)[])[(Trace.Email, Email), (Trace.LongNumber, Identity), (Trace.LongNumber, Long), (Trace.Phone, Phone), (Trace.Phone, Abroad)])
        {
            foreach (Match match in shape.Matches(text))
            {
                if (!found.Exists(other => match.Index < other.End && other.Begin < match.Index + match.Length))
                {
                    found.Add((trace, match.Index, match.Index + match.Length));
                }
            }
        }

        found.Sort((one, other) => one.Begin - other.Begin);
        return found;
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-]{1,64}@(?:[\p{L}\p{N}\-]{1,63}\.){1,8}\p{L}{2,24}", RegexOptions.CultureInvariant)]
    private static partial Regex Email { get; }

    /// <summary>A French number in pairs, with one kind of sign between them or none: 06 12 34 56 78, 0612345678, 06.12.34.56.78.</summary>
    [GeneratedRegex(@"(?<![0-9.,+])0[1-9](?<between>[\s.\-/]?)[0-9]{2}(?:\k<between>[0-9]{2}){3}(?![0-9]|[.,][0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Phone { get; }

    /// <summary>A number with its country: +33 6 12 34 56 78, 0033612345678, +44 (0)7700 900123.</summary>
    [GeneratedRegex(@"(?<![0-9.,])(?:\+|00)[1-9](?:[\s.\-/()]{0,2}[0-9]){9,14}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Abroad { get; }

    /// <summary>As they are written on cards and papers: 1 85 05 78 006 084 36, 123 456 789 00012.</summary>
    [GeneratedRegex(@"(?<![0-9.,])(?:[12]\s[0-9]{2}\s[0-9]{2}\s[0-9][0-9AB]\s[0-9]{3}\s[0-9]{3}(?:\s[0-9]{2})?|[0-9]{3}\s[0-9]{3}\s[0-9]{3}\s[0-9]{5})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Identity { get; }

    [GeneratedRegex(@"(?<![0-9.,])(?:[0-9]{13,15}|[12][0-9]{4}2[AB][0-9]{6}(?:[0-9]{2})?)(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Long { get; }
}
