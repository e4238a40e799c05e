using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Projects;

/// <summary>
/// The chain purposes → objectives → actions, with criteria and indicators beside the objectives they speak of, and orphans
/// both ways, which are questions and never faults (deck rows D07, D09, D13). Everything stands once, where it belongs mainly,
/// and is named where it belongs as well: a forest that can be drawn without a crossing.
/// </summary>
public sealed record ProjectTree
{
    /// <summary>The purposes with the objectives that pursue them first; objectives that name none stand in a last trunk without purpose.</summary>
    public required IReadOnlyList<Trunk> Trunks { get; init; }

    /// <summary>Actions that serve no written objective: « à relier ».</summary>
    public required IReadOnlyList<Placed> ToBeLinked { get; init; }

    /// <summary>Criteria that speak of no objective.</summary>
    public required IReadOnlyList<Measured> Elsewhere { get; init; }

    public IEnumerable<Purpose> Purposes => Trunks.Select(trunk => trunk.Purpose).OfType<Purpose>();

    /// <summary>All objectives, in the order they are shown.</summary>
    public IReadOnlyList<Branch> Branches => field ??= [.. Trunks.SelectMany(trunk => trunk.Branches)];

    /// <summary>All actions, each once, in the association's order.</summary>
    public IReadOnlyList<Placed> Actions => field ??= [.. Branches.SelectMany(branch => branch.Actions).Concat(ToBeLinked).OrderBy(action => action.Item.Number)];

    /// <summary>All criteria, each once, in the association's order.</summary>
    public IReadOnlyList<Measured> Criteria => field ??= [.. Branches.SelectMany(branch => branch.Criteria).Concat(Elsewhere).OrderBy(measured => measured.Criterion.Number)];

    /// <summary>Objectives that no action serves, mainly or as well.</summary>
    public IEnumerable<Objective> WithoutAction => Branches.Where(branch => branch.IsWithoutAction).Select(branch => branch.Objective);

    /// <summary>Percentage of actions that serve an objective (<c>int-coherence-actions-reliees</c>); null without actions.</summary>
    public decimal? LinkedActions => Share(Actions.Count - ToBeLinked.Count, Actions.Count);

    /// <summary>Percentage of objectives that an action serves ; null without objectives.</summary>
    public decimal? ServedObjectives => Share(Branches.Count(branch => !branch.IsWithoutAction), Branches.Count);

    public static ProjectTree Of(Dossier dossier)
    {
        var purposes = dossier.Purposes;
        var objectives = dossier.Objectives.Where(objective => !objective.Retired).ToList();
        var under = objectives.ToLookup(objective => PursuedFirst(objective, purposes)?.Id);
        List<Objective> shown = [.. purposes.SelectMany(purpose => under[purpose.Id]), .. under[null]];
        var living = objectives.ToDictionary(objective => objective.Id);
        var places = shown.Select((objective, place) => (objective.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);

        List<Placed> actions = [.. dossier.Actions.Where(action => !action.Retired).Select(action => new Placed(action, Placing.Of(action, living)))];
        var indicators = dossier.Indicators.Where(indicator => !indicator.Retired).ToLookup(indicator => indicator.Criterion);
        List<Measured> criteria =
        [
            .. dossier.Criteria.Where(criterion => !criterion.Retired).Select(criterion => new Measured(criterion, [.. indicators[criterion.Id]], Placing.Of(criterion, living))),
        ];
        var branches = shown.ToDictionary(objective => objective.Id, objective => BranchOf(objective, purposes, actions, criteria, places));
        List<Trunk> trunks = [.. purposes.Select(purpose => new Trunk(purpose, [.. under[purpose.Id].Select(objective => branches[objective.Id])]))];
        if (under[null].Any())
        {
            trunks.Add(new(null, [.. under[null].Select(objective => branches[objective.Id])]));
        }

        return new()
        {
            Trunks = trunks,
            ToBeLinked = [.. actions.Where(action => action.Placing.Principal is null)],
            Elsewhere = [.. criteria.Where(measured => measured.Placing.Principal is null)],
        };
    }

    private static Branch BranchOf(
        Objective objective, IReadOnlyList<Purpose> purposes, List<Placed> actions, List<Measured> criteria, Dictionary<Id<Objective>, int> places)
    {
        // What is linked to an objective above comes first, to one below last: lines leave a band by its nearest edge.
        double Pull(Placing placing) => placing.Secondary.Select(other => places[other.Id] - places[objective.Id]).DefaultIfEmpty().Average();
        var first = PursuedFirst(objective, purposes);
        return new(objective)
        {
            AlsoFor = [.. purposes.Where(purpose => purpose != first && objective.Purposes.Contains(purpose.Id))],
            Actions = [.. actions.Where(action => action.Placing.Principal == objective).OrderBy(action => Pull(action.Placing))],
            AlsoServedBy = [.. actions.Where(action => action.Placing.Secondary.Contains(objective))],
            Criteria = [.. criteria.Where(measured => measured.Placing.Principal == objective).OrderBy(measured => Pull(measured.Placing))],
            AlsoSeenBy = [.. criteria.Where(measured => measured.Placing.Secondary.Contains(objective))],
        };
    }

    /// <summary>The first it names; of an objective that names none, the association's only one.</summary>
    private static Purpose? PursuedFirst(Objective objective, IReadOnlyList<Purpose> purposes) =>
        objective.Purposes.Select(id => purposes.FirstOrDefault(purpose => purpose.Id == id)).FirstOrDefault(purpose => purpose is not null)
        ?? (purposes.Count == 1 ? purposes[0] : null);

    internal static decimal? Share(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 0, MidpointRounding.AwayFromZero);
}

/// <summary>A purpose with the objectives that pursue it first.</summary>
public sealed record Trunk(Purpose? Purpose, IReadOnlyList<Branch> Branches);

/// <summary>An objective, what serves it and how one would know.</summary>
public sealed record Branch(Objective Objective)
{
    /// <summary>Other purposes that it pursues as well.</summary>
    public required IReadOnlyList<Purpose> AlsoFor { get; init; }

    /// <summary>The actions that mainly serve it, in the order of the picture.</summary>
    public required IReadOnlyList<Placed> Actions { get; init; }

    /// <summary>Actions that mainly serve another objective, and this one as well.</summary>
    public required IReadOnlyList<Placed> AlsoServedBy { get; init; }

    /// <summary>The criteria that mainly speak of it, in the order of the picture.</summary>
    public required IReadOnlyList<Measured> Criteria { get; init; }

    /// <summary>Criteria that mainly speak of another objective, and of this one as well.</summary>
    public required IReadOnlyList<Measured> AlsoSeenBy { get; init; }

    public bool IsWithoutAction => Actions.Count + AlsoServedBy.Count == 0;

    /// <summary>No criterion says how one would know.</summary>
    public bool IsWithoutCriterion => Criteria.Count + AlsoSeenBy.Count == 0;
}

/// <summary>An action and where it stands.</summary>
public sealed record Placed(SocialAction Item, Placing Placing)
{
    public string Code => Item.Code;
}

/// <summary>A criterion with its indicators in use.</summary>
public sealed record Measured(Criterion Criterion, IReadOnlyList<Indicator> Indicators, Placing Placing);
