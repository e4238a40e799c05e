using System.Text.Json.Serialization.Metadata;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Criteria;

/// <summary>Something as it was read, with the version of its row.</summary>
public sealed record Found<T>(T Entry, string ETag) where T : Entry
{
    /// <summary>Writes <paramref name="next"/> over it: who wrote in between is not overwritten.</summary>
    public Change Write(T next) => Change.Replace(next.Key, DomainJson.Write(next), ETag);
}

/// <summary>
/// What an association says on its way to a shared definition: voices, proposals, consultations with their ballots,
/// disagreements, definitions adopted. Each is read when it is asked for; giving an opinion reads two rows of it, a definition
/// one range (<see cref="Deliberated"/>).
/// </summary>
public sealed class Deliberation(ITable table, Id<Association> association)
{
    /// <summary>Under which lies what a definition is made of; proposals and ballots lie apart, they are many and seldom read.</summary>
    public const string Prefix = "shared|";

    private readonly string partition = Association.Partition(association);

    /// <summary>All that was said and not taken back: one range.</summary>
    public async ValueTask<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellation) =>
        [.. (await VoiceBook.OpenAsync(table, association, cancellation)).Standing.OrderBy(voice => voice.Day).ThenBy(voice => voice.Id)];

    /// <summary>Those that were merged or adopted included.</summary>
    public async ValueTask<IReadOnlyList<Found<Proposal>>> ProposalsAsync(CancellationToken cancellation) =>
        [.. (await AllAsync(Proposal.Prefix, DomainJson.Default.Proposal, cancellation)).OrderBy(found => found.Entry.Since).ThenBy(found => found.Entry.Id)];

    public ValueTask<Found<Proposal>?> ProposalAsync(Id<Proposal> id, CancellationToken cancellation) => FindAsync(Proposal.Prefix + id, DomainJson.Default.Proposal, cancellation);

    /// <summary>Oldest first.</summary>
    public async ValueTask<IReadOnlyList<Found<Consultation>>> ConsultationsAsync(CancellationToken cancellation) =>
        Consultation.OldestFirst(await AllAsync(Consultation.Prefix, DomainJson.Default.Consultation, cancellation), found => found.Entry);

    public ValueTask<Found<Consultation>?> ConsultationAsync(Id<Consultation> id, CancellationToken cancellation) =>
        FindAsync(Consultation.Prefix + id, DomainJson.Default.Consultation, cancellation);

    public ValueTask<Found<Ballot>?> BallotAsync(Id<Consultation> consultation, Person person, CancellationToken cancellation) =>
        FindAsync(Ballot.KeyOf(consultation, person), DomainJson.Default.Ballot, cancellation);

    public ValueTask<Found<Urn>?> UrnAsync(Id<Consultation> consultation, CancellationToken cancellation) => FindAsync(Urn.Prefix + consultation, DomainJson.Default.Urn, cancellation);

    public async ValueTask<bool> HasVotedAsync(Id<Consultation> consultation, Person person, CancellationToken cancellation) =>
        await table.FindAsync(partition, Voted.KeyOf(consultation, person), cancellation) is not null;

    /// <summary>What everybody thought: for who may see it, once it is closed.</summary>
    public async ValueTask<Results> ResultsAsync(Consultation consultation, CancellationToken cancellation) => consultation.Secret
        ? Results.Of(consultation, (await UrnAsync(consultation.Id, cancellation))?.Entry ?? new() { Consultation = consultation.Id })
        : Results.Of(consultation, await BallotsAsync(consultation.Id, cancellation));

    /// <summary>Who has answered; nothing of what.</summary>
    public async ValueTask<IReadOnlySet<Person>> AnsweredAsync(Consultation consultation, CancellationToken cancellation) => consultation.Secret
        ? (await AllAsync(Voted.PrefixOf(consultation.Id), DomainJson.Default.Voted, cancellation)).Select(found => found.Entry.Person).ToHashSet()
        : (await BallotsAsync(consultation.Id, cancellation)).Select(ballot => ballot.Person).ToHashSet();

    public async ValueTask<IReadOnlyList<Ballot>> BallotsAsync(Id<Consultation> consultation, CancellationToken cancellation) =>
        [.. (await AllAsync(Ballot.PrefixOf(consultation), DomainJson.Default.Ballot, cancellation)).Select(found => found.Entry)];

    /// <summary>Whom of the members the consultation is asked of, and which of them have not answered yet.</summary>
    public async ValueTask<(IReadOnlyList<Member> Asked, IReadOnlyList<Member> Waiting)> TurnoutAsync(Consultation consultation, Roster roster, CancellationToken cancellation)
    {
        var asked = roster.Members.Where(consultation.Concerns).ToList();
        var answered = await AnsweredAsync(consultation, cancellation);
        return (asked, [.. asked.Where(member => !answered.Contains(member.Person))]);
    }

    /// <summary>What a definition is made of, at once.</summary>
    public ValueTask<Deliberated> ReadAsync(CancellationToken cancellation) => Deliberated.OpenAsync(table, association, cancellation);

    /// <summary>All that were adopted, the first one first.</summary>
    public async ValueTask<IReadOnlyList<SharedDefinition>> DefinitionsAsync(CancellationToken cancellation) =>
        [.. (await AllAsync(SharedDefinition.Prefix, DomainJson.Default.SharedDefinition, cancellation)).Select(found => found.Entry)];

    private async ValueTask<Found<T>?> FindAsync<T>(string key, JsonTypeInfo<T> type, CancellationToken cancellation) where T : Entry =>
        await table.FindAsync(partition, key, cancellation) is { } row ? new(DomainJson.Read(row, type), row.ETag) : null;

    private async ValueTask<IEnumerable<Found<T>>> AllAsync<T>(string prefix, JsonTypeInfo<T> type, CancellationToken cancellation) where T : Entry =>
        (await table.RangeAsync(partition, prefix, Row.After(prefix), cancellation)).Select(row => new Found<T>(DomainJson.Read(row, type), row.ETag));
}
