using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using DateParseHandling = Newtonsoft.Json.DateParseHandling;
using Formatting = Newtonsoft.Json.Formatting;
using JsonTextReader = Newtonsoft.Json.JsonTextReader;

namespace Microsoft.Bot.Builder;

/// <summary>A storage that forgets with the process: for tests and first trials.</summary>
/// <remarks>It keeps copies, so what is changed and not written is not there at the next turn.</remarks>
public class MemoryStorage(Dictionary<string, JObject>? dictionary = null) : IStorage
{
    private static readonly JsonSerializerOptions Typed = new(BotJson.Options) { Converters = { new TypedObjectConverter() } };

    private readonly Dictionary<string, JObject> memory = dictionary ?? [];
    private readonly Lock gate = new();
    private long lastETag;

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        lock (gate)
        {
            foreach (var key in keys)
            {
                if (memory.TryGetValue(key, out var stored) && Restore(stored) is { } value)
                {
                    found[key] = value;
                }
            }
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (gate)
        {
            foreach (var (key, value) in changes)
            {
                var known = memory.TryGetValue(key, out var stored) ? (string?)stored["eTag"] : null;
                if (value is IStoreItem item && known is not null && item.ETag != "*" && item.ETag != known)
                {
                    throw new InvalidOperationException($"Etag conflict: '{key}' has '{known}', written with '{item.ETag}'.");
                }

                var kept = Keep(value);
                kept["eTag"] = (++lastETag).ToString(CultureInfo.InvariantCulture);
                memory[key] = kept;
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (gate)
        {
            foreach (var key in keys)
            {
                memory.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    private static JObject Keep(object value)
    {
        using var text = new StringReader(JsonSerializer.Serialize<object>(value, Typed));
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private static object? Restore(JObject stored)
    {
        var value = JsonSerializer.Deserialize<object>(stored.ToString(Formatting.None), Typed);
        if (value is IStoreItem item)
        {
            item.ETag = (string?)stored["eTag"];
        }

        return value;
    }

    /// <summary>Writes the type beside each value, so that an <c>object</c> comes back as what it was.</summary>
    private sealed class TypedObjectConverter : JsonConverter<object>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String: return reader.GetString();
                case JsonTokenType.True: return true;
                case JsonTokenType.False: return false;
                case JsonTokenType.Null: return null;
            }

            var ahead = reader;
            if (reader.TokenType != JsonTokenType.StartObject || !ahead.Read() || ahead.TokenType != JsonTokenType.PropertyName || !ahead.ValueTextEquals("$type"u8))
            {
                return JsonElement.ParseValue(ref reader);
            }

            reader.Read();
            reader.Read();
            var type = Type.GetType(reader.GetString()!) ?? throw new JsonException($"There is no type {reader.GetString()} any more.");
            reader.Read();
            reader.Read();
            var value = JsonSerializer.Deserialize(ref reader, type, options);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                reader.Skip();
            }

            return value;
        }

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
        {
            if (value is string or bool or JsonElement or JsonNode)
            {
                JsonSerializer.Serialize(writer, value, value.GetType(), options);
                return;
            }

            writer.WriteStartObject();
            writer.WriteString("$type"u8, value.GetType().AssemblyQualifiedName);
            writer.WritePropertyName("$value"u8);
            if (value.GetType() == typeof(object))
            {
                writer.WriteStartObject();
                writer.WriteEndObject();
            }
            else
            {
                JsonSerializer.Serialize(writer, value, value.GetType(), options);
            }

            writer.WriteEndObject();
        }
    }
}
