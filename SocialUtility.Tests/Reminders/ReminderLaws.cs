using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Reminders;
using static SocialUtility.Tests.Reminders.SomeReminders;

namespace SocialUtility.Tests.Reminders;

/// <summary>What holds of every reminder, in any association, whatever the clock does.</summary>
public sealed class ReminderLaws
{
    private static readonly string[] Zones = ["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "America/Miquelon", "Pacific/Noumea", "America/Cayenne"];

    [Fact]
    public void No_reminder_breaks_a_law_whatever_the_clock_does() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => Live(new Random(seed))).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(80));

    [Fact]
    public void A_keeper_who_says_nothing_is_asked_and_asked_a_last_time_whatever_the_calendar() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            Random random = new(seed);
            var state = Association(random) with { Indicators = [Kilos with { Frequency = Any(random, Enum.GetValues<Frequency>()) }] };
            state = state with { Books = new Dictionary<Person, ReminderBook> { [Claire] = state.Book(Claire) with { NoDeadlines = true } } };
            var from = Day(2026 + random.Next(3), 1 + random.Next(12), 1);
            var asked = new ReminderPlan(state).Ahead(from, from.AddMonths(15)).Where(reminder => reminder.Person == Awa).SelectMany(reminder => reminder.Askings).ToList();

            // Each period that has its whole time in those months is asked for, up to the last reminder.
            Assert.NotEmpty(asked);
            Assert.All(asked.GroupBy(asking => asking.Expected.Key).Where(one => one.First().Expected.Last.AddDays(75) < DateOnly.FromDateTime(from.AddMonths(15).DateTime)), one => Assert.Equal(Step.Last, one.Max(asking => asking.Step)));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(60));

    /// <summary>Half a year of a house in which anything happens: answers, pauses, people who come and go, a clock that jumps.</summary>
    private static void Live(Random random)
    {
        var state = Association(random);
        var now = Day(2026 + random.Next(3), 1 + random.Next(12), 1 + random.Next(28), random.Next(24));
        HashSet<(Person, string, Step)> asked = [];
        HashSet<(Person, DateOnly)> days = [];
        for (var tick = 0; tick < 250; tick++)
        {
            now += random.Next(40) switch
            {
                0 => TimeSpan.FromDays(7 + random.Next(30)),
                1 => -TimeSpan.FromHours(random.Next(200)),
                2 or 3 or 4 => TimeSpan.FromDays(1),
                _ => TimeSpan.FromMinutes(random.Next(1200)),
            };
            state = Something(random, state, now);
            ReminderPlan plan = new(state);
            foreach (var reminder in plan.DueAt(now))
            {
                Hold(state, reminder, now);
                var day = state.Times(reminder.Person).Day(now);
                Assert.True(days.Add((reminder.Person, day)), "Two messages in one day.");
                var book = state.Book(reminder.Person);
                var fresh = reminder.Askings.Where(asking => book.AskedFor(asking.Expected.Key) is not { } done || done < asking.Step).ToList();
                var again = reminder.Askings.Count(asking => book.PutOff.Any(put => put.Key == asking.Expected.Key && put.Until <= day && !book.Asked.Any(earlier => earlier.Key == put.Key && earlier.Day >= put.Until)));
                Assert.True(fresh.Count + again + reminder.Deadlines.Count > 0, "Nothing new is said, and nobody wanted to be asked again.");
                Assert.All(fresh, asking => Assert.True(asked.Add((reminder.Person, asking.Expected.Key, asking.Step)), "The same step twice."));
                state = Sent(state, reminder);
                Assert.All(reminder.Deadlines, deadline => Assert.True(asked.Add((reminder.Person, deadline.Key, Step.Said)), "A deadline twice."));
            }

            Assert.Empty(new ReminderPlan(state).DueAt(now));
        }
    }

    private static void Hold(ReminderState state, Reminder reminder, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(state.Reach(reminder.Person).TimeZone ?? state.Association.TimeZone);
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        var book = state.Book(reminder.Person);
        Assert.Equal(now, reminder.At);
        Assert.InRange(local.Hour, book.Hour, QuietTimes.Evening - 1);
        Assert.False(local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.False(Holidays.FallsOn(day, state.Association.Territory));
        Assert.False(local.Month == 8 && !state.Association.WorksInAugust);
        Assert.False(book.Off);
        Assert.False(book.PausedUntil > day);
        Assert.True(state.Reach(reminder.Person).CanBeReached);
        Assert.Contains(state.Members, member => member.Person == reminder.Person);
        Assert.NotEmpty(reminder.Keys);
        Assert.Equal(reminder.Keys.Count(), reminder.Keys.Distinct().Count());
        Assert.All(reminder.Askings, asking =>
        {
            Assert.DoesNotContain(asking.Expected.Key, state.Answered);
            Assert.True(asking.Expected.Period.End < day);
            Assert.True(asking.Expected.Indicator.IsInUse);
            Assert.DoesNotContain(book.PutOff, put => put.Key == asking.Expected.Key && put.Until > day);
            Assert.DoesNotContain(book.PassedOn, passed => passed.Key == asking.Expected.Key);
        });
    }

    private static ReminderState Something(Random random, ReminderState state, DateTimeOffset now)
    {
        var person = Any(random, [Awa, Paul, Claire, Nadia]);
        var today = state.Times(person).Day(now);
        var keys = new ReminderPlan(state).WaitingFor(person, now).Select(asking => asking.Expected.Key).Take(1).ToList();
        return random.Next(60) switch
        {
            0 or 1 => state with { Answered = new HashSet<string>(state.Answered.Concat(keys)) },
            2 => state.With(state.Book(person).PuttingOff(keys, today.AddDays(random.Next(1, 8)), today)),
            3 => state.With(state.Book(person).PassingOn(keys, today, random.Next(2) == 0 ? Nadia : null)),
            4 => state.With(state.Book(person) with { PausedUntil = random.Next(3) == 0 ? DateOnly.MaxValue : today.AddDays(random.Next(40)) }),
            5 => state.With(state.Book(person) with { Off = random.Next(2) == 0 }),
            6 => state with { Reaches = new Dictionary<Person, Reach>(state.Reaches) { [person] = new(random.Next(2) == 0, Any(random, Zones)) } },
            _ => state,
        };
    }

    private static ReminderState Association(Random random) => State with
    {
        Association = State.Association with
        {
            TimeZone = Any(random, Zones),
            AlsaceMoselle = random.Next(4) == 0,
            WorksInAugust = random.Next(2) == 0,
            YearStartsIn = Any(random, [1, 1, 7, 9]),
        },
        Indicators =
        [
            .. Enumerable.Range(1, random.Next(1, 5)).Select(number => Kilos with
            {
                Id = Id<Indicator>.Parse($"i{number}"),
                Number = number,
                Frequency = Any(random, Enum.GetValues<Frequency>()),
                Keeper = random.Next(4) == 0 ? null : new(Any(random, [Awa, Paul, Nadia])),
                Deputy = random.Next(3) == 0 ? null : new(Any(random, [Awa, Paul, Claire])),
            }),
        ],
        Members = [Member(Awa, Role.Volunteer), Member(Paul, Role.Keeper), Member(Claire, Role.Coordinator), Member(Nadia, Role.Treasurer, Role.Board)],
        Books = new[] { Awa, Paul, Claire, Nadia }.ToDictionary(person => person, person => new ReminderBook
        {
            Person = person,
            Hour = 8 + random.Next(12),
            Rhythm = random.Next(4) == 0 ? Rhythm.Weekly : Rhythm.WhenDue,
            Weekday = (DayOfWeek)random.Next(7),
        }),
    };

    private static T Any<T>(Random random, T[] among) => among[random.Next(among.Length)];
}
