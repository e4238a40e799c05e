namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as the whole of a conversation.</summary>
public static class DialogExtensions
{
    /// <summary>Gives the turn to the dialog that runs, or begins this one.</summary>
    public static async Task RunAsync(this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var dc = await new DialogSet(accessor).Add(dialog).CreateContextAsync(turnContext, cancellationToken);
        var result = await dc.ContinueDialogAsync(cancellationToken);
        if (result.Status is DialogTurnStatus.Empty)
        {
            await dc.BeginDialogAsync(dialog.Id!, null, cancellationToken);
        }
    }
}
