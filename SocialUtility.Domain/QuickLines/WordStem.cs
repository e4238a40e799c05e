namespace SocialUtility.Domain.QuickLines;

/// <summary>
/// Words as a quick line compares them: accents, case and the endings of number and gender aside. Less is cut than in
/// <see cref="Catalogue.Closeness"/>: « participants » and « participations » are two things to count.
/// </summary>
internal static class WordStem
{
    /// <summary>Two words for one thing, in either language: an association writes its indicators in one, people type in both.</summary>
    private static readonly Dictionary<string, string> Same = Groups(
        "personne gens people person pers ppl",
        "seance session sessions",
        "benevole volunteer volunteers benev",
        "atelier workshop workshops",
        "repas meal meals",
        "enfant child children kid kids",
        "heure hour hours hrs",
        "reunion meeting meetings",
        "visite visit visits",
        "femme woman women",
        "homme man men",
        "jeune youth youths",
        "objet object objects",
        "nouveau nouvelle nouveaux nouvelles new",
        "denree food",
        "don donation donations",
        "emploi job jobs",
        "rencontre encounter encounters",
        "adherent adherente adhts");

    /// <summary>Without accents, in small letters.</summary>
    public static string Fold(ReadOnlySpan<char> word) => (word.Length <= 256 ? Texts.Plainly(word) : null) ?? word.ToString().Folded();

    /// <param name="folded">Without accents and in small letters.</param>
    public static string Of(string folded)
    {
        if (Same.TryGetValue(folded, out var same))
        {
            return same;
        }

        var cut = Cut(folded);
        return Same.TryGetValue(cut, out same) ? same : cut;
    }

    private static string Cut(string word)
    {
        var end = word.Length;
        if (end > 3 && word[end - 1] is 's' or 'x')
        {
            end--;
        }

        if (end > 6 && (word.AsSpan(0, end).EndsWith("ing") || word.AsSpan(0, end).EndsWith("ed")))
        {
            end -= word[end - 1] == 'g' ? 3 : 2;
        }

        for (var times = 0; times < 2 && end > 3 && word[end - 1] == 'e'; times++)
        {
            end--;
        }

        return end == word.Length ? word : word[..end];
    }

    /// <summary>One letter wrong, missing, too many, or two in the other order; the first one is right, and the word is long enough for a slip.</summary>
    public static bool IsSlip(string typed, string meant)
    {
        if (typed.Length < 5 || meant.Length < 5 || typed[0] != meant[0] || Math.Abs(typed.Length - meant.Length) > 1)
        {
            return false;
        }

        var same = 0;
        while (same < typed.Length && same < meant.Length && typed[same] == meant[same])
        {
            same++;
        }

        var left = typed.AsSpan(same);
        var right = meant.AsSpan(same);
        if (typed.Length == meant.Length)
        {
            return (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]))
                || (typed.Length >= 6 && left.Length > 0 && left[1..].SequenceEqual(right[1..]));
        }

        // A missing or a doubled letter; « cours » and « course » are two words.
        return typed.Length > meant.Length ? typed.Length >= 6 && left[1..].SequenceEqual(right) : meant.Length >= 6 && left.SequenceEqual(right[1..]);
    }

    private static Dictionary<string, string> Groups(params string[] groups)
    {
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var words = group.Split(' ');
            foreach (var word in words)
            {
                same[word] = Cut(words[0]);
                same[Cut(word)] = Cut(words[0]);
            }
        }

        return same;
    }
}
