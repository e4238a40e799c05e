using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Profiles;

/// <summary>
/// What the association is good for, on one screen: its purpose, its criteria in its own words with one figure and one voice
/// each, who was heard and who was not, what is missing. No score, no rank (domain.md section 0, point 7).
/// </summary>
public sealed record Profile
{
    public required Association Association { get; init; }

    public required int Year { get; init; }

    public required Purpose? Purpose { get; init; }

    public required IReadOnlyList<Portrait> Portraits { get; init; }

    public required ProjectStatement Statement { get; init; }

    /// <summary>Who was heard and who was not: by the voices that are kept and by what the association declares.</summary>
    public required Hearing Hearing { get; init; }

    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>The Sustainable Development Goals that follow from the criteria.</summary>
    public required IReadOnlyList<Contribution> Contributions { get; init; }

    /// <summary>What it costs to know all this.</summary>
    public required Effort Effort { get; init; }

    /// <summary>To whom it is owed that something is known.</summary>
    public required Owed Owed { get; init; }

    /// <summary>How the association lives; null while nothing of it is filled in.</summary>
    public required AssociationLife? Life { get; init; }

    /// <summary>The figured indicators with two periods or more in the year: these have a trend to show.</summary>
    public IEnumerable<YearOf> Trends =>
        Portraits.SelectMany(portrait => portrait.Indicators).Where(year => year.Indicator.IsFigure && year.Figures.Take(2).Count() == 2);

    /// <param name="dossier">What the association has defined.</param>
    /// <param name="measurements">Its readings of the year.</param>
    /// <param name="year">The year in which the association's year starts.</param>
    /// <param name="today">The day it is for the association.</param>
    /// <param name="hearing">Who was heard; null where only what was declared counts.</param>
    public static Profile Of(Dossier dossier, IReadOnlyList<Measurement> measurements, int year, DateOnly today, Hearing? hearing = null)
    {
        var tree = ProjectTree.Of(dossier);
        var situations = Situation.Of(dossier, [.. measurements], year, today).ToDictionary(situation => situation.Indicator.Id);
        var portraits = tree.Criteria
            .Select(measured => new Portrait(
                measured.Criterion,
                [.. measured.Indicators.Select(indicator => situations[indicator.Id].Year)],
                [.. measured.Indicators.SelectMany(indicator => situations[indicator.Id].OtherWays)]))
            .ToList();
        return new()
        {
            Association = dossier.Association,
            Year = year,
            Purpose = dossier.Purposes.Count > 0 ? dossier.Purposes[0] : null,
            Statement = dossier.Statement,
            Hearing = hearing ?? Hearing.Of(dossier.Statement, dossier.Voices?.Heard ?? []),
            Portraits = portraits,
            Contributions = Contribution.Of(dossier),
            Life = AssociationLife.Of(dossier),
            Effort = Effort.Of(dossier),
            Owed = Owed.Of(measurements, portraits),
            Gaps = [.. GapsOf(dossier, tree, portraits)],
        };
    }

    private static IEnumerable<Gap> GapsOf(Dossier dossier, ProjectTree tree, List<Portrait> portraits)
    {
        if (dossier.Purposes.Count == 0)
        {
            yield return new Gap.NoPurpose();
        }

        if (tree.Branches.Count == 0)
        {
            yield return new Gap.NoObjective();
        }

        foreach (var action in tree.ToBeLinked)
        {
            yield return new Gap.ActionToBeLinked(action.Item);
        }

        if (portraits.Count == 0)
        {
            yield return new Gap.NoCriterion();
        }

        foreach (var portrait in portraits)
        {
            if (portrait.Indicators.Count == 0)
            {
                yield return new Gap.CriterionWithoutIndicator(portrait.Criterion);
            }

            foreach (var year in portrait.Indicators.Where(year => !year.Periods.Any(state => state.State == State.Measured)))
            {
                yield return new Gap.NothingMeasured(year);
            }
        }
    }
}

/// <summary>One criterion with what is known of it this year.</summary>
/// <param name="Criterion">Which one.</param>
/// <param name="Indicators">Its indicators as they are measured now.</param>
/// <param name="OtherWays">What was measured otherwise earlier in the year: said apart, never joined (docs/decisions/0014).</param>
public sealed record Portrait(Criterion Criterion, IReadOnlyList<YearOf> Indicators, IReadOnlyList<YearOf> OtherWays)
{
    /// <summary>One figure for the criterion: the first indicator that has one, in the order they were chosen.</summary>
    public YearOf? Figure => Indicators.FirstOrDefault(year => year.Figures.Any());

    /// <summary>One voice for the criterion, as said.</summary>
    public string? Voice => Indicators.Select(year => year.Words).FirstOrDefault(words => words is not null) ?? Criterion.Seen;

    public IEnumerable<Dimension> Dimensions =>
        ReferenceCatalogue.Instance.Dimensions.Where(dimension => dimension.Id == Criterion.Dimension)
            .Concat(Criterion.Related.Select(ReferenceCatalogue.Instance.DimensionOf).OfType<Dimension>())
            .Distinct();
}

/// <summary>What is still open: a question, never a fault.</summary>
public abstract record Gap
{
    private Gap()
    {
    }

    public sealed record NoPurpose : Gap;

    public sealed record NoObjective : Gap;

    public sealed record NoCriterion : Gap;

    public sealed record ActionToBeLinked(SocialAction Action) : Gap;

    public sealed record CriterionWithoutIndicator(Criterion Criterion) : Gap;

    public sealed record NothingMeasured(YearOf Year) : Gap;
}
