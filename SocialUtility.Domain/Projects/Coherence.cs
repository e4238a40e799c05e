using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.Projects;

/// <summary>
/// How the project holds together, as questions with names (deck rows D07, D09, D34). The same project gives the same
/// questions in the same order; an answer to one changes no other.
/// </summary>
public sealed record Coherence
{
    /// <summary>Beyond it teams tire (domain.md 6.2, reason 2).</summary>
    public const int MostIndicators = 10;

    private Coherence(IReadOnlyList<Finding> open, IReadOnlyList<AnsweredFinding> meeting, IReadOnlyList<AnsweredFinding> wanted) => (Open, Meeting, Wanted) = (open, meeting, wanted);

    /// <summary>Not answered this year.</summary>
    public IReadOnlyList<Finding> Open { get; }

    /// <summary>Kept for the next meeting.</summary>
    public IReadOnlyList<AnsweredFinding> Meeting { get; }

    /// <summary>« C'est voulu », this year.</summary>
    public IReadOnlyList<AnsweredFinding> Wanted { get; }

    /// <summary>As it stands in that year of the association.</summary>
    public static Coherence Of(Dossier dossier, int year)
    {
        var answers = dossier.SetAside.Where(answer => answer.Year == year && !answer.Withdrawn).ToDictionary(answer => answer.Finding);
        var all = Findings(dossier).Select(finding => new AnsweredFinding(finding, answers.GetValueOrDefault(finding.Id))).ToList();
        return new(
            [.. all.Where(one => one.Answer is null).Select(one => one.Finding)],
            [.. all.Where(one => one.Answer?.How == Aside.Meeting)],
            [.. all.Where(one => one.Answer?.How == Aside.Wanted)]);
    }

    /// <summary>All questions, answered or not: what hangs loose first, then what is hard to know, then what tires.</summary>
    public static IEnumerable<Finding> Findings(Dossier dossier)
    {
        var tree = ProjectTree.Of(dossier);
        var indicators = dossier.Indicators.Where(indicator => indicator.IsInUse).ToList();
        return
        [
            .. tree.ToBeLinked.Select(action => new Finding.ActionWithoutObjective(action.Item)),
            .. tree.WithoutAction.Select(objective => new Finding.ObjectiveWithoutAction(objective)),
            .. tree.Branches.Where(branch => branch.IsWithoutCriterion).Select(branch => new Finding.ObjectiveWithoutCriterion(branch.Objective)),
            // Before there are objectives a criterion cannot speak of one.
            .. tree.Elsewhere.Where(_ => tree.Branches.Count > 0).Select(measured => new Finding.CriterionWithoutObjective(measured.Criterion)),
            .. tree.Criteria.Where(measured => measured.Indicators.Count == 0).Select(measured => new Finding.CriterionWithoutIndicator(measured.Criterion)),
            .. tree.Trunks.Where(trunk => trunk.Purpose is null && tree.Purposes.Any()).SelectMany(trunk => trunk.Branches).Select(branch => new Finding.ObjectiveWithoutPurpose(branch.Objective)),
            .. tree.Trunks.Where(trunk => trunk.Branches.Count == 0 && tree.Branches.Count > 0).Select(trunk => new Finding.PurposeWithoutObjective(trunk.Purpose!)),
            .. indicators.Where(indicator => indicator.Keeper is null).Select(indicator => new Finding.IndicatorWithoutKeeper(indicator)),
            .. OfAll(indicators, dossier.Association.MinutesOfCollecting),
        ];
    }

    /// <summary>
    /// Percentage of objectives with an indicator that is up to date (<c>int-coherence-objectifs-suivis</c>): given for the
    /// running period or for the last one that is over, « sans objet » included; null without objectives.
    /// </summary>
    public static decimal? Followed(Dossier dossier, IEnumerable<Measurement> readings, DateOnly today)
    {
        var given = readings.Where(reading => reading.Reading is not Reading.NotMeasured).Select(reading => reading.Key).ToHashSet();
        bool IsUpToDate(Indicator indicator) => Recent(dossier.Association, indicator, today).Any(given.Contains);
        var branches = ProjectTree.Of(dossier).Branches;
        return ProjectTree.Share(branches.Count(branch => branch.Criteria.Concat(branch.AlsoSeenBy).SelectMany(measured => measured.Indicators).Any(IsUpToDate)), branches.Count);
    }

    /// <summary>The keys of the readings that make the indicators up to date.</summary>
    public static IEnumerable<string> Recent(Dossier dossier, DateOnly today) =>
        dossier.Indicators.Where(indicator => !indicator.Retired).SelectMany(indicator => Recent(dossier.Association, indicator, today));

    private static IEnumerable<string> Recent(Association association, Indicator indicator, DateOnly today)
    {
        var running = Period.Containing(today, indicator.Frequency, association.YearStartsIn);
        return [Measurement.KeyOf(indicator.Id, running), Measurement.KeyOf(indicator.Id, running.Previous)];
    }

    private static IEnumerable<Finding> OfAll(List<Indicator> indicators, int limit)
    {
        if (indicators.Count > 1 && indicators.TrueForAll(indicator => indicator.Level == Level.Realisation))
        {
            yield return new Finding.OnlyRealisation(indicators.Count);
        }

        if (indicators.Count > 0 && indicators.TrueForAll(indicator => indicator.Kind != Kind.Text))
        {
            yield return new Finding.NoWords(indicators.Count);
        }

        if (indicators.Count > MostIndicators)
        {
            yield return new Finding.ManyIndicators(indicators.Count);
        }

        if (indicators.Sum(indicator => indicator.MinutesPerYear ?? 0) is var minutes && minutes > limit)
        {
            yield return new Finding.MuchTime(minutes, limit);
        }
    }
}

/// <summary>A question with what was answered to it this year; null for nothing.</summary>
public sealed record AnsweredFinding(Finding Finding, SetAside? Answer);
