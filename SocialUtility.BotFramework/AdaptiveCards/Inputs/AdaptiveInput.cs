using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A field to fill in.</summary>
public abstract class AdaptiveInput : AdaptiveElement
{
    protected AdaptiveInput()
    {
    }

    public string? Label { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>What is said when the field is not filled in as it should be.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>The value as text, where a card is only looked at.</summary>
    public abstract string? GetNonInteractiveValue();

    private protected static string? ValueOr(string? value, string? placeholder) => value ?? (placeholder is null ? null : $"*[{placeholder}]*");

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Text("label"u8, Label);
        writer.Flag("isRequired"u8, IsRequired);
        writer.Text("errorMessage"u8, ErrorMessage);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "label": Label = CardReader.Text(name, value); return true;
            case "isRequired": IsRequired = CardReader.Flag(name, value); return true;
            case "errorMessage": ErrorMessage = CardReader.Text(name, value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}
