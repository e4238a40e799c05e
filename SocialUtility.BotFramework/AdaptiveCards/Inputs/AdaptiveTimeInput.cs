using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A time of day to choose, as <c>18:30</c>.</summary>
public sealed class AdaptiveTimeInput : AdaptiveInput
{
    public const string TypeName = "Input.Time";

    public override string Type { get; set; } = TypeName;

    public string? Value { get; set; }

    public string? Min { get; set; }

    public string? Max { get; set; }

    public string? Placeholder { get; set; }

    public override string? GetNonInteractiveValue() => ValueOr(Value, Placeholder);

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Text("value"u8, Value);
        writer.Text("min"u8, Min);
        writer.Text("max"u8, Max);
        writer.Text("placeholder"u8, Placeholder);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "value": Value = CardReader.Text(name, value); return true;
            case "min": Min = CardReader.Text(name, value); return true;
            case "max": Max = CardReader.Text(name, value); return true;
            case "placeholder": Placeholder = CardReader.Text(name, value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}
