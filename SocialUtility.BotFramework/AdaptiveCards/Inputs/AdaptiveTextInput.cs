using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A text to write.</summary>
public sealed class AdaptiveTextInput : AdaptiveInput
{
    public const string TypeName = "Input.Text";

    public override string Type { get; set; } = TypeName;

    public string? Value { get; set; }

    public string? Placeholder { get; set; }

    public bool IsMultiline { get; set; }

    public int MaxLength { get; set; }

    public AdaptiveTextInputStyle Style { get; set; }

    public string? Regex { get; set; }

    public AdaptiveAction? InlineAction { get; set; }

    public override string? GetNonInteractiveValue() => ValueOr(Value, Placeholder);

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Text("value"u8, Value);
        writer.Text("placeholder"u8, Placeholder);
        writer.Flag("isMultiline"u8, IsMultiline);
        writer.Number("maxLength"u8, MaxLength);
        writer.Choice("style"u8, Style);
        writer.Text("regex"u8, Regex);
        writer.Child("inlineAction"u8, InlineAction);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "value": Value = CardReader.Text(name, value); return true;
            case "placeholder": Placeholder = CardReader.Text(name, value); return true;
            case "isMultiline": IsMultiline = CardReader.Flag(name, value); return true;
            case "maxLength": MaxLength = CardReader.Whole(name, value); return true;
            case "style": Style = reader.Choice<AdaptiveTextInputStyle>(value); return true;
            case "regex": Regex = CardReader.Text(name, value); return true;
            case "inlineAction": InlineAction = reader.Action(value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}
