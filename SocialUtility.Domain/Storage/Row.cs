using System.Text;

namespace SocialUtility.Domain.Storage;

/// <summary>What is stored at one key, in the bytes it is stored in: of a range most rows are never looked into.</summary>
public sealed class Row(string partition, string key, ReadOnlyMemory<byte> utf8, string etag)
{
    public Row(string partition, string key, string json, string etag) : this(partition, key, Encoding.UTF8.GetBytes(json), etag)
    {
    }

    public string Partition => partition;

    public string Key => key;

    /// <summary>The JSON, in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => utf8.Span;

    public string Json => Encoding.UTF8.GetString(Utf8);

    /// <summary>Changes with each write of the row.</summary>
    public string ETag => etag;

    /// <summary>The most a row holds, in bytes of UTF-8: what fits in an entity of Azure Table Storage (1 MiB) however it is carried.</summary>
    public const int MaxJsonBytes = 480 * 1024;

    /// <summary>The most changes one batch may hold (Azure Table Storage: 100 operations a transaction).</summary>
    public const int MaxChanges = 100;

    /// <summary>The most a batch may hold in all: escaped character by character it still fits in one request of Azure Table Storage (4 MiB).</summary>
    public const int MaxBatchBytes = 640 * 1024;

    /// <summary>The longest key or partition, in bytes of UTF-8: 255 plain letters, 85 ideographs. Azure Table Storage keeps 512 characters, its addresses fewer.</summary>
    public const int MaxKeyBytes = 255;

    /// <summary>Whether a row could be there at all; what could not is not found, without asking the store.</summary>
    public static bool CanBeKey(string key) =>
        key.Length is > 0 and <= MaxKeyBytes && (key.Length * 3 <= MaxKeyBytes || Encoding.UTF8.GetByteCount(key) <= MaxKeyBytes);

    /// <summary>The first key after all that begin with <paramref name="prefix"/>.</summary>
    public static string After(string prefix) => prefix + '\uffff';

    /// <summary>Throws where a batch could not be written by every adapter, before any of them is asked.</summary>
    /// <exception cref="ArgumentException">Too many changes, too much in all, a key that is empty, too long or named twice.</exception>
    /// <exception cref="RowTooLargeException">A row is too large.</exception>
    public static void Check(string partition, IReadOnlyList<Change> changes)
    {
        CheckKey(partition);
        if (changes.Count > MaxChanges)
        {
            throw new ArgumentException($"A batch of {changes.Count} changes: at most {MaxChanges} can be written at once.", nameof(changes));
        }

        var keys = changes.Count > 1 ? new HashSet<string>(changes.Count, StringComparer.Ordinal) : null;
        var characters = 0L;
        foreach (var change in changes)
        {
            CheckKey(change.Key);
            if (keys?.Add(change.Key) == false)
            {
                throw new ArgumentException($"The key {change.Key} is named twice in one batch.", nameof(changes));
            }

            characters += change.Json?.Length ?? 0;
        }

        // A character takes three bytes at most: only a large batch is worth counting.
        if (characters * 3 > MaxJsonBytes)
        {
            CheckSize(changes);
        }
    }

    private static void CheckSize(IReadOnlyList<Change> changes)
    {
        var total = 0L;
        foreach (var change in changes)
        {
            var bytes = change.Json is { } json ? Encoding.UTF8.GetByteCount(json) : 0;
            total += bytes <= MaxJsonBytes ? bytes : throw new RowTooLargeException(change.Key);
        }

        if (total > MaxBatchBytes)
        {
            throw new ArgumentException($"A batch of {total} bytes: at most {MaxBatchBytes} can be written at once.", nameof(changes));
        }
    }

    private static void CheckKey(string key)
    {
        if (!CanBeKey(key))
        {
            throw new ArgumentException($"A key has 1 to {MaxKeyBytes} bytes; this one has {key.Length} characters.", nameof(key));
        }
    }
}

/// <summary>One wish of a batch; made by one of the four named ways.</summary>
public sealed record Change
{
    private Change(string key, string? json, bool mustBeAbsent, string? etag) =>
        (Key, Json, MustBeAbsent, ETag) = (key, json, mustBeAbsent, etag);

    public string Key { get; }

    /// <summary>The new content, or null to delete.</summary>
    public string? Json { get; }

    /// <summary>The row must not exist yet.</summary>
    public bool MustBeAbsent { get; }

    /// <summary>The row must still be as it was read; null: whatever is there.</summary>
    public string? ETag { get; }

    public static Change Add(string key, string json) => new(key, json, mustBeAbsent: true, etag: null);

    public static Change Replace(string key, string json, string etag) => new(key, json, mustBeAbsent: false, etag);

    public static Change Put(string key, string json) => new(key, json, mustBeAbsent: false, etag: null);

    /// <summary>Without an <paramref name="etag"/> the row may be in any state, or absent.</summary>
    public static Change Delete(string key, string? etag = null) => new(key, json: null, mustBeAbsent: false, etag);
}

/// <summary>Somebody else wrote first: nothing of the batch was written.</summary>
public sealed class ConflictException : Exception
{
    public ConflictException(string key) : base($"The row {key} is not as it was read.") => Key = key;

    public ConflictException(string key, Exception inner) : base($"The row {key} is not as it was read.", inner) => Key = key;

    /// <summary>The row in question, or the first of them.</summary>
    public string Key { get; }
}

/// <summary>A row holds more than a store can keep.</summary>
public sealed class RowTooLargeException(string key) : Exception($"The row {key} is over {Row.MaxJsonBytes} bytes.");

/// <summary>The store does not answer: full disk, locked database, no connection. What was acknowledged before still holds.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
