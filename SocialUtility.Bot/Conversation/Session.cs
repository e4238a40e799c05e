using AdaptiveCards;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Steps;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

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
    private readonly List<(Person Person, Belonging Belonging)> introduced = [];

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

    /// <summary>The association that the person no longer belongs to and still asks of: nothing of it is open to them.</summary>
    public Belonging? Former { get; private set; }

    /// <summary>The association of this room, to whose team the person does not belong.</summary>
    public Belonging? Outside { get; private set; }

    /// <summary>The team or group chat where they speak, as the turn leaves it; an unknown one where they are alone with the bot.</summary>
    public Room Room { get; set; } = new();

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

    public Deliberation Deliberation => new(table, Association.Id);

    /// <summary>The day it is for the association.</summary>
    public DateOnly Today => File?.Association.Today(Now) ?? DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The year of the association in which that day lies.</summary>
    public int Year => Period.Containing(Today, Domain.Indicators.Frequency.Yearly, Association.YearStartsIn).Year;

    /// <summary>The guide that is to begin or go on before the turn ends.</summary>
    public Beginning? Beginning { get; set; }

    /// <summary>Where the guide that just ended was begun from; <see cref="NextStep"/> leads back there.</summary>
    public string? CameFrom { get; set; }

    /// <summary>The version of a value that the person had before their eyes; 0 for none.</summary>
    public int Seen { get; set; }

    /// <summary>What was heard answers the open question of the open guide.</summary>
    public bool Answers { get; set; }

    /// <summary>What is said is for the person, wherever they asked.</summary>
    public bool ForOneAlone { get; set; }

    /// <summary>Said where all are, if the person cannot be written to alone; while it is set, nothing else is said there.</summary>
    private string? Unreached { get; set; }

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

    /// <param name="card">What is shown.</param>
    /// <param name="forAll">For all who are there, whatever else of the turn is for the person alone.</param>
    public void Show(AdaptiveCard card, bool forAll = false) => replies.Add(new Reply.Show(card, forAll));

    /// <summary>In the place of the card that was pressed.</summary>
    public void Instead(AdaptiveCard card, bool forAll = false) => replies.Add(Heard.Submission is null ? new Reply.Show(card, forAll) : new Reply.Instead(card, forAll));

    /// <summary>To who belongs to several associations: which one the answer is about stands on its first line, or on each card's.</summary>
    internal void SayWhere()
    {
        if (Who.Associations.Count < 2 || File is null || Who.Current != Association.Id || Desk.Waiting?.Kind == AssociationSubject.Which)
        {
            return;
        }

        if (replies is [Reply.Say first, ..])
        {
            replies[0] = first with { Text = $"{Association.Name}{Words["colon"].TrimEnd()}\n{first.Text}" };
        }

        foreach (var card in replies.Select(reply => reply switch { Reply.Show show => show.Card, Reply.Instead instead => instead.Card, _ => null }).OfType<AdaptiveCard>())
        {
            CardParts.SayWhere(card, Association.Name);
        }
    }

    /// <summary>Says to somebody else, in their language and in private, what concerns them; nothing where they cannot be written to.</summary>
    public async ValueTask TellAsync(Person other, Func<Words, string> what, CancellationToken cancellation, string? tap = null)
    {
        if (other != Person && await Acquaintance.FindAsync(table, other, cancellation) is { Address: { } address } known)
        {
            var theirs = Words.In(known.Language);
            Tell(address, what(theirs), tap is null ? [] : [theirs[tap]]);
        }
    }

    /// <summary>The same, to an address that is known already.</summary>
    public void Tell(ChatAddress address, string text, params IReadOnlyList<string> buttons) => replies.Add(new Reply.To(address, [new Reply.Say(text, buttons)]));

    /// <summary>Somebody else belongs to that association from now on, and is known to.</summary>
    public void Introduce(Person other, Belonging belonging) => introduced.Add((other, belonging));

    internal IReadOnlyList<(Person Person, Belonging Belonging)> Introduced => introduced;

    /// <summary>
    /// What is said goes to the person alone, and those around hear nothing of it: two hundred who press one card in a channel
    /// would otherwise be answered two hundred times before all.
    /// </summary>
    public void Whisper(string unreached) => (ForOneAlone, Unreached) = (true, unreached);

    /// <summary>Everything said so far goes to the person alone, but what is for all.</summary>
    internal void Privately(string inPublic)
    {
        List<Reply> open = [.. replies.Where(IsForAll)];
        Reply.Privately alone = new([.. replies.Where(reply => !IsForAll(reply))], Unreached);
        replies.Clear();
        replies.AddRange(open);
        if (alone.Replies.Count == 0)
        {
            return;
        }

        if (open.Count == 0 && Unreached is null)
        {
            replies.Add(new Reply.Say(inPublic));
        }

        replies.Add(alone);
    }

    private static bool IsForAll(Reply reply) => reply is Reply.Show { ForAll: true } or Reply.Instead { ForAll: true };

    /// <summary>As if nothing had been decided yet: the notice comes first.</summary>
    internal void Forget(Desk desk, int changesBefore)
    {
        Desk = desk;
        (Beginning, HearAgain, Answers) = (null, null, false);
        (ForOneAlone, Unreached) = (false, null);
        changes.RemoveRange(changesBefore, changes.Count - changesBefore);
        replies.Clear();
        introduced.Clear();
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

    public void Write(IEnumerable<Change> others, string what, string subject)
    {
        changes.AddRange(others);
        Note(what, subject);
    }

    /// <summary>All that people said: read where it is asked for, most turns need none of it.</summary>
    public ValueTask<VoiceBook> VoicesAsync(CancellationToken cancellation) => VoiceBook.OpenAsync(table, Association.Id, cancellation);

    /// <summary>Who was heard and who was not, by what people said and what the association declares.</summary>
    public async ValueTask<Hearing> HearingAsync(CancellationToken cancellation) => Hearing.Of(Dossier.Statement, (await VoicesAsync(cancellation)).Standing);

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

    public void Know(Acquaintance who)
    {
        Who = who;
        Words = Words.In(who.Chosen ?? Languages.Of(Heard.Locale ?? who.Locale));
    }

    public void Begin(string guide, Func<Draft, Draft>? with = null) => Beginning = new(guide, with);

    /// <summary>Asks somebody who belongs to no association whether they want to create one; tells who has left that it is over.</summary>
    public void NoAssociation()
    {
        if (Former is { } former)
        {
            Say(former.Name.Length > 0 ? Words.Say("former", former.Name) : Words["former.unnamed"], Who.Associations.Count > 1 ? [Words["button.change-association"]] : []);
            return;
        }

        if (Outside is { } outside)
        {
            Say(Words.Say("room.outsider", outside.Name));
            return;
        }

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

    /// <summary>Does it for a member who may; says to others who may.</summary>
    public ValueTask IfMay(Act act, Func<ValueTask> what) => AsMember(() =>
    {
        if (May(act))
        {
            return what();
        }

        Refuse(act);
        return ValueTask.CompletedTask;
    });

    /// <summary>Says who may, to somebody who may not.</summary>
    public void Refuse(Act act)
    {
        if (Member is null)
        {
            NoAssociation();
            return;
        }

        var roles = Permissions.WhoMay(act).Where(role => role is Role.Coordinator or Role.Board or Role.Volunteer or Role.Partner).Take(2).Select(role => Words["role." + role]);
        Say(Words.Say(Member.Roles.Contains(Role.Partner) && act is Act.DescribeProject or Act.ProposeObjective or Act.DescribeAction ? "refused.partner" : "refused", Words.List([.. roles])));
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
    internal void In(Dossier file, Member member) => (File, Member, Former) = (file, member, null);

    /// <summary>They belong to it no more, as of this turn or an earlier one.</summary>
    internal void OutOf(Belonging former) => Former = former;

    /// <summary>What is said in a room is about its association, whatever else the person belongs to.</summary>
    internal void OutsideOf(Belonging outside) => Outside = outside;

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

    /// <summary>Another room than this one that is about the association from now on, unless it is about one already.</summary>
    public string? Attaches { get; set; }

    /// <summary>The desk that the person leaves in the association they spoke of before this turn; null where they stay in it.</summary>
    internal Desk? Behind { get; private set; }

    /// <summary>The association is the one that others of this machine's web chat join.</summary>
    internal bool Settles { get; private set; }

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
        Note("association.create", association.Key);
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

/// <summary>A guide to begin, and what is known already when it does.</summary>
public sealed record Beginning(string Guide, Func<Draft, Draft>? With);
