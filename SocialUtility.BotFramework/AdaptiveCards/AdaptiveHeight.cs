using System.Globalization;
using System.Text.Json;

namespace AdaptiveCards;

/// <summary>How an element fills the height it is given: as it needs, all of it, or in pixels.</summary>
public sealed class AdaptiveHeight : IEquatable<AdaptiveHeight>
{
    public AdaptiveHeight()
    {
    }

    public AdaptiveHeight(AdaptiveHeightType heightType) => HeightType = heightType;

    public AdaptiveHeight(uint px) => (HeightType, Unit) = (AdaptiveHeightType.Pixel, px);

    public AdaptiveHeight(string value)
    {
        var height = Parse(value);
        (HeightType, Unit) = (height.HeightType, height.Unit);
    }

    public static AdaptiveHeight Auto => new(AdaptiveHeightType.Auto);

    public static AdaptiveHeight Stretch => new(AdaptiveHeightType.Stretch);

    public AdaptiveHeightType HeightType { get; set; }

    public uint? Unit { get; set; }

    public static implicit operator AdaptiveHeight(AdaptiveHeightType value) => new(value);

    public static implicit operator AdaptiveHeight(string value) => new(value);

    public static implicit operator AdaptiveHeight(uint value) => new(value);

    public static bool operator ==(AdaptiveHeight? ah1, AdaptiveHeight? ah2) => ah1?.Equals(ah2) ?? ah2 is null;

    public static bool operator !=(AdaptiveHeight? ah1, AdaptiveHeight? ah2) => !(ah1 == ah2);

    public static AdaptiveHeight Parse(string value) => TryParse(value) ?? throw new FormatException($"'{value}' is not a height: auto, stretch, or pixels as in 80px.");

    public bool IsPixel() => HeightType is AdaptiveHeightType.Pixel;

    public bool Equals(AdaptiveHeight? other) => other is not null && HeightType == other.HeightType && Unit == other.Unit;

    public override bool Equals(object? obj) => Equals(obj as AdaptiveHeight);

    public override int GetHashCode() => HashCode.Combine(HeightType, Unit);

    public override string ToString() => HeightType switch
    {
        AdaptiveHeightType.Auto => "auto",
        AdaptiveHeightType.Stretch => "stretch",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Unit}px"),
    };

    internal static AdaptiveHeight? Read(JsonElement value) => value.ValueKind is JsonValueKind.String ? TryParse(value.GetString()!) : null;

    private static AdaptiveHeight? TryParse(string value) => value.ToUpperInvariant() switch
    {
        "AUTO" => Auto,
        "STRETCH" => Stretch,
        _ => Pixels.Read(value) is { } pixels ? new(pixels) : null,
    };
}

/// <summary>The kinds of <see cref="AdaptiveHeight"/>.</summary>
public enum AdaptiveHeightType
{
    Auto = 0,
    Stretch = 1,
    Pixel = 2,
}
