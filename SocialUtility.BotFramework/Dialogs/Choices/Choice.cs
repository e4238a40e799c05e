using System.Text.Json.Serialization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One choice: what it is called, how else it is called, and the button that stands for it.</summary>
public sealed class Choice(string? value = null)
{
    [JsonPropertyName("value")]
    public string? Value { get; set; } = value;

    [JsonPropertyName("action")]
    public CardAction? Action { get; set; }

    [JsonPropertyName("synonyms")]
    public List<string>? Synonyms { get; set; }
}

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    None = 0,
    Auto = 1,
    Inline = 2,
    List = 3,
    SuggestedAction = 4,
    HeroCard = 5,
}

/// <summary>How choices are strung together in a text.</summary>
public sealed class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions()
    {
    }

    public ChoiceFactoryOptions(string? inlineSeparator, string? inlineOr, string? inlineOrMore, bool? includeNumbers) =>
        (InlineSeparator, InlineOr, InlineOrMore, IncludeNumbers) = (inlineSeparator, inlineOr, inlineOrMore, includeNumbers);

    public string? InlineSeparator { get; set; }

    /// <summary>Between two choices.</summary>
    public string? InlineOr { get; set; }

    /// <summary>Before the last of more than two.</summary>
    public string? InlineOrMore { get; set; }

    public bool? IncludeNumbers { get; set; }
}

/// <summary>How values are looked for in what was said.</summary>
public class FindValuesOptions
{
    /// <summary>Whether some of the words of a value are enough.</summary>
    public bool AllowPartialMatches { get; set; }

    public string? Locale { get; set; }

    /// <summary>How many words may stand between those of a value; 2 unless said otherwise.</summary>
    public int? MaxTokenDistance { get; set; }
}

/// <summary>How choices are looked for in what was said.</summary>
public sealed class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Leaves the value itself out, so that only title and synonyms count.</summary>
    public bool NoValue { get; set; }

    /// <summary>Leaves the title of the button out.</summary>
    public bool NoAction { get; set; }

    public bool RecognizeNumbers { get; set; } = true;

    public bool RecognizeOrdinals { get; set; } = true;

    internal FindChoicesOptions In(string locale) => Locale is not null ? this : new()
    {
        AllowPartialMatches = AllowPartialMatches,
        Locale = locale,
        MaxTokenDistance = MaxTokenDistance,
        NoValue = NoValue,
        NoAction = NoAction,
        RecognizeNumbers = RecognizeNumbers,
        RecognizeOrdinals = RecognizeOrdinals,
    };
}

/// <summary>The choice that was made.</summary>
public sealed class FoundChoice
{
    public string? Value { get; set; }

    public int Index { get; set; }

    /// <summary>How well it fits, from 0 to 1.</summary>
    public float Score { get; set; }

    /// <summary>The words by which it was recognized.</summary>
    public string? Synonym { get; set; }
}

/// <summary>Something found in what was said, and where.</summary>
public sealed class ModelResult<T>
{
    public string? Text { get; set; }

    public int Start { get; set; }

    public int End { get; set; }

    public string? TypeName { get; set; }

    public T? Resolution { get; set; }
}
