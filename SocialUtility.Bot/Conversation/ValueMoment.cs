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

    /// <summary>The rules, with what is noted beside this period.</summary>
    public required RuleBook Book { get; init; }

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
        var book = await RuleBook.OpenAsync(session.Ledger, session.Dossier, [(indicator.Id, period)], session.Now, cancellation);
        List<Measurement> known = [.. book.Page.Of(indicator.Id)];
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
            Book = book,
            Current = book.Page.Find(indicator.Id, period)?.Standing,
            Last = known.FindLast(reading => reading.Period < period),
            Readings = [.. known.Where(reading => reading.Period.Year == period.Year)],
            Giver = book.Page.Find(indicator.Id, period)?.Standing?.For switch
            {
                null => null,
                { Person: { } person } => await session.NameOfAsync(person, cancellation),
                { Words: var named } => named,
            },
            Beside = criterion?.Name ?? session.Association.Name,
            GoodFor = objectives.Count switch
            {
                0 => session.Words.Say("good-for.criterion", session.Words.Quoted(criterion?.Name ?? "")),
                1 => session.Words.Say("good-for.objective", objectives[0]),
                _ => session.Words.Say("good-for.objectives", session.Words.List(objectives)),
            },
        };
    }

    /// <summary>Whose figure stands, where somebody else typed it: a member's name, or the words that were said.</summary>
    public string? Giver { get; init; }

    /// <summary>« Claire pour Awa »: who typed it and whose it is; null where it is one's own.</summary>
    public string? GiverOf(Session session, Measurement noted) => noted.For switch
    {
        null => null,
        { Person: { } person } => session.Words.Say("recorded.for", session.Member?.Name ?? session.Words["recorded.me"], session.Roster?.Find(person)?.Name ?? session.Words["keeper.left"]),
        { Words: var named } => session.Words.Say("recorded.for", session.Member?.Name ?? session.Words["recorded.me"], named),
    };

    /// <summary>The year as it stands.</summary>
    public YearOf Year(Session session) => YearOf.Reading(Indicator, Period.Year, session.Association.YearStartsIn, Readings, session.Today);

    /// <summary>The year as it is once <paramref name="noted"/> is written.</summary>
    public YearOf YearWith(Session session, Measurement noted) =>
        (this with { Readings = [.. Readings.Where(reading => reading.Period != Period), noted] }).Year(session);
}
