namespace SocialUtility.Domain.Catalogue;

/// <summary>
/// Which catalogue criteria look like somebody's own words: shared word stems, accents and endings aside, rare stems
/// weighing more. Offline, the same everywhere, and only a suggestion.
/// </summary>
public sealed class Closeness
{
    /// <summary>Below, nothing is offered: a far-fetched idea costs more than none.</summary>
    private const double Threshold = 0.11;

    private static readonly Lazy<Closeness> French = new(() => new(ReferenceCatalogue.Instance, Language.French));
    private static readonly Lazy<Closeness> English = new(() => new(ReferenceCatalogue.Instance, Language.English));

    private readonly List<(ReferenceCriterion Criterion, Dictionary<string, double> Weights, double Norm)> criteria = [];
    private readonly Dictionary<string, double> rarity;
    private readonly Language language;

    private Closeness(ReferenceCatalogue catalogue, Language language)
    {
        this.language = language;
        var texts = catalogue.Criteria.Select(criterion => (criterion, stems: StemsOf(criterion).ToList())).ToList();
        rarity = texts.SelectMany(text => text.stems.Select(stem => stem.Stem).Distinct())
            .GroupBy(stem => stem)
            .ToDictionary(group => group.Key, group => Math.Log(1 + ((double)texts.Count / group.Count())));
        foreach (var (criterion, stems) in texts)
        {
            var weights = stems.GroupBy(stem => stem.Stem).ToDictionary(group => group.Key, group => rarity[group.Key] * Math.Min(group.Sum(stem => stem.Weight), 3));
            criteria.Add((criterion, weights, Math.Sqrt(weights.Values.Sum(weight => weight * weight))));
        }
    }

    public static Closeness In(Language language) => language == Language.English ? English.Value : French.Value;

    /// <summary>The closest criteria, best first, at most <paramref name="most"/>; empty when nothing is close.</summary>
    public IReadOnlyList<ReferenceCriterion> To(string words, int most = 3)
    {
        var asked = Stems(words, language).Distinct().Where(rarity.ContainsKey).ToList();
        var norm = Math.Sqrt(asked.Sum(stem => rarity[stem] * rarity[stem]));
        return norm == 0
            ? []
            : [
                .. criteria
                    .Select(entry => (entry.Criterion, Score: asked.Sum(stem => rarity[stem] * entry.Weights.GetValueOrDefault(stem)) / (norm * entry.Norm)))
                    .Where(entry => entry.Score >= Threshold)
                    .OrderByDescending(entry => entry.Score)
                    .Take(most)
                    .Select(entry => entry.Criterion),
            ];
    }

    /// <summary>How many word stems two texts share.</summary>
    public static int Shared(string one, string other, Language language) => Stems(one, language).Intersect(Stems(other, language)).Count();

    private IEnumerable<(string Stem, double Weight)> StemsOf(ReferenceCriterion criterion) =>
        Stems(criterion.Name(language), language).Select(stem => (stem, 2.0))
            .Concat(Stems(criterion.Definition(language), language).Select(stem => (stem, 1.0)))
            .Concat(Stems(EverydayWords.For(criterion.Id, language), language).Select(stem => (stem, 1.0)))
            .Concat(criterion.Indicators.SelectMany(indicator => Stems(indicator.Name(language), language)).Select(stem => (stem, 0.5)));

    /// <summary>The words that carry meaning, cut to their stems.</summary>
    internal static IEnumerable<string> Stems(string text, Language language)
    {
        var small = language == Language.English ? SmallEnglish : SmallFrench;
        foreach (var word in text.Folded().Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length > 2 && !small.Contains(word))
            {
                yield return Stem(word, language == Language.English ? EnglishEndings : FrenchEndings);
            }
        }
    }

    private static string Stem(string word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                word = word[..^ending.Length];
                break;
            }
        }

        // « appeler » and « appellent » are one word.
        if (word.Length > 4 && word[^1] == word[^2])
        {
            word = word[..^1];
        }

        // « isolees », « isolement », « isole » share their first five letters.
        return word.Length > 6 ? word[..6] : word;
    }

    private static readonly char[] Separators = [.. " .,;:!?()[]{}«»\"'/-–—…\n\t%&+=*"];

    private static readonly string[] FrenchEndings =
    [
        "issements", "issement", "atrices", "ateurs", "ations", "atrice", "ateur", "ation", "ements", "ement", "ances", "ences", "ance", "ence",
        "euses", "euse", "eurs", "eur", "ives", "ive", "ites", "ite", "iers", "iere", "ier", "ees", "ee", "aient", "ait", "ent", "er", "es", "e", "s", "x",
    ];

    private static readonly string[] EnglishEndings =
        ["ations", "ation", "ments", "ment", "nesses", "ness", "ingly", "ing", "ities", "ity", "ers", "er", "ies", "ed", "es", "ly", "s", "e"];

    private static readonly HashSet<string> SmallFrench =
    [
        "les", "des", "une", "aux", "est", "sont", "etre", "avoir", "pour", "par", "sur", "dans", "avec", "sans", "que", "qui", "quoi", "dont", "mais",
        "pas", "plus", "moins", "tres", "tout", "tous", "toute", "toutes", "leur", "leurs", "nos", "notre", "vos", "votre", "ses", "son", "mes", "mon", "nous", "vous",
        "ils", "elles", "elle", "ces", "cette", "cet", "ceux", "celles", "cela", "comme", "entre", "chez", "vers", "sous", "ont", "fait", "faire", "peut",
        "gens", "personne", "personnes", "association", "part", "nombre", "action", "actions", "the", "and", "aussi", "bien", "meme", "autre", "autres", "quand", "donc",
    ];

    private static readonly HashSet<string> SmallEnglish =
    [
        "the", "and", "for", "with", "without", "that", "this", "these", "those", "are", "was", "were", "been", "has", "have", "had", "not", "but", "from",
        "into", "our", "your", "their", "his", "her", "its", "they", "them", "who", "what", "when", "where", "which", "can", "could", "would", "should", "more", "less",
        "all", "any", "some", "people", "person", "association", "share", "number", "action", "actions", "also", "other", "others", "very", "each", "every", "too", "than",
    ];
}
