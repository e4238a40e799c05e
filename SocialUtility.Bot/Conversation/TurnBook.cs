using System.Text.Encodings.Web;
using System.Text.Json;
using SocialUtility.Bot.Reminders;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Reminders;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// Reads what a turn needs and writes what it decided: the person, their desk and their role with two ranges, the
/// association's definitions with one, and one batch in the association's partition (docs/decisions/0005).
/// </summary>
internal sealed class TurnBook(ITable table, DueIndex due)
{
    private static readonly Lazy<ConversationJson> Readable =
        new(() => new(new JsonSerializerOptions(ConversationJson.Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    private Acquaintance who = new();
    private string? whoTag;
    private string? deskTag;
    private string? deskPartition;
    private Room room = new();

    public async ValueTask<Session> OpenAsync(Heard heard, DateTimeOffset now, CancellationToken cancellation)
    {
        var person = heard.Person;
        var own = Acquaintance.Partition(person);
        Row? deskRow = null;
        foreach (var row in await table.RangeAsync(own, "", Row.After(""), cancellation))
        {
            if (row.Key == Acquaintance.RowKey)
            {
                (who, whoTag) = (JsonSerializer.Deserialize(row.Utf8, ConversationJson.Default.Acquaintance)!, row.ETag);
            }
            else if (row.Key == Desk.RowKey(person))
            {
                deskRow = row;
            }
        }

        Dossier? file = null;
        Member? member = null;
        Belonging? former = null;
        room = heard.Room is { } where ? await Room.FindAsync(table, where, cancellation) : new();
        deskPartition = own;
        if (await CurrentAsync(heard, cancellation) is { } current)
        {
            var partition = Association.Partition(current);
            var prefix = Member.PrefixOf(person);
            var ownDesk = deskRow;
            (deskRow, deskPartition) = (null, partition);
            foreach (var row in await table.RangeAsync(partition, prefix, Row.After(prefix), cancellation))
            {
                if (row.Key == Desk.RowKey(person))
                {
                    deskRow = row;
                }
                else
                {
                    member = DomainJson.Read(row, DomainJson.Default.Member);
                }
            }

            if (member is { Left: not null })
            {
                // What lies in the association is closed to them: they speak as somebody who has none.
                former = who.Associations.FirstOrDefault(belonging => belonging.Association == current) ?? room.Association ?? new(current, "");
                (member, deskRow, deskPartition) = (null, ownDesk, own);
            }
            else if (member is not null || heard.IsLocal)
            {
                file = await Dossier.OpenAsync(table, current, cancellation);
            }
            else
            {
                (deskRow, deskPartition) = (ownDesk, own);
            }
        }

        deskTag = deskRow?.ETag;
        var session = new Session(table, heard, now, who, deskRow is null ? new() : JsonSerializer.Deserialize(deskRow.Utf8, ConversationJson.Default.Desk)!.Fresh(now));
        session.Room = room;
        if (room.Association is { } attached && member is null && former is null)
        {
            session.OutsideOf(attached);
        }
        else if (former is not null)
        {
            session.OutOf(former);
        }
        else if (file is not null)
        {
            if (member is not null)
            {
                session.In(file, member);
            }
            else if (heard.IsLocal)
            {
                session.Join(file, LocalHouse.RoleOf(person));
            }
        }

        return session;
    }

    /// <summary>The desk and what was decided in one batch; what is known of the person beside it, where that changed.</summary>
    public async ValueTask WriteAsync(Session session, CancellationToken cancellation)
    {
        var key = Desk.RowKey(session.Person);
        var json = JsonSerializer.Serialize(session.Desk, Readable.Value.Desk);
        var moved = session.Partition != deskPartition;
        var desk = moved ? Change.Put(key, json) : deskTag is null ? Change.Add(key, json) : Change.Replace(key, json, deskTag);
        var own = Acquaintance.Partition(session.Person);
        if (session.File is not null && ConcernsReminders(session))
        {
            await due.TouchAsync(session.Association.Id, session.Now, cancellation);
        }

        // First what opens nothing by itself: without the rows of the association it leads nowhere.
        if (session.Heard.Room is { } where && session.Room != room)
        {
            await session.Room.WriteAsync(table, where, cancellation);
        }

        foreach (var (person, belonging, address) in session.Introduced)
        {
            await Acquaintance.IntroduceAsync(table, person, belonging, null, address, cancellation);
        }

        Change? known = session.Who == who ? null
            : whoTag is null ? Change.Add(Acquaintance.RowKey, JsonSerializer.Serialize(session.Who, Readable.Value.Acquaintance))
            : Change.Replace(Acquaintance.RowKey, JsonSerializer.Serialize(session.Who, Readable.Value.Acquaintance), whoTag);
        if (session.Partition == own)
        {
            await table.WriteAsync(own, known is null ? [desk] : [desk, known], cancellation);
            return;
        }

        await table.WriteAsync(session.Partition, [desk, .. session.Changes], cancellation);
        if (known is not null)
        {
            await KnowAsync(own, known, session.Who, cancellation);
        }

        if (session.Attaches is { } attaches && await Room.FindAsync(table, attaches, cancellation) is { Association: null } free)
        {
            await (free with { Association = new(session.Association.Id, session.Association.Name) }).WriteAsync(table, attaches, cancellation);
        }

        if (session.Behind is { } behind)
        {
            await table.WriteAsync(deskPartition!, [Change.Put(key, JsonSerializer.Serialize(behind with { Heard = session.Desk.Heard }, Readable.Value.Desk))], cancellation);
        }

        if (session.Heard.IsLocal && session.Settles)
        {
            await LocalHouse.WriteAsync(table, session.Association, cancellation);
        }
    }

    /// <summary>Somebody is to be asked for something else, or can be reached otherwise, once this turn is written.</summary>
    private bool ConcernsReminders(Session session) =>
        (session.Who.Address is null, session.Who.TimeZone) != (who.Address is null, who.TimeZone)
        || session.Changes.Any(change => change.Key == Association.RowKey
            || change.Key.StartsWith(Indicator.Prefix, StringComparison.Ordinal)
            || change.Key.StartsWith(ReminderBook.Prefix, StringComparison.Ordinal)
            || (change.Key.StartsWith(Member.Prefix, StringComparison.Ordinal) && change.Key.EndsWith(Member.KeyEnd, StringComparison.Ordinal)));

    /// <summary>
    /// The turn is written: what another instance learned of the person meanwhile is joined with what this one learned, and
    /// nothing is decided again.
    /// </summary>
    private async ValueTask KnowAsync(string partition, Change known, Acquaintance now, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await table.WriteAsync(partition, [known], cancellation);
                return;
            }
            catch (ConflictException)
            {
                var row = await table.FindAsync(partition, Acquaintance.RowKey, cancellation);
                var joined = row is null ? now : JsonSerializer.Deserialize(row.Utf8, ConversationJson.Default.Acquaintance)!.With(now, who);
                var json = JsonSerializer.Serialize(joined, Readable.Value.Acquaintance);
                known = row is null ? Change.Add(Acquaintance.RowKey, json) : Change.Replace(Acquaintance.RowKey, json, row.ETag);
            }
        }
    }

    /// <summary>The association the person speaks of; on one's own machine everybody belongs to the house's one.</summary>
    private async ValueTask<Id<Association>?> CurrentAsync(Heard heard, CancellationToken cancellation)
    {
        if (!heard.IsLocal)
        {
            return room.Association?.Association ?? who.Current;
        }

        // The local coordinator decides which one it is: the others follow.
        if (who.Current is { } own && LocalHouse.RoleOf(heard.Person) == Role.Coordinator)
        {
            return own;
        }

        return (await LocalHouse.FindAsync(table, cancellation))?.Association ?? who.Current;
    }
}
