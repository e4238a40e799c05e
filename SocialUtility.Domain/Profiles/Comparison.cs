using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Domain.Profiles;

/// <summary>Why two things cannot stand side by side.</summary>
public abstract record Incomparable
{
    private Incomparable()
    {
    }

    /// <summary>One thing alone is compared with nothing.</summary>
    public sealed record OnlyOne : Incomparable;

    /// <summary>Kilos and people: no figure stands beside another of another unit, or of another way of summing up a year.</summary>
    public sealed record DifferentUnits(Indicator One, Indicator Other) : Incomparable;

    /// <summary>They speak of different criteria.</summary>
    public sealed record DifferentCriteria(Indicator One, Indicator Other) : Incomparable;

    /// <summary>Words are read side by side and not compared.</summary>
    public sealed record Words(Indicator Indicator) : Incomparable;
}

/// <summary>
/// Own actions on one criterion, or one association with itself over the years: side by side in the order of the tree or of
/// time, never by how high they are, and never without what was going on (deck row D47). People are not compared.
/// </summary>
public static class Comparison
{
    /// <summary>So many years stand side by side.</summary>
    public const int MostYears = 10;

    /// <summary>The indicators of that criterion that are counted in some of the actions: what can stand side by side.</summary>
    public static IReadOnlyList<Indicator> Candidates(Dossier dossier, Id<Criteria.Criterion> criterion) =>
        [.. dossier.Indicators.Where(indicator => !indicator.Retired && indicator.IsFigure && indicator.Criterion == criterion && indicator.Actions.Any(action => dossier.Find(action) is { Retired: false }))];

    /// <summary>Null where they can stand side by side.</summary>
    public static Incomparable? Refuses(IReadOnlyList<Indicator> indicators)
    {
        if (indicators.FirstOrDefault(indicator => !indicator.IsFigure) is { } text)
        {
            return new Incomparable.Words(text);
        }

        if (indicators.Count < 2)
        {
            return new Incomparable.OnlyOne();
        }

        var one = indicators[0];
        return indicators.FirstOrDefault(other => other.Criterion != one.Criterion) is { } elsewhere ? new Incomparable.DifferentCriteria(one, elsewhere)
            : indicators.FirstOrDefault(other => (other.Kind, other.Unit.AsWord(), other.Aggregation) != (one.Kind, one.Unit.AsWord(), one.Aggregation)) is { } different ? new Incomparable.DifferentUnits(one, different)
            : null;
    }

    /// <summary>The lines, by the first action of each in the association's order.</summary>
    public static IReadOnlyList<ComparedAction> Actions(Dossier dossier, IReadOnlyList<Indicator> indicators, IReadOnlyList<Measurement> readings, int year, DateOnly today)
    {
        var places = dossier.Actions.Where(action => !action.Retired).Select((action, place) => (action, place)).ToDictionary(pair => pair.action.Id, pair => pair.place);
        return
        [
            .. indicators
                .Select(indicator => new ComparedAction(
                    [.. indicator.Actions.Where(places.ContainsKey).OrderBy(action => places[action]).Select(action => dossier.Find(action)!)],
                    YearOf.Reading(indicator, year, dossier.Association.YearStartsIn, readings.Where(reading => reading.Indicator == indicator.Id && reading.Period.Year == year), today)))
                .OrderBy(line => line.Actions.Select(action => places[action.Id]).FirstOrDefault(int.MaxValue))
                .ThenBy(line => line.Year.Indicator.Number),
        ];
    }

    /// <summary>
    /// The ways in which it was measured until now, the first one first: their years never stand in one row, since a change of the
    /// way of measuring is no change of what is measured (docs/decisions/0014).
    /// </summary>
    public static IReadOnlyList<Indicator> Editions(Dossier dossier, Indicator indicator)
    {
        List<Indicator> editions = [indicator];
        while (editions[0].Follows is { } succession && dossier.Find(succession.Earlier) is { } earlier && !editions.Contains(earlier))
        {
            editions.Insert(0, earlier);
        }

        return editions;
    }
}

/// <summary>What one indicator says of the actions it is counted in.</summary>
public sealed record ComparedAction(IReadOnlyList<SocialAction> Actions, YearOf Year);
