using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Something in the body of a card.</summary>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    protected AdaptiveElement()
    {
    }

    public AdaptiveSpacing Spacing { get; set; }

    /// <summary>A line above.</summary>
    public bool Separator { get; set; }

    public AdaptiveHeight Height { get => field ??= new(); set; }

    public bool IsVisible { get; set; } = true;

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Choice("spacing"u8, Spacing);
        writer.Flag("separator"u8, Separator);
        writer.Height(Height);
        writer.Flag("isVisible"u8, IsVisible, unless: true);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "spacing": Spacing = reader.Choice<AdaptiveSpacing>(value); return true;
            case "separator": Separator = CardReader.Flag(name, value); return true;
            case "height" when AdaptiveHeight.Read(value) is { } height: Height = height; return true;
            case "isVisible": IsVisible = CardReader.Flag(name, value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}

/// <summary>An element that this model has no class for, written and read through <see cref="AdaptiveTypedElement.AdditionalProperties"/>: the charts of Teams, for one.</summary>
public sealed class AdaptiveUnknownElement : AdaptiveElement
{
    public override string Type { get; set; } = string.Empty;
}
