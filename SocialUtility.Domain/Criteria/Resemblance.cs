using SocialUtility.Domain.Catalogue;

namespace SocialUtility.Domain.Criteria;

/// <summary>Whether two names of a group mean the same: word stems in common, accents and endings aside, or the same sentences. Only a suggestion.</summary>
public static class Resemblance
{
    /// <summary>Half of the words of the shorter one.</summary>
    private const double EnoughWords = 0.5;

    private const double EnoughVoices = 0.5;

    public static bool Between(Proposal one, Proposal other, Language language)
    {
        var voices = one.Voices.Intersect(other.Voices).Count();
        return (voices > 1 && voices >= EnoughVoices * Math.Min(one.Voices.Count, other.Voices.Count)) || Between(one.Name, one.Definition, other.Name, other.Definition, language);
    }

    public static bool Between(Proposal proposal, Criterion criterion, Language language) =>
        Between(proposal.Name, proposal.Definition, criterion.Name, criterion.Definition, language);

    /// <summary>The open proposals that look like each other, oldest first; each pair once.</summary>
    public static IEnumerable<(Proposal One, Proposal Other)> Pairs(IReadOnlyList<Proposal> proposals, Language language)
    {
        var open = proposals.Where(proposal => proposal.IsOpen).OrderBy(proposal => proposal.Since).ThenBy(proposal => proposal.Id).ToList();
        return from at in Enumerable.Range(0, open.Count)
               from other in open.Skip(at + 1)
               where Between(open[at], other, language)
               select (open[at], other);
    }

    /// <summary>The names decide; a definition that one of them lacks does not keep them apart.</summary>
    private static bool Between(string one, string? oneMeans, string other, string? otherMeans, Language language) =>
        Share(one, other, language) >= EnoughWords
        || (oneMeans is not null && otherMeans is not null && Share($"{one} {oneMeans}", $"{other} {otherMeans}", language) >= EnoughWords);

    private static double Share(string one, string other, Language language)
    {
        var ones = Closeness.Stems(one, language).Distinct().ToList();
        var others = Closeness.Stems(other, language).Distinct().ToList();
        if (ones.Count == 0 || others.Count == 0)
        {
            return one.AsWord() == other.AsWord() ? 1 : 0;
        }

        return (double)ones.Intersect(others).Count() / Math.Min(ones.Count, others.Count);
    }
}
