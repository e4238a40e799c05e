using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>A state that is loaded once in a turn, changed in memory, and saved when asked.</summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage storage;
    private readonly string contextServiceKey;

    public BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentException.ThrowIfNullOrEmpty(contextServiceKey);
        (this.storage, this.contextServiceKey) = (storage, contextServiceKey);
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Accessor<T>(this, name);
    }

    public CachedBotState? GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(contextServiceKey);
    }

    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        if (!force && GetCachedState(turnContext) is not null)
        {
            return;
        }

        var key = GetStorageKey(turnContext);
        var items = await storage.ReadAsync([key], cancellationToken);
        var state = items.TryGetValue(key, out var stored) ? BotJson.As<IDictionary<string, object>>(stored) : null;
        turnContext.TurnState.Set(contextServiceKey, new CachedBotState(state));
    }

    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        if (GetCachedState(turnContext) is { } cached && (force || cached.IsChanged()))
        {
            await storage.WriteAsync(new Dictionary<string, object> { [GetStorageKey(turnContext)] = cached.State }, cancellationToken);
            cached.Saved();
        }
    }

    /// <summary>Empties the state; it is saved like any other change.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Set(contextServiceKey, CachedBotState.Cleared());
        return Task.CompletedTask;
    }

    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(contextServiceKey);
        await storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    protected Task<T?> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default) =>
        Loaded(turnContext).TryGetValue(propertyName, out var value)
            ? Task.FromResult(BotJson.As<T>(value))
            : typeof(T).IsValueType ? throw new KeyNotFoundException(propertyName) : Task.FromResult(default(T));

    protected Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object? value, CancellationToken cancellationToken = default)
    {
        Loaded(turnContext)[propertyName] = value!;
        return Task.CompletedTask;
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        Loaded(turnContext).Remove(propertyName);
        return Task.CompletedTask;
    }

    private IDictionary<string, object> Loaded(ITurnContext turnContext) =>
        GetCachedState(turnContext)?.State ?? throw new InvalidOperationException($"{GetType().Name} is not loaded in this turn.");

    /// <summary>The state of one turn, and how it was when it was loaded.</summary>
    public class CachedBotState
    {
        private string? loaded;

        public CachedBotState(IDictionary<string, object>? state = null)
        {
            State = state ?? new Dictionary<string, object>();
            loaded = Text();
        }

        public IDictionary<string, object> State { get; set; }

        internal static CachedBotState Cleared() => new() { loaded = null };

        internal bool IsChanged() => loaded != Text();

        internal void Saved() => loaded = Text();

        private string Text() => BotJson.ToText(State);
    }

    private sealed class Accessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T>? defaultValueFactory = null, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            var properties = state.Loaded(turnContext);
            if (properties.TryGetValue(name, out var stored))
            {
                var value = BotJson.As<T>(stored);
                if (value is not null)
                {
                    if (!ReferenceEquals(stored, value) && stored is not T)
                    {
                        // Read from JSON: from now on what the bot holds is what is saved.
                        properties[name] = value;
                    }

                    return value;
                }
            }

            if (defaultValueFactory is null)
            {
                return default!;
            }

            var made = defaultValueFactory();
            await SetAsync(turnContext, made, cancellationToken);
            return made;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken);
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken);
        }
    }
}
