using SocialUtility.Bot.Reminders;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Reminders;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Conversation;

/// <summary>What the turn writes, and who belongs to what once it is written.</summary>
public sealed partial class Session
{
    private readonly List<Change> changes = [];
    private readonly List<(Person Person, Belonging Belonging, ChatAddress? Address)> introduced = [];

    internal IReadOnlyList<Change> Changes => changes;

    /// <summary>The partition in which this turn writes, with the desk.</summary>
    internal string Partition => File is not null ? Association.Partition(Association.Id) : Acquaintance.Partition(Person);

    /// <summary>Somebody else belongs to that association from now on, and is known to; <paramref name="address"/> is where they can be written to as long as they have not spoken themselves.</summary>
    public void Introduce(Person other, Belonging belonging, ChatAddress? address) => introduced.Add((other, belonging, address));

    internal IReadOnlyList<(Person Person, Belonging Belonging, ChatAddress? Address)> Introduced => introduced;

    /// <summary>Writes a thing of the association, with its journal line, in the turn's one batch.</summary>
    public void Write(Entry entry, string what)
    {
        Authorship.Check(entry, Member ?? throw new InvalidOperationException("Nobody of the association writes."));
        changes.Add(Dossier.Write(entry));
        // What is shown in this turn is what the turn writes.
        File = Dossier.With(entry);
        Note(what, entry.Key);
    }

    /// <summary>Writes who is what from now on.</summary>
    public void Write(RoleChange.Made made, string what)
    {
        Write(made.Changes, what, made.Members[0].Key);
        Roster = null;
        if (made.Members.FirstOrDefault(member => member.Person == Person) is { } self)
        {
            Member = self;
        }
    }

    /// <summary>Several things at once, with one journal line for all of them.</summary>
    public void Write(IReadOnlyList<Entry> entries, string what, string subject)
    {
        foreach (var entry in entries)
        {
            Authorship.Check(entry, Member ?? throw new InvalidOperationException("Nobody of the association writes."));
            changes.Add(Dossier.Write(entry));
            File = Dossier.With(entry);
        }

        Note(what, subject);
    }

    /// <summary>Writes what people said, and how many have spoken, with one journal line; once a turn.</summary>
    public void Write(VoiceBook book, IReadOnlyList<Voice> voices, string what)
    {
        changes.AddRange(VoiceTally.Write(Dossier, book, voices, out var tally));
        File = Dossier.With(tally);
        Note(what, voices[0].Key);
    }

    public void Write(IEnumerable<Change> others, string what, string subject)
    {
        changes.AddRange(others);
        Note(what, subject);
    }

    /// <summary>Writes what the person wants of reminders, over what stood when the file was read: a reminder sent meanwhile is a conflict.</summary>
    public void Write(ReminderFile file, Func<ReminderBook, ReminderBook> change, string what)
    {
        var before = file.State.Book(Person);
        var after = change(before) with { Version = before.Version + 1 };
        Write([file.Write(after)], what, after.Key);
        file.Imagine(after);
    }

    /// <summary>Writes what the person says of themselves over their row as it stands: their roles may have changed meanwhile.</summary>
    public async ValueTask RememberAsync(Func<Member, Member> what, CancellationToken cancellation)
    {
        if (Member is { } member && await table.FindAsync(Partition, member.Key, cancellation) is { } row)
        {
            Member = what(DomainJson.Read(row, DomainJson.Default.Member));
            changes.Add(Change.Replace(row.Key, DomainJson.Write(Member), row.ETag));
        }
    }

    /// <summary>Writes without a journal line: where the line itself would tell what must stay secret.</summary>
    public void WriteUnseen(IEnumerable<Change> others) => changes.AddRange(others);

    /// <summary>Another room than this one that is about the association from now on, unless it is about one already.</summary>
    public string? Attaches { get; set; }

    /// <summary>The desk that the person leaves in the association they spoke of before this turn; null where they stay in it.</summary>
    internal Desk? Behind { get; private set; }

    /// <summary>The association is the one that others of this machine's web chat join.</summary>
    internal bool Settles { get; private set; }

    /// <summary>On one's own machine: the person belongs to what the house has, in their part.</summary>
    internal void Join(Dossier file, Role role)
    {
        Member member = new() { Association = file.Association.Id, Person = Person, Name = Heard.Name, Roles = [role], Since = Now };
        Belong(file.Association);
        In(file, member);
        changes.Add(Change.Put(member.Key, DomainJson.Write(member)));
    }

    /// <summary>From the next turn on the person speaks of that association, and in this one already.</summary>
    internal void MoveTo(Dossier file)
    {
        changes.Clear();
        Desk = new() { Heard = Desk.Heard };
        Join(file, Role.Coordinator);
        Settles = true;
    }

    /// <summary>The association is created in this turn, and the person is its first coordinator.</summary>
    public void Found(Association association, string? name)
    {
        Member member = new() { Association = association.Id, Person = Person, Name = name, Roles = [Role.Coordinator], Since = Now };
        if (File is not null)
        {
            // What lies open in the other association stays there, without the question that led here.
            (Behind, Desk) = (Desk with { Open = null, Left = null, Waiting = null }, new() { Heard = Desk.Heard });
        }

        Belong(association);
        In(Dossier.New(association), member);
        Settles = true;
        // Whatever is there: founding twice with one draft writes the same rows.
        changes.Add(Change.Put(association.Key, DomainJson.Write(association)));
        changes.Add(Change.Put(member.Key, DomainJson.Write(member)));
        changes.Add(Change.Put(VoiceTally.RowKey, DomainJson.Write(VoiceTally.Of([]))));
        Note("association.create", association.Key);
    }

    /// <summary>The person comes into an association in this turn, with an invitation; what lies open elsewhere stays there.</summary>
    internal void Enter(Dossier file, Member member, IEnumerable<Change> others, string subject)
    {
        if (File?.Association.Id != file.Association.Id)
        {
            (Behind, Desk) = (Desk with { Open = null, Left = null, Waiting = null }, new() { Heard = Desk.Heard });
        }

        Belong(file.Association);
        In(file, member);
        Write(others, "invitation.use", subject);
    }

    private void Belong(Association association) => Know(Who with
    {
        Associations = [.. Who.Associations.Where(other => other.Association != association.Id && other.Association != Former?.Association), new(association.Id, association.Name)],
        Current = association.Id,
    });

    private void Note(string what, string subject)
    {
        JournalLine line = new() { At = Now, By = Person, What = what, Subject = subject };
        changes.Add(Change.Put(line.Key, DomainJson.Write(line)));
    }
}
