using SocialUtility.Domain;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// The words understood everywhere, in both languages whatever the person's own: a command of the Teams menu arrives
/// localised. Accents, case and final points do not matter.
/// </summary>
public static class Vocabulary
{
    private static readonly Dictionary<string, string> Words = Read("command.");

    /// <summary>The longest first: « définition de » before « définition ».</summary>
    private static readonly KeyValuePair<string, string>[] Openings = [.. Read("opening.").OrderByDescending(opening => opening.Key.Length)];

    /// <summary>The command that these words are, or null. « Où en est-on ? » may be asked as a question.</summary>
    public static string? Command(string text) => text.Length <= 60 && text.AsWord() is var word
        ? Words.GetValueOrDefault(word) ?? Words.GetValueOrDefault(word.TrimEnd('?', ' '))
        : null;

    /// <summary>Does the text mean that word: <c>yes</c>, <c>back</c>, <c>unknown</c>…?</summary>
    public static bool Means(string text, string word) => text.Length <= 80 && Command(text) == word;

    /// <summary>
    /// The opening with which these words begin, and what follows it, folded; null where they begin with none, or are a command
    /// as a whole.
    /// </summary>
    public static (string Name, string After)? Opening(string text)
    {
        if (text.Length > 120 || Command(text) is not null)
        {
            return null;
        }

        var said = text.AsWord();
        foreach (var (opening, name) in Openings)
        {
            if (said.Length > opening.Length + 1 && said.StartsWith(opening, StringComparison.Ordinal) && (said[opening.Length] == ' ' || opening.EndsWith('\'')))
            {
                return (name, said[opening.Length..].Trim());
            }
        }

        return null;
    }

    private static Dictionary<string, string> Read(string prefix)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var (key, said) in Wording.Words.In(language).Sentences)
            {
                if (key.StartsWith(prefix, StringComparison.Ordinal))
                {
                    foreach (var word in said.Split('|', StringSplitOptions.TrimEntries))
                    {
                        words[word.AsWord()] = key[prefix.Length..];
                    }
                }
            }
        }

        return words;
    }
}
