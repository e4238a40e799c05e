using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Talks;

/// <summary>A real store behind a door that can be shut: for reading and writing, or for writing alone; it counts what was written.</summary>
internal sealed class WatchedTable(ITable behind) : ITable, IDisposable
{
    private int writes;
    private int ranges;

    public enum Door
    {
        Open,
        NoWriting,
        Shut,
    }

    public Door Now { get; set; }

    /// <summary>What a write waits for before it is begun: lets a test choose who comes first.</summary>
    public Func<string, Task>? BeforeWriting { get; set; }

    public int Writes => Volatile.Read(ref writes);

    public int Ranges => Volatile.Read(ref ranges);

    public ValueTask<Row?> FindAsync(string partition, string key, CancellationToken cancellation)
    {
        Pass(Door.Shut);
        return behind.FindAsync(partition, key, cancellation);
    }

    public ValueTask<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, CancellationToken cancellation)
    {
        Pass(Door.Shut);
        Interlocked.Increment(ref ranges);
        return behind.RangeAsync(partition, from, to, cancellation);
    }

    public async ValueTask WriteAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        Pass(Door.NoWriting);
        if (BeforeWriting is { } wait)
        {
            await wait(partition);
        }

        await behind.WriteAsync(partition, changes, cancellation);
        Interlocked.Increment(ref writes);
    }

    public void Dispose() => (behind as IDisposable)?.Dispose();

    private void Pass(Door least)
    {
        if (Now >= least)
        {
            throw new StoreUnavailableException("The store is away.", new TimeoutException());
        }
    }
}
