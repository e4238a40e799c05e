using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Buttons within the body.</summary>
public sealed class AdaptiveActionSet : AdaptiveElement
{
    public const string TypeName = "ActionSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveAction> Actions { get; set; } = [];

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Children("actions"u8, Actions);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        if (name == "actions")
        {
            Actions = reader.ActionsOf(value);
            return true;
        }

        return base.ReadMember(name, value, reader);
    }
}
