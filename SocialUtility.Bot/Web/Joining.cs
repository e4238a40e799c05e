using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>An invitation is used: it opens once, and who comes in is a member from then on.</summary>
internal sealed class Joining(ITable table, TimeProvider clock)
{
    /// <summary>What a link opens; null for one that was used, is over, was taken back, was guessed, or never was.</summary>
    public async ValueTask<Opened?> LookAsync(string link, CancellationToken cancellation)
    {
        var parts = InvitationAddress.Read(link);
        var found = parts is var (association, id, _) ? await new Invitations(table, association).FindAsync(id, cancellation) : null;
        return Invitation.Opens(found?.Invitation, parts?.Secret ?? "", clock.GetUtcNow()) && await AssociationAsync(parts!.Value.Association, cancellation) is { } host
            ? new(host, found!.Value.Invitation, found.Value.ETag)
            : null;
    }

    /// <summary>
    /// Lets that person in under that name. The same form sent again lets in the one it let in before. Null where the link
    /// opens nothing any more, also when another was faster.
    /// </summary>
    /// <param name="link">The end of the address.</param>
    /// <param name="form">The key that the page gave its form.</param>
    /// <param name="name">As colleagues will know them.</param>
    /// <param name="present">Who this browser has been before, where they go on as the same person.</param>
    /// <param name="language">The language of the page.</param>
    /// <param name="cancellation">The request's end.</param>
    public async ValueTask<Person?> JoinAsync(string link, string form, string name, Person? present, Language language, CancellationToken cancellation)
    {
        if (await LookAsync(link, cancellation) is not { } opened)
        {
            return await AlreadyAsync(link, form, cancellation);
        }

        var now = clock.GetUtcNow();
        var (association, invitation, etag) = opened;
        var person = invitation.Again ?? present ?? new Person(InvitationSubject.PersonPrefix + invitation.Id);
        var partition = Association.Partition(association.Id);
        var row = await table.FindAsync(partition, Member.KeyOf(person), cancellation);
        var known = row is null ? null : DomainJson.Read(row, DomainJson.Default.Member);
        if (invitation.Again is not null && known is not { Left: null })
        {
            return null;
        }

        var used = invitation.UsedBy(person, form, now);
        JournalLine line = new() { At = now, By = person, What = "invitation.use", Subject = invitation.Key };
        List<Change> changes = [Change.Replace(used.Key, DomainJson.Write(used), etag), Change.Put(line.Key, DomainJson.Write(line))];
        if (invitation.Again is null)
        {
            var member = invitation.Admits(association.Id, person, name, known, now);
            changes.Add(row is null ? Change.Add(member.Key, DomainJson.Write(member)) : Change.Replace(member.Key, DomainJson.Write(member), row.ETag));
        }

        try
        {
            // What is known of the person first: without the rows of the association it opens nothing.
            await Acquaintance.IntroduceAsync(table, person, new(association.Id, association.Name), language, null, cancellation);
            await table.WriteAsync(partition, changes, cancellation);
            return person;
        }
        catch (ConflictException)
        {
            return await AlreadyAsync(link, form, cancellation);
        }
    }

    /// <summary>The association that the person of the ticket invites to.</summary>
    public async ValueTask<Opened?> FindAsync(Id<Association> association, Id<Invitation> invitation, CancellationToken cancellation) =>
        await new Invitations(table, association).FindAsync(invitation, cancellation) is var (found, etag) && found.IsOpen(clock.GetUtcNow()) && await AssociationAsync(association, cancellation) is { } host
            ? new(host, found, etag)
            : null;

    /// <summary>Gives the invitation a new secret; the one before opens nothing any more. Null where somebody was faster.</summary>
    public async ValueTask<string?> NewSecretAsync(Opened opened, CancellationToken cancellation)
    {
        var secret = Invitation.NewSecret();
        var next = opened.Invitation.WithSecret(secret);
        try
        {
            await table.WriteAsync(Association.Partition(opened.Association.Id), [Change.Replace(next.Key, DomainJson.Write(next), opened.ETag)], cancellation);
            return secret;
        }
        catch (ConflictException)
        {
            return null;
        }
    }

    private async ValueTask<Person?> AlreadyAsync(string link, string form, CancellationToken cancellation)
    {
        var parts = InvitationAddress.Read(link);
        var found = parts is var (association, id, _) ? (await new Invitations(table, association).FindAsync(id, cancellation))?.Invitation : null;
        return Invitation.WasJustUsed(found, parts?.Secret ?? "", form, clock.GetUtcNow()) ? found!.Joined : null;
    }

    private async ValueTask<Association?> AssociationAsync(Id<Association> id, CancellationToken cancellation) =>
        await table.FindAsync(Association.Partition(id), Association.RowKey, cancellation) is { } row ? DomainJson.Read(row, DomainJson.Default.Association) : null;

    /// <summary>An open invitation, and the association it opens.</summary>
    public sealed record Opened(Association Association, Invitation Invitation, string ETag);
}
