using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Choices to choose from, one or several.</summary>
public sealed class AdaptiveChoiceSetInput : AdaptiveInput
{
    public const string TypeName = "Input.ChoiceSet";

    public override string Type { get; set; } = TypeName;

    /// <summary>The value chosen beforehand; several are separated by commas.</summary>
    public string? Value { get; set; }

    public string? Placeholder { get; set; }

    public AdaptiveChoiceInputStyle Style { get; set; }

    public bool IsMultiSelect { get; set; }

    public bool Wrap { get; set; }

    public List<AdaptiveChoice> Choices { get; set; } = [];

    private protected override string Required => "choices";

    public override string? GetNonInteractiveValue()
    {
        var chosen = Value?.Split(',') ?? [];
        var titles = Choices.Where(choice => chosen.Contains(choice.Value)).Select(choice => choice.Title).ToList();
        return ValueOr(titles.Count == 0 ? null : string.Join(", ", titles), Placeholder);
    }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("choices"u8);
        foreach (var choice in Choices)
        {
            writer.WriteStartObject();
            writer.Text("title"u8, choice.Title);
            writer.Text("value"u8, choice.Value);
            writer.Flag("isSelected"u8, choice.IsSelected);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Text("value"u8, Value);
        writer.Text("placeholder"u8, Placeholder);
        writer.WriteString("style"u8, EnumNames<AdaptiveChoiceInputStyle>.Of(Style));
        writer.WriteBoolean("isMultiSelect"u8, IsMultiSelect);
        writer.Flag("wrap"u8, Wrap);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "choices": Choices = CardReader.List(value, AdaptiveChoice.Read); return true;
            case "value": Value = CardReader.Text(name, value); return true;
            case "placeholder": Placeholder = CardReader.Text(name, value); return true;
            case "style": Style = reader.Choice<AdaptiveChoiceInputStyle>(value); return true;
            case "isMultiSelect": IsMultiSelect = CardReader.Flag(name, value); return true;
            case "wrap": Wrap = CardReader.Flag(name, value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}

/// <summary>One choice: what is read, and what is sent.</summary>
public sealed class AdaptiveChoice
{
    public string? Title { get; set; }

    public string? Value { get; set; }

    public bool IsSelected { get; set; }

    internal static AdaptiveChoice Read(JsonElement json) => new()
    {
        Title = CardReader.Must("title", json),
        Value = CardReader.Must("value", json),
        IsSelected = json.TryGetProperty("isSelected", out var selected) && CardReader.Flag("isSelected", selected),
    };
}
