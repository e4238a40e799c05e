using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A paragraph whose runs look different.</summary>
public sealed class AdaptiveRichTextBlock : AdaptiveElement
{
    public const string TypeName = "RichTextBlock";

    public override string Type { get; set; } = TypeName;

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public List<AdaptiveInline> Inlines { get; set; } = [];

    private protected override string Required => "inlines";

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Choice("horizontalAlignment"u8, HorizontalAlignment);
        writer.WriteStartArray("inlines"u8);
        foreach (var inline in Inlines)
        {
            inline.Write(writer);
        }

        writer.WriteEndArray();
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "horizontalAlignment": HorizontalAlignment = reader.Choice<AdaptiveHorizontalAlignment>(value); return true;
            case "inlines": Inlines = CardReader.List<AdaptiveInline>(value, run => AdaptiveTextRun.Read(run, reader)); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}

/// <summary>Something within a paragraph.</summary>
public abstract class AdaptiveInline
{
    private SerializableDictionary<string, object?>? additional;

    protected AdaptiveInline()
    {
    }

    public abstract string Type { get; set; }

    /// <summary>Members that this model has no name for.</summary>
    public SerializableDictionary<string, object?> AdditionalProperties
    {
        get => additional ??= [];
        set => additional = value;
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, Type);
        WriteMembers(writer);
        if (additional is not null)
        {
            foreach (var (name, value) in additional)
            {
                writer.WritePropertyName(name);
                writer.Any(value);
            }
        }

        writer.WriteEndObject();
    }

    private protected abstract void WriteMembers(Utf8JsonWriter writer);
}

/// <summary>A run of text within a paragraph.</summary>
public sealed class AdaptiveTextRun : AdaptiveInline, IAdaptiveTextElement
{
    public const string TypeName = "TextRun";

    public AdaptiveTextRun() : this(string.Empty)
    {
    }

    public AdaptiveTextRun(string text) => Text = text;

    public override string Type { get; set; } = TypeName;

    public string Text { get; set; }

    public AdaptiveTextSize Size { get; set; }

    public AdaptiveTextWeight Weight { get; set; }

    public AdaptiveTextColor Color { get; set; }

    public AdaptiveFontType FontType { get; set; }

    public bool IsSubtle { get; set; }

    public bool Italic { get; set; }

    public bool Strikethrough { get; set; }

    public bool Highlight { get; set; }

    public bool Underline { get; set; }

    public AdaptiveAction? SelectAction { get; set; }

    internal static AdaptiveTextRun Read(JsonElement json, CardReader reader)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return new AdaptiveTextRun(CardReader.Text("inlines", json) ?? string.Empty);
        }

        var run = new AdaptiveTextRun();
        foreach (var (name, value) in json.EnumerateObject().Where(member => member.Value.ValueKind is not JsonValueKind.Null).Select(member => (member.Name, member.Value)))
        {
            switch (name)
            {
                case "type": run.Type = CardReader.Text(name, value)!; break;
                case "highlight": run.Highlight = CardReader.Flag(name, value); break;
                case "underline": run.Underline = CardReader.Flag(name, value); break;
                case "selectAction": run.SelectAction = reader.Action(value); break;
                default:
                    if (!run.ReadLook(name, value, reader))
                    {
                        run.AdditionalProperties[name] = CardReader.Any(value);
                        reader.UnknownProperty(name, TypeName);
                    }

                    break;
            }
        }

        return run;
    }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Text("text"u8, Text);
        this.WriteLooks(writer);
        writer.Flag("highlight"u8, Highlight);
        writer.Flag("underline"u8, Underline);
        writer.Child("selectAction"u8, SelectAction);
    }
}
