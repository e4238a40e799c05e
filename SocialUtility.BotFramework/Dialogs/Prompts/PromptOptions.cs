using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt asks, and how it asks again.</summary>
public sealed class PromptOptions
{
    public Activity? Prompt { get; set; }

    /// <summary>What is asked when the answer was not understood.</summary>
    public Activity? RetryPrompt { get; set; }

    public IList<Choice>? Choices { get; set; }

    /// <summary>How choices are shown; it comes before the style of the prompt.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>Whatever the validator needs to know.</summary>
    public object? Validations { get; set; }

    /// <summary>The language in which the answer is understood, where it is not that of the message.</summary>
    public string? RecognizeLanguage { get; set; }
}

/// <summary>What a prompt understood.</summary>
public sealed class PromptRecognizerResult<T>
{
    public bool Succeeded { get; set; }

    public T? Value { get; set; }
}

/// <summary>Says whether an answer is good. It is asked even when nothing was understood.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

/// <summary>What a validator judges.</summary>
public sealed class PromptValidatorContext<T>
{
    internal PromptValidatorContext(ITurnContext context, PromptRecognizerResult<T> recognized, IDictionary<string, object> state, PromptOptions options, int attempts) =>
        (Context, Recognized, State, Options, AttemptCount) = (context, recognized, state, options, attempts);

    public ITurnContext Context { get; }

    public PromptRecognizerResult<T> Recognized { get; }

    public PromptOptions Options { get; }

    /// <summary>What the prompt remembers until it ends.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>How many answers were given, this one included.</summary>
    public int AttemptCount { get; }
}
