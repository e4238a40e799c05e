using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;

namespace SocialUtility.Bot.Dialogs;

/// <summary>
/// The one dialog: plays whichever guide is open or begins. The dialog stack is rebuilt from the person's desk at each
/// turn and never stored, so a restart or another instance loses nothing (docs/decisions/0005).
/// </summary>
public sealed class GuideDialog : Dialog
{
    private readonly GuidePlayer player;
    private readonly DialogSet dialogs;

    public GuideDialog(GuidePlayer player)
        : base(nameof(GuideDialog))
    {
        this.player = player;
        dialogs = new DialogSet();
        dialogs.Add(this);
    }

    /// <summary>The stage of one turn of the framework.</summary>
    public Stage On(ITurnContext turn) => async (session, cancellation) =>
    {
        DialogState state = new();
        if (session.Desk.Open is not null)
        {
            state.DialogStack.Add(new DialogInstance { Id = Id, State = new Dictionary<string, object>() });
        }

        turn.TurnState.Set(session);
        DialogContext context = new(dialogs, turn, state);
        if (session.Answers)
        {
            await context.ContinueDialogAsync(cancellation);
        }

        // The end of one guide may be the beginning of the next.
        while (session.Beginning is { } beginning)
        {
            session.Beginning = null;
            await context.CancelAllDialogsAsync(cancellation);
            await context.BeginDialogAsync(nameof(GuideDialog), beginning, cancellation);
        }
    };

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var session = dc.Context.TurnState.Get<Session>()!;
        await player.BeginAsync(session, (Beginning)options!, cancellationToken);
        return await EndedAsync(dc, session, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var session = dc.Context.TurnState.Get<Session>()!;
        await player.HearAsync(session, cancellationToken);
        return await EndedAsync(dc, session, cancellationToken);
    }

    private static async Task<DialogTurnResult> EndedAsync(DialogContext dc, Session session, CancellationToken cancellation) =>
        session.Desk.Open is null ? await dc.EndDialogAsync(cancellationToken: cancellation) : EndOfTurn;
}
