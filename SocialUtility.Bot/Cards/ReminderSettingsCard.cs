using System.Globalization;
using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Reminders;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Reminders;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« rappels »: when the next one comes and what of; how a person wants them, or none; and for the coordination where the association is.</summary>
public static class ReminderSettingsCard
{
    public const string Hour = "heure";
    public const string Rhythm = "rythme";
    public const string Deadlines = "echeances";
    public const string Place = "lieu";
    public const string August = "aout";

    /// <summary>Places with public holidays or a time of their own, by what the association keeps of them.</summary>
    public static readonly IReadOnlyList<(string Name, string TimeZone, bool AlsaceMoselle)> Places =
    [
        ("Metropole", "Europe/Paris", false),
        ("AlsaceMoselle", "Europe/Paris", true),
        ("Guadeloupe", "America/Guadeloupe", false),
        ("Martinique", "America/Martinique", false),
        ("Guyane", "America/Cayenne", false),
        ("Reunion", "Indian/Reunion", false),
        ("Mayotte", "Indian/Mayotte", false),
        ("SaintBarthelemy", "America/St_Barthelemy", false),
        ("SaintMartin", "America/Marigot", false),
        ("SaintPierreEtMiquelon", "America/Miquelon", false),
        ("NouvelleCaledonie", "Pacific/Noumea", false),
        ("Polynesie", "Pacific/Tahiti", false),
    ];

    private static readonly int[] Hours = [8, 9, 12, 14, 17, 18];

    public static AdaptiveCard For(Session session, ReminderFile file)
    {
        var words = session.Words;
        var book = file.State.Book(session.Person);
        var mark = CardMark.Of(book.Version);
        List<AdaptiveElement> body = [Context(Plain(session.Association.Name)), Heading(words["reminders.heading"]), Text(Plain(Next(session, file)))];
        if (!book.Off)
        {
            body.Add(Compact(Hour, words["reminders.hour"], Hours.Append(book.Hour).Distinct().Order().Select(hour => ($"{hour}", words.Say("reminders.hour.at", hour))), $"{book.Hour}"));
            body.Add(Compact(
                Rhythm,
                words["reminders.rhythm"],
                Enumerable.Range((int)DayOfWeek.Monday, 5).Select(day => ($"{(DayOfWeek)day}", words.Say("reminders.rhythm.weekly", words.Culture.DateTimeFormat.GetDayName((DayOfWeek)day)))).Prepend(("due", words["reminders.rhythm.due"])),
                book.Rhythm == Domain.Reminders.Rhythm.Weekly ? $"{book.Weekday}" : "due"));
            if (session.Member!.Roles.Any(role => role is Role.Coordinator or Role.Treasurer or Role.Board))
            {
                body.Add(Compact(Deadlines, words["reminders.deadlines"], [("yes", words["reminders.deadlines.yes"]), ("no", words["reminders.deadlines.no"])], book.NoDeadlines ? "no" : "yes"));
            }
        }

        body.Add(Detail(words["reminders.quiet"]));
        List<AdaptiveAction> buttons = [];
        if (book.Off || book.PausedUntil > session.Today)
        {
            buttons.Add(Tap(words["button.resume-reminders"], "reminder.resume", mark).First());
        }

        if (!book.Off)
        {
            buttons.Add(Send(words["button.keep-settings"], "reminder.keep", mark));
            buttons.Add(Tap(words["button.stop-reminders"], "reminder.stop", mark));
        }

        if (session.May(Act.TendReminders))
        {
            buttons.Add(Tap(words["button.preview"], "reminder.preview", mark));
            buttons.Add(PlaceOf(session));
        }

        return Card(words, words.Say("reminders.fallback", Next(session, file)), body, buttons);
    }

    /// <summary>« Le prochain : jeudi 1er octobre à 9 h, pour Denrées sauvées. », or why there is none.</summary>
    public static string Next(Session session, ReminderFile file)
    {
        var words = session.Words;
        var book = file.State.Book(session.Person);
        if (book.Off)
        {
            return words["reminders.off"];
        }

        if (book.PausedUntil == DateOnly.MaxValue)
        {
            return words["reminders.paused"];
        }

        if (file.Plan.NextFor(session.Person, session.Now) is not { } next)
        {
            return words[book.PausedUntil > session.Today ? "reminders.paused" : "reminders.none"];
        }

        var said = words.Say("reminders.next", MomentOf(words, file, next), Subjects(words, next));
        return book.PausedUntil is { } until && until > session.Today ? $"{words.Say("reminders.paused-until", words.Day(until))} {said}" : said;
    }

    /// <summary>« jeudi 1er octobre 2026 à 9 h »: where the person is.</summary>
    public static string MomentOf(Wording.Words words, ReminderFile file, Reminder reminder)
    {
        var local = TimeZoneInfo.ConvertTime(reminder.At, file.State.Times(reminder.Person).Zone);
        return words.Say("reminders.moment", words.Culture.DateTimeFormat.GetDayName(local.DayOfWeek), words.Day(DateOnly.FromDateTime(local.DateTime)), local.Hour, local.Minute == 0 && words.Language == Domain.Language.French ? "" : local.Minute.ToString("00", CultureInfo.InvariantCulture));
    }

    /// <summary>« Denrées sauvées (septembre) et le compte rendu des subventions ».</summary>
    public static string Subjects(Wording.Words words, Reminder reminder) => words.List(
    [
        .. reminder.Askings.Select(asking => $"{asking.Expected.Indicator.Name} ({words.ShortPeriod(asking.Expected.Period)})"),
        .. reminder.Deadlines.Select(deadline => words[$"deadline.short.{deadline.What}"]),
    ]);

    private static AdaptiveShowCardAction PlaceOf(Session session)
    {
        var words = session.Words;
        var association = session.Association;
        var chosen = Places.FirstOrDefault(place => (place.TimeZone, place.AlsaceMoselle) == (association.TimeZone, association.AlsaceMoselle)).Name;
        var place = Compact(Place, words["reminders.place"], Places.Select(one => (one.Name, words[$"place.{one.Name}"])), chosen ?? "Metropole");
        var august = Compact(August, words["reminders.august"], [("rest", words["reminders.august.rest"]), ("work", words["reminders.august.work"])], association.WorksInAugust ? "work" : "rest");
        return new()
        {
            Title = words["button.place"],
            Card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)) { Body = [place, august], Actions = [Send(words["button.place-here"], "reminder.place", CardMark.Of(association.Version)).First()] },
        };
    }

    private static AdaptiveChoiceSetInput Compact(string id, string label, IEnumerable<(string, string)> choices, string chosen)
    {
        var choice = Choices(id, label, choices);
        (choice.Style, choice.Value) = (AdaptiveChoiceInputStyle.Compact, chosen);
        return choice;
    }
}
