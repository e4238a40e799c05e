using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// What was usual for an indicator until now: between which figures it moved lately and at the same time of earlier years,
/// so that an August is compared with an August, and one slip of the past hides nothing.
/// </summary>
/// <param name="Low">The lowest of what is usual.</param>
/// <param name="High">The highest.</param>
/// <param name="Known">From how many figures that is known.</param>
/// <param name="Last">The figure nearest in time: shown to whoever is asked.</param>
/// <param name="YearAgo">The figure of the same time a year before, where it is another one.</param>
public sealed record Habit(decimal Low, decimal High, int Known, Measurement Last, Measurement? YearAgo)
{
    /// <summary>So many of the nearest figures are looked at.</summary>
    private const int Nearest = 6;

    /// <summary>From so many on the lowest and the highest are left out: each may have been a slip.</summary>
    private const int EnoughToTrim = 5;

    /// <summary>A count that differs by no more than this is small, not surprising.</summary>
    private const decimal SmallCount = 5;

    /// <summary>So many points beyond what is usual a percentage surprises.</summary>
    private const decimal Points = 30;

    /// <summary>So many levels beyond what is usual a level of five surprises.</summary>
    private const decimal Levels = 1.5m;

    /// <summary>Of the indicator's other figures; null where there is none.</summary>
    public static Habit? Of(IEnumerable<Measurement> history, Period period)
    {
        var figures = history
            .Where(measurement => measurement.Reading is Reading.Figure && measurement.Period != period)
            .OrderBy(measurement => Math.Abs(measurement.Period.Start.DayNumber - period.Start.DayNumber))
            .ThenBy(measurement => measurement.Period)
            .ToList();
        if (figures.Count == 0)
        {
            return null;
        }

        var near = figures.Take(Nearest).Select(AmountOf).Order().ToList();
        var season = figures.Where(measurement => measurement.Period.Frequency == period.Frequency && measurement.Period.Number == period.Number && Math.Abs(measurement.Period.Year - period.Year) <= 2).ToList();
        var usual = (near.Count >= EnoughToTrim ? near[1..^1] : near).Concat(season.Select(AmountOf)).ToList();
        var last = figures.Find(measurement => measurement.Period < period) ?? figures[0];
        var yearAgo = season.Find(measurement => measurement.Period.Year == period.Year - 1);
        return new(usual.Min(), usual.Max(), figures.Count, last, yearAgo == last ? null : yearAgo);
    }

    /// <summary>So many times more or less than usual surprises; the less is known, the more is taken without asking.</summary>
    private decimal Times => Known switch { 1 => 5, 2 => 4, _ => 3 };

    /// <summary>Is the figure far from what was usual?</summary>
    public bool IsFar(decimal amount, Kind kind) => kind switch
    {
        Kind.Percentage => amount > High + Points || amount < Low - Points,
        Kind.Scale => amount > High + Levels || amount < Low - Levels,
        _ => (High > 0 && amount > High * Times && amount - High > Slack(kind)) || (amount * Times < Low && Low - amount > Slack(kind)),
    };

    private static decimal Slack(Kind kind) => kind == Kind.Count ? SmallCount : 0;

    private static decimal AmountOf(Measurement measurement) => ((Reading.Figure)measurement.Reading).Amount;
}
