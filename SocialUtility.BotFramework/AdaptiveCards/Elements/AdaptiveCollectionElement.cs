using System.Collections;
using System.Text.Json;

namespace AdaptiveCards;

/// <summary>An element that holds others. It can be filled by a collection initializer.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement, IEnumerable<AdaptiveElement>
{
    protected AdaptiveCollectionElement()
    {
    }

    public AdaptiveContainerStyle? Style { get; set; }

    /// <summary>Whether the background reaches to the edges of what is around.</summary>
    public bool Bleed { get; set; }

    public string? MinHeight { get; set; }

    public uint PixelMinHeight
    {
        get => MinHeight is { } height ? Pixels.Read(height) ?? 0 : 0;
        set => MinHeight = value > 0 ? $"{value}px" : null;
    }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    public AdaptiveAction? SelectAction { get; set; }

    public abstract void Add(AdaptiveElement value);

    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        if (Style is { } style)
        {
            writer.WriteString("style"u8, EnumNames<AdaptiveContainerStyle>.Of(style));
        }

        writer.Flag("bleed"u8, Bleed);
        writer.Text("minHeight"u8, MinHeight);
        writer.Choice("horizontalAlignment"u8, HorizontalAlignment);
        writer.Choice("verticalContentAlignment"u8, VerticalContentAlignment);
        writer.Child("selectAction"u8, SelectAction);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "style": Style = reader.Known<AdaptiveContainerStyle>(value); return true;
            case "bleed": Bleed = CardReader.Flag(name, value); return true;
            case "minHeight": MinHeight = CardReader.Text(name, value); return true;
            case "horizontalAlignment": HorizontalAlignment = reader.Choice<AdaptiveHorizontalAlignment>(value); return true;
            case "verticalContentAlignment": VerticalContentAlignment = reader.Choice<AdaptiveVerticalContentAlignment>(value); return true;
            case "selectAction": SelectAction = reader.Action(value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}

/// <summary>A part of a table, which says where the content of its cells stands.</summary>
public abstract class AdaptiveCollectionWithContentAlignment : AdaptiveCollectionElement
{
    protected AdaptiveCollectionWithContentAlignment()
    {
    }

    public AdaptiveHorizontalContentAlignment HorizontalCellContentAlignment { get; set; }

    public AdaptiveVerticalContentAlignment VerticalCellContentAlignment { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Choice("horizontalCellContentAlignment"u8, HorizontalCellContentAlignment);
        writer.Choice("verticalCellContentAlignment"u8, VerticalCellContentAlignment);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "horizontalCellContentAlignment": HorizontalCellContentAlignment = reader.Choice<AdaptiveHorizontalContentAlignment>(value); return true;
            case "verticalCellContentAlignment": VerticalCellContentAlignment = reader.Choice<AdaptiveVerticalContentAlignment>(value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}
