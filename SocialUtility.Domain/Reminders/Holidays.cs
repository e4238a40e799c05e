namespace SocialUtility.Domain.Reminders;

/// <summary>Where French public holidays differ.</summary>
public enum Territory
{
    Metropole,

    /// <summary>Bas-Rhin, Haut-Rhin, Moselle: Good Friday and 26 December too (Code du travail, L. 3134-13).</summary>
    AlsaceMoselle,
    Guadeloupe,
    Martinique,
    Guyane,
    Reunion,
    Mayotte,
    SaintBarthelemy,
    SaintMartin,
}

/// <summary>
/// The public holidays of France, computed for any year: eleven everywhere (Code du travail, L. 3133-1), and in the overseas
/// departments the day slavery was abolished (L. 3422-2, décret 83-1003).
/// </summary>
public static class Holidays
{
    public static bool FallsOn(DateOnly day, Territory territory)
    {
        var fromEaster = day.DayNumber - Easter(day.Year).DayNumber;
        return (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)
            // Easter Monday, Ascension, Whit Monday.
            || fromEaster is 1 or 39 or 50
            || territory switch
            {
                Territory.AlsaceMoselle => fromEaster == -2 || (day.Month, day.Day) == (12, 26),
                Territory.Mayotte => (day.Month, day.Day) == (4, 27),
                Territory.Martinique => (day.Month, day.Day) == (5, 22),
                Territory.Guadeloupe => (day.Month, day.Day) == (5, 27),
                Territory.SaintMartin => (day.Month, day.Day) == (5, 28),
                Territory.Guyane => (day.Month, day.Day) == (6, 10),
                Territory.SaintBarthelemy => (day.Month, day.Day) == (10, 9),
                Territory.Reunion => (day.Month, day.Day) == (12, 20),
                _ => false,
            };
    }

    /// <summary>Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuryRest) = Math.DivRem(century, 4);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - leapCenturies - correction + 15) % 30;
        var (leaps, rest) = Math.DivRem(inCentury, 4);
        var weekday = (32 + (2 * centuryRest) + (2 * leaps) - epact - rest) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new(year, month, day + 1);
    }

    /// <summary>The territory that an IANA time zone names; the mainland for all others.</summary>
    public static Territory Of(string timeZone) => timeZone switch
    {
        "America/Guadeloupe" => Territory.Guadeloupe,
        "America/Martinique" => Territory.Martinique,
        "America/Cayenne" => Territory.Guyane,
        "Indian/Reunion" => Territory.Reunion,
        "Indian/Mayotte" => Territory.Mayotte,
        "America/St_Barthelemy" => Territory.SaintBarthelemy,
        "America/Marigot" => Territory.SaintMartin,
        _ => Territory.Metropole,
    };
}
