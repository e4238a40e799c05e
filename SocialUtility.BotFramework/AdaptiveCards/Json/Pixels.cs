using System.Globalization;
using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Pixels as cards write them: <c>80px</c>.</summary>
internal static class Pixels
{
    public static uint? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Read(value.GetString()!),
        JsonValueKind.Number when value.TryGetUInt32(out var pixels) => pixels,
        _ => null,
    };

    public static uint? Read(string text) => text.EndsWith("px", StringComparison.OrdinalIgnoreCase)
        && uint.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, uint pixels)
    {
        if (pixels > 0)
        {
            writer.WriteString(name, string.Create(CultureInfo.InvariantCulture, $"{pixels}px"));
        }
    }
}
