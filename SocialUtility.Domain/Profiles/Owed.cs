using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.Profiles;

/// <summary>
/// What is known, and how many gave something for it: the visible effect of small gifts. Nobody is named, and nobody is counted
/// beside another (domain.md 8, rule 12).
/// </summary>
/// <param name="Readings">Figures and words of the year.</param>
/// <param name="People">How many different people gave them.</param>
/// <param name="Known">The criteria of which something is known by them, in the association's order.</param>
public sealed record Owed(int Readings, int People, IReadOnlyList<Criterion> Known)
{
    public static Owed Of(IEnumerable<Measurement> measurements, IEnumerable<Portrait> portraits)
    {
        List<Portrait> known = [.. portraits.Where(portrait => portrait.Indicators.Any(year => year.Figures.Any() || year.Words is not null))];
        var shown = known.SelectMany(portrait => portrait.Indicators).Select(year => year.Indicator.Id).ToHashSet();
        List<Measurement> given = [.. measurements.Where(measurement => measurement.Reading is Reading.Figure or Reading.Words && shown.Contains(measurement.Indicator))];
        return new(given.Count, given.Select(measurement => measurement.For ?? new Indicators.Keeper(measurement.By)).Distinct().Count(), [.. known.Select(portrait => portrait.Criterion)]);
    }
}
