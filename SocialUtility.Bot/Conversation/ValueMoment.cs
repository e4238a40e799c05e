using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>One indicator and one period, with all that stands beside the field where its value is asked.</summary>
public sealed record ValueMoment
{
    public required Indicator Indicator { get; init; }

    public required Period Period { get; init; }

    /// <summary>The reading that stands for the period; null when none does.</summary>
    public Measurement? Current { get; init; }

    public string? ETag { get; init; }

    /// <summary>The latest reading before the period.</summary>
    public Measurement? Last { get; init; }

    /// <summary>All readings of the period's year, in time order.</summary>
    public required IReadOnlyList<Measurement> Readings { get; init; }

    /// <summary>The criterion it speaks of: shown beside the period.</summary>
    public required string Beside { get; init; }

    /// <summary>What the value is good for, in one sentence.</summary>
    public required string GoodFor { get; init; }

    /// <summary>What was typed already, to be completed.</summary>
    public string? Typed { get; init; }

    /// <summary>The version a card of this moment carries: 0 while nothing is noted.</summary>
    public int Version => Current?.Version ?? 0;

    public static async ValueTask<ValueMoment> OfAsync(Session session, Indicator indicator, Period period, CancellationToken cancellation)
    {
        var readings = await session.Ledger.OfYearAsync(indicator.Id, period.Year, cancellation);
        var last = readings.LastOrDefault(reading => reading.Period < period)
            ?? (await session.Ledger.OfYearAsync(indicator.Id, period.Year - 1, cancellation) is [.., var earlier] ? earlier : null);
        // The reading and its ETag come from one look at the row: what somebody writes in between is a conflict, not a loss.
        var standing = readings.Any(reading => reading.Period == period) ? await session.Ledger.FindAsync(indicator.Id, period, cancellation) : null;
        var criterion = session.Dossier.Find(indicator.Criterion);
        var objectives = (criterion?.Links ?? [])
            .Select(link => session.Dossier.Find(link.Objective))
            .Where(objective => objective is { Retired: false })
            .Select(objective => objective!.Number)
            .Order()
            .Select(number => number.ToString(session.Words.Culture))
            .ToList();
        return new()
        {
            Indicator = indicator,
            Period = period,
            Current = standing?.Measurement,
            ETag = standing?.ETag,
            Last = last,
            Readings = readings,
            Beside = criterion?.Name ?? session.Association.Name,
            GoodFor = objectives.Count switch
            {
                0 => session.Words.Say("good-for.criterion", session.Words.Quoted(criterion?.Name ?? "")),
                1 => session.Words.Say("good-for.objective", objectives[0]),
                _ => session.Words.Say("good-for.objectives", session.Words.List(objectives)),
            },
        };
    }

    /// <summary>The year as it stands.</summary>
    public YearOf Year(Session session) => YearOf.Reading(Indicator, Period.Year, session.Association.YearStartsIn, Readings, session.Today);

    /// <summary>The year as it is once <paramref name="noted"/> is written.</summary>
    public YearOf YearWith(Session session, Measurement noted) =>
        (this with { Readings = [.. Readings.Where(reading => reading.Period != Period), noted] }).Year(session);
}
