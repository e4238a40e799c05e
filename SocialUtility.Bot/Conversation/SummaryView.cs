using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Profiles;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>The week with what its card says beside it: read for a turn, or for a message that nobody asked for.</summary>
public sealed record SummaryView
{
    public required Words Words { get; init; }

    public required Dossier Dossier { get; init; }

    public required Week Week { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>A whole team reads it: whom something is awaited from is not said.</summary>
    public bool ForAll { get; init; }

    /// <summary>Who is to be asked, by indicator: a member's name, or the words somebody was named with.</summary>
    public required IReadOnlyDictionary<Id<Indicator>, string> Keepers { get; init; }

    /// <summary>Whom to thank, by name.</summary>
    public required IReadOnlyList<string> Givers { get; init; }

    /// <summary>What it reads beside the definitions: two years of readings, what was deliberated and decided, the members.</summary>
    public static async ValueTask<SummaryView> ReadAsync(ITable table, Dossier dossier, Words words, DateTimeOffset now, bool forAll, CancellationToken cancellation)
    {
        var association = dossier.Association;
        var today = association.Today(now);
        var year = Domain.Measurements.Period.Containing(today, Frequency.Yearly, association.YearStartsIn).Year;
        var readings = await new Domain.Measurements.Ledger(table, association.Id).OfYearsAsync(year - 1, year, cancellation);
        var votes = await new Deliberation(table, association.Id).ConsultationsAsync(cancellation);
        var roster = await Roster.OpenAsync(table, association.Id, cancellation);
        var week = Week.Of(dossier, readings, votes.Select(found => found.Entry), await MeetingBook.OpenAsync(table, association.Id, cancellation), now);
        string? Named(Keeper keeper) => keeper.Person is { } person ? roster.Find(person)?.Name : keeper.Words;
        return new()
        {
            Words = words,
            Dossier = dossier,
            Week = week,
            Today = today,
            ForAll = forAll,
            Keepers = week.Awaited
                .Select(awaited => (awaited.Indicator.Id, Name: awaited.Indicator.Keeper is { } keeper ? Named(keeper) : null))
                .Where(one => one.Name is not null)
                .ToDictionary(one => one.Id, one => one.Name!),
            Givers = [.. week.Givers.Select(Named).OfType<string>().Distinct().OrderBy(name => name.Folded(), StringComparer.Ordinal)],
        };
    }
}
