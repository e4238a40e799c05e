using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Domain.Profiles;

/// <summary>
/// The last seven days of an association, for who coordinates it: what there is to decide, what is awaited and from whom, what
/// came in and what surprises, what nobody had, whom to thank. It names people to thank them or to know whom to ask, and never
/// counts them.
/// </summary>
public sealed record Week
{
    public const int Days = 7;

    /// <summary>What has been awaited for longer is no question of this week any more.</summary>
    private const int MostMonthsAwaited = 12;

    /// <summary>The first of its days.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Values and words that came in, the surprising ones first, else in the order of the tree.</summary>
    public required IReadOnlyList<Arrived> Arrived { get; init; }

    /// <summary>What is over and was not given, the longest awaited first.</summary>
    public required IReadOnlyList<Awaited> Awaited { get; init; }

    /// <summary>What somebody said nobody had, this week.</summary>
    public required IReadOnlyList<Arrived> NotMeasured { get; init; }

    /// <summary>How many readings were given, with a value or without.</summary>
    public required int Given { get; init; }

    /// <summary>Who gave something, each once, in no order that means anything.</summary>
    public required IReadOnlyList<Keeper> Givers { get; init; }

    /// <summary>Objectives that somebody proposed and nobody has confirmed.</summary>
    public required IReadOnlyList<Objective> Proposed { get; init; }

    /// <summary>Criteria that the group has concluded on and not decided about yet, not even that there is no decision.</summary>
    public required IReadOnlyList<AgendaItem> ToDecide { get; init; }

    /// <summary>Decisions whose day has passed and that nobody has called done or dropped: a question, no fault.</summary>
    public required IReadOnlyList<Decided> Over { get; init; }

    /// <summary>What the project asks and nobody has answered this year.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Questions to everybody that are open, and those that ended this week.</summary>
    public required IReadOnlyList<Consultation> Votes { get; init; }

    /// <summary>So many things are to be decided.</summary>
    public int Decisions => Proposed.Count + ToDecide.Count + Over.Count + Findings.Count + Votes.Count;

    /// <summary>There is something to say; nothing is sent where there is not.</summary>
    public bool IsEmpty => Decisions + Arrived.Count + Awaited.Count + NotMeasured.Count == 0;

    /// <param name="dossier">What the association has defined.</param>
    /// <param name="readings">Its readings of the year and of the year before.</param>
    /// <param name="votes">Its consultations, open or not.</param>
    /// <param name="meetings">What it has concluded and decided.</param>
    /// <param name="now">The present instant.</param>
    public static Week Of(Dossier dossier, IReadOnlyList<Measurement> readings, IEnumerable<Consultation> votes, MeetingBook meetings, DateTimeOffset now)
    {
        var association = dossier.Association;
        var today = association.Today(now);
        var from = today.AddDays(1 - Days);
        var year = Period.Containing(today, Frequency.Yearly, association.YearStartsIn).Year;
        var of = readings.ToLookup(reading => reading.Indicator);
        List<Indicator> indicators = [.. ProjectTree.Of(dossier).Criteria.SelectMany(measured => measured.Indicators)];
        List<Measurement> given = [.. readings.Where(reading => association.Today(reading.At) >= from && reading.At <= now)];
        var newest = given.ToLookup(reading => reading.Indicator);
        List<Arrived> arrived =
        [
            .. from indicator in indicators
               from reading in newest[indicator.Id].OrderByDescending(reading => reading.Period).Take(1)
               select new Arrived(
                   indicator,
                   reading,
                   YearOf.Reading(indicator, reading.Period.Year, association.YearStartsIn, of[indicator.Id].Where(other => other.Period.Year == reading.Period.Year), today),
                   newest[indicator.Id].Count(),
                   Habit.Of(of[indicator.Id], reading.Period)),
        ];
        return new()
        {
            From = from,
            Arrived = [.. arrived.Where(one => one.Reading.Reading is Reading.Figure or Reading.Words).OrderBy(one => !one.Surprises)],
            NotMeasured = [.. arrived.Where(one => one.Reading.Reading is Reading.NotMeasured)],
            Awaited =
            [
                .. indicators.Where(indicator => indicator.IsInUse)
                    .Select(indicator => new Awaited(indicator, Open(dossier, indicator, of[indicator.Id], year, today)))
                    .Where(awaited => awaited.Periods.Count > 0)
                    .OrderBy(awaited => awaited.Periods[0].End),
            ],
            Given = given.Count,
            Givers = [.. given.Select(reading => reading.For ?? new Keeper(reading.By)).Distinct()],
            Proposed = [.. dossier.Objectives.Where(objective => objective is { Retired: false, Adopter: null })],
            ToDecide = [.. ((int[])[year - 1, year]).SelectMany(one => Meeting.Of(dossier, meetings, one).ToDecide)],
            Over = [.. Meeting.Decisions(dossier, meetings, today).Where(one => one.IsOver)],
            Findings = Coherence.Of(dossier, year).Open,
            Votes = [.. votes.Where(vote => vote.IsOpen(today) || (vote.End >= from && vote.End < today))],
        };
    }

    private static List<Period> Open(Dossier dossier, Indicator indicator, IEnumerable<Measurement> readings, int year, DateOnly today)
    {
        var since = DateOnly.FromDateTime(indicator.Since.UtcDateTime);
        var oldest = today.AddMonths(-MostMonthsAwaited);
        var noted = readings.ToList();
        return
        [
            .. ((int[])[year - 1, year])
                .SelectMany(one => YearOf.Reading(indicator, one, dossier.Association.YearStartsIn, noted.Where(reading => reading.Period.Year == one), today).Periods)
                .Where(period => period.State == State.Late && period.Period.End >= since && period.Period.End >= oldest)
                .Select(period => period.Period)
                .Where(period => !dossier.Closures.Any(closure => closure.Closes(period))),
        ];
    }
}

/// <summary>What came in of one indicator this week.</summary>
/// <param name="Indicator">Of what.</param>
/// <param name="Reading">The one of the latest period.</param>
/// <param name="Year">The year it belongs to, with it.</param>
/// <param name="Count">How many readings of it came in.</param>
/// <param name="Habit">What was usual until then; null for a first one.</param>
public sealed record Arrived(Indicator Indicator, Measurement Reading, YearOf Year, int Count, Habit? Habit)
{
    /// <summary>Far from what was usual: a question, never a fault.</summary>
    public bool Surprises => Reading.Reading is Reading.Figure figure && Habit?.IsFar(figure.Amount, Indicator.Kind) == true;
}

/// <summary>What is awaited of one indicator, the oldest period first.</summary>
public sealed record Awaited(Indicator Indicator, IReadOnlyList<Period> Periods);
