using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Projects;

/// <summary>
/// The chain purposes → objectives → actions, with criteria and indicators beside the objectives they speak of,
/// and orphans both ways, which are questions and never faults (deck rows D07, D09, D13).
/// </summary>
public sealed record ProjectTree
{
    public required IReadOnlyList<Purpose> Purposes { get; init; }

    public required IReadOnlyList<Branch> Branches { get; init; }

    /// <summary>Actions that serve no written objective: « à relier ».</summary>
    public required IReadOnlyList<SocialAction> ToBeLinked { get; init; }

    /// <summary>Criteria that speak of no objective.</summary>
    public required IReadOnlyList<Measured> Elsewhere { get; init; }

    /// <summary>Objectives that no action serves.</summary>
    public IEnumerable<Objective> WithoutAction => Branches.Where(branch => branch.Actions.Count == 0).Select(branch => branch.Objective);

    /// <summary>Percentage of actions that serve an objective (<c>int-coherence-actions</c>); null without actions.</summary>
    public decimal? LinkedActions => Share(Actions.Count(action => !ToBeLinked.Contains(action)), Actions.Count);

    /// <summary>Percentage of objectives that an action serves (<c>int-coherence-objectifs</c>); null without objectives.</summary>
    public decimal? ServedObjectives => Share(Branches.Count(branch => branch.Actions.Count > 0), Branches.Count);

    private IReadOnlyList<SocialAction> Actions => [.. Branches.SelectMany(branch => branch.Actions).Concat(ToBeLinked).Distinct()];

    public static ProjectTree Of(Dossier dossier)
    {
        var actions = dossier.Actions.Where(action => !action.Retired).ToList();
        var objectives = dossier.Objectives.Where(objective => !objective.Retired).ToList();
        var criteria = dossier.Criteria.Where(criterion => !criterion.Retired)
            .Select(criterion => new Measured(criterion, [.. dossier.Indicators.Where(indicator => indicator.Criterion == criterion.Id && !indicator.Retired)]))
            .ToList();
        var living = objectives.Select(objective => objective.Id).ToHashSet();
        return new()
        {
            Purposes = dossier.Purposes,
            Branches =
            [
                .. objectives.Select(objective => new Branch(
                    objective,
                    [.. actions.Where(action => action.Serves(objective))],
                    [.. criteria.Where(measured => measured.Criterion.Objectives.Contains(objective.Id))])),
            ],
            ToBeLinked = [.. actions.Where(action => !action.Links.Any(link => living.Contains(link.Objective)))],
            Elsewhere = [.. criteria.Where(measured => !measured.Criterion.Objectives.Any(living.Contains))],
        };
    }

    private static decimal? Share(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 0, MidpointRounding.AwayFromZero);
}

/// <summary>An objective, what serves it and how one would know.</summary>
public sealed record Branch(Objective Objective, IReadOnlyList<SocialAction> Actions, IReadOnlyList<Measured> Criteria);

/// <summary>A criterion with its indicators in use.</summary>
public sealed record Measured(Criterion Criterion, IReadOnlyList<Indicator> Indicators);
