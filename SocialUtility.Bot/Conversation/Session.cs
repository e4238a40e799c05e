using SocialUtility.Bot.Guides;
using SocialUtility.Bot.Reminders;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Steps;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// One turn while it is decided: what was heard, by whom, in which association, as it was read; and what the turn wants
/// to write and say. Nothing is written or said before the whole is decided.
/// </summary>
public sealed partial class Session
{
    private readonly ITable table;

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

    /// <summary>The rooms where one speaks of the association, by the channel's name for each.</summary>
    public ValueTask<IReadOnlyList<string>> RoomsAsync(CancellationToken cancellation) => AttachedRoom.AllAsync(table, Association.Id, cancellation);

    /// <summary>Did the person come in by an invitation of their own?</summary>
    public async ValueTask<bool> WasInvitedAsync(CancellationToken cancellation) =>
        (await new Invitations(table, Association.Id).AllAsync(cancellation)).Any(invitation => invitation.Joined == Person);

    /// <summary>What was concluded and decided together, with what this turn writes; null until it was read in this turn.</summary>
    public MeetingBook? Meetings { get; set; }

    public async ValueTask<MeetingBook> MeetingsAsync(CancellationToken cancellation) => Meetings ??= await MeetingBook.OpenAsync(table, Association.Id, cancellation);

    /// <summary>The earlier versions of a conclusion.</summary>
    public ValueTask<IReadOnlyList<Conclusion>> EarlierAsync(int year, Id<Criterion> criterion, CancellationToken cancellation) =>
        MeetingBook.PastAsync(table, Association.Id, year, criterion, cancellation);

    /// <summary>Who is to be reminded of what, as it is before this turn.</summary>
    public async ValueTask<ReminderFile> RemindersAsync(CancellationToken cancellation) =>
        await ReminderFile.OpenAsync(table, Association.Id, Now, cancellation) ?? throw new InvalidOperationException("No association yet.");

    /// <summary>What everybody has answered for themselves.</summary>
    public AnswerBook AnswerBook => new(table, Association.Id);

    public Deliberation Deliberation => new(table, Association.Id);

    /// <summary>All that people said: read where it is asked for, most turns need none of it.</summary>
    public ValueTask<VoiceBook> VoicesAsync(CancellationToken cancellation) => VoiceBook.OpenAsync(table, Association.Id, cancellation);

    /// <summary>Who was heard and who was not, by what people said and what the association declares.</summary>
    public async ValueTask<Hearing> HearingAsync(CancellationToken cancellation) => Dossier.Voices is { } tally
        ? Hearing.Of(Dossier.Statement, tally.Heard)
        : Hearing.Of(Dossier.Statement, (await VoicesAsync(cancellation)).Standing);

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

    /// <summary>What is to be heard in the same turn once this is done: the words that a notice came in between, the next thing's name.</summary>
    public string? HearAgain { get; set; }

    /// <summary>What was typed; empty for a button.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The button that was pressed; null for typed words.</summary>
    public Submission? Submission { get; private set; }

    /// <summary>From here on the turn hears those words.</summary>
    internal void Hear(string text) => (Text, Submission, Answers) = (text, null, false);

    /// <summary>As if nothing had been decided yet: the notice comes first.</summary>
    internal void Forget(Desk desk, int changesBefore)
    {
        Desk = desk;
        (Beginning, HearAgain, Answers) = (null, null, false);
        (ForOneAlone, Unreached, Meetings) = (false, null, null);
        changes.RemoveRange(changesBefore, changes.Count - changesBefore);
        replies.Clear();
        introduced.Clear();
    }

    public void Know(Acquaintance who)
    {
        Who = who;
        Words = Words.In(who.Chosen ?? Languages.Of(Heard.Locale ?? who.Locale));
    }

    public void Begin(string guide, Func<Draft, Draft>? with = null) => Beginning = new(guide, with);

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
}

/// <summary>A guide to begin, and what is known already when it does.</summary>
public sealed record Beginning(string Guide, Func<Draft, Draft>? With);
