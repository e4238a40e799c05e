namespace Microsoft.Bot.Builder;

/// <summary>Keeps objects by key between turns.</summary>
public interface IStorage
{
    /// <summary>What is there under the given keys; a key without anything is left out.</summary>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}

/// <summary>Something stored that must not be overwritten unseen; <c>*</c> says that it may.</summary>
public interface IStoreItem
{
    string? ETag { get; set; }
}
