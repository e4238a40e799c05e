using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for yes or no.</summary>
public class ConfirmPrompt(string dialogId, PromptValidator<bool>? validator = null, string? defaultLocale = null) : Prompt<bool>(dialogId, validator)
{
    public string? DefaultLocale { get; set; } = defaultLocale;

    public ListStyle Style { get; set; } = ListStyle.Auto;

    public ChoiceFactoryOptions? ChoiceOptions { get; set; }

    /// <summary>The words for yes and for no, where they are not those of the language.</summary>
    public Tuple<Choice, Choice>? ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var language = PromptLanguage.Of(options, activity, DefaultLocale);
        var prompt = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        var message = AppendChoices(prompt, activity.ChannelId, YesAndNo(language), options.Style ?? Style, ChoiceOptions ?? language.Options, activity.Conversation?.ConversationType, activity.From?.Id is { } id ? [id] : null, cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var language = PromptLanguage.Of(options, turnContext.Activity, DefaultLocale);
        var answer = turnContext.Activity is { Type: ActivityTypes.Message, Text: { Length: > 0 } said }
            ? language.Answer(said) ?? Chosen(said, language)
            : null;
        return Task.FromResult(new PromptRecognizerResult<bool> { Succeeded = answer is not null, Value = answer ?? false });
    }

    /// <summary>The words of the choices themselves, or 1 and 2 where they were shown with numbers; both is neither.</summary>
    private bool? Chosen(string said, PromptLanguage language)
    {
        var numbered = (ChoiceOptions ?? language.Options).IncludeNumbers ?? true;
        var how = new FindChoicesOptions { Locale = language.Locale, RecognizeNumbers = numbered, RecognizeOrdinals = numbered };
        return ChoiceRecognizers.RecognizeChoices(said, YesAndNo(language), how) is [var found] ? found.Resolution!.Index == 0 : null;
    }

    private List<Choice> YesAndNo(PromptLanguage language) => ConfirmChoices is (var yes, var no) ? [yes, no] : [new Choice(language.Yes), new Choice(language.No)];
}
