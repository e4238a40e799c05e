using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks one thing until the answer is good, and ends with it.</summary>
public abstract class Prompt<T> : Dialog
{
    private const string OptionsKey = "options";
    private const string StateKey = "state";
    private const string Attempts = "AttemptCount";

    private readonly PromptValidator<T>? validator;

    public Prompt(string dialogId, PromptValidator<T>? validator = null) : base(dialogId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dialogId);
        this.validator = validator;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var asked = options as PromptOptions ?? throw new ArgumentOutOfRangeException(nameof(options), "Prompt options are required for Prompt dialogs.");
        asked.Prompt?.InputHint ??= InputHints.ExpectingInput;
        asked.RetryPrompt?.InputHint ??= InputHints.ExpectingInput;

        var instance = dc.ActiveDialog!;
        instance.State[OptionsKey] = asked;
        instance.State[StateKey] = new Dictionary<string, object> { [Attempts] = 0 };
        await OnPromptAsync(dc.Context, StateOf(instance), asked, isRetry: false, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var instance = dc.ActiveDialog!;
        var (state, options) = (StateOf(instance), OptionsOf(instance));
        var recognized = await OnRecognizeAsync(dc.Context, state, options, cancellationToken);
        var attempts = (state.TryGetValue(Attempts, out var before) ? BotJson.As<int>(before) : 0) + 1;
        state[Attempts] = attempts;
        var good = validator is null
            ? recognized.Succeeded
            : await validator(new PromptValidatorContext<T>(dc.Context, recognized, state, options, attempts), cancellationToken);
        if (good)
        {
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        }

        // Whoever spoke in this turn, a validator or an interruption, has said what there was to say.
        if (!dc.Context.Responded)
        {
            await OnPromptAsync(dc.Context, state, options, isRetry: true, cancellationToken);
        }

        return EndOfTurn;
    }

    /// <summary>Something was put on top of this prompt and ended: it asks again, it does not take that for its answer.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        OnPromptAsync(turnContext, StateOf(instance), OptionsOf(instance), isRetry: false, cancellationToken);

    protected abstract Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default);

    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default);

    /// <summary>A copy of the prompt with the choices added to it.</summary>
    protected virtual IMessageActivity AppendChoices(IMessageActivity? prompt, string? channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions? options = null, string? conversationType = null, IList<string>? toList = null, CancellationToken cancellationToken = default)
    {
        var text = prompt?.Text ?? string.Empty;
        var shown = style switch
        {
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text, null, toList),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            ListStyle.None => MessageFactory.Text(text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType, toList),
        };
        if (prompt is null)
        {
            shown.InputHint = InputHints.ExpectingInput;
            return shown;
        }

        // The prompt is asked again and again: what is added is added to a copy.
        var copy = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes((Activity)prompt, BotJson.Activity), BotJson.Activity)!;
        copy.Text = shown.Text;
        copy.SuggestedActions = shown.SuggestedActions is { Actions.Count: > 0 } actions ? actions : copy.SuggestedActions;
        if (shown.Attachments is { Count: > 0 } attachments)
        {
            copy.Attachments = [.. copy.Attachments ?? [], .. attachments];
        }

        return copy;
    }

    private static PromptOptions OptionsOf(DialogInstance instance) => instance.Recall<PromptOptions>(OptionsKey)!;

    private static IDictionary<string, object> StateOf(DialogInstance instance) => instance.Recall<IDictionary<string, object>>(StateKey)!;
}
