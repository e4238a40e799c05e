namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A part of a conversation. It is written once and runs for everybody: what it remembers of one conversation is in its <see cref="DialogInstance"/>.</summary>
public abstract class Dialog
{
    /// <summary>What a dialog returns that waits for the next message.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    public Dialog(string? dialogId = null) => Id = dialogId;

    /// <summary>The name by which it is begun; the name of its class where none is given.</summary>
    public string? Id
    {
        get => string.IsNullOrWhiteSpace(field) ? field = OnComputeId() : field;
        set;
    }

    public abstract Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default);

    /// <summary>Hears the next message. Unless it says otherwise, a dialog ends here.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(cancellationToken: cancellationToken);

    /// <summary>Takes over again when a dialog that it began has ended. Unless it says otherwise, it hands the result on and ends.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(result, cancellationToken);

    public virtual Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Cleans up before its instance leaves the stack.</summary>
    public virtual Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Hears an event; one that it does not handle goes up to its parent if it may.</summary>
    public virtual async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        var handled = await OnPreBubbleEventAsync(dc, e, cancellationToken);
        if (!handled && e.Bubble && dc.Parent is { } parent)
        {
            handled = await parent.EmitEventAsync(e.Name!, e.Value, bubble: true, fromLeaf: false, cancellationToken);
        }

        return handled || await OnPostBubbleEventAsync(dc, e, cancellationToken);
    }

    protected virtual Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) => Task.FromResult(false);

    protected virtual Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) => Task.FromResult(false);

    protected virtual string OnComputeId() => GetType().Name;
}

/// <summary>A dialog that has dialogs within, with a stack of their own.</summary>
public abstract class DialogContainer(string? dialogId = null) : Dialog(dialogId)
{
    public DialogSet Dialogs { get; set; } = new();

    /// <summary>The stack within, or nothing where none runs.</summary>
    public abstract DialogContext? CreateChildContext(DialogContext dc);

    public virtual Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId);
}

/// <summary>A dialog that brings along the dialogs it begins.</summary>
public interface IDialogDependencies
{
    IEnumerable<Dialog> GetDependencies();
}
