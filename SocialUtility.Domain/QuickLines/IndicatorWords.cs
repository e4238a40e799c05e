using System.Collections.Concurrent;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.QuickLines;

/// <summary>How well a word speaks of an indicator.</summary>
internal enum Tie : byte
{
    None,

    /// <summary>By the tree, or by what it sounds like: enough to ask, never enough to understand.</summary>
    Near,

    /// <summary>As the catalogue says it in either language, or by an action it is declared to be counted in.</summary>
    Known,

    /// <summary>In its own name or unit.</summary>
    Own,
}

/// <summary>Which word speaks of which indicator: by its own name and unit, by its synonyms, and by what is near it in the tree.</summary>
internal sealed class IndicatorWords
{
    /// <summary>By code of the catalogue: a hundred of them at most.</summary>
    private static readonly ConcurrentDictionary<string, string[]> Synonyms = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(string Criterion, Language Language), string[]> Everyday = new();

    private readonly Dossier dossier;
    private readonly Language language;
    private readonly Dictionary<string, List<(int Indicator, Tie Tie)>> ties = new(StringComparer.Ordinal);
    private readonly HashSet<string>[] names;
    private readonly HashSet<string>[] units;
    private Dictionary<string, HashSet<int>>? near;

    public IndicatorWords(Dossier dossier, IReadOnlyList<Indicator> indicators, Language language)
    {
        (this.dossier, this.language, Indicators) = (dossier, language, indicators);
        names = new HashSet<string>[indicators.Count];
        units = new HashSet<string>[indicators.Count];
        for (var i = 0; i < indicators.Count; i++)
        {
            var indicator = indicators[i];
            names[i] = [.. Stems(indicator.Name)];
            units[i] = [.. Stems(indicator.Unit)];
            Bind(i, names[i], Tie.Own);
            Bind(i, units[i], Tie.Own);
            if (indicator.Catalogue is { } code && ReferenceCatalogue.Instance.Indicator(code) is { } reference)
            {
                Bind(i, Synonyms.GetOrAdd(code, static (_, reference) => StemsOf(reference), reference), Tie.Known);
            }

            foreach (var action in indicator.Actions)
            {
                if (dossier.Find(action) is { Retired: false } counted)
                {
                    Bind(i, Stems(counted.Name), Tie.Known);
                }
            }
        }
    }

    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The words of a text that say something, cut to their stems.</summary>
    public static IEnumerable<string> Stems(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > start && WordStem.Fold(text.AsSpan(start, at - start)) is var folded && !SmallWords.Contains(folded))
            {
                yield return WordStem.Of(folded);
            }

            at++;
        }
    }

    /// <summary>In both languages; what the catalogue lists in brackets is each a part of it: « (droits, santé, logement) ».</summary>
    private static string[] StemsOf(ReferenceIndicator reference) =>
        [.. ((string[])[reference.Fr, reference.En, reference.UnitFr, reference.UnitEn]).SelectMany(text => Stems(text.Split('(')[0])).Distinct()];

    /// <summary>The indicators that the word speaks of, known or own; a slip of the finger counts where the word is no other.</summary>
    public IReadOnlyList<(int Indicator, Tie Tie)> Of(string stem)
    {
        if (ties.TryGetValue(stem, out var exact))
        {
            return exact;
        }

        List<(int Indicator, Tie Tie)>? slips = null;
        foreach (var (meant, those) in ties)
        {
            if (WordStem.IsSlip(stem, meant))
            {
                slips = [.. slips ?? [], .. those];
            }
        }

        return slips ?? [];
    }

    /// <summary>The indicators that the word is near to: looked for only where nothing better was found.</summary>
    public IReadOnlySet<int> Near(string word)
    {
        near ??= FindNear();
        var found = new HashSet<int>();
        foreach (var stem in Closeness.Stems(word, language))
        {
            found.UnionWith(near.GetValueOrDefault(stem) ?? []);
        }

        return found;
    }

    /// <summary>Every word of its name is among these.</summary>
    public bool IsWholeName(int indicator, IReadOnlyCollection<string> stems) => names[indicator].Count > 0 && names[indicator].All(stems.Contains);

    /// <summary>It is counted in these.</summary>
    public bool IsUnit(int indicator, string stem) => units[indicator].Contains(stem);

    private void Bind(int indicator, IEnumerable<string> stems, Tie tie)
    {
        foreach (var stem in stems)
        {
            if (!ties.TryGetValue(stem, out var those))
            {
                ties[stem] = those = [];
            }

            // The indicators come one after the other, the closest ties first.
            if (those.Count == 0 || those[^1].Indicator != indicator)
            {
                those.Add((indicator, tie));
            }
        }
    }

    private Dictionary<string, HashSet<int>> FindNear()
    {
        var found = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var around = new Dictionary<Id<Criterion>, string[]>();
        for (var i = 0; i < Indicators.Count; i++)
        {
            var indicator = Indicators[i];
            Say(i, Closeness.Stems(indicator.Name, language));
            if (indicator.Catalogue is { } code && ReferenceCatalogue.Instance.CriterionOf(code) is { } reference)
            {
                Say(i, Everyday.GetOrAdd((reference.Id, language), static key => [.. Closeness.Stems(EverydayWords.For(key.Criterion, key.Language), key.Language).Distinct()]));
            }

            if (!around.TryGetValue(indicator.Criterion, out var stems))
            {
                around[indicator.Criterion] = stems = [.. Around(indicator.Criterion).SelectMany(text => Closeness.Stems(text, language)).Distinct()];
            }

            Say(i, stems);
        }

        return found;

        void Say(int indicator, IEnumerable<string> stems)
        {
            foreach (var stem in stems)
            {
                if (!found.TryGetValue(stem, out var those))
                {
                    found[stem] = those = [];
                }

                those.Add(indicator);
            }
        }
    }

    /// <summary>The criterion's name, and those of the actions that serve the same objectives.</summary>
    private IEnumerable<string> Around(Id<Criterion> id) => dossier.Find(id) is { } criterion
        ? [criterion.Name, .. dossier.Actions.Where(action => !action.Retired && action.Links.Any(link => criterion.Links.Any(other => other.Objective == link.Objective))).Select(action => action.Name)]
        : [];
}
