using System.Globalization;
using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A number to write. Not a number (<see cref="double.NaN"/>) stands for no value, no least and no greatest.</summary>
public sealed class AdaptiveNumberInput : AdaptiveInput
{
    public const string TypeName = "Input.Number";

    public override string Type { get; set; } = TypeName;

    public double Value { get; set; } = double.NaN;

    public double Min { get; set; } = double.NaN;

    public double Max { get; set; } = double.NaN;

    public string? Placeholder { get; set; }

    public override string? GetNonInteractiveValue() => ValueOr(double.IsNaN(Value) ? null : Value.ToString(CultureInfo.InvariantCulture), Placeholder);

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Number("value"u8, Value);
        writer.Number("min"u8, Min);
        writer.Number("max"u8, Max);
        writer.Text("placeholder"u8, Placeholder);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "value": Value = CardReader.Number(name, value); return true;
            case "min": Min = CardReader.Number(name, value); return true;
            case "max": Max = CardReader.Number(name, value); return true;
            case "placeholder": Placeholder = CardReader.Text(name, value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}
