namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs that know each other by name.</summary>
public sealed class DialogSet
{
    private readonly Dictionary<string, Dialog> dialogs = [];
    private readonly IStatePropertyAccessor<DialogState>? accessor;

    public DialogSet()
    {
    }

    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        accessor = dialogState;
    }

    /// <summary>Adds a dialog and those it depends on. Another one of the same name gets a number: <c>name2</c>.</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        if (dialogs.TryGetValue(dialog.Id!, out var known))
        {
            if (ReferenceEquals(known, dialog))
            {
                return this;
            }

            var number = 2;
            while (dialogs.ContainsKey($"{dialog.Id}{number}"))
            {
                number++;
            }

            dialog.Id = $"{dialog.Id}{number}";
        }

        dialogs[dialog.Id!] = dialog;
        foreach (var dependency in (dialog as IDialogDependencies)?.GetDependencies() ?? [])
        {
            Add(dependency);
        }

        return this;
    }

    public Dialog? Find(string dialogId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dialogId);
        return dialogs.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => dialogs.Values;

    /// <summary>The stack of the conversation in which this turn takes place.</summary>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return accessor is null
            ? throw new InvalidOperationException("DialogSet.CreateContextAsync(): the DialogSet was created without an IStatePropertyAccessor.")
            : new DialogContext(this, turnContext, await accessor.GetAsync(turnContext, () => new DialogState(), cancellationToken));
    }
}
