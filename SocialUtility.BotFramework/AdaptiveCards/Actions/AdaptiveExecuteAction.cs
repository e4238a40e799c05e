using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Sends a verb, the inputs and its own data to the bot, which answers with a card.</summary>
public sealed class AdaptiveExecuteAction : AdaptiveAction
{
    public const string TypeName = "Action.Execute";

    public override string Type { get; set; } = TypeName;

    public string? Verb { get; set; }

    /// <summary>What goes to the bot together with the inputs.</summary>
    public object? Data { get; set; }

    /// <summary><see cref="Data"/> as JSON text.</summary>
    public string? DataJson
    {
        get => Data is null ? null : JsonSerializer.Serialize(Data, Data.GetType(), CardWriting.OfData);
        set => Data = value is null ? null : JsonElement.Parse(value);
    }

    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        base.WriteMembers(writer);
        writer.Text("verb"u8, Verb);
        writer.Choice("associatedInputs"u8, AssociatedInputs);
        writer.Any("data"u8, Data);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "verb": Verb = CardReader.Text(name, value); return true;
            case "data": Data = CardReader.Any(value); return true;
            case "associatedInputs": AssociatedInputs = reader.Choice<AdaptiveAssociatedInputs>(value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}
