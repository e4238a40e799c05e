namespace SocialUtility.Domain.Storage;

/// <summary>
/// The one seam to a store: rows of JSON by partition and key. What belongs to an association lies in one partition,
/// so that a change and its journal line are one atomic batch.
/// </summary>
/// <remarks>
/// Keys are any text of 1 to 255 bytes in UTF-8, ordered by the number of their characters (ordinal).
/// A key that is longer or empty is not found; writing one is a mistake of the programmer.
/// Every adapter passes one contract (<c>TableContract</c> in the tests).
/// A store that does not answer throws <see cref="StoreUnavailableException"/>, whatever its engine.
/// </remarks>
public interface ITable
{
    /// <summary>The row at that key, or null.</summary>
    ValueTask<Row?> FindAsync(string partition, string key, CancellationToken cancellation);

    /// <summary>All rows of the partition with <paramref name="from"/> ≤ key &lt; <paramref name="to"/>, in the order of their keys.</summary>
    ValueTask<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, CancellationToken cancellation);

    /// <summary>Writes all changes or none; what is acknowledged survives a crash of the process.</summary>
    /// <exception cref="ConflictException">A row is not as one of the changes expects it; nothing was written.</exception>
    /// <exception cref="RowTooLargeException">A row is over <see cref="Row.MaxJsonBytes"/>; nothing was written.</exception>
    /// <remarks>Canceled means that nothing was written, except where a distant store was already asked.</remarks>
    ValueTask WriteAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation);
}
