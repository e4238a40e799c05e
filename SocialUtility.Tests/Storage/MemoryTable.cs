using System.Globalization;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Storage;

/// <summary>Rows in memory, for tests of everything that only needs a table. It passes the same contract as the stores.</summary>
public sealed class MemoryTable : ITable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedDictionary<string, Row>> partitions = [];
    private long version;

    public ValueTask<Row?> FindAsync(string partition, string key, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult(partitions.GetValueOrDefault(partition)?.GetValueOrDefault(key));
        }
    }

    public ValueTask<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, CancellationToken cancellation)
    {
        lock (gate)
        {
            return ValueTask.FromResult<IReadOnlyList<Row>>(
                [.. (partitions.GetValueOrDefault(partition)?.Values ?? Enumerable.Empty<Row>())
                    .Where(row => string.CompareOrdinal(from, row.Key) <= 0 && string.CompareOrdinal(row.Key, to) < 0)]);
        }
    }

    public ValueTask WriteAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        Row.Check(partition, changes);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (!partitions.TryGetValue(partition, out var rows))
            {
                partitions.Add(partition, rows = new(StringComparer.Ordinal));
            }

            foreach (var change in changes)
            {
                if ((change.MustBeAbsent || change.ETag is not null) && rows.GetValueOrDefault(change.Key)?.ETag != change.ETag)
                {
                    throw new ConflictException(change.Key);
                }
            }

            foreach (var change in changes)
            {
                if (change.Json is { } json)
                {
                    rows[change.Key] = new(partition, change.Key, json, (++version).ToString(CultureInfo.InvariantCulture));
                }
                else
                {
                    rows.Remove(change.Key);
                }
            }

            return ValueTask.CompletedTask;
        }
    }
}
