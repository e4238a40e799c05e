using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Projects;

/// <summary>
/// One question that the project asks as it stands: never a fault, never about a person. Its name is the same as long as
/// the question is, so that an answer to it is found again.
/// </summary>
public abstract record Finding
{
    private Finding(string kind, object? subject = null) => Id = subject is null ? kind : $"{kind}|{subject}";

    /// <summary>What is asked and about what.</summary>
    public string Id { get; }

    /// <summary>An action that serves no written objective (<c>e2-clarifier.sans-lien</c>).</summary>
    public sealed record ActionWithoutObjective(SocialAction Action) : Finding("action-objective", Action.Id);

    /// <summary>An objective that no action serves (<c>e2-clarifier.objectif-sans-action</c>).</summary>
    public sealed record ObjectiveWithoutAction(Objective Objective) : Finding("objective-action", Objective.Id);

    /// <summary>An objective of which no criterion speaks: how would one know?</summary>
    public sealed record ObjectiveWithoutCriterion(Objective Objective) : Finding("objective-criterion", Objective.Id);

    /// <summary>A criterion that speaks of no objective.</summary>
    public sealed record CriterionWithoutObjective(Criterion Criterion) : Finding("criterion-objective", Criterion.Id);

    public sealed record CriterionWithoutIndicator(Criterion Criterion) : Finding("criterion-indicator", Criterion.Id);

    /// <summary>Where there are several purposes, an objective that says none of them.</summary>
    public sealed record ObjectiveWithoutPurpose(Objective Objective) : Finding("objective-purpose", Objective.Id);

    public sealed record PurposeWithoutObjective(Purpose Purpose) : Finding("purpose-objective", Purpose.Id);

    /// <summary>An indicator that nobody is named to give.</summary>
    public sealed record IndicatorWithoutKeeper(Indicator Indicator) : Finding("indicator-keeper", Indicator.Id);

    /// <summary>All indicators say what is done, none what it changes.</summary>
    public sealed record OnlyRealisation(int Indicators) : Finding("only-realisation");

    /// <summary>No indicator is in words: words weigh as much as numbers (domain.md section 0).</summary>
    public sealed record NoWords(int Indicators) : Finding("no-words");

    /// <summary>More than a team carries (domain.md 6.2, reason 2).</summary>
    public sealed record ManyIndicators(int Indicators) : Finding("many-indicators");

    /// <summary>Collecting takes more minutes a year than the association wants to give.</summary>
    public sealed record MuchTime(int Minutes, int Limit) : Finding("much-time");
}
