using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// Reads a deadline as people type it: « fin 2027 », « décembre 2027 », « 31/12/2027 », « 2027 », « 5 janvier 2027 »;
/// a month or a year means its last day.
/// </summary>
public static partial class DayText
{
    public static DateOnly? Read(string text, Language language)
    {
        if (text.Length > 60)
        {
            return null;
        }

        var folded = Leading().Replace(text.AsWord(), "");
        if (DateOnly.TryParseExact(folded, ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Sensible(day);
        }

        if (YearAlone().Match(folded) is { Success: true } year)
        {
            return Sensible(new(int.Parse(year.Groups["year"].Value, CultureInfo.InvariantCulture), 12, 31));
        }

        if (MonthAndYear().Match(folded) is not { Success: true } match || Month(match.Groups["month"].Value, language) is not { } month)
        {
            return null;
        }

        var inYear = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var last = DateTime.DaysInMonth(inYear, month);
        var typed = match.Groups["day"].Success ? int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) : last;
        return typed >= 1 && typed <= last ? Sensible(new(inYear, month, typed)) : null;
    }

    private static DateOnly? Sensible(DateOnly day) => day.Year is >= 1990 and <= 2100 ? day : null;

    private static int? Month(string name, Language language)
    {
        foreach (var culture in (CultureInfo[])[language.Culture(), Language.French.Culture(), Language.English.Culture()])
        {
            for (var month = 1; month <= 12; month++)
            {
                var whole = culture.DateTimeFormat.GetMonthName(month).Folded();
                if (whole == name || (name.Length >= 3 && whole.StartsWith(name, StringComparison.Ordinal)))
                {
                    return month;
                }
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:d'ici|avant|by|before|end of|the end of|fin|la fin de|le|on|pour|en|in)\s+(?:a\s+)?(?:la\s+fin\s+(?:de\s+)?|fin\s+(?:de\s+)?|the\s+end\s+of\s+|end\s+of\s+)?")]
    private static partial Regex Leading();

    [GeneratedRegex(@"^(?:fin\s+)?(?<year>(?:19|20|21)\d\d)$")]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"^(?:(?<day>\d{1,2})(?:er|st|nd|rd|th)?\s+(?:of\s+)?)?(?<month>[a-z]{3,12})\.?,?\s+(?<year>(?:19|20|21)\d\d)$")]
    private static partial Regex MonthAndYear();
}
