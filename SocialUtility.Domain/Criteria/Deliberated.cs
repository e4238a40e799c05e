using System.Text.Json.Serialization.Metadata;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Criteria;

/// <summary>
/// What a definition is made of beside the criteria, as it was at one reading: definitions adopted, consultations and what the
/// settled ones said, disagreements. One range, however many people spoke and voted (docs/decisions/0017).
/// </summary>
/// <remarks>It belongs to one turn. A row is understood when it is first asked for.</remarks>
public sealed class Deliberated
{
    private readonly IReadOnlyList<Row> rows;

    private Deliberated(IReadOnlyList<Row> rows) => this.rows = rows;

    /// <summary>All that were adopted, the first one first.</summary>
    public IReadOnlyList<SharedDefinition> Definitions => field ??= All(SharedDefinition.Prefix, DomainJson.Default.SharedDefinition);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Consultation> Consultations => field ??= Consultation.OldestFirst(All(Consultation.Prefix, DomainJson.Default.Consultation), consultation => consultation);

    public IReadOnlyList<Disagreement> Disagreements => field ??=
        [.. All(Disagreement.Prefix, DomainJson.Default.Disagreement).OrderBy(one => one.Day).ThenBy(one => one.Id)];

    public static async ValueTask<Deliberated> OpenAsync(ITable table, Id<Association> association, CancellationToken cancellation) =>
        new(await table.RangeAsync(Association.Partition(association), Deliberation.Prefix, Row.After(Deliberation.Prefix), cancellation));

    /// <summary>The last consultation that is closed on that day; null for none.</summary>
    public Consultation? LastClosed(DateOnly today) => Consultations.LastOrDefault(consultation => !consultation.IsOpen(today));

    /// <summary>
    /// The consultations, closed on that day, that asked last about something, oldest first, and what that is. Asking whether
    /// one can go on with the whole does not take away what each criterion meant to people, nor the other way round.
    /// </summary>
    public IReadOnlyList<(Consultation Consultation, IReadOnlySet<string> About)> LastAsked(DateOnly today)
    {
        var last = Consultations.Where(consultation => !consultation.IsOpen(today))
            .SelectMany(consultation => consultation.Asked, (consultation, asked) => (consultation.Id, About: asked.Id))
            .GroupBy(one => one.About, one => one.Id)
            .ToLookup(asked => asked.Last(), asked => asked.Key);
        return [.. Consultations.Where(consultation => last.Contains(consultation.Id)).Select(consultation => (consultation, (IReadOnlySet<string>)last[consultation.Id].ToHashSet()))];
    }

    /// <summary>What a consultation said, where it was counted and kept; null where its ballots are to be counted.</summary>
    public Results? OutcomeOf(Consultation consultation)
    {
        var key = Outcome.KeyOf(consultation.Id);
        return rows.FirstOrDefault(row => row.Key == key) is { } row ? DomainJson.Read(row, DomainJson.Default.Outcome).Of(consultation) : null;
    }

    private IReadOnlyList<T> All<T>(string prefix, JsonTypeInfo<T> type) where T : Entry =>
        [.. rows.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(row => DomainJson.Read(row, type))];
}
