using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A card: what is shown, and the buttons under it.</summary>
[JsonConverter(typeof(AdaptiveElementConverter))]
public sealed class AdaptiveCard : AdaptiveTypedElement
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";
    public const string TypeName = "AdaptiveCard";

    internal static readonly AdaptiveSchemaVersion Newest = new(1, 6);

    // Newtonsoft reads so too: comments and a last comma do no harm, depth does.
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public AdaptiveCard() : this(new AdaptiveSchemaVersion(Newest.Major, Newest.Minor))
    {
    }

    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion) => Version = schemaVersion;

    public AdaptiveCard(string schemaVersion) : this(new AdaptiveSchemaVersion(schemaVersion))
    {
    }

    public override string Type { get; set; } = TypeName;

    public AdaptiveSchemaVersion? Version { get; set; }

    /// <summary>What a client says that cannot show the card.</summary>
    public string? FallbackText { get; set; }

    public string? Lang { get; set; }

    /// <summary>What is read aloud.</summary>
    public string? Speak { get; set; }

    public AdaptiveBackgroundImage? BackgroundImage { get; set; }

    public AdaptiveHeight Height { get => field ??= new(); set; }

    public string? MinHeight { get; set; }

    public uint PixelMinHeight
    {
        get => MinHeight is { } height ? Pixels.Read(height) ?? 0 : 0;
        set => MinHeight = value > 0 ? $"{value}px" : null;
    }

    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    public bool? Rtl { get; set; }

    public AdaptiveAction? SelectAction { get; set; }

    /// <summary>How a client asks for a newer card, and for whom.</summary>
    public AdaptiveRefresh? Refresh { get; set; }

    public List<AdaptiveElement> Body { get; set; } = [];

    public List<AdaptiveAction> Actions { get; set; } = [];

    /// <summary>Reads a card. What is not understood is kept and listed as a warning.</summary>
    /// <exception cref="AdaptiveSerializationException">The text is not a card.</exception>
    public static AdaptiveCardParseResult FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var result = new AdaptiveCardParseResult();
        try
        {
            result.Card = new CardReader(result.Warnings).Card(JsonElement.Parse(json, Tolerant));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // Half a character (a lone surrogate) is found only when the text is taken out of the JSON, and is not a JsonException.
            throw new AdaptiveSerializationException(e.Message, e);
        }

        return result;
    }

    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, CardWriting.Indented))
        {
            Write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        if (Version is not null)
        {
            writer.WriteString("version"u8, Version.ToString());
        }

        writer.Text("fallbackText"u8, FallbackText);
        writer.Text("lang"u8, Lang);
        writer.Text("speak"u8, Speak);
        BackgroundImage?.Write(writer);
        writer.Height(Height);
        writer.Text("minHeight"u8, MinHeight);
        writer.Choice("verticalContentAlignment"u8, VerticalContentAlignment);
        writer.Flag("rtl"u8, Rtl);
        writer.Child("selectAction"u8, SelectAction);
        Refresh?.Write(writer);
        if (Body.Count > 0)
        {
            writer.Children("body"u8, Body);
        }

        if (Actions.Count > 0)
        {
            writer.Children("actions"u8, Actions);
        }
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            // Which schema an editor should check against: not kept, and nothing to warn of.
            case "$schema": return true;
            case "version": Version = CardReader.Version(CardReader.Text(name, value)!); return true;
            case "fallbackText": FallbackText = CardReader.Text(name, value); return true;
            case "lang": Lang = CardReader.Text(name, value); reader.Language(Lang); return true;
            case "speak": Speak = CardReader.Text(name, value); return true;
            case "backgroundImage": BackgroundImage = AdaptiveBackgroundImage.Read(value, reader); return true;
            case "height" when AdaptiveHeight.Read(value) is { } height: Height = height; return true;
            case "minHeight": MinHeight = CardReader.Text(name, value); return true;
            case "verticalContentAlignment": VerticalContentAlignment = reader.Choice<AdaptiveVerticalContentAlignment>(value); return true;
            case "rtl": Rtl = CardReader.Flag(name, value); return true;
            case "selectAction": SelectAction = reader.Action(value); return true;
            case "refresh": Refresh = AdaptiveRefresh.Read(value, reader); return true;
            case "body": Body = reader.Elements(value); return true;
            case "actions": Actions = reader.ActionsOf(value); return true;
            default: return false;
        }
    }
}
