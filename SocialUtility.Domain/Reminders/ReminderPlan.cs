using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Reminders;

/// <summary>How somebody can be reached: whether at all, where they are, and the last day they were written to by any of their associations.</summary>
public sealed record Reach(bool CanBeReached, string? TimeZone = null, DateOnly? WrittenOn = null);

/// <summary>One value in a reminder, and for the how-manieth time.</summary>
public sealed record Asking(Expected Expected, Step Step);

/// <summary>One message to one person: everything that waits for them, in one.</summary>
public sealed record Reminder(Person Person, DateTimeOffset At, IReadOnlyList<Asking> Askings, IReadOnlyList<YearDeadline> Deadlines)
{
    public IEnumerable<string> Keys => Askings.Select(asking => asking.Expected.Key).Concat(Deadlines.Select(deadline => deadline.Key));
}

/// <summary>What an association waits for, from whom, and what was said already.</summary>
public sealed record ReminderState
{
    public required Association Association { get; init; }

    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>Those who belong to it now.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    /// <summary>Keys of the values that were given, with or without a figure.</summary>
    public required IReadOnlySet<string> Answered { get; init; }

    public IReadOnlyDictionary<Person, ReminderBook> Books { get; init; } = new Dictionary<Person, ReminderBook>();

    public required IReadOnlyDictionary<Person, Reach> Reaches { get; init; }

    public ReminderBook Book(Person person) => Books.GetValueOrDefault(person) ?? new() { Person = person };

    public ReminderState With(ReminderBook book) => this with { Books = new Dictionary<Person, ReminderBook>(Books) { [book.Person] = book } };

    public Reach Reach(Person person) => Reaches.GetValueOrDefault(person) ?? new(false);

    /// <summary>When that person may be written to.</summary>
    public QuietTimes Times(Person person) => new(
        Reach(person).TimeZone is { } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById(Association.TimeZone),
        Association.Territory,
        Association.WorksInAugust,
        Book(person).Hour);
}

/// <summary>
/// Who is to be reminded of what, and when: pure, so that the preview, the pass and a rehearsal say the same. A value is asked
/// for when its period is over, a week before it is due where that is later, and three days after; then once of the deputy, then
/// once of the coordination (DESIGN 8). At most one message a person a day, a week of silence after one that nobody answered.
/// </summary>
public sealed class ReminderPlan(ReminderState state)
{
    /// <summary>After a reminder without any answer; also between two of who wants one a week.</summary>
    private const int Week = 7;

    /// <summary>More than any association needs in two months; a preview is read by people.</summary>
    private const int MostAhead = 400;

    private readonly Dictionary<Person, Member> members = state.Members.ToDictionary(member => member.Person);
    private readonly Dictionary<DateOnly, List<Expected>> open = [];
    private readonly Dictionary<Id<Indicator>, IReadOnlyList<Person>> first = [];
    private readonly List<Person> coordinators = [.. state.Members.Where(member => member.Roles.Contains(Role.Coordinator)).Select(member => member.Person)];

    /// <summary>Those whom a reminder may ever concern.</summary>
    public IEnumerable<Person> People => state.Members.Select(member => member.Person);

    /// <summary>The reminders that are to be sent at this very instant.</summary>
    public IReadOnlyList<Reminder> DueAt(DateTimeOffset now) => [.. People.Select(person => NextFor(person, now)).OfType<Reminder>().Where(reminder => reminder.At <= now)];

    /// <summary>When somebody is to be looked at next, as things stand; null for never.</summary>
    public DateTimeOffset? Next(DateTimeOffset now) => People.Select(person => NextFor(person, now)?.At).Min();

    /// <summary>What will be sent until then if nobody answers anything, in time order.</summary>
    public IReadOnlyList<Reminder> Ahead(DateTimeOffset now, DateTimeOffset until)
    {
        List<Reminder> ahead = [];
        var imagined = state;
        while (ahead.Count < MostAhead)
        {
            ReminderPlan plan = new(imagined);
            if (plan.People.Select(person => plan.NextFor(person, now)).OfType<Reminder>().MinBy(reminder => reminder.At) is not { } next || next.At > until)
            {
                break;
            }

            ahead.Add(next);
            imagined = imagined.With(imagined.Book(next.Person).With(next, imagined.Times(next.Person).Day(next.At)));
            now = next.At;
        }

        return ahead;
    }

    /// <summary>The next message to that person, not before <paramref name="now"/>; null where nothing waits for them.</summary>
    public Reminder? NextFor(Person person, DateTimeOffset now)
    {
        if (!state.Reach(person).CanBeReached || !members.ContainsKey(person) || state.Book(person) is not { Off: false } book)
        {
            return null;
        }

        var times = state.Times(person);
        var today = times.Day(now);
        var notBefore = NotBefore(book, person, today);
        if (notBefore == DateOnly.MaxValue)
        {
            return null;
        }

        var expected = Open(today).Where(one => book.Passed(one.Key) is null).ToList();
        var deadlines = Deadlines(person, book, today).ToList();
        DateTimeOffset? at = null;
        foreach (var (day, forgotten) in expected.Select(one => (Trigger(person, book, one), one.Forgotten)).Concat(deadlines.Select(one => ((DateOnly?)one.From, one.Forgotten))))
        {
            if (day is { } first && Moment(book, times, first > notBefore ? first : notBefore, now) is var moment && times.Day(moment) <= forgotten && (at is null || moment < at))
            {
                at = moment;
            }
        }

        if (at is not { } when)
        {
            return null;
        }

        var then = times.Day(when);
        return new(
            person,
            when,
            [
                .. expected.Where(one => one.Forgotten >= then && !IsPutOff(book, one.Key, then))
                    .Select(one => (One: one, Step: StepOn(person, book, one, then)))
                    .Where(one => one.Step is not null)
                    .Select(one => new Asking(one.One, one.Step!.Value))
                    .OrderBy(asking => asking.Expected.Due)
                    .ThenBy(asking => asking.Expected.Indicator.Number)
                    .ThenBy(asking => asking.Expected.Period),
            ],
            [.. deadlines.Where(one => one.From <= then && one.Forgotten >= then)]);
    }

    /// <summary>The values that wait for that person now, whether or not a reminder is due.</summary>
    public IReadOnlyList<Asking> WaitingFor(Person person, DateTimeOffset now)
    {
        var today = state.Times(person).Day(now);
        var book = state.Book(person);
        return
        [
            .. Open(today).Where(one => one.Opening <= today && book.Passed(one.Key) is null && Rungs(person, one).Any(rung => rung.Day <= today))
                .Select(one => new Asking(one, Rungs(person, one).Last(rung => rung.Day <= today).Step))
                .OrderBy(asking => asking.Expected.Due)
                .ThenBy(asking => asking.Expected.Indicator.Number)
                .ThenBy(asking => asking.Expected.Period),
        ];
    }

    /// <summary>Whom the value is asked of first: its keeper, else its deputy, else the coordination.</summary>
    public IReadOnlyList<Person> AskedFirst(Indicator indicator)
    {
        if (!first.TryGetValue(indicator.Id, out var people))
        {
            first[indicator.Id] = people = Able(indicator.Keeper) is { } keeper ? [keeper] : Able(indicator.Deputy) is { } deputy ? [deputy] : coordinators;
        }

        return people;
    }

    /// <summary>What is not given yet. Of an earlier period than the last one only what was begun to be asked for, or what August hid.</summary>
    private List<Expected> Open(DateOnly day)
    {
        if (!open.TryGetValue(day, out var expected))
        {
            open[day] = expected =
            [
                .. state.Indicators
                    .SelectMany(indicator => Expected.Around(day, indicator, state.Association))
                    .Where(one => !state.Answered.Contains(one.Key) && (one.Period.Next.End >= day || HidInAugust(one) || state.Books.Values.Any(book => book.AskedFor(one.Key) is not null))),
            ];
        }

        return expected;
    }

    private bool HidInAugust(Expected one) => one.Opening.Month == 8 && !state.Association.WorksInAugust;

    private IEnumerable<YearDeadline> Deadlines(Person person, ReminderBook book, DateOnly today) => book.NoDeadlines
        ? []
        : YearDeadline.Around(today, state.Association).Where(deadline => members[person].Roles.Any(deadline.Whom.Contains) && deadline.From >= state.Association.Today(state.Association.Since) && book.AskedFor(deadline.Key) is null);

    /// <summary>What keeps any message back: a pause, one message a day, a week after one that met silence, one a week.</summary>
    private DateOnly NotBefore(ReminderBook book, Person person, DateOnly today)
    {
        var day = book.PausedUntil is { } paused && paused > today ? paused : today;
        if (state.Reach(person).WrittenOn is { } written && written <= today)
        {
            day = Later(day, written.AddDays(1));
        }

        if (book.LastDay(today) is { } last)
        {
            day = Later(day, last.AddDays(book.Rhythm == Rhythm.Weekly || WasIgnored(book, last) ? Week : 1));
        }

        return day;
    }

    /// <summary>None of the values asked for last was given, put off or passed on since.</summary>
    private bool WasIgnored(ReminderBook book, DateOnly last)
    {
        var asked = book.Asked.Where(asked => asked.Step != Step.Said && asked.Day == last).Select(asked => asked.Key).ToList();
        return asked.Count > 0 && asked.TrueForAll(key =>
            !state.Answered.Contains(key) && book.Passed(key) is null && !book.PutOff.Any(put => put.Key == key && put.Day >= last));
    }

    private static DateTimeOffset Moment(ReminderBook book, QuietTimes times, DateOnly day, DateTimeOffset now)
    {
        while (book.Rhythm == Rhythm.Weekly && day.DayOfWeek != book.Weekday)
        {
            day = day.AddDays(1);
        }

        return times.From(day) is var moment && moment > now ? moment : times.Next(now);
    }

    /// <summary>The day on which the person wanted to be asked again, else the first day of a step at which they were not asked yet; null where all is done.</summary>
    private DateOnly? Trigger(Person person, ReminderBook book, Expected expected)
    {
        List<(Step Step, DateOnly Day)> rungs = [.. Rungs(person, expected)];
        if (rungs.Count > 0 && book.PutOff.LastOrDefault(put => put.Key == expected.Key) is { } putOff && !book.Asked.Any(asked => asked.Key == expected.Key && asked.Day >= putOff.Until))
        {
            return Later(putOff.Until, rungs[0].Day);
        }

        var done = book.AskedFor(expected.Key);
        return rungs.Where(rung => done is null || rung.Step > done).Select(rung => (DateOnly?)rung.Day).Min();
    }

    /// <summary>The step that the value has reached by that day; null where it is not asked for yet, or the last step is behind.</summary>
    private Step? StepOn(Person person, ReminderBook book, Expected expected, DateOnly day)
    {
        if (Trigger(person, book, expected) is null)
        {
            return null;
        }

        return Rungs(person, expected).Where(rung => rung.Day <= day).Select(rung => (Step?)rung.Step).Max();
    }

    private static bool IsPutOff(ReminderBook book, string key, DateOnly day) => book.PutOff.LastOrDefault(put => put.Key == key)?.Until > day;

    /// <summary>The steps at which this person is asked for it, in time order.</summary>
    private IEnumerable<(Step Step, DateOnly Day)> Rungs(Person person, Expected expected)
    {
        var asked = AskedFirst(expected.Indicator);
        if (asked.Contains(person))
        {
            yield return (Step.Opening, expected.Opening);
            if (expected.Before is { } before)
            {
                yield return (Step.Before, before);
            }

            yield return (Step.Last, expected.Last);
            yield break;
        }

        if ((asked.FirstOrDefault(one => state.Book(one).Passed(expected.Key) is not null) ?? (asked is [var only] ? only : null)) is not { } keeper)
        {
            yield break;
        }

        var next = Successor(expected, keeper);
        if (next?.Person == person)
        {
            yield return (Step.Deputy, next.Value.Day);
        }
        else if (coordinators.Contains(person) && (next is { } other ? After(other.Person, expected, Step.Deputy) : After(keeper, expected, Step.Last)) is { } day)
        {
            yield return (Step.Coordinator, day);
        }
    }

    /// <summary>Who is asked after the first, and from which day on: whom they named, else the deputy; null as long as the first is asked themselves.</summary>
    private (Person Person, DateOnly Day)? Successor(Expected expected, Person keeper)
    {
        var named = state.Book(keeper).Passed(expected.Key)?.To is { } to && IsAble(to) ? to : null;
        return (named ?? Able(expected.Indicator.Deputy)) is { } next && next != keeper && After(keeper, expected, Step.Last) is { } day ? (next, day) : null;
    }

    /// <summary>When somebody else is asked: at once where they said it was not theirs, a week after they were silent to their last reminder; null before.</summary>
    private DateOnly? After(Person person, Expected expected, Step last)
    {
        var book = state.Book(person);
        return book.Passed(expected.Key)?.Day
            ?? book.Asked.Where(asked => asked.Key == expected.Key && asked.Step == last).Select(asked => (DateOnly?)asked.Day).Min()?.AddDays(Week);
    }

    private Person? Able(Keeper? keeper) => keeper?.Person is { } person && IsAble(person) ? person : null;

    /// <summary>They are here, may give a value, can be written to and want it.</summary>
    private bool IsAble(Person person) =>
        members.TryGetValue(person, out var member) && member.May(Act.RecordValue) && state.Reach(person).CanBeReached && !state.Book(person).IsAway;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
