using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>One indicator over several years, in one way of measuring: a line that may be drawn.</summary>
/// <param name="Indicator">Which one; another way of measuring is another series.</param>
/// <param name="Years">Each year, in time order, those without a reading too.</param>
public sealed record Series(Indicator Indicator, IReadOnlyList<YearOf> Years)
{
    /// <summary>
    /// The series of those indicators, from one reading of the ledger: what it costs grows with the readings and the periods,
    /// and not with their product.
    /// </summary>
    public static IReadOnlyList<Series> Of(IEnumerable<Indicator> indicators, IEnumerable<Measurement> measurements, int first, int last, int yearStartsIn, DateOnly today)
    {
        var noted = measurements.ToLookup(measurement => measurement.Indicator);
        return
        [
            .. indicators.Select(indicator =>
            {
                var own = noted[indicator.Id].ToDictionary(measurement => measurement.Period);
                return new Series(indicator, [.. Enumerable.Range(first, last - first + 1).Select(year => YearOf.Of(indicator, year, yearStartsIn, own, today))]);
            }),
        ];
    }

    public YearOf? Of(int year) => Years.FirstOrDefault(one => one.Year == year);
}
