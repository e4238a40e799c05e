using AdaptiveCards;
using SocialUtility.Bot.Guides;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Steps;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// One turn while it is decided: what was heard, by whom, in which association, as it was read; and what the turn wants
/// to write and say. Nothing is written or said before the whole is decided.
/// </summary>
public sealed class Session
{
    private readonly ITable table;
    private readonly List<Change> changes = [];
    private readonly List<Reply> replies = [];

    internal Session(ITable table, Heard heard, DateTimeOffset now, Acquaintance who, Desk desk)
    {
        (this.table, Heard, Now, Who, Desk, Text, Submission) = (table, heard, now, who, desk, heard.Text, heard.Submission);
        Words = Words.In(who.Chosen ?? Languages.Of(heard.Locale ?? who.Locale));
    }

    public Heard Heard { get; }

    public Person Person => Heard.Person;

    public DateTimeOffset Now { get; }

    public Words Words { get; private set; }

    public Acquaintance Who { get; private set; }

    public Desk Desk { get; set; }

    /// <summary>What the association has defined; null while the person has none.</summary>
    public Dossier? File { get; private set; }

    /// <summary>Null while the person belongs to no association.</summary>
    public Member? Member { get; private set; }

    /// <exception cref="InvalidOperationException">The person has no association: ask <see cref="Member"/> first.</exception>
    public Dossier Dossier => File ?? throw new InvalidOperationException("No association yet.");

    public Association Association => Dossier.Association;

    public Ledger Ledger => new(table, Association.Id);

    public Recognitions Recognitions => new(table, Association.Id);

    /// <summary>Who belongs to the association, once it was read in this turn; most turns speak of nobody else.</summary>
    public Roster? Roster { get; private set; }

    public async ValueTask<Roster> RosterAsync(CancellationToken cancellation) => Roster ??= await Roster.OpenAsync(table, Association.Id, cancellation);

    /// <summary>A member as colleagues know them; null for somebody who has left, or gave no name.</summary>
    public async ValueTask<string?> NameOfAsync(Person person, CancellationToken cancellation) =>
        person == Member?.Person ? Member.Name
        : await table.FindAsync(Association.Partition(Association.Id), Member.KeyOf(person), cancellation) is { } row ? DomainJson.Read(row, DomainJson.Default.Member).Name
        : null;

    /// <summary>What everybody has answered for themselves.</summary>
    public AnswerBook AnswerBook => new(table, Association.Id);

    /// <summary>The day it is for the association.</summary>
    public DateOnly Today => File?.Association.Today(Now) ?? DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The guide that is to begin or go on before the turn ends.</summary>
    public Beginning? Beginning { get; set; }

    /// <summary>The version of a value that the person had before their eyes; 0 for none.</summary>
    public int Seen { get; set; }

    /// <summary>What was heard answers the open question of the open guide.</summary>
    public bool Answers { get; set; }

    /// <summary>What is said is for the person, wherever they asked.</summary>
    public bool ForOneAlone { get; set; }

    /// <summary>What is to be heard in the same turn once this is done: the words that a notice came in between, the next thing's name.</summary>
    public string? HearAgain { get; set; }

    /// <summary>What was typed; empty for a button.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The button that was pressed; null for typed words.</summary>
    public Submission? Submission { get; private set; }

    /// <summary>From here on the turn hears those words.</summary>
    internal void Hear(string text) => (Text, Submission, Answers) = (text, null, false);

    public IReadOnlyList<Reply> Replies => replies;

    internal IReadOnlyList<Change> Changes => changes;

    /// <summary>The partition in which this turn writes, with the desk.</summary>
    internal string Partition => File is not null ? Association.Partition(Association.Id) : Acquaintance.Partition(Person);

    /// <summary>Does anybody sit on the board yet? Until then the coordinator answers in its place.</summary>
    public async ValueTask<bool> BoardSitsAsync(CancellationToken cancellation) =>
        Member?.Roles.Contains(Role.Board) == true || (await RosterAsync(cancellation)).Members.Any(member => member.Roles.Contains(Role.Board));

    /// <summary>Is what the method asks of that audience put to this person?</summary>
    public async ValueTask<bool> ReachesAsync(string audience, CancellationToken cancellation) =>
        Member is not null
        && Audience.Reaches(audience, Member.Roles, boardSits: false)
        && (Audience.Reaches(audience, Member.Roles, boardSits: true) || !await BoardSitsAsync(cancellation));

    public bool May(Act act) => Member?.May(act) ?? false;

    /// <summary>Two sentences in a row are one message: a phone rings once.</summary>
    public void Say(string text, params IReadOnlyList<string> buttons)
    {
        if (replies is [.., Reply.Say { Buttons.Count: 0 } before])
        {
            replies[^1] = new Reply.Say($"{before.Text}\n{text}", buttons);
        }
        else
        {
            replies.Add(new Reply.Say(text, buttons));
        }
    }

    public void Show(AdaptiveCard card) => replies.Add(new Reply.Show(card));

    /// <summary>In the place of the card that was pressed.</summary>
    public void Instead(AdaptiveCard card) => replies.Add(Heard.Submission is null ? new Reply.Show(card) : new Reply.Instead(card));

    /// <summary>Everything said so far goes to the person alone.</summary>
    internal void Privately(string inPublic)
    {
        Reply.Privately alone = new([.. replies]);
        replies.Clear();
        replies.Add(new Reply.Say(inPublic));
        replies.Add(alone);
    }

    /// <summary>As if nothing had been decided yet: the notice comes first.</summary>
    internal void Forget(Desk desk, int changesBefore)
    {
        Desk = desk;
        (Beginning, HearAgain, Answers) = (null, null, false);
        changes.RemoveRange(changesBefore, changes.Count - changesBefore);
        replies.Clear();
    }

    /// <summary>Writes a thing of the association, with its journal line, in the turn's one batch.</summary>
    public void Write(Entry entry, string what)
    {
        Authorship.Check(entry, Member ?? throw new InvalidOperationException("Nobody of the association writes."));
        changes.Add(Dossier.Write(entry));
        // What is shown in this turn is what the turn writes.
        File = Dossier.With(entry);
        Note(what, entry.Key);
    }

    public void Write(IEnumerable<Change> others, string what, string subject)
    {
        changes.AddRange(others);
        Note(what, subject);
    }

    public void Know(Acquaintance who)
    {
        Who = who;
        Words = Words.In(who.Chosen ?? Languages.Of(Heard.Locale ?? who.Locale));
    }

    public void Begin(string guide, Func<Draft, Draft>? with = null) => Beginning = new(guide, with);

    /// <summary>Asks somebody who belongs to no association whether they want to create one.</summary>
    public void NoAssociation()
    {
        Say(Words["no-association"], Words["button.begin"]);
        WaitFor(NextStep.Kind, ("command", "begin"));
    }

    /// <summary>Does it for somebody who may read the project; says to others what they can do.</summary>
    public ValueTask AsMember(Action what) => AsMember(() =>
    {
        what();
        return ValueTask.CompletedTask;
    });

    /// <summary>The same for what has to be read first.</summary>
    public ValueTask AsMember(Func<ValueTask> what)
    {
        if (Member is null)
        {
            NoAssociation();
        }
        else if (!May(Act.ReadProject))
        {
            Say(Words["refused.partner.read"]);
        }
        else
        {
            return what();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Says who may, to somebody who may not.</summary>
    public void Refuse(Act act)
    {
        var roles = Permissions.WhoMay(act).Where(role => role is Role.Coordinator or Role.Board or Role.Volunteer or Role.Partner).Take(2).Select(role => Words["role." + role]);
        Say(Words.Say(Member?.Roles.Contains(Role.Partner) == true && act is Act.DescribeProject or Act.ProposeObjective or Act.DescribeAction ? "refused.partner" : "refused", Words.List([.. roles])));
    }

    /// <summary>Leaves the open guide where it is; it can be taken up again.</summary>
    public void Suspend()
    {
        if (Desk.Open is not null)
        {
            Desk = Desk with { Open = null, Left = Desk.Open };
        }
    }

    public void WaitFor(string kind, params ReadOnlySpan<(string Name, string Value)> notes)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in notes)
        {
            kept[name] = value;
        }

        Desk = Desk with { Waiting = new(kind, kept) };
    }

    /// <summary>From here on the turn speaks of that association.</summary>
    internal void In(Dossier file, Member member) => (File, Member) = (file, member);

    /// <summary>On one's own machine: the person belongs to what the house has, in their part.</summary>
    internal void Join(Dossier file, Role role)
    {
        Member member = new() { Association = file.Association.Id, Person = Person, Name = Heard.Name, Roles = [role], Since = Now };
        In(file, member);
        changes.Add(Change.Put(member.Key, DomainJson.Write(member)));
        Belong(file.Association);
    }

    /// <summary>From the next turn on the person speaks of that association, and in this one already.</summary>
    internal void MoveTo(Dossier file)
    {
        changes.Clear();
        Desk = new() { Heard = Desk.Heard };
        Join(file, Role.Coordinator);
        Settles = true;
    }

    /// <summary>The association is the one that others of this machine's web chat join.</summary>
    internal bool Settles { get; private set; }

    /// <summary>The association is created in this turn, and the person is its first coordinator.</summary>
    public void Found(Association association, string? name)
    {
        Member member = new() { Association = association.Id, Person = Person, Name = name, Roles = [Role.Coordinator], Since = Now };
        In(Dossier.New(association), member);
        Belong(association);
        Settles = true;
        // Whatever is there: founding twice with one draft writes the same rows.
        changes.Add(Change.Put(association.Key, DomainJson.Write(association)));
        changes.Add(Change.Put(member.Key, DomainJson.Write(member)));
        Note("association.create", association.Key);
    }

    private void Belong(Association association) => Know(Who with
    {
        Associations = [.. Who.Associations.Where(other => other.Association != association.Id), new(association.Id, association.Name)],
        Current = association.Id,
    });

    private void Note(string what, string subject)
    {
        JournalLine line = new() { At = Now, By = Person, What = what, Subject = subject };
        changes.Add(Change.Put(line.Key, DomainJson.Write(line)));
    }
}

/// <summary>A guide to begin, and what is known already when it does.</summary>
public sealed record Beginning(string Guide, Func<Draft, Draft>? With);
