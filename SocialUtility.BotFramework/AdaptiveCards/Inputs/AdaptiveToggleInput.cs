using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A box to tick.</summary>
public sealed class AdaptiveToggleInput : AdaptiveInput
{
    public const string TypeName = "Input.Toggle";

    public override string Type { get; set; } = TypeName;

    public string? Title { get; set; }

    public string? Value { get; set; }

    public string? ValueOn { get; set; } = bool.TrueString;

    public string? ValueOff { get; set; } = bool.FalseString;

    public bool Wrap { get; set; }

    private protected override string Required => "title";

    public override string? GetNonInteractiveValue() => Value is not null && Value == ValueOn ? $"[X] {Title}" : $"[ ] {Title}";

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Text("title"u8, Title);
        writer.Text("value"u8, Value);
        writer.Text("valueOn"u8, ValueOn);
        writer.Text("valueOff"u8, ValueOff);
        writer.Flag("wrap"u8, Wrap);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "title": Title = CardReader.Text(name, value); return true;
            case "value": Value = CardReader.Text(name, value); return true;
            case "valueOn": ValueOn = CardReader.Text(name, value); return true;
            case "valueOff": ValueOff = CardReader.Text(name, value); return true;
            case "wrap": Wrap = CardReader.Flag(name, value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}
