using System.Globalization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Measurements;

/// <summary>The readings of an association, append-only: what was said once stays readable.</summary>
public sealed class Ledger(ITable table, Id<Association> association)
{
    /// <summary>Up to so many indicators and years are read one by one; beyond, one range costs less.</summary>
    private const int Few = 4;

    private readonly string partition = Association.Partition(association);

    /// <summary>What lies there for that period, taken back or not; null where nothing was ever noted.</summary>
    public async ValueTask<Kept?> FindAsync(Id<Indicator> indicator, Period period, CancellationToken cancellation) =>
        await table.FindAsync(partition, Measurement.KeyOf(indicator, period), cancellation) is { } row ? KeptIn(row) : null;

    /// <summary>
    /// The readings of those indicators in those years: a range for each year of a few indicators, one range for many.
    /// </summary>
    public async ValueTask<LedgerPage> PageAsync(IReadOnlyCollection<Id<Indicator>> indicators, int first, int last, CancellationToken cancellation)
    {
        List<Row> rows = [];
        if (indicators.Count <= Few && last - first < Few)
        {
            foreach (var indicator in indicators)
            {
                for (var year = first; year <= last; year++)
                {
                    var prefix = $"{Years(year)}|{indicator}|";
                    rows.AddRange(await table.RangeAsync(partition, prefix, Row.After(prefix), cancellation));
                }
            }
        }
        else
        {
            var wanted = indicators.Select(indicator => indicator.ToString()).ToHashSet();
            rows.AddRange((await table.RangeAsync(partition, Years(first), Years(last + 1), cancellation)).Where(row => wanted.Contains(row.Key.Split('|')[2])));
        }

        return new(rows.Select(KeptIn));
    }

    /// <summary>
    /// For which indicators and periods of the years something is noted, whatever it says: as <c>indicator|period</c>. One range, of which
    /// no reading is understood.
    /// </summary>
    public async ValueTask<HashSet<string>> GivenAsync(int first, int last, CancellationToken cancellation) =>
        [.. (await table.RangeAsync(partition, Years(first), Years(last + 1), cancellation)).Select(row => row.Key[(Years(first).Length + 1)..])];

    /// <summary>All readings of the years, whatever the indicator: one range.</summary>
    public async ValueTask<IReadOnlyList<Measurement>> OfYearsAsync(int first, int last, CancellationToken cancellation) =>
        Read(await table.RangeAsync(partition, Years(first), Years(last + 1), cancellation));

    /// <summary>The readings of the years at those keys: one range, and only what is asked for is understood.</summary>
    public async ValueTask<IReadOnlyList<Measurement>> OfYearsAsync(int first, int last, IReadOnlySet<string> keys, CancellationToken cancellation) =>
        Read([.. (await table.RangeAsync(partition, Years(first), Years(last + 1), cancellation)).Where(row => keys.Contains(row.Key))]);

    /// <summary>The readings of the latest of those years that has any, the last one where none has: one range, and only that year is understood.</summary>
    public async ValueTask<(int Year, IReadOnlyList<Measurement> Readings)> OfLatestYearAsync(int first, int last, CancellationToken cancellation)
    {
        var rows = await table.RangeAsync(partition, Years(first), Years(last + 1), cancellation);
        for (var year = last; year >= first; year--)
        {
            if (Read([.. rows.Where(row => row.Key.StartsWith(Years(year), StringComparison.Ordinal))]) is { Count: > 0 } readings)
            {
                return (year, readings);
            }
        }

        return (last, []);
    }

    /// <summary>The readings of one indicator in one year, in time order.</summary>
    public async ValueTask<IReadOnlyList<Measurement>> OfYearAsync(Id<Indicator> indicator, int year, CancellationToken cancellation)
    {
        var prefix = $"{Years(year)}|{indicator}|";
        return Read(await table.RangeAsync(partition, prefix, Row.After(prefix), cancellation));
    }

    /// <summary>Does anything stand for it? Reads all readings: for the rare turn that must know.</summary>
    public async ValueTask<bool> AnyAsync(Id<Indicator> indicator, CancellationToken cancellation)
    {
        var of = $"|{indicator}|";
        return Read([.. (await table.RangeAsync(partition, Measurement.Prefix, Row.After(Measurement.Prefix), cancellation)).Where(row => row.Key.Contains(of, StringComparison.Ordinal))]).Count > 0;
    }

    /// <summary>Was it read in that year or one of the nine before? One look at each year, from the latest on.</summary>
    public async ValueTask<bool> AnyBeforeAsync(Id<Indicator> indicator, int year, CancellationToken cancellation)
    {
        for (var earlier = year - 1; earlier >= year - 10; earlier--)
        {
            if ((await OfYearAsync(indicator, earlier, cancellation)).Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The superseded versions for that period, oldest first.</summary>
    public ValueTask<IReadOnlyList<Measurement>> PastAsync(Id<Indicator> indicator, Period period, CancellationToken cancellation) =>
        PastAsync($"{Measurement.PastPrefix}{indicator}|{period}|", cancellation);

    /// <summary>All superseded versions of one indicator, by period, then oldest first: one range.</summary>
    public ValueTask<IReadOnlyList<Measurement>> PastAsync(Id<Indicator> indicator, CancellationToken cancellation) =>
        PastAsync($"{Measurement.PastPrefix}{indicator}|", cancellation);

    private async ValueTask<IReadOnlyList<Measurement>> PastAsync(string prefix, CancellationToken cancellation) =>
        [.. (await table.RangeAsync(partition, prefix, Row.After(prefix), cancellation)).Select(Read).OrderBy(past => past.Period).ThenBy(past => past.Version)];

    /// <summary>
    /// The changes that note <paramref name="next"/>; over an earlier reading it becomes the next version and the earlier one
    /// is kept. An equal reading changes nothing.
    /// </summary>
    public static IReadOnlyList<Change> Note(Measurement next, Kept? earlier)
    {
        if (earlier is not var (before, etag))
        {
            return [Change.Add(next.Key, DomainJson.Write(next))];
        }

        if (before.Undone is null && next.SaysTheSameAs(before))
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

    /// <summary>The change that notes what the second pair of eyes saw; the value itself stays as it was given.</summary>
    public static Change Reread(Kept kept, Rereading reread) =>
        Change.Replace(kept.Measurement.Key, DomainJson.Write(kept.Measurement with { Reread = reread }), kept.ETag);

    private static string Years(int year) => string.Create(CultureInfo.InvariantCulture, $"{Measurement.Prefix}{year:0000}");

    /// <summary>What stands: an entry that was taken back is none.</summary>
    private static IReadOnlyList<Measurement> Read(IReadOnlyList<Row> rows) =>
        [.. rows.Select(Read).Where(measurement => measurement.Undone is null).OrderBy(measurement => measurement.Period.Start)];

    private static Kept KeptIn(Row row) => new(Read(row), row.ETag);

    private static Measurement Read(Row row) => DomainJson.Read(row, DomainJson.Default.Measurement);
}
