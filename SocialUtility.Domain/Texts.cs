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

    /// <summary>
    /// Without control characters, halves of characters, what hides or turns round other text, and white space around;
    /// null where nothing that can be seen is left.
    /// </summary>
    public static string? Kept(this string? text)
    {
        if (text is null)
        {
            return null;
        }

        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case var high when char.IsHighSurrogate(high) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    kept.Append(high).Append(text[++i]);
                    break;
                case var half when char.IsSurrogate(half):
                    break;
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\n' or '\r' or '\u2028' or '\u2029':
                    kept.Append('\n');
                    break;
                case var control when char.IsControl(control):
                    kept.Append(char.IsWhiteSpace(control) ? " " : "");
                    break;
                case var hidden when IsHidden(hidden):
                    break;
                case var letter:
                    kept.Append(letter);
                    break;
            }
        }

        var trimmed = kept.ToString().Trim();
        return trimmed.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) ? null : trimmed;
    }

    /// <summary>
    /// Embeddings and overrides that show text in another order than it is stored, and marks of no width. The joiners U+200C and
    /// U+200D stay, since Persian and emoji are written with them, and so do the plain direction marks of Arabic and Hebrew.
    /// </summary>
    private static bool IsHidden(char letter) =>
        letter is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';

    /// <summary>On one line: for names and titles.</summary>
    public static string? OnOneLine(this string? text) =>
        text.Kept() is { } kept ? string.Join(' ', kept.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>Without accents, case, curly apostrophes and unusual spaces: « Critères » and « criteres » are the same word.</summary>
    public static string Folded(this string text) => text.Length <= 256 && Plainly(text) is { } plain ? plain : FoldedByParts(text);

    /// <summary>Almost every text is of plain letters and the French ones: those are folded one by one. Null where another stands in it.</summary>
    internal static string? Plainly(ReadOnlySpan<char> text)
    {
        Span<char> folded = stackalloc char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var plain = text[i] switch
            {
                >= 'A' and <= 'Z' and var capital => (char)(capital | ' '),
                >= ' ' and <= '~' and var letter => letter,
                'à' or 'â' or 'ä' or 'á' or 'À' or 'Â' or 'Ä' or 'Á' => 'a',
                'é' or 'è' or 'ê' or 'ë' or 'É' or 'È' or 'Ê' or 'Ë' => 'e',
                'î' or 'ï' or 'í' or 'Î' or 'Ï' or 'Í' => 'i',
                'ô' or 'ö' or 'ó' or 'Ô' or 'Ö' or 'Ó' => 'o',
                'û' or 'ù' or 'ü' or 'ú' or 'Û' or 'Ù' or 'Ü' or 'Ú' => 'u',
                'ç' or 'Ç' => 'c',
                '’' or '‘' => '\'',
                '\u00A0' or '\u202F' or '\n' or '\t' or '\r' => ' ',
                '«' or '»' or '…' or '–' or '—' or '€' or '°' => text[i],
                _ => '\0',
            };
            if (plain == '\0')
            {
                return null;
            }

            folded[i] = plain;
        }

        return new(folded);
    }

    private static string FoldedByParts(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Whole(text).Normalize(NormalizationForm.FormD))
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

    /// <summary>Half a character cannot be normalized: it becomes U+FFFD.</summary>
    private static string Whole(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text;

    /// <summary>Folded, and without what ends a sentence: to compare what was typed with a word that is understood.</summary>
    public static string AsWord(this string text) => text.Folded().Trim(' ', '.', '!', ',', ';', ':', '"', '«', '»', '…');
}
