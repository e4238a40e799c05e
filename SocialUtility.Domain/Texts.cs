using System.Globalization;
using System.Text;

namespace SocialUtility.Domain;

/// <summary>What people type, made fit to keep: their words stay, what is not a word goes.</summary>
public static class Texts
{
    /// <summary>The longest story, in characters.</summary>
    public const int LongText = 4000;

    /// <summary>The longest sentence, in characters.</summary>
    public const int ShortText = 500;

    /// <summary>The longest name of a thing, in characters.</summary>
    public const int Title = 200;

    /// <summary>Without control characters, halves of characters and white space around; null where nothing is left.</summary>
    public static string? Kept(this string? text)
    {
        if (text is null)
        {
            return null;
        }

        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                kept.Append(letter).Append(text[++i]);
            }
            else if (letter == '\n' || (!char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\uFFFE' or '\uFFFF')))
            {
                kept.Append(letter);
            }
            else if (letter == '\t')
            {
                kept.Append(' ');
            }
        }

        var trimmed = kept.ToString().Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }

    /// <summary>On one line: for names and titles.</summary>
    public static string? OnOneLine(this string? text) =>
        text.Kept() is { } kept ? string.Join(' ', kept.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>Without accents, case, curly apostrophes and unusual spaces: « Critères » and « criteres » are the same word.</summary>
    public static string Folded(this string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            switch (letter)
            {
                case 'œ' or 'Œ':
                    folded.Append("oe");
                    break;
                case 'æ' or 'Æ':
                    folded.Append("ae");
                    break;
                case '’' or '‘' or 'ʼ':
                    folded.Append('\'');
                    break;
                case var space when char.IsWhiteSpace(space):
                    folded.Append(' ');
                    break;
                case var mark when CharUnicodeInfo.GetUnicodeCategory(mark) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                    break;
                default:
                    folded.Append(char.ToLowerInvariant(letter));
                    break;
            }
        }

        return folded.ToString();
    }

    /// <summary>Folded, and without what ends a sentence: to compare what was typed with a word that is understood.</summary>
    public static string AsWord(this string text) => text.Folded().Trim(' ', '.', '!', ',', ';', ':', '"', '«', '»', '…');
}
