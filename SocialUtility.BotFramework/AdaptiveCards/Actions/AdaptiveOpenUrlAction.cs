using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Opens a page.</summary>
public sealed class AdaptiveOpenUrlAction : AdaptiveAction
{
    public const string TypeName = "Action.OpenUrl";

    public override string Type { get; set; } = TypeName;

    public Uri? Url { get; set; }

    public string? UrlString
    {
        get => Url?.OriginalString;
        set => Url = value is null ? null : new Uri(value, UriKind.RelativeOrAbsolute);
    }

    private protected override string Required => "url";

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        base.WriteMembers(writer);
        writer.Text("url"u8, UrlString);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        if (name == "url")
        {
            Url = CardReader.Address(name, value);
            return true;
        }

        return base.ReadMember(name, value, reader);
    }
}
