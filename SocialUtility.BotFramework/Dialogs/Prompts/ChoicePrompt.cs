using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks to choose: by what the choice says, by a synonym, or by its number.</summary>
public class ChoicePrompt(string dialogId, PromptValidator<FoundChoice>? validator = null, string? defaultLocale = null) : Prompt<FoundChoice>(dialogId, validator)
{
    public string? DefaultLocale { get; set; } = defaultLocale;

    public ListStyle Style { get; set; } = ListStyle.Auto;

    public ChoiceFactoryOptions? ChoiceOptions { get; set; }

    public FindChoicesOptions? RecognizerOptions { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var shown = ChoiceOptions ?? PromptLanguage.Of(options, activity, DefaultLocale).Options;
        var prompt = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        var message = AppendChoices(prompt, activity.ChannelId, options.Choices ?? [], options.Style ?? Style, shown, activity.Conversation?.ConversationType, activity.From?.Id is { } id ? [id] : null, cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        if (turnContext.Activity is not { Type: ActivityTypes.Message, Text: { Length: > 0 } said })
        {
            return Task.FromResult(new PromptRecognizerResult<FoundChoice>());
        }

        var how = (RecognizerOptions ?? new FindChoicesOptions()).In(PromptLanguage.Of(options, turnContext.Activity, DefaultLocale).Locale);
        return Task.FromResult(ChoiceRecognizers.RecognizeChoices(said, options.Choices ?? [], how) is [var found, ..]
            ? new PromptRecognizerResult<FoundChoice> { Succeeded = true, Value = found.Resolution }
            : new PromptRecognizerResult<FoundChoice>());
    }
}
