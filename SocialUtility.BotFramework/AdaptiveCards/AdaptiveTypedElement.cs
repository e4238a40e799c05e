using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>What a card is made of: something with a type, perhaps an id and a fallback, and whatever else was said about it.</summary>
[JsonConverter(typeof(AdaptiveElementConverter))]
public abstract class AdaptiveTypedElement
{
    /// <summary>The features, with their versions, that a client must have to show this; without them it shows the fallback.</summary>
    public IDictionary<string, string>? Requires;

    private SerializableDictionary<string, object?>? additional;

    protected AdaptiveTypedElement()
    {
    }

    public abstract string Type { get; set; }

    public string? Id { get; set; }

    public AdaptiveFallbackElement? Fallback { get; set; }

    /// <summary>Members that this model has no name for: written as they are, and kept when read.</summary>
    public SerializableDictionary<string, object?> AdditionalProperties
    {
        get => additional ??= [];
        set => additional = value;
    }

    /// <summary>The member without which this cannot be read.</summary>
    private protected virtual string? Required => null;

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, Type);
        writer.Text("id"u8, Id);
        WriteMembers(writer);
        WriteFallback(writer);
        if (Requires is { Count: > 0 })
        {
            writer.WriteStartObject("requires"u8);
            foreach (var (feature, version) in Requires)
            {
                writer.WriteString(feature, version);
            }

            writer.WriteEndObject();
        }

        if (additional is not null)
        {
            foreach (var (name, value) in additional)
            {
                writer.WritePropertyName(name);
                writer.Any(value);
            }
        }

        writer.WriteEndObject();
    }

    internal void Read(JsonElement json, CardReader reader)
    {
        if (Required is { } required && !json.TryGetProperty(required, out _))
        {
            throw new AdaptiveSerializationException($"Required property '{required}' not found on '{Type}'");
        }

        foreach (var member in json.EnumerateObject())
        {
            switch (member.Name)
            {
                case "type" or "@type": break;
                case "id": Id = CardReader.Text("id", member.Value); break;
                case "fallback": Fallback = member.Value.ValueKind is JsonValueKind.Null ? null : reader.Fallback(member.Value); break;
                case "requires" when member.Value.ValueKind is JsonValueKind.Object: ReadRequires(member.Value); break;
                case var name when member.Value.ValueKind is JsonValueKind.Null || !ReadMember(name, member.Value, reader):
                    Keep(name, member.Value, reader);
                    break;
            }
        }
    }

    private protected virtual void WriteMembers(Utf8JsonWriter writer)
    {
    }

    /// <returns>Whether the member is one that this class knows.</returns>
    private protected virtual bool ReadMember(string name, JsonElement value, CardReader reader) => false;

    private void Keep(string name, JsonElement value, CardReader reader)
    {
        // A null says nothing; of an unknown element every member is unknown, and one warning is enough.
        if (value.ValueKind is JsonValueKind.Null)
        {
            return;
        }

        AdditionalProperties[name] = CardReader.Any(value);
        if (this is not (AdaptiveUnknownElement or AdaptiveUnknownAction))
        {
            reader.UnknownProperty(name, Type);
        }
    }

    private void ReadRequires(JsonElement features)
    {
        Requires = new Dictionary<string, string>();
        foreach (var feature in features.EnumerateObject())
        {
            Requires[feature.Name] = CardReader.Text(feature.Name, feature.Value) ?? string.Empty;
        }
    }

    private void WriteFallback(Utf8JsonWriter writer)
    {
        switch (Fallback?.Type)
        {
            case AdaptiveFallbackElement.AdaptiveFallbackType.Drop: writer.WriteString("fallback"u8, AdaptiveFallbackElement.Drop); break;
            case AdaptiveFallbackElement.AdaptiveFallbackType.Content: writer.Child("fallback"u8, Fallback.Content); break;
        }
    }
}
