using System.Globalization;
using System.Text.Json;

namespace AdaptiveCards;

/// <summary>How wide a column is: as it needs, all that is left, in pixels, or by its weight among its siblings.</summary>
public sealed class AdaptiveWidth : IEquatable<AdaptiveWidth>
{
    public AdaptiveWidth()
    {
    }

    public AdaptiveWidth(AdaptiveWidthType widthType) => WidthType = widthType;

    public AdaptiveWidth(uint px) => (WidthType, Unit) = (AdaptiveWidthType.Pixel, px);

    public AdaptiveWidth(string value)
    {
        var width = Parse(value);
        (WidthType, Unit) = (width.WidthType, width.Unit);
    }

    public static AdaptiveWidth Auto => new(AdaptiveWidthType.Auto);

    public static AdaptiveWidth Stretch => new(AdaptiveWidthType.Stretch);

    public AdaptiveWidthType WidthType { get; set; }

    public uint? Unit { get; set; }

    public static implicit operator AdaptiveWidth(AdaptiveWidthType value) => new(value);

    public static implicit operator AdaptiveWidth(string value) => new(value);

    public static implicit operator AdaptiveWidth(uint value) => new(value);

    public static bool operator ==(AdaptiveWidth? ah1, AdaptiveWidth? ah2) => ah1?.Equals(ah2) ?? ah2 is null;

    public static bool operator !=(AdaptiveWidth? ah1, AdaptiveWidth? ah2) => !(ah1 == ah2);

    public static AdaptiveWidth Parse(string value) => TryParse(value) ?? throw new FormatException($"'{value}' is not a width: auto, stretch, pixels as in 80px, or a weight.");

    public bool IsPixel() => WidthType is AdaptiveWidthType.Pixel;

    public bool Equals(AdaptiveWidth? other) => other is not null && WidthType == other.WidthType && Unit == other.Unit;

    public override bool Equals(object? obj) => Equals(obj as AdaptiveWidth);

    public override int GetHashCode() => HashCode.Combine(WidthType, Unit);

    public override string ToString() => WidthType switch
    {
        AdaptiveWidthType.Auto => "auto",
        AdaptiveWidthType.Stretch => "stretch",
        AdaptiveWidthType.Pixel => string.Create(CultureInfo.InvariantCulture, $"{Unit}px"),
        _ => Unit?.ToString(CultureInfo.InvariantCulture) ?? "1",
    };

    internal static AdaptiveWidth? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TryParse(value.GetString()!),
        JsonValueKind.Number when value.TryGetUInt32(out var weight) => Weighted(weight),
        _ => null,
    };

    internal void Write(Utf8JsonWriter writer)
    {
        if (WidthType is AdaptiveWidthType.Weighted)
        {
            writer.WriteNumber("width"u8, Unit ?? 1);
        }
        else
        {
            writer.WriteString("width"u8, ToString());
        }
    }

    private static AdaptiveWidth? TryParse(string value) => value.ToUpperInvariant() switch
    {
        "AUTO" => Auto,
        "STRETCH" => Stretch,
        var text when uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var weight) => Weighted(weight),
        _ => Pixels.Read(value) is { } pixels ? new(pixels) : null,
    };

    private static AdaptiveWidth Weighted(uint weight) => new(AdaptiveWidthType.Weighted) { Unit = weight };
}

/// <summary>The kinds of <see cref="AdaptiveWidth"/>.</summary>
public enum AdaptiveWidthType
{
    Auto = 0,
    Stretch = 1,
    Pixel = 2,
    Weighted = 3,
}
