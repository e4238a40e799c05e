using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Sends the inputs and its own data to the bot.</summary>
public sealed class AdaptiveSubmitAction : AdaptiveAction
{
    public const string TypeName = "Action.Submit";

    public override string Type { get; set; } = TypeName;

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
        writer.Choice("associatedInputs"u8, AssociatedInputs);
        writer.Any("data"u8, Data);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "data": Data = CardReader.Any(value); return true;
            case "associatedInputs": AssociatedInputs = reader.Choice<AdaptiveAssociatedInputs>(value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}
