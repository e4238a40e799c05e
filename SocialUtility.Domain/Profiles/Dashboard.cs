using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Domain.Profiles;

/// <summary>
/// All indicators over one year, criterion by criterion, in the order of the tree and in no other: nothing is put in order by
/// how high it is (deck row D47).
/// </summary>
public sealed record Dashboard(int Year, IReadOnlyList<DashboardLine> Lines)
{
    /// <summary>With a figure or words.</summary>
    public int Valued => Lines.Count(line => line.State == State.Measured);

    /// <param name="dossier">What the association has defined.</param>
    /// <param name="readings">Its readings of the year; others are not looked at.</param>
    /// <param name="year">The year in which the association's year starts.</param>
    /// <param name="today">The day it is for the association.</param>
    public static Dashboard Of(Dossier dossier, IEnumerable<Measurement> readings, int year, DateOnly today)
    {
        var noted = readings.Where(reading => reading.Period.Year == year).ToLookup(reading => reading.Indicator);
        return new(
            year,
            [
                .. from measured in ProjectTree.Of(dossier).Criteria
                   from indicator in measured.Indicators
                   select new DashboardLine(measured.Criterion, YearOf.Reading(indicator, year, dossier.Association.YearStartsIn, noted[indicator.Id], today)),
            ]);
    }
}

/// <summary>One indicator of the dashboard.</summary>
public sealed record DashboardLine(Criterion Criterion, YearOf Year)
{
    public Indicator Indicator => Year.Indicator;

    /// <summary>What can be said of the year: a value, or why there is none; never nothing.</summary>
    public State State => Year.Figures.Any() || Year.Words is not null
        ? State.Measured
        : Year.Periods.LastOrDefault(period => period.State != State.Running)?.State ?? State.Running;

    /// <summary>False for a year that was over before the indicator was chosen, where nothing was noted afterwards either.</summary>
    public bool IsFollowed => Year.Periods.Any(period => period.Measurement is not null || IsAsked(period));

    /// <summary>Something of the year is not there: a value that is late, or one that nobody had.</summary>
    public bool IsMissing => Late > 0 || Year.Periods.Any(period => period.State == State.NotMeasured);

    /// <summary>Periods that are over and of which nobody has said anything, since the indicator was chosen.</summary>
    public int Late => Year.Periods.Count(period => period.State == State.Late && IsAsked(period));

    /// <summary>It is asked of that person, or of them where somebody else cannot.</summary>
    public bool IsEntrustedTo(Person person) => Indicator.Keeper?.Person == person || Indicator.Deputy?.Person == person;

    /// <summary>The target is reached, as far as the year says; false where nobody said what would be good news.</summary>
    public bool ReachesTarget => new Situation { Indicator = Indicator, Year = Year, Before = null, OtherWays = [] }.Aim == Aim.Reached;

    private bool IsAsked(PeriodState period) => period.Period.End >= DateOnly.FromDateTime(Indicator.Since.UtcDateTime);
}
