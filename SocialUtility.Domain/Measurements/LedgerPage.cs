using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>A reading as it stood at one look, with the ETag of its row: what somebody writes in between is a conflict, not a loss.</summary>
public sealed record Kept(Measurement Measurement, string ETag)
{
    /// <summary>The reading that stands; null where what lies there was taken back.</summary>
    public Measurement? Standing => Measurement.Undone is null ? Measurement : null;
}

/// <summary>The readings of some years as they stood at one look.</summary>
public sealed class LedgerPage(IEnumerable<Kept> kept)
{
    private readonly Dictionary<Id<Indicator>, Dictionary<Period, Kept>> readings = kept
        .GroupBy(one => one.Measurement.Indicator)
        .ToDictionary(group => group.Key, group => group.ToDictionary(one => one.Measurement.Period));

    /// <summary>What lies there for that period, taken back or not; null where nothing was ever noted.</summary>
    public Kept? Find(Id<Indicator> indicator, Period period) => readings.GetValueOrDefault(indicator)?.GetValueOrDefault(period);

    /// <summary>All that lies there for one indicator, taken back or not.</summary>
    public IEnumerable<Measurement> Lying(Id<Indicator> indicator) => readings.GetValueOrDefault(indicator)?.Values.Select(one => one.Measurement) ?? [];

    /// <summary>All readings that stand for one indicator, in time order.</summary>
    public IEnumerable<Measurement> Of(Id<Indicator> indicator) =>
        readings.GetValueOrDefault(indicator)?.Values.Select(one => one.Standing).OfType<Measurement>().OrderBy(measurement => measurement.Period) ?? Enumerable.Empty<Measurement>();
}
