using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>A reading as it stood at one look, with the ETag of its row: what somebody writes in between is a conflict, not a loss.</summary>
public sealed record Kept(Measurement Measurement, string ETag);

/// <summary>The readings of some years as they stood at one look.</summary>
public sealed class LedgerPage(IEnumerable<Kept> kept)
{
    private readonly Dictionary<Id<Indicator>, Dictionary<Period, Kept>> readings = kept
        .GroupBy(one => one.Measurement.Indicator)
        .ToDictionary(group => group.Key, group => group.ToDictionary(one => one.Measurement.Period));

    /// <summary>What stands for that period; null where nothing does.</summary>
    public Kept? Find(Id<Indicator> indicator, Period period) => readings.GetValueOrDefault(indicator)?.GetValueOrDefault(period);

    /// <summary>All readings of one indicator, in time order.</summary>
    public IEnumerable<Measurement> Of(Id<Indicator> indicator) =>
        readings.GetValueOrDefault(indicator)?.Values.Select(one => one.Measurement).OrderBy(measurement => measurement.Period) ?? Enumerable.Empty<Measurement>();
}
