using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Reminders;

namespace SocialUtility.Tests.Reminders;

/// <summary>An association whose people are reminded.</summary>
internal static class SomeReminders
{
    public static readonly Person Awa = new("teams|t|awa");
    public static readonly Person Paul = new("teams|t|paul");
    public static readonly Person Claire = new("teams|t|claire");
    public static readonly Person Nadia = new("teams|t|nadia");

    /// <summary>Kilos a month, which Awa gives, or else Paul; Claire coordinates, Nadia keeps the accounts.</summary>
    public static readonly Indicator Kilos = An.Indicator with
    {
        Id = Id<Indicator>.Parse("kilos"),
        Name = "Denrées sauvées",
        Unit = "kg",
        Frequency = Frequency.Monthly,
        Keeper = new(Awa),
        Deputy = new(Paul),
        Since = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
    };

    public static readonly Indicator Meals = Kilos with { Id = Id<Indicator>.Parse("meals"), Number = 2, Name = "Repas servis", Frequency = Frequency.Quarterly };

    public static ReminderState State => new()
    {
        Association = An.Association with { Since = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero) },
        Indicators = [Kilos],
        Members = [Member(Awa, Role.Volunteer), Member(Paul, Role.Volunteer), Member(Claire, Role.Coordinator)],
        Answered = new HashSet<string> { "kilos|2026-07", "kilos|2026-08", "meals|2026-Q2" },
        Books = new Dictionary<Person, ReminderBook> { [Claire] = new() { Person = Claire, NoDeadlines = true } },
        Reaches = new[] { Awa, Paul, Claire, Nadia }.ToDictionary(person => person, _ => new Reach(true)),
    };

    public static Member Member(Person person, params Role[] roles) =>
        new() { Association = An.Association.Id, Person = person, Name = person.Key.Split('|')[^1], Roles = roles, Since = An.Evening };

    public static DateTimeOffset Day(int year, int month, int day, int hour = 8) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    /// <summary>« 2026-12-01 awa: kilos|2026-11 Opening », one line a message.</summary>
    public static string Told(ReminderState state, Reminder reminder) =>
        $"{state.Times(reminder.Person).Day(reminder.At):yyyy-MM-dd} {reminder.Person.Key.Split('|')[^1]}: {string.Join(", ", reminder.Askings.Select(asking => $"{asking.Expected.Key} {asking.Step}").Concat(reminder.Deadlines.Select(deadline => $"{deadline.What}")))}";

    /// <summary>What is sent until then, looked at each hour, if nobody answers.</summary>
    public static (List<string> Told, ReminderState After) Live(ReminderState state, DateTimeOffset from, DateTimeOffset until, TimeSpan? every = null)
    {
        List<string> told = [];
        for (var now = from; now <= until; now += every ?? TimeSpan.FromHours(1))
        {
            foreach (var reminder in new ReminderPlan(state).DueAt(now))
            {
                told.Add(Told(state, reminder));
                state = Sent(state, reminder);
            }
        }

        return (told, state);
    }

    public static ReminderState Sent(ReminderState state, Reminder reminder) => state.With(state.Book(reminder.Person).With(reminder, state.Times(reminder.Person).Day(reminder.At)));
}
