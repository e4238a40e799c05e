using System.Globalization;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests;

/// <summary>The store in memory, for tests that are about something else.</summary>
internal sealed class MemoryTable : ITable
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<(string Partition, string Key), Row> rows = new(Comparer<(string Partition, string Key)>.Create(
        (left, right) => string.CompareOrdinal(left.Partition, right.Partition) is not 0 and var order ? order : string.CompareOrdinal(left.Key, right.Key)));

    private int writes;

    public ValueTask<Row?> FindAsync(string partition, string key, CancellationToken cancellation)
    {
        lock (gate)
        {
            return new(rows.GetValueOrDefault((partition, key)));
        }
    }

    public ValueTask<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, CancellationToken cancellation)
    {
        lock (gate)
        {
            return new([.. rows.Values.Where(row => row.Partition == partition && string.CompareOrdinal(row.Key, from) >= 0 && string.CompareOrdinal(row.Key, to) < 0)]);
        }
    }

    public ValueTask WriteAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        Row.Check(partition, changes);
        lock (gate)
        {
            foreach (var change in changes)
            {
                var present = rows.GetValueOrDefault((partition, change.Key));
                if ((change.MustBeAbsent && present is not null) || (change.ETag is not null && present?.ETag != change.ETag))
                {
                    throw new ConflictException(change.Key);
                }
            }

            foreach (var change in changes)
            {
                if (change.Json is null)
                {
                    rows.Remove((partition, change.Key));
                }
                else
                {
                    rows[(partition, change.Key)] = new(partition, change.Key, change.Json, (++writes).ToString(CultureInfo.InvariantCulture));
                }
            }
        }

        return ValueTask.CompletedTask;
    }
}
