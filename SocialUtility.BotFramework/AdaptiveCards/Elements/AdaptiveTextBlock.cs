using System.Text.Json;

namespace AdaptiveCards;

/// <summary>What has the looks of a text.</summary>
public interface IAdaptiveTextElement
{
    string Text { get; set; }

    AdaptiveTextSize Size { get; set; }

    AdaptiveTextWeight Weight { get; set; }

    AdaptiveTextColor Color { get; set; }

    AdaptiveFontType FontType { get; set; }

    bool IsSubtle { get; set; }

    bool Italic { get; set; }

    bool Strikethrough { get; set; }
}

/// <summary>A paragraph or a heading.</summary>
public sealed class AdaptiveTextBlock : AdaptiveElement, IAdaptiveTextElement
{
    public const string TypeName = "TextBlock";

    public AdaptiveTextBlock() : this(string.Empty)
    {
    }

    public AdaptiveTextBlock(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    public string Text { get; set; }

    public AdaptiveTextBlockStyle Style { get; set; }

    public AdaptiveTextSize Size { get; set; }

    public AdaptiveTextWeight Weight { get; set; }

    public AdaptiveTextColor Color { get; set; }

    public AdaptiveFontType FontType { get; set; }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public bool IsSubtle { get; set; }

    public bool Italic { get; set; }

    public bool Strikethrough { get; set; }

    public bool Wrap { get; set; }

    public int MaxLines { get; set; }

    public int MaxWidth { get; set; }

    private protected override string Required => "text";

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Text("text"u8, Text);
        writer.Choice("style"u8, Style);
        this.WriteLooks(writer);
        writer.Choice("horizontalAlignment"u8, HorizontalAlignment);
        writer.Flag("wrap"u8, Wrap);
        writer.Number("maxLines"u8, MaxLines);
        writer.Number("maxWidth"u8, MaxWidth);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "style": Style = reader.Choice<AdaptiveTextBlockStyle>(value); return true;
            case "horizontalAlignment": HorizontalAlignment = reader.Choice<AdaptiveHorizontalAlignment>(value); return true;
            case "wrap": Wrap = CardReader.Flag(name, value); return true;
            case "maxLines": MaxLines = CardReader.Whole(name, value); return true;
            case "maxWidth": MaxWidth = CardReader.Whole(name, value); return true;
            default: return this.ReadLook(name, value, reader) || base.ReadMember(name, value, reader);
        }
    }
}

/// <summary>The looks that a text block and a run of text share.</summary>
internal static class TextLooks
{
    extension(IAdaptiveTextElement element)
    {
        public void WriteLooks(Utf8JsonWriter writer)
        {
            writer.Choice("size"u8, element.Size);
            writer.Choice("weight"u8, element.Weight);
            writer.Choice("color"u8, element.Color);
            writer.Choice("fontType"u8, element.FontType);
            writer.Flag("isSubtle"u8, element.IsSubtle);
            writer.Flag("italic"u8, element.Italic);
            writer.Flag("strikethrough"u8, element.Strikethrough);
        }

        public bool ReadLook(string name, JsonElement value, CardReader reader)
        {
            switch (name)
            {
                case "text": element.Text = CardReader.Text(name, value) ?? string.Empty; return true;
                case "size": element.Size = reader.Choice<AdaptiveTextSize>(value); return true;
                case "weight": element.Weight = reader.Choice<AdaptiveTextWeight>(value); return true;
                case "color": element.Color = reader.Choice<AdaptiveTextColor>(value); return true;
                case "fontType": element.FontType = reader.Choice<AdaptiveFontType>(value); return true;
                case "isSubtle": element.IsSubtle = CardReader.Flag(name, value); return true;
                case "italic": element.Italic = CardReader.Flag(name, value); return true;
                case "strikethrough": element.Strikethrough = CardReader.Flag(name, value); return true;
                default: return false;
            }
        }
    }
}
