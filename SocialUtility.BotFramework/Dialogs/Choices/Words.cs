using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A word of what was said: where it stands, and how it is compared.</summary>
internal readonly record struct Word(int Start, int End, string Folded);

/// <summary>Takes a text apart into words, which are compared without case and accents.</summary>
internal static class Words
{
    public static List<Word> In(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && !Parts(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(new(start, i - 1, Fold(text[start..i])));
            }
            else
            {
                i++;
            }
        }

        return words;
    }

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            switch (letter)
            {
                case 'œ': folded.Append("oe"); break;
                case 'æ': folded.Append("ae"); break;
                case var mark when CharUnicodeInfo.GetUnicodeCategory(mark) is UnicodeCategory.NonSpacingMark: break;
                default: folded.Append(letter); break;
            }
        }

        return folded.ToString();
    }

    // An emoji is a word of its own making: symbols stay, punctuation and spaces part.
    private static bool Parts(char letter) => char.IsWhiteSpace(letter) || char.IsPunctuation(letter) || char.IsControl(letter) || letter == '°';
}
