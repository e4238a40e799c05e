using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Reminders;

/// <summary>How often a person wants to be reminded.</summary>
public enum Rhythm
{
    /// <summary>When something is due.</summary>
    WhenDue,

    /// <summary>Once a week, all together, on a day they choose.</summary>
    Weekly,
}

/// <summary>The steps by which a value is asked for, each one once; a later one makes up for earlier ones.</summary>
public enum Step
{
    Opening,
    Before,

    /// <summary>« C'est le dernier rappel. »</summary>
    Last,

    /// <summary>The keeper was silent, or said it was not theirs: somebody else is asked.</summary>
    Deputy,

    /// <summary>Nobody answered: the coordination is told.</summary>
    Coordinator,

    /// <summary>A deadline of the association's year is said; no value is asked for.</summary>
    Said,
}

/// <summary>That a person was asked for something, and on which of their days.</summary>
public sealed record AskedOnce(string Key, Step Step, DateOnly Day);

/// <summary>« Pas maintenant »: not before that day.</summary>
public sealed record PutOff(string Key, DateOnly Until, DateOnly Day);

/// <summary>« Pas moi »: to whom it goes, where they said so.</summary>
public sealed record PassedOn(string Key, DateOnly Day, Person? To = null);

/// <summary>
/// What one member wants of reminders and what they were reminded of, in one association. It is written before a reminder is
/// sent: who cannot write it does not send.
/// </summary>
public sealed record ReminderBook : Entry
{
    public const string Prefix = "reminder|";

    /// <summary>What was asked longer ago than this makes no difference any more.</summary>
    private const int KeptDays = 400;

    public required Person Person { get; init; }

    /// <summary>They want none.</summary>
    public bool Off { get; init; }

    /// <summary>From which hour of the day on, 8 to 19.</summary>
    public int Hour { get; init => field = value is >= QuietTimes.Morning and < QuietTimes.Evening ? value : QuietTimes.UsualHour; } = QuietTimes.UsualHour;

    public Rhythm Rhythm { get; init; }

    /// <summary>On which day, where it is once a week; Monday unless they say otherwise.</summary>
    public DayOfWeek Weekday { get; init => field = value is DayOfWeek.Sunday or DayOfWeek.Saturday ? DayOfWeek.Monday : value; } = DayOfWeek.Monday;

    /// <summary>The deadlines of the year are not for them.</summary>
    public bool NoDeadlines { get; init; }

    /// <summary>The first day on which they may be reminded again; <see cref="DateOnly.MaxValue"/>: when they say so.</summary>
    public DateOnly? PausedUntil { get; init; }

    public IReadOnlyList<AskedOnce> Asked { get; init => field = value ?? []; } = [];

    public IReadOnlyList<PutOff> PutOff { get; init => field = value ?? []; } = [];

    public IReadOnlyList<PassedOn> PassedOn { get; init => field = value ?? []; } = [];

    public override string Key => KeyOf(Person);

    /// <summary>They do not want any, or not until they come back: somebody else is asked in their place.</summary>
    public bool IsAway => Off || PausedUntil == DateOnly.MaxValue;

    public static string KeyOf(Person person) => Prefix + person.Key;

    /// <summary>The last step at which they were asked for it; null for never.</summary>
    public Step? AskedFor(string key) => Asked.Where(asked => asked.Key == key).Select(asked => (Step?)asked.Step).Max();

    /// <summary>The day of the last reminder; what lies ahead, as after a clock that ran wrong, keeps nothing back.</summary>
    public DateOnly? LastDay(DateOnly today) => Asked.Where(asked => asked.Day <= today).Select(asked => (DateOnly?)asked.Day).Max();

    public PassedOn? Passed(string key) => PassedOn.LastOrDefault(passed => passed.Key == key);

    /// <summary>With what this reminder asks for, before it is sent.</summary>
    public ReminderBook With(Reminder reminder, DateOnly day) => Trimmed(day) with
    {
        Asked =
        [
            .. Asked.Where(asked => IsRecent(asked.Day, day)),
            .. reminder.Askings.Select(asking => new AskedOnce(asking.Expected.Key, asking.Step, day)),
            .. reminder.Deadlines.Select(deadline => new AskedOnce(deadline.Key, Step.Said, day)),
        ],
        Version = Version + 1,
    };

    /// <summary>Without it again: it certainly was not delivered.</summary>
    public ReminderBook Without(Reminder reminder, DateOnly day)
    {
        var keys = reminder.Keys.ToHashSet();
        return this with { Asked = [.. Asked.Where(asked => asked.Day != day || !keys.Contains(asked.Key))], Version = Version + 1 };
    }

    public ReminderBook PuttingOff(IEnumerable<string> keys, DateOnly until, DateOnly today) => Trimmed(today) with
    {
        PutOff = [.. PutOff.Where(put => IsRecent(put.Until, today) && !keys.Contains(put.Key)), .. keys.Select(key => new PutOff(key, until, today))],
        Version = Version + 1,
    };

    public ReminderBook PassingOn(IEnumerable<string> keys, DateOnly today, Person? to = null) => Trimmed(today) with
    {
        PassedOn = [.. PassedOn.Where(passed => IsRecent(passed.Day, today) && !keys.Contains(passed.Key)), .. keys.Select(key => new PassedOn(key, today, to))],
        Version = Version + 1,
    };

    private ReminderBook Trimmed(DateOnly today) => this with { PassedOn = [.. PassedOn.Where(passed => IsRecent(passed.Day, today))], PutOff = [.. PutOff.Where(put => IsRecent(put.Until, today))] };

    private static bool IsRecent(DateOnly day, DateOnly today) => today.DayNumber - day.DayNumber <= KeptDays;
}
