using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;

namespace SocialUtility.Domain.Profiles;

/// <summary>Why a goal is named: one criterion of the association, by a catalogue criterion that it was brought close to.</summary>
public sealed record Reason(Criterion Criterion, ReferenceCriterion By);

/// <summary>
/// One of the 17 Sustainable Development Goals that the association contributes to. Goals follow from the criteria and are
/// never added by hand (deck row D48; domain.md 8, rule 13): without a criterion there is none.
/// </summary>
public sealed record Contribution(int Goal, IReadOnlyList<Reason> Because)
{
    /// <summary>All goals of the criteria in use, in the order of the goals.</summary>
    public static IReadOnlyList<Contribution> Of(Dossier dossier) =>
    [
        .. from criterion in dossier.Criteria
           where !criterion.Retired
           from related in criterion.Related.Select(ReferenceCatalogue.Instance.Criterion).OfType<ReferenceCriterion>()
           from goal in related.Sdg
           group new Reason(criterion, related) by goal into reasons
           orderby reasons.Key
           select new Contribution(reasons.Key, [.. reasons]),
    ];
}
