using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace SocialUtility.Tests.BotFramework.Dialogs;

/// <summary>Plays dialogs as a transcript: what follows <c>&gt;</c> is said, what follows <c>&lt;</c> is answered, and nothing else is.</summary>
internal static class Talk
{
    public static Task FollowsAsync(string transcript, params Dialog[] dialogs) => FollowsAsync(transcript, "fr-FR", new MemoryStorage(), dialogs);

    public static Task FollowsInAsync(string locale, string transcript, params Dialog[] dialogs) => FollowsAsync(transcript, locale, new MemoryStorage(), dialogs);

    /// <summary>Begins the first dialog whenever none runs, and says what it brought when it ends.</summary>
    public static async Task FollowsAsync(string transcript, string locale, IStorage storage, params Dialog[] dialogs)
    {
        var state = new ConversationState(storage);
        var adapter = new TestAdapter { Locale = locale }.Use(new AutoSaveStateMiddleware(state));
        var set = dialogs.Aggregate(new DialogSet(state.CreateProperty<DialogState>("dialogs")), (all, dialog) => all.Add(dialog));
        var heard = new List<string>();
        foreach (var line in transcript.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] == '>'))
        {
            heard.Add(line);
            await adapter.SendTextToBotAsync(line[1..].Trim(), TurnAsync, TestContext.Current.CancellationToken);
            while (adapter.GetNextReply() is { } reply)
            {
                heard.Add($"< {((Activity)reply).Text!.ReplaceLineEndings("|")}");
            }
        }

        Assert.Equal(transcript.ReplaceLineEndings("\n"), string.Join('\n', heard));

        async Task TurnAsync(ITurnContext turn, CancellationToken cancellation)
        {
            var dc = await set.CreateContextAsync(turn, cancellation);
            var result = await dc.ContinueDialogAsync(cancellation);
            if (result.Status is DialogTurnStatus.Empty)
            {
                result = await dc.BeginDialogAsync(dialogs[0].Id!, "options", cancellation);
            }

            if (result.Status is not DialogTurnStatus.Waiting)
            {
                await turn.SendActivityAsync($"{result.Status}: {result.Result ?? "nothing"}", cancellationToken: cancellation);
            }
        }
    }

    public static PromptOptions Ask(string text, string? again = null) => new()
    {
        Prompt = MessageFactory.Text(text),
        RetryPrompt = again is null ? null : MessageFactory.Text(again),
    };

    /// <summary>A step that asks for a text.</summary>
    public static WaterfallStep Asks(string text, string promptId = "text") => (step, cancellation) => step.PromptAsync(promptId, Ask(text), cancellation);

    /// <summary>A step that says something about what came before and goes on to the next.</summary>
    public static WaterfallStep Says(Func<WaterfallStepContext, string> words) => async (step, cancellation) =>
    {
        await step.Context.SendActivityAsync(words(step), cancellationToken: cancellation);
        return await step.NextAsync(step.Result, cancellation);
    };

    public static WaterfallStep Begins(string dialogId) => (step, cancellation) => step.BeginDialogAsync(dialogId, null, cancellation);
}
