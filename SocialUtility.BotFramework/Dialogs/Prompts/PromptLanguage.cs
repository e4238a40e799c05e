using System.Text.RegularExpressions;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The words with which prompts ask and are answered, in one language.</summary>
internal sealed partial class PromptLanguage
{
    private static readonly PromptLanguage English = new()
    {
        Locale = "en-us",
        Yes = "Yes",
        No = "No",
        Options = new(", ", " or ", ", or ", true),
        YesWords = ["yes", "yep", "yup", "yeah", "y", "sure", "ok", "okay", "agree", "true", "👍", "👌"],
        NoWords = ["no", "nope", "nop", "n", "not ok", "not okay", "disagree", "false", "👎"],
        Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        Ordinals = [["first"], ["second"], ["third"], ["fourth"], ["fifth"], ["sixth"], ["seventh"], ["eighth"], ["ninth"], ["tenth"]],
    };

    private static readonly PromptLanguage French = new()
    {
        Locale = "fr-fr",
        Yes = "Oui",
        No = "Non",
        Options = new(", ", " ou ", ", ou ", true),
        YesWords = ["oui", "ouais", "ouaip", "o", "ok", "d'accord", "bien sûr", "tout à fait", "vrai", "👍", "👌"],
        NoWords = ["non", "nan", "n", "pas d'accord", "pas ok", "pas tout à fait", "pas vrai", "bien sûr que non", "faux", "👎"],
        Numbers = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
        Ordinals = [["premier", "première"], ["deuxième", "second", "seconde"], ["troisième"], ["quatrième"], ["cinquième"], ["sixième"], ["septième"], ["huitième"], ["neuvième"], ["dixième"]],
    };

    public required string Locale { get; init; }

    public required string Yes { get; init; }

    public required string No { get; init; }

    public required ChoiceFactoryOptions Options { get; init; }

    public required string[] YesWords { get; init => field = [.. value.Select(Phrase)]; }

    public required string[] NoWords { get; init => field = [.. value.Select(Phrase)]; }

    public required string[] Numbers { get; init; }

    public required string[][] Ordinals { get; init => field = [.. value.Select(words => words.Select(Words.Fold).ToArray())]; }

    public static PromptLanguage Of(PromptOptions options, Activity activity, string? otherwise) => Of(Stated(options.RecognizeLanguage) ?? Stated(activity.Locale) ?? otherwise);

    public static PromptLanguage Of(string? locale) => locale?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) is true ? French : English;

    /// <summary>Yes, no, or neither; a phrase that says both says neither.</summary>
    public bool? Answer(string said)
    {
        var phrase = Phrase(said);
        var no = NoWords.Any(phrase.Contains);
        // « pas d'accord » holds « d'accord »: what is left after the no is looked at.
        var rest = NoWords.OrderByDescending(word => word.Length).Aggregate(phrase, (left, word) => left.Replace(word, " ", StringComparison.Ordinal));
        return (YesWords.Any(rest.Contains), no) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => null,
        };
    }

    /// <summary>The numbers that a token stands for as a number or as an ordinal, from 1; 0 for none.</summary>
    public int Ordinal(string token) => Suffixed().Match(token) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, out var number)
        ? number
        : Array.FindIndex(Ordinals, words => words.Contains(token)) + 1;

    public int Number(string token) => Array.IndexOf(Numbers, token) + 1;

    private static string? Stated(string? locale) => string.IsNullOrEmpty(locale) ? null : locale;

    // Spaces on both sides, so that a word is found only whole.
    private static string Phrase(string text) => $" {string.Join(' ', Words.In(text).Select(word => word.Folded))} ";

    [GeneratedRegex("^([0-9]{1,4})(st|nd|rd|th|er|re|ere|e|eme|nde)$")]
    private static partial Regex Suffixed();
}
