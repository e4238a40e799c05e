using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// One indicator over one year: each period with its state, and what the year says. Missing is shown as missing,
/// distinct people are never summed, a partial sum is « au moins ».
/// </summary>
public sealed record YearOf
{
    private YearOf(Indicator indicator, int year, IReadOnlyList<PeriodState> periods, int yearStartsIn, bool isOver) =>
        (Indicator, Year, Periods, YearStartsIn, IsOver) = (indicator, year, periods, yearStartsIn, isOver);

    public Indicator Indicator { get; }

    public int Year { get; }

    public int YearStartsIn { get; }

    /// <summary>The year has ended.</summary>
    public bool IsOver { get; }

    /// <summary>All periods of the year that have begun, in order, but those in which it was not asked for; of a retired indicator those that were read.</summary>
    public IReadOnlyList<PeriodState> Periods { get; }

    /// <summary>The figures of the year, in time order.</summary>
    public IEnumerable<(Period Period, Reading.Figure Figure)> Figures =>
        Periods.Where(state => state.Measurement?.Reading is Reading.Figure).Select(state => (state.Period, (Reading.Figure)state.Measurement!.Reading));

    /// <summary>The last words of the year.</summary>
    public string? Words => Periods.Reverse().Select(state => state.Measurement?.Reading).OfType<Reading.Words>().FirstOrDefault()?.Text;

    /// <summary>Periods that are over and have no figure, whatever the reason; « sans objet » is not among them.</summary>
    public int Missing => Periods.Count(state => state.State is State.NotMeasured or State.Late);

    /// <summary>
    /// What the year says, in the unit of the indicator; null where nothing was measured, where the group has not chosen how
    /// to sum up, or where the rule is none. A percentage over several periods is parts over wholes, and nothing where these
    /// are not all known: percentages are neither added nor averaged (domain.md 8, rule 6).
    /// </summary>
    public decimal? Total
    {
        get
        {
            var figures = Figures.Select(entry => entry.Figure).ToList();
            // An average or a share with holes says nothing of the year.
            return figures.Count == 0 || (Missing > 0 && Indicator is { Aggregation: Aggregation.Average } or { Aggregation: Aggregation.Sum, Kind: Kind.Percentage })
                ? null
                : Indicator.Aggregation is null or Aggregation.None ? null : Sum(figures, Indicator);
        }
    }

    /// <summary>The parts and wholes of the year together, « 45 sur 60 »; null where one of them is not known, or the last figure alone counts.</summary>
    public (decimal Numerator, decimal Denominator)? Parts
    {
        get
        {
            var figures = Figures.Select(entry => entry.Figure).ToList();
            var counted = Indicator.Aggregation == Aggregation.Last ? figures.TakeLast(1).ToList() : figures;
            return Indicator.Kind == Kind.Percentage && Total is not null && counted.TrueForAll(IsShare)
                ? (counted.Sum(figure => figure.Numerator!.Value), counted.Sum(figure => figure.Denominator!.Value))
                : null;
        }
    }

    /// <summary>A sum with missing periods is a lower bound.</summary>
    public bool IsAtLeast => Indicator is { Aggregation: Aggregation.Sum, Kind: not Kind.Percentage } && Missing > 0 && Total is not null;

    /// <summary>Some of it waits for a second pair of eyes, or was returned with a note.</summary>
    public bool IsUnread => Periods.Any(state => state.Measurement?.Reread is { IsSeen: false });

    /// <summary>The least certain of the figures that the year is said from: all of them, or the last one.</summary>
    public Certainty? Certainty => Indicator.Aggregation == Aggregation.Last
        ? Figures.Select(entry => entry.Figure.Certainty).LastOrDefault()
        : Figures.Select(entry => entry.Figure.Certainty).Max();

    public static YearOf Reading(Indicator indicator, int year, int yearStartsIn, IEnumerable<Measurement> measurements, DateOnly today) =>
        Of(indicator, year, yearStartsIn, measurements.Where(measurement => measurement.Indicator == indicator.Id).ToDictionary(measurement => measurement.Period), today);

    /// <param name="indicator">Of what.</param>
    /// <param name="year">The calendar year in which the association's year starts.</param>
    /// <param name="yearStartsIn">1 to 12.</param>
    /// <param name="noted">The readings of this indicator, by period.</param>
    /// <param name="today">The day it is for the association.</param>
    internal static YearOf Of(Indicator indicator, int year, int yearStartsIn, Dictionary<Period, Measurement> noted, DateOnly today)
    {
        List<Period> periods = [.. Period.OfYear(year, indicator.Frequency, yearStartsIn)];
        return new(
            indicator,
            year,
            [
                .. periods
                    .Where(period => noted.ContainsKey(period) || (!indicator.Retired && period.Start <= today && indicator.Asks(period)))
                    .Select(period => new PeriodState(period, noted.GetValueOrDefault(period), period.End < today)),
            ],
            yearStartsIn,
            periods[^1].End < today);
    }

    /// <summary>
    /// What several figures of one indicator say together: the sum of a flow, the last of a stock, the average of a level; of a
    /// percentage its parts over its wholes, and nothing where these are not all known. Latest last.
    /// </summary>
    internal static decimal? Sum(List<Reading.Figure> figures, Indicator indicator) => (indicator.Aggregation, indicator.Kind) switch
    {
        (_, _) when figures.Count == 0 => null,
        (Aggregation.Sum or Aggregation.Average, Kind.Percentage) => Share(figures),
        (Aggregation.Sum, _) => figures.Sum(figure => figure.Amount),
        (Aggregation.Average, _) => figures.Average(figure => figure.Amount),
        _ => figures[^1].Amount,
    };

    private static decimal? Share(List<Reading.Figure> figures) =>
        figures.TrueForAll(IsShare) ? 100 * figures.Sum(figure => figure.Numerator!.Value) / figures.Sum(figure => figure.Denominator!.Value)
        : figures is [var only] ? only.Amount
        : null;

    private static bool IsShare(Reading.Figure figure) => figure is { Numerator: not null, Denominator: > 0 };
}

/// <summary>The states of a reading, shown as four words and a running period.</summary>
public enum State
{
    Measured,
    NotMeasured,
    NotApplicable,

    /// <summary>The period is over and nothing was said.</summary>
    Late,

    /// <summary>The period still runs.</summary>
    Running,
}

/// <summary>A period and what is noted for it.</summary>
public sealed record PeriodState(Period Period, Measurement? Measurement, bool IsOver)
{
    public State State => Measurement?.Reading switch
    {
        Reading.NotMeasured => State.NotMeasured,
        Reading.NotApplicable => State.NotApplicable,
        null => IsOver ? State.Late : State.Running,
        _ => State.Measured,
    };
}
