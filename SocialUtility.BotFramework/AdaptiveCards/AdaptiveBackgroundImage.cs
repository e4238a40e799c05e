using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A picture behind a card or a container.</summary>
public sealed class AdaptiveBackgroundImage
{
    public AdaptiveBackgroundImage()
    {
    }

    public AdaptiveBackgroundImage(string url) => UrlString = url;

    public AdaptiveBackgroundImage(Uri url) => Url = url;

    public Uri? Url { get; set; }

    public string? UrlString
    {
        get => Url?.OriginalString;
        set => Url = value is null ? null : new Uri(value, UriKind.RelativeOrAbsolute);
    }

    public AdaptiveImageFillMode FillMode { get; set; }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public AdaptiveVerticalAlignment VerticalAlignment { get; set; }

    public static implicit operator AdaptiveBackgroundImage(Uri backgroundImageUrl) => new(backgroundImageUrl);

    public bool HasDefaultValues() => FillMode is AdaptiveImageFillMode.Cover && HorizontalAlignment is AdaptiveHorizontalAlignment.Left && VerticalAlignment is AdaptiveVerticalAlignment.Top;

    internal static AdaptiveBackgroundImage Read(JsonElement json, CardReader reader)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return new(CardReader.Address("backgroundImage", json));
        }

        var image = new AdaptiveBackgroundImage();
        foreach (var member in json.EnumerateObject())
        {
            switch (member.Name)
            {
                case "url": image.Url = CardReader.Address("url", member.Value); break;
                case "fillMode": image.FillMode = reader.Choice<AdaptiveImageFillMode>(member.Value); break;
                case "horizontalAlignment": image.HorizontalAlignment = reader.Choice<AdaptiveHorizontalAlignment>(member.Value); break;
                case "verticalAlignment": image.VerticalAlignment = reader.Choice<AdaptiveVerticalAlignment>(member.Value); break;
                default: reader.UnknownProperty(member.Name, "backgroundImage"); break;
            }
        }

        return image;
    }

    internal void Write(Utf8JsonWriter writer)
    {
        if (HasDefaultValues())
        {
            writer.Text("backgroundImage"u8, UrlString);
            return;
        }

        writer.WriteStartObject("backgroundImage"u8);
        writer.Text("url"u8, UrlString);
        writer.Choice("fillMode"u8, FillMode);
        writer.Choice("horizontalAlignment"u8, HorizontalAlignment);
        writer.Choice("verticalAlignment"u8, VerticalAlignment);
        writer.WriteEndObject();
    }
}
