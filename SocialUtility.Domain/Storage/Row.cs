using System.Text;

namespace SocialUtility.Domain.Storage;

/// <summary>What is stored at one key. The <paramref name="ETag"/> changes with each write of the row.</summary>
public sealed record Row(string Partition, string Key, string Json, string ETag)
{
    /// <summary>The most a row holds, in bytes of UTF-8: what fits in an entity of Azure Table Storage (1 MiB, two bytes a character) with room for its keys.</summary>
    public const int MaxJsonBytes = 480 * 1024;

    /// <summary>The most changes one batch may hold (Azure Table Storage: 100 operations a transaction).</summary>
    public const int MaxChanges = 100;

    /// <summary>The longest key or partition, in characters.</summary>
    public const int MaxKeyLength = 255;

    /// <summary>The first key after all that begin with <paramref name="prefix"/>.</summary>
    public static string After(string prefix) => prefix + '\uffff';

    /// <summary>Throws where a batch could not be written by every adapter, before any of them is asked.</summary>
    /// <exception cref="ArgumentException">Too many changes, a key that is empty, too long or named twice.</exception>
    /// <exception cref="RowTooLargeException">A row is too large.</exception>
    public static void Check(string partition, IReadOnlyList<Change> changes)
    {
        CheckKey(partition);
        if (changes.Count > MaxChanges)
        {
            throw new ArgumentException($"A batch of {changes.Count} changes: at most {MaxChanges} can be written at once.", nameof(changes));
        }

        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            CheckKey(change.Key);
            if (!keys.Add(change.Key))
            {
                throw new ArgumentException($"The key {change.Key} is named twice in one batch.", nameof(changes));
            }

            if (change.Json is { } json && json.Length > MaxJsonBytes / 3 && Encoding.UTF8.GetByteCount(json) > MaxJsonBytes)
            {
                throw new RowTooLargeException(change.Key);
            }
        }
    }

    private static void CheckKey(string key)
    {
        if (key.Length is 0 or > MaxKeyLength)
        {
            throw new ArgumentException($"A key has 1 to {MaxKeyLength} characters; this one has {key.Length}.", nameof(key));
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
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);
