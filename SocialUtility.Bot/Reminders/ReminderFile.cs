using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Reminders;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Reminders;

/// <summary>
/// All that says who is to be reminded in one association, as it was at one reading: its indicators, who keeps them, what was given,
/// what people want, and how each can be reached.
/// </summary>
public sealed class ReminderFile
{
    private readonly ITable table;
    private readonly Dictionary<Person, string> tags;
    private readonly Dictionary<Person, Acquaintance> known;
    private ReminderPlan? plan;

    private ReminderFile(ITable table, Dossier dossier, ReminderState state, Dictionary<Person, string> tags, Dictionary<Person, Acquaintance> known) =>
        (this.table, Dossier, State, this.tags, this.known) = (table, dossier, state, tags, known);

    public Dossier Dossier { get; }

    public ReminderState State { get; private set; }

    public ReminderPlan Plan => plan ??= new(State);

    /// <summary>How to write to that person, and in which language; null for somebody the bot has never met.</summary>
    public Acquaintance? Who(Person person) => known.GetValueOrDefault(person);

    /// <summary>Null where there is no such association.</summary>
    public static async ValueTask<ReminderFile?> OpenAsync(ITable table, Id<Association> association, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await Dossier.OpenAsync(table, association, cancellation) is not { } dossier)
        {
            return null;
        }

        var roster = await Roster.OpenAsync(table, association, cancellation);
        var rows = await table.RangeAsync(Association.Partition(association), ReminderBook.Prefix, Row.After(ReminderBook.Prefix), cancellation);
        var books = rows.Select(row => (Book: DomainJson.Read(row, DomainJson.Default.ReminderBook), row.ETag)).ToList();
        List<Indicator> indicators = [.. dossier.Indicators.Where(indicator => indicator.IsInUse)];
        var year = Period.Containing(dossier.Association.Today(now), Frequency.Yearly, dossier.Association.YearStartsIn).Year;
        // A day earlier or later somewhere else on the earth may be another year.
        var given = indicators.Count == 0 ? new HashSet<string>() : await new Ledger(table, association).GivenAsync(year - 1, year + 1, cancellation);
        Dictionary<Person, Acquaintance> known = [];
        Dictionary<Person, Reach> reaches = [];
        Outbox outbox = new(table);
        foreach (var person in Concerned(indicators, roster, books.Select(book => book.Book)))
        {
            if (await Acquaintance.FindAsync(table, person, cancellation) is { } who)
            {
                known[person] = who;
                reaches[person] = new(who.Address is not null, who.TimeZone, (await outbox.FindAsync(person, cancellation))?.Outgoing.WrittenOn);
            }
        }

        ReminderState state = new()
        {
            Association = dossier.Association,
            Indicators = indicators,
            Members = roster.Members,
            Answered = given,
            Books = books.ToDictionary(book => book.Book.Person, book => book.Book),
            Reaches = reaches,
        };
        return new(table, dossier, state, books.ToDictionary(book => book.Book.Person, book => book.ETag), known);
    }

    /// <summary>As it stands for that person right before sending: what they were asked for may have been given, their mind may have changed.</summary>
    public async ValueTask RefreshAsync(Reminder reminder, CancellationToken cancellation)
    {
        var partition = Association.Partition(Dossier.Association.Id);
        var person = reminder.Person;
        var answered = new HashSet<string>(State.Answered);
        foreach (var expected in reminder.Askings.Select(asking => asking.Expected))
        {
            if (await table.FindAsync(partition, Measurement.KeyOf(expected.Indicator.Id, expected.Period), cancellation) is not null)
            {
                answered.Add(expected.Key);
            }
        }

        var member = await table.FindAsync(partition, Member.KeyOf(person), cancellation) is { } memberRow ? DomainJson.Read(memberRow, DomainJson.Default.Member) : null;
        var state = State with
        {
            Answered = answered,
            Members = [.. State.Members.Where(other => other.Person != person), .. member is { Left: null } ? [member] : (Member[])[]],
        };
        if (await table.FindAsync(partition, ReminderBook.KeyOf(person), cancellation) is { } row)
        {
            state = state.With(DomainJson.Read(row, DomainJson.Default.ReminderBook));
            tags[person] = row.ETag;
        }

        if (await Acquaintance.FindAsync(table, person, cancellation) is { } who)
        {
            known[person] = who;
            state = state with { Reaches = new Dictionary<Person, Reach>(State.Reaches) { [person] = new(who.Address is not null, who.TimeZone, (await new Outbox(table).FindAsync(person, cancellation))?.Outgoing.WrittenOn) } };
        }

        (State, plan) = (state, null);
    }

    /// <summary>The change that writes the book over what was read; somebody else's writing in between is a conflict.</summary>
    public Change Write(ReminderBook book) => tags.TryGetValue(book.Person, out var tag)
        ? Change.Replace(book.Key, DomainJson.Write(book), tag)
        : Change.Add(book.Key, DomainJson.Write(book));

    /// <summary>As it is once that book is written.</summary>
    internal void Imagine(ReminderBook book) => (State, plan) = (State.With(book), null);

    /// <summary>Those whom anything might be asked of: the others are not read.</summary>
    private static HashSet<Person> Concerned(IEnumerable<Indicator> indicators, Roster roster, IEnumerable<ReminderBook> books) =>
    [
        .. indicators.SelectMany(indicator => new[] { indicator.Keeper?.Person, indicator.Deputy?.Person }).OfType<Person>().Where(person => roster.Find(person) is not null),
        .. roster.Members.Where(member => member.Roles.Any(role => role is Role.Coordinator or Role.Treasurer or Role.Board)).Select(member => member.Person),
        .. books.SelectMany(book => book.PassedOn).Select(passed => passed.To).OfType<Person>().Where(person => roster.Find(person) is not null),
    ];
}
