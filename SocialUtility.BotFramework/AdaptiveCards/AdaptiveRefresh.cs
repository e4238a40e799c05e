using System.Globalization;
using System.Text.Json;

namespace AdaptiveCards;

/// <summary>How a client fetches a newer card by itself, and for which people.</summary>
public sealed class AdaptiveRefresh
{
    public AdaptiveExecuteAction? Action { get; set; }

    public DateTime? Expires { get; set; }

    public List<string>? UserIds { get; set; } = [];

    internal static AdaptiveRefresh Read(JsonElement json, CardReader reader)
    {
        var refresh = new AdaptiveRefresh();
        foreach (var member in json.ValueKind is JsonValueKind.Object ? json.EnumerateObject() : throw CardReader.Wrong("refresh", json))
        {
            switch (member.Name)
            {
                case "action" when reader.Action(member.Value) is AdaptiveExecuteAction action: refresh.Action = action; break;
                case "userIds": refresh.UserIds = CardReader.List(member.Value, id => CardReader.Text("userIds", id) ?? string.Empty); break;
                case "expires" when member.Value.ValueKind is not JsonValueKind.Null:
                    refresh.Expires = DateTime.TryParse(CardReader.Text("expires", member.Value), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var expires)
                        ? expires
                        : throw CardReader.Wrong("expires", member.Value);
                    break;
                default: reader.UnknownProperty(member.Name, "refresh"); break;
            }
        }

        return refresh;
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("refresh"u8);
        writer.Child("action"u8, Action);
        if (Expires is { } expires)
        {
            writer.WriteString("expires"u8, expires);
        }

        if (UserIds is not null)
        {
            writer.WriteStartArray("userIds"u8);
            foreach (var id in UserIds)
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
