using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Lets a card travel through any System.Text.Json serializer, as content of an attachment for one.</summary>
internal sealed class AdaptiveElementConverter : JsonConverter<AdaptiveTypedElement>
{
    public override bool CanConvert(Type typeToConvert) => typeof(AdaptiveTypedElement).IsAssignableFrom(typeToConvert);

    public override AdaptiveTypedElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        var cards = new CardReader([]);
        return typeToConvert == typeof(AdaptiveCard) ? cards.Card(json)
            : typeof(AdaptiveAction).IsAssignableFrom(typeToConvert) ? cards.Action(json)
            : cards.Element(json);
    }

    public override void Write(Utf8JsonWriter writer, AdaptiveTypedElement value, JsonSerializerOptions options) => value.Write(writer);
}
