using System.Text.Json.Serialization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs that run in a conversation, the one on top first.</summary>
public sealed class DialogState
{
    public DialogState() : this([])
    {
    }

    public DialogState(List<DialogInstance>? stack) => DialogStack = stack ?? [];

    [JsonPropertyName("dialogStack")]
    public List<DialogInstance> DialogStack { get; set; }
}

/// <summary>One running dialog: which it is, and what it remembers.</summary>
public sealed class DialogInstance
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("state")]
    public IDictionary<string, object> State { get; set; } = new Dictionary<string, object>();

    /// <summary>What is remembered under that key; what a storage gave back as JSON becomes a <typeparamref name="T"/> for good.</summary>
    internal T? Recall<T>(string key)
    {
        if (!State.TryGetValue(key, out var kept))
        {
            return default;
        }

        var value = BotJson.As<T>(kept);
        if (value is not null && kept is not T)
        {
            State[key] = value;
        }

        return value;
    }
}
