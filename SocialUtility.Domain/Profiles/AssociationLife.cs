using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Domain.Profiles;

/// <summary>
/// How the association lives: who gives their time, the criteria it has of its own working, how its project holds together.
/// Shown where something of it is filled in (deck row D43; dimension « vie associative » of the catalogue).
/// </summary>
public sealed record AssociationLife
{
    /// <summary>The dimension of the catalogue.</summary>
    public const string Dimension = "interne";

    public int? Volunteers { get; private init; }

    public decimal? Jobs { get; private init; }

    /// <summary>The criteria that were brought close to one of that dimension.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>Percentage of actions that serve an objective (<c>int-coherence-actions-reliees</c>).</summary>
    public decimal? LinkedActions { get; private init; }

    /// <summary>Null while nothing of it is filled in.</summary>
    public static AssociationLife? Of(Dossier dossier)
    {
        List<Criterion> criteria = [.. dossier.Criteria.Where(criterion => !criterion.Retired && criterion.Related.Any(code => ReferenceCatalogue.Instance.DimensionOf(code)?.Id == Dimension))];
        return dossier.Association is { Volunteers: null, Jobs: null } && criteria.Count == 0 ? null : new()
        {
            Volunteers = dossier.Association.Volunteers,
            Jobs = dossier.Association.Jobs,
            Criteria = criteria,
            LinkedActions = ProjectTree.Of(dossier).LinkedActions,
        };
    }
}
