using SocialUtility.Domain;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// The words understood everywhere, in both languages whatever the person's own: a command of the Teams menu arrives
/// localised. Accents, case and final points do not matter.
/// </summary>
public static class Vocabulary
{
    private static readonly Dictionary<string, string> Words = Read();

    /// <summary>The command that these words are, or null.</summary>
    public static string? Command(string text) => text.Length <= 60 ? Words.GetValueOrDefault(text.AsWord()) : null;

    /// <summary>Does the text mean that word: <c>yes</c>, <c>back</c>, <c>unknown</c>…?</summary>
    public static bool Means(string text, string word) => text.Length <= 80 && Command(text) == word;

    private static Dictionary<string, string> Read()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var (key, said) in Wording.Words.All(language))
            {
                if (key.StartsWith("command.", StringComparison.Ordinal))
                {
                    foreach (var word in said.Split('|', StringSplitOptions.TrimEntries))
                    {
                        words[word.AsWord()] = key["command.".Length..];
                    }
                }
            }
        }

        return words;
    }
}
