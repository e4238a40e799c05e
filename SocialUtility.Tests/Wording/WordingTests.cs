using System.Text.RegularExpressions;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Catalogue;

namespace SocialUtility.Tests.Wording;

/// <summary>What people read: complete in both languages, in the house's voice, set as it should be.</summary>
public sealed partial class WordingTests
{
    private static readonly Dictionary<string, string> French = Words.All(Language.French);
    private static readonly Dictionary<string, string> English = Words.All(Language.English);

    [Fact]
    public void Every_sentence_exists_in_both_languages_with_the_same_values_in_it()
    {
        Assert.Equal(French.Keys.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));
        Assert.All(French, sentence => Assert.Equal(Holes(sentence.Value), Holes(English[sentence.Key])));
        Assert.All(French.Concat(English), sentence => Assert.False(string.IsNullOrWhiteSpace(sentence.Value), sentence.Key));
    }

    [Fact]
    public void Every_sentence_that_the_code_asks_for_is_there()
    {
        var asked = from source in SourceCode.Of("SocialUtility.Bot")
                    where !source.File.StartsWith("Pictures/", StringComparison.Ordinal)
                    from match in Asked.Matches(source.Text)
                    select (source.File, Key: match.Groups["key"].Value);

        Assert.NotEmpty(asked);
        Assert.All(asked, one => Assert.True(French.ContainsKey(one.Key), $"{one.File} asks for {one.Key}"));
    }

    [Fact]
    public void No_sentence_is_kept_that_nobody_says()
    {
        var code = string.Concat(SourceCode.Of("SocialUtility.Bot").Select(source => source.Text));
        var literals = SourceCode.Of("SocialUtility.Bot").SelectMany(source => SourceCode.Literals(source.Text)).ToHashSet();
        // A part that the code puts in: a guide, a question, a role, a kind, a number.
        HashSet<string> parts =
        [
            .. literals,
            .. from assembly in (System.Reflection.Assembly[])[typeof(Words).Assembly, typeof(Language).Assembly]
               from type in assembly.GetTypes()
               where type.IsEnum
               from name in Enum.GetNames(type)
               select name,
            .. MethodQuestions.Instance.Steps.SelectMany(step => step.Questions).Select(question => question.Id),
            .. Enumerable.Range(0, 13).Select(number => $"{number}"),
            "Unknown",
        ];
        var made = literals.Where(literal => literal.Contains("{}", StringComparison.Ordinal) && literal.Contains('.', StringComparison.Ordinal) && literal.Length > 5)
            .Concat(literals.Where(literal => literal.EndsWith('.') && literal.Length > 3).Select(literal => literal + "{}"))
            .Select(literal => new Regex($"^{Regex.Escape(literal).Replace(@"\{}", "(.+)", StringComparison.Ordinal)}$"))
            .ToList();

        bool Said(string key) => code.Contains($"\"{key}\"", StringComparison.Ordinal)
            || key.StartsWith("command.", StringComparison.Ordinal)
            || key.StartsWith("opening.", StringComparison.Ordinal)
            || made.Any(pattern => pattern.Match(key) is { Success: true } match && match.Groups.Values.Skip(1).All(part => parts.Contains(part.Value)))
            || (key.LastIndexOf('.') is var point and > 0 && key[(point + 1)..] is "0" or "1" or "many" && Said(key[..point]));

        Assert.DoesNotContain(French.Keys, key => !Said(key));
    }

    [Fact]
    public void Every_command_is_understood_in_both_languages_and_no_word_means_two_things()
    {
        var words = from language in (Dictionary<string, string>[])[French, English]
                    from entry in language
                    where entry.Key.StartsWith("command.", StringComparison.Ordinal)
                    from word in entry.Value.Split('|', StringSplitOptions.TrimEntries)
                    select (Word: word.AsWord(), Command: entry.Key["command.".Length..]);

        Assert.All(words.GroupBy(one => one.Word, one => one.Command), one => Assert.True(one.Distinct().Count() == 1, $"« {one.Key} » means {string.Join(" and ", one.Distinct())}"));
        Assert.All(words, one => Assert.Equal(one.Command, Vocabulary.Command(one.Word)));
        Assert.All(words, one => Assert.Equal(one.Command, Vocabulary.Command($" {one.Word.ToUpperInvariant()} ! ")));
    }

    [Fact]
    public void Every_command_opens_something_or_answers_something()
    {
        var code = string.Concat(SourceCode.Of("SocialUtility.Bot").Where(source => source.File.StartsWith("Conversation/", StringComparison.Ordinal) || source.File.StartsWith("Guides/", StringComparison.Ordinal)).Select(source => source.Text));

        Assert.All(French.Keys.Where(key => key.StartsWith("command.", StringComparison.Ordinal)), key => Assert.Contains($"\"{key["command.".Length..]}\"", code, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_opening_is_understood_with_what_follows_it_and_leads_to_a_subject()
    {
        var code = string.Concat(SourceCode.Of("SocialUtility.Bot").Where(source => source.File.StartsWith("Conversation/", StringComparison.Ordinal)).Select(source => source.Text));
        foreach (var (key, said) in French.Concat(English).Where(entry => entry.Key.StartsWith("opening.", StringComparison.Ordinal)))
        {
            var name = key["opening.".Length..];
            Assert.Contains($"[\"{name}\"]", code, StringComparison.Ordinal);
            Assert.All(said.Split('|', StringSplitOptions.TrimEntries), opening => Assert.Equal((name, "critere"), Vocabulary.Opening($" {opening.ToUpperInvariant()}{(opening.EndsWith('\'') ? "" : " ")}Critère")));
        }

        Assert.Null(Vocabulary.Opening("glossaire"));
        // A command as a whole, though it begins as an opening does.
        Assert.Equal("glossary", Vocabulary.Command("glossaire complet"));
        Assert.Null(Vocabulary.Opening("glossaire complet"));
        Assert.Null(Vocabulary.Opening("glossaires de rue"));
    }

    [Theory]
    [InlineData(@"\bclients?\b")]
    [InlineData("prestataires?")]
    [InlineData("performances?|performant")]
    [InlineData("utilisateurs?|utilisatrices?")]
    [InlineData(@"\berreurs?\b")]
    [InlineData(@"\bKPI\b|\bROI\b|reporting|feedback|dashboard|\bdata\b")]
    [InlineData(@"soumettre|soumis\b")]
    [InlineData("bravo|félicitations|super |génial|excellent")]
    [InlineData(@"invalide|incorrecte?|obligatoire|échou|échec")]
    [InlineData("bénéficiaires?|usagers?")]
    [InlineData(@"\b(tu|toi|ton|tes|te)\b")]
    [InlineData(@"\w·\w|\w\(e\)|\w\.e\.s")]
    [InlineData(@"prêts\b|sûrs\b|invités\b")]
    public void French_says_it_in_the_voice_of_the_house(string banned) => AssertNone(French, banned);

    [Theory]
    [InlineData(@"\bclients?\b|customers?|providers?")]
    [InlineData("performance|KPI|dashboard metric")]
    [InlineData(@"\busers?\b|beneficiar")]
    [InlineData(@"\berrors?\b|invalid|incorrect|mandatory|failed|failure")]
    [InlineData(@"\bsubmit")]
    [InlineData("well done|great!|congratulations|awesome|bravo")]
    [InlineData(@"n't\b|'re\b|'ll\b|'ve\b|\bI'm\b|\bit's\b|\blet's\b")]
    [InlineData(@"organiz|recogniz|\bcolor\b|\bcenter\b")]
    public void English_says_it_in_the_voice_of_the_house(string banned) => AssertNone(English, banned);

    [Fact]
    public void There_is_one_exclamation_mark_and_it_is_in_the_first_hello()
    {
        foreach (var language in (Dictionary<string, string>[])[French, English])
        {
            Assert.Equal(["welcome.hello"], Sentences(language).Where(sentence => sentence.Value.Contains('!', StringComparison.Ordinal)).Select(sentence => sentence.Key));
        }
    }

    [Fact]
    public void Typography_is_right_on_the_way_out()
    {
        var words = Words.In(Language.French);
        foreach (var (key, _) in Sentences(French))
        {
            Assert.False(BadSpace.IsMatch(words[key]), $"{key}: {words[key]}");
            Assert.DoesNotContain('\'', words[key]);
            Assert.DoesNotContain('\'', Words.In(Language.English)[key]);
        }

        foreach (var question in MethodQuestions.Instance.Steps.SelectMany(step => step.Questions))
        {
            Assert.False(BadSpace.IsMatch(words.Set(new Bilingual(question.Fr, question.En))), question.Fr);
        }

        foreach (var criterion in ReferenceCatalogue.Instance.Criteria)
        {
            Assert.False(BadSpace.IsMatch(words.Set(criterion.Name(Language.French)) + words.Set(criterion.Definition(Language.French))), criterion.Id);
        }
    }

    [Fact]
    public void Every_sentence_takes_its_values()
    {
        foreach (var words in (Words[])[Words.In(Language.French), Words.In(Language.English)])
        {
            foreach (var key in French.Keys)
            {
                Assert.DoesNotContain("{", words.Say(key, "a", "b", "c", "d"), StringComparison.Ordinal);
            }
        }
    }

    private static void AssertNone(Dictionary<string, string> language, string banned) =>
        Assert.All(Sentences(language), sentence => Assert.False(Regex.IsMatch(sentence.Value, banned, RegexOptions.IgnoreCase), $"{sentence.Key}: {sentence.Value}"));

    /// <summary>What the bot says; what it understands may be anything.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Sentences(Dictionary<string, string> language) =>
        language.Where(sentence => !sentence.Key.StartsWith("command.", StringComparison.Ordinal) && !sentence.Key.StartsWith("opening.", StringComparison.Ordinal));

    private static IEnumerable<string> Holes(string text) => Hole.Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Hole { get; }

    [GeneratedRegex("""(?:[wW]ords(?:\.In\([^)]*\))?\[|[wW]ords\.(?:Say|Count)\(|\bSay\()"(?<key>[a-z][\w.-]*)"[\],)]""")]
    private static partial Regex Asked { get; }

    /// <summary>An ordinary space where French wants one that does not break.</summary>
    [GeneratedRegex("« | »| [:;?!%€]|[^ \u00A0\u202F«]»|«[^\u00A0]|(?<=\\p{L})[?!;](?=\\s|$)")]
    private static partial Regex BadSpace { get; }
}
