using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>All that was ever given for one period of an indicator.</summary>
/// <param name="Period">Which one.</param>
/// <param name="Standing">What stands; null while nothing does.</param>
/// <param name="Earlier">What was superseded or taken back, newest first; an entry that stands again is not said twice.</param>
/// <param name="IsOver">The period has ended.</param>
public sealed record HistoryOfPeriod(Period Period, Measurement? Standing, IReadOnlyList<Measurement> Earlier, bool IsOver)
{
    /// <summary>Why that earlier entry was superseded, if somebody said: the reason lies with the one that came after it.</summary>
    public string? BecauseAfter(Measurement earlier) =>
        Earlier.Append(Standing).OfType<Measurement>().Where(later => later.Version > earlier.Version).MinBy(later => later.Version)?.Because;

    /// <summary>The periods of one year, newest first: those that are asked for, and those of which something was ever given.</summary>
    /// <param name="indicator">Of what.</param>
    /// <param name="year">The calendar year in which the association's year starts.</param>
    /// <param name="yearStartsIn">1 to 12.</param>
    /// <param name="lying">What lies in the ledger for it, taken back or not.</param>
    /// <param name="past">The superseded versions.</param>
    /// <param name="today">The day it is for the association.</param>
    public static IReadOnlyList<HistoryOfPeriod> Of(Indicator indicator, int year, int yearStartsIn, IEnumerable<Measurement> lying, IReadOnlyList<Measurement> past, DateOnly today)
    {
        var now = lying.ToDictionary(measurement => measurement.Period);
        var before = past.ToLookup(measurement => measurement.Period);
        return
        [
            .. Period.OfYear(year, indicator.Frequency, yearStartsIn)
                .Where(period => now.ContainsKey(period) || (period.Start <= today && indicator.Asks(period)))
                .Reverse()
                .Select(period =>
                {
                    var here = now.GetValueOrDefault(period);
                    var standing = here is { Undone: null } ? here : null;
                    return new HistoryOfPeriod(
                        period,
                        standing,
                        Once(standing, before[period].Append(here is { Undone: not null } ? here : null).OfType<Measurement>().OrderByDescending(earlier => earlier.Version)),
                        period.End < today);
                }),
        ];
    }

    private static List<Measurement> Once(Measurement? standing, IEnumerable<Measurement> newestFirst)
    {
        List<Measurement> once = [];
        foreach (var earlier in newestFirst)
        {
            if (standing?.IsSameEntryAs(earlier) != true && !once.Exists(earlier.IsSameEntryAs))
            {
                once.Add(earlier);
            }
        }

        return once;
    }
}
