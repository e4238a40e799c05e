using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Microsoft.Bot.Schema;

/// <summary>How activities are read and written.</summary>
/// <remarks>
/// The types of this assembly are known at compile time. What a bot puts into a property of type <c>object</c> is written by
/// its runtime type: one with a <see cref="JsonConverterAttribute"/> writes itself, any other by its public properties.
/// </remarks>
internal static class BotJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static JsonTypeInfo<Activity> Activity { get; } = TypeInfo<Activity>();

    public static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>The value itself if it is a <typeparamref name="T"/>, or what its JSON says as one.</summary>
    public static T? As<T>(object? value) => value switch
    {
        null => default,
        T already => already,
        JsonElement { ValueKind: JsonValueKind.Undefined } => default,
        JsonElement element => element.Deserialize(TypeInfo<T>()),
        JsonNode node => node.Deserialize(TypeInfo<T>()),
        _ => ToElement(value).Deserialize(TypeInfo<T>()),
    };

    public static JsonElement ToElement(object? value) =>
        value is JsonElement element ? element : JsonSerializer.SerializeToElement(value, Options.GetTypeInfo(value?.GetType() ?? typeof(object)));

    public static JsonNode? ToNode(object? value) =>
        value as JsonNode ?? JsonSerializer.SerializeToNode(value, Options.GetTypeInfo(value?.GetType() ?? typeof(object)));

    public static string ToText(object value) => JsonSerializer.Serialize(value, Options.GetTypeInfo(value.GetType()));

    public static bool Same(object one, object other) => JsonElement.DeepEquals(ToElement(one), ToElement(other));

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // What we write is read by programs, never put into a page as it is: accents stay letters.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(BotJsonContext.Default, new DefaultJsonTypeInfoResolver()),
        };
        options.Converters.Add(new LenientTimeConverter());
        options.MakeReadOnly();
        return options;
    }
}
