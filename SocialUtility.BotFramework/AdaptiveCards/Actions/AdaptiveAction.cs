using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A button.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    protected AdaptiveAction()
    {
    }

    public string? Title { get; set; }

    /// <summary><c>default</c>, <c>positive</c> or <c>destructive</c>.</summary>
    public string? Style { get; set; }

    public AdaptiveActionMode Mode { get; set; }

    public string? IconUrl { get; set; }

    public string? Tooltip { get; set; }

    public bool IsEnabled { get; set; } = true;

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Text("title"u8, Title);
        writer.Text("style"u8, Style);
        writer.Choice("mode"u8, Mode);
        writer.Text("iconUrl"u8, IconUrl);
        writer.Text("tooltip"u8, Tooltip);
        writer.Flag("isEnabled"u8, IsEnabled, unless: true);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "title": Title = CardReader.Text(name, value); return true;
            case "style": Style = CardReader.Text(name, value); return true;
            case "mode": Mode = reader.Choice<AdaptiveActionMode>(value); return true;
            case "iconUrl": IconUrl = CardReader.Text(name, value); return true;
            case "tooltip": Tooltip = CardReader.Text(name, value); return true;
            case "isEnabled": IsEnabled = CardReader.Flag(name, value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}

/// <summary>A button that this model has no class for.</summary>
public sealed class AdaptiveUnknownAction : AdaptiveAction
{
    public override string Type { get; set; } = string.Empty;
}
