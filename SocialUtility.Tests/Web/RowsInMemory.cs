using System.Collections.Concurrent;
using System.Globalization;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Web;

/// <summary>A store in memory that can be away, and that knows how often it was written.</summary>
internal sealed class RowsInMemory : ITable
{
    private readonly Lock state = new();
    private readonly ConcurrentDictionary<string, SortedDictionary<string, Row>> partitions = new();
    private int writes;

    public bool Away { get; set; }

    public int Writes => writes;

    public ValueTask<Row?> FindAsync(string partition, string key, CancellationToken cancellation)
    {
        lock (state)
        {
            return ValueTask.FromResult(Of(partition).GetValueOrDefault(key));
        }
    }

    public ValueTask<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, CancellationToken cancellation)
    {
        lock (state)
        {
            return ValueTask.FromResult<IReadOnlyList<Row>>([.. Of(partition).Values.Where(row => string.CompareOrdinal(from, row.Key) <= 0 && string.CompareOrdinal(row.Key, to) < 0)]);
        }
    }

    public ValueTask WriteAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        Row.Check(partition, changes);
        lock (state)
        {
            var rows = Of(partition);
            if (changes.FirstOrDefault(change => (change.MustBeAbsent || change.ETag is not null) && rows.GetValueOrDefault(change.Key)?.ETag != change.ETag) is { } broken)
            {
                throw new ConflictException(broken.Key);
            }

            writes++;
            foreach (var change in changes)
            {
                if (change.Json is { } json)
                {
                    rows[change.Key] = new(partition, change.Key, json, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
                }
                else
                {
                    rows.Remove(change.Key);
                }
            }

            return ValueTask.CompletedTask;
        }
    }

    private SortedDictionary<string, Row> Of(string partition) => Away
        ? throw new StoreUnavailableException("The store is away.", new TimeoutException())
        : partitions.GetOrAdd(partition, _ => new(StringComparer.Ordinal));
}
