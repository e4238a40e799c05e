using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Somebody is mentioned in the text.</summary>
public class Mention : Entity
{
    public Mention() => Type = "mention";

    public Mention(ChannelAccount? mentioned = null, string? text = null, string? type = null)
        : base(type ?? "mention") => (Mentioned, Text) = (mentioned, text);

    [JsonPropertyName("mentioned")]
    public ChannelAccount? Mentioned { get; set; }

    [JsonPropertyName("text")]
    public string? Text { get; set; }
}

/// <summary>A reaction put on a message.</summary>
public class MessageReaction
{
    public MessageReaction()
    {
    }

    public MessageReaction(string? type = null) => Type = type;

    [JsonPropertyName("type")]
    public string? Type { get; set; }
}

/// <summary>A part of the earlier text that is pointed at.</summary>
public class TextHighlight
{
    public TextHighlight()
    {
    }

    public TextHighlight(string? text = null, int? occurrence = null) => (Text, Occurrence) = (text, occurrence);

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("occurrence")]
    public int? Occurrence { get; set; }
}

/// <summary>An action recognised by the channel.</summary>
public class SemanticAction
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("entities")]
    public IDictionary<string, Entity>? Entities { get; set; }

    [JsonPropertyName("state")]
    public string? State { get; set; }
}
