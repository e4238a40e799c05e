using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialUtility.Domain.Measurements;

/// <summary>The units in which time is given here.</summary>
public enum DurationUnit
{
    Minutes,
    Hours,
    Days,
    Months,
}

/// <summary>Reads a time as people say it: « 3 h 30 », « 1h05 », « 90 min », "2 hours 15 minutes".</summary>
public static partial class DurationText
{
    /// <summary>The unit that a word names; null where it names none.</summary>
    public static DurationUnit? UnitOf(string words) => words.AsWord().Split(' ')[0] switch
    {
        "min" or "mn" or "minute" or "minutes" => DurationUnit.Minutes,
        "h" or "heure" or "heures" or "hour" or "hours" => DurationUnit.Hours,
        "j" or "jour" or "jours" or "day" or "days" => DurationUnit.Days,
        "mois" or "month" or "months" => DurationUnit.Months,
        _ => null,
    };

    /// <summary>Hours and minutes as minutes; null where the text is no such time.</summary>
    public static int? Minutes(string text)
    {
        var match = Clock.Match(text.AsWord());
        if (!match.Success)
        {
            return null;
        }

        var hours = Part(match, "hours");
        var minutes = Part(match, "minutes") ?? Part(match, "alone");
        return (hours, minutes) is (null, null) || (hours is not null && minutes > 59) ? null : (hours ?? 0) * 60 + (minutes ?? 0);
    }

    /// <summary>Hours and minutes in that unit; null where the text is no such time, or the unit is of another size.</summary>
    public static decimal? Read(string text, DurationUnit unit) => (Minutes(text), unit) switch
    {
        ({ } minutes, DurationUnit.Minutes) => minutes,
        ({ } minutes, DurationUnit.Hours) => Math.Round(minutes / 60m, 3, MidpointRounding.AwayFromZero),
        _ => null,
    };

    private static int? Part(Match match, string name) =>
        match.Groups[name] is { Success: true } part ? int.Parse(part.Value, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:(?<hours>\d{1,5}) ?(?:h|heures?|hours?)(?: ?(?:et |and )?(?<minutes>\d{1,2})(?: ?(?:min|mn|minutes?))?)?|(?<alone>\d{1,6}) ?(?:min|mn|minutes?))$")]
    private static partial Regex Clock { get; }
}
