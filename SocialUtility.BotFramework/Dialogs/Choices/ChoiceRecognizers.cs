using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Understands which choice was made: by its words first, by its number only where no word fits.</summary>
public class ChoiceRecognizers
{
    private static readonly string[] BeforeANumber = ["number", "option", "choice", "numero", "choix", "no", "n"];

    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions? options = null) =>
        RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions? options = null)
    {
        var how = options ?? new FindChoicesOptions();
        utterance ??= string.Empty;
        var matched = Find.FindChoices(utterance, list, how);
        if (matched.Count == 0 && how.RecognizeOrdinals)
        {
            matched = ByPosition(utterance, list, (words, i, language) => language.Ordinal(words[i].Folded), how.Locale);
        }

        if (matched.Count == 0 && how.RecognizeNumbers)
        {
            matched = ByPosition(utterance, list, Number, how.Locale);
        }

        return matched;
    }

    /// <summary>Digits wherever they stand; a number in words only alone or after « numéro »: « un » is mostly an article.</summary>
    private static int Number(List<Word> words, int i, PromptLanguage language) =>
        int.TryParse(words[i].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : words.Count == 1 || (i > 0 && BeforeANumber.Contains(words[i - 1].Folded)) ? language.Number(words[i].Folded)
        : 0;

    private static List<ModelResult<FoundChoice>> ByPosition(string utterance, IList<Choice> list, Func<List<Word>, int, PromptLanguage, int> read, string? locale)
    {
        var language = PromptLanguage.Of(locale);
        var words = Words.In(utterance);
        var found = new List<ModelResult<FoundChoice>>();
        for (var i = 0; i < words.Count; i++)
        {
            if (read(words, i, language) is var number and > 0 && number <= list.Count)
            {
                found.Add(new()
                {
                    Start = words[i].Start,
                    End = words[i].End,
                    Text = utterance[words[i].Start..(words[i].End + 1)],
                    TypeName = "choice",
                    Resolution = new() { Value = list[number - 1].Value, Index = number - 1, Score = 1 },
                });
            }
        }

        return found;
    }
}
