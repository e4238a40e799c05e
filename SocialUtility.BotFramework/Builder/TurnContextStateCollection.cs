namespace Microsoft.Bot.Builder;

/// <summary>What middleware, adapter and bot leave for each other during a turn, by type or by name.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool disposed;

    public TurnContextStateCollection()
        : base(8)
    {
    }

    public T? Get<T>(string key)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ObjectDisposedException.ThrowIf(disposed, this);
        return TryGetValue(key, out var value) ? value as T : null;
    }

    public T? Get<T>()
        where T : class => Get<T>(KeyOf<T>());

    public void Add<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        ObjectDisposedException.ThrowIf(disposed, this);
        base.Add(key, value);
    }

    public void Add<T>(T value)
        where T : class => Add(KeyOf<T>(), value);

    /// <summary>Replaces what is there; nothing removes it.</summary>
    public void Set<T>(string key, T? value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ObjectDisposedException.ThrowIf(disposed, this);
        Remove(key);
        if (value is not null)
        {
            base.Add(key, value);
        }
    }

    public void Set<T>(T? value)
        where T : class => Set(KeyOf<T>(), value);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        // What is shared between turns is not ours to dispose: the connector lives as long as the adapter.
        disposed = true;
    }

    private static string KeyOf<T>() => typeof(T).FullName!;
}
