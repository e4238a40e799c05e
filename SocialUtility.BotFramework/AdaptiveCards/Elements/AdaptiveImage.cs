using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A picture.</summary>
public sealed class AdaptiveImage : AdaptiveElement
{
    public const string TypeName = "Image";

    public AdaptiveImage()
    {
    }

    public AdaptiveImage(string url) => UrlString = url;

    public AdaptiveImage(Uri url) => Url = url;

    public override string Type { get; set; } = TypeName;

    public Uri? Url { get; set; }

    public string? UrlString
    {
        get => Url?.OriginalString;
        set => Url = value is null ? null : new Uri(value, UriKind.RelativeOrAbsolute);
    }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string? AltText { get; set; }

    public AdaptiveImageSize Size { get; set; }

    public AdaptiveImageStyle Style { get; set; }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public string? BackgroundColor { get; set; }

    public uint PixelWidth { get; set; }

    public uint PixelHeight
    {
        get => Height.IsPixel() ? Height.Unit ?? 0 : 0;
        set => Height = value > 0 ? new AdaptiveHeight(value) : AdaptiveHeight.Auto;
    }

    public AdaptiveAction? SelectAction { get; set; }

    private protected override string Required => "url";

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Text("url"u8, UrlString);
        writer.Text("altText"u8, AltText);
        writer.Choice("size"u8, Size);
        writer.Choice("style"u8, Style);
        writer.Choice("horizontalAlignment"u8, HorizontalAlignment);
        writer.Text("backgroundColor"u8, BackgroundColor);
        Pixels.Write(writer, "width"u8, PixelWidth);
        writer.Child("selectAction"u8, SelectAction);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "url": Url = CardReader.Address(name, value); return true;
            case "altText": AltText = CardReader.Text(name, value); return true;
            case "size": Size = reader.Choice<AdaptiveImageSize>(value); return true;
            case "style": Style = reader.Choice<AdaptiveImageStyle>(value); return true;
            case "horizontalAlignment": HorizontalAlignment = reader.Choice<AdaptiveHorizontalAlignment>(value); return true;
            case "backgroundColor": BackgroundColor = CardReader.Text(name, value); return true;
            case "width" when Pixels.Read(value) is { } pixels: PixelWidth = pixels; return true;
            case "selectAction": SelectAction = reader.Action(value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}

/// <summary>Pictures in a row, of one size.</summary>
public sealed class AdaptiveImageSet : AdaptiveElement
{
    public const string TypeName = "ImageSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveImage> Images { get; set; } = [];

    public AdaptiveImageSize ImageSize { get; set; }

    private protected override string Required => "images";

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Choice("imageSize"u8, ImageSize);
        writer.Children("images"u8, Images);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "images": Images = reader.Parts<AdaptiveImage>(value, AdaptiveImage.TypeName); return true;
            case "imageSize": ImageSize = reader.Choice<AdaptiveImageSize>(value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}
