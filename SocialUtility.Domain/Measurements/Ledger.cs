using System.Globalization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Measurements;

/// <summary>The readings of an association, append-only: what was said once stays readable.</summary>
public sealed class Ledger(ITable table, Id<Association> association)
{
    private readonly string partition = Association.Partition(association);

    /// <summary>What is noted for that period, with the ETag of its row; null when nothing is.</summary>
    public async ValueTask<(Measurement Measurement, string ETag)?> FindAsync(Id<Indicator> indicator, Period period, CancellationToken cancellation) =>
        await table.FindAsync(partition, Measurement.KeyOf(indicator, period), cancellation) is { } row ? (Read(row), row.ETag) : null;

    /// <summary>All readings of the years, whatever the indicator: one range.</summary>
    public async ValueTask<IReadOnlyList<Measurement>> OfYearsAsync(int first, int last, CancellationToken cancellation) =>
        Read(await table.RangeAsync(partition, Years(first), Years(last + 1), cancellation));

    /// <summary>The readings of the years at those keys: one range, and only what is asked for is understood.</summary>
    public async ValueTask<IReadOnlyList<Measurement>> OfYearsAsync(int first, int last, IReadOnlySet<string> keys, CancellationToken cancellation) =>
        Read([.. (await table.RangeAsync(partition, Years(first), Years(last + 1), cancellation)).Where(row => keys.Contains(row.Key))]);

    /// <summary>The readings of one indicator in one year, in time order.</summary>
    public async ValueTask<IReadOnlyList<Measurement>> OfYearAsync(Id<Indicator> indicator, int year, CancellationToken cancellation)
    {
        var prefix = $"{Years(year)}|{indicator}|";
        return Read(await table.RangeAsync(partition, prefix, Row.After(prefix), cancellation));
    }

    /// <summary>Was anything ever noted for it? Reads all readings: for the rare turn that must know.</summary>
    public async ValueTask<bool> AnyAsync(Id<Indicator> indicator, CancellationToken cancellation)
    {
        var of = $"|{indicator}|";
        return (await table.RangeAsync(partition, Measurement.Prefix, Row.After(Measurement.Prefix), cancellation)).Any(row => row.Key.Contains(of, StringComparison.Ordinal));
    }

    /// <summary>The superseded versions for that period, oldest first.</summary>
    public async ValueTask<IReadOnlyList<Measurement>> PastAsync(Id<Indicator> indicator, Period period, CancellationToken cancellation)
    {
        var prefix = $"{Measurement.PastPrefix}{indicator}|{period}|";
        return Read(await table.RangeAsync(partition, prefix, Row.After(prefix), cancellation));
    }

    /// <summary>
    /// The changes that note <paramref name="next"/>; over an earlier reading it becomes the next version and the earlier one
    /// is kept. An equal reading changes nothing.
    /// </summary>
    public static IReadOnlyList<Change> Note(Measurement next, (Measurement Measurement, string ETag)? earlier)
    {
        if (earlier is not var (before, etag))
        {
            return [Change.Add(next.Key, DomainJson.Write(next))];
        }

        if (before.Reading == next.Reading && before.Context == next.Context)
        {
            return [];
        }

        var corrected = next with { Version = before.Version + 1 };
        return
        [
            Change.Replace(next.Key, DomainJson.Write(corrected), etag),
            Change.Add(before.PastKey, DomainJson.Write(before)),
        ];
    }

    private static string Years(int year) => string.Create(CultureInfo.InvariantCulture, $"{Measurement.Prefix}{year:0000}");

    private static IReadOnlyList<Measurement> Read(IReadOnlyList<Row> rows) => [.. rows.Select(Read).OrderBy(measurement => measurement.Period.Start)];

    private static Measurement Read(Row row) => DomainJson.Read(row, DomainJson.Default.Measurement);
}
