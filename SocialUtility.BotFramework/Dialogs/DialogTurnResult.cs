namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Where a dialog stands after a turn, and what it brought if it ended.</summary>
public sealed class DialogTurnResult(DialogTurnStatus status, object? result = null)
{
    public DialogTurnStatus Status { get; set; } = status;

    public object? Result { get; set; } = result;
}

/// <summary>Where a dialog stands after a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>No dialog runs.</summary>
    Empty = 0,

    /// <summary>A dialog waits for the next message.</summary>
    Waiting = 1,

    /// <summary>The last dialog ended, and its result is there.</summary>
    Complete = 2,

    /// <summary>The dialogs were cancelled.</summary>
    Cancelled = 3,

    /// <summary>The last dialog ended, and nothing more may be begun in this turn.</summary>
    CompleteAndWait = 4,
}

/// <summary>Why a dialog is called.</summary>
public enum DialogReason
{
    BeginCalled = 0,
    ContinueCalled = 1,
    EndCalled = 2,
    ReplaceCalled = 3,
    CancelCalled = 4,
    NextCalled = 5,
}
