using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Shows or hides elements.</summary>
public sealed class AdaptiveToggleVisibilityAction : AdaptiveAction
{
    public const string TypeName = "Action.ToggleVisibility";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTargetElement> TargetElements { get; set; } = [];

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        base.WriteMembers(writer);
        writer.WriteStartArray("targetElements"u8);
        foreach (var target in TargetElements)
        {
            if (target.IsVisible is { } visible)
            {
                writer.WriteStartObject();
                writer.Text("elementId"u8, target.ElementId);
                writer.WriteBoolean("isVisible"u8, visible);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteStringValue(target.ElementId);
            }
        }

        writer.WriteEndArray();
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        if (name == "targetElements")
        {
            TargetElements = CardReader.List(value, AdaptiveTargetElement.Read);
            return true;
        }

        return base.ReadMember(name, value, reader);
    }
}

/// <summary>An element to show, to hide, or to turn from one to the other.</summary>
public sealed class AdaptiveTargetElement
{
    public AdaptiveTargetElement()
    {
    }

    public AdaptiveTargetElement(string elementId) => ElementId = elementId;

    public AdaptiveTargetElement(string elementId, bool isVisible) => (ElementId, IsVisible) = (elementId, isVisible);

    public string? ElementId { get; set; }

    public bool? IsVisible { get; set; }

    public static implicit operator AdaptiveTargetElement(string elementId) => new(elementId);

    internal static AdaptiveTargetElement Read(JsonElement json) => json.ValueKind is not JsonValueKind.Object
        ? new(CardReader.Text("targetElements", json) ?? string.Empty)
        : new(CardReader.Must("elementId", json)) { IsVisible = json.TryGetProperty("isVisible", out var visible) && visible.ValueKind is not JsonValueKind.Null ? CardReader.Flag("isVisible", visible) : null };
}
