namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Something that a dialog and those around it may want to know of.</summary>
public sealed class DialogEvent
{
    /// <summary>Whether it goes on to the parent of a dialog that does not handle it.</summary>
    public bool Bubble { get; set; }

    public string? Name { get; set; }

    public object? Value { get; set; }
}

/// <summary>The events that have a name.</summary>
public class DialogEvents
{
    public const string ActivityReceived = "activityReceived";
    public const string BeginDialog = "beginDialog";
    public const string CancelDialog = "cancelDialog";
    public const string Custom = "custom";
    public const string Error = "error";
    public const string RepromptDialog = "repromptDialog";
    public const string VersionChanged = "versionChanged";
}
