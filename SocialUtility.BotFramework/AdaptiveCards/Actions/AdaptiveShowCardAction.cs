using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Opens a card within the card.</summary>
public sealed class AdaptiveShowCardAction : AdaptiveAction
{
    public const string TypeName = "Action.ShowCard";

    public override string Type { get; set; } = TypeName;

    public AdaptiveCard? Card { get; set; }

    private protected override string Required => "card";

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        base.WriteMembers(writer);
        writer.Child("card"u8, Card);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        if (name == "card")
        {
            Card = reader.InnerCard(value);
            return true;
        }

        return base.ReadMember(name, value, reader);
    }
}
