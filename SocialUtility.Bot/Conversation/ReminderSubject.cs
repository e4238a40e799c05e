using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Reminders;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Reminders;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « rappels »: when the next one comes, how and whether a person wants them; « rappels aperçu » for the coordination; on one's own
/// machine « rappels du 5 janvier » shows what one would get that day.
/// </summary>
public sealed class ReminderSubject : ISubject
{
    private const string Pausing = "reminder.pause";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["reminders"] = ShowAsync,
        ["reminders-preview"] = (session, cancellation) => PreviewAsync(session, 0, cancellation),
        ["pause-reminders"] = (session, _) => session.IfMay(Act.RecordValue, () => AskPause(session)),
        ["stop-reminders"] = (session, cancellation) => ChangeAsync(session, "reminder.stop", book => book with { Off = true }, "reminders.stopped", cancellation),
        ["resume-reminders"] = ResumeAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>> Openings => new Dictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>>
    {
        ["reminders-on"] = RehearseAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["reminder.settings"] = (session, _, cancellation) => ShowAsync(session, cancellation),
        ["reminder.keep"] = KeepAsync,
        ["reminder.stop"] = (session, _, cancellation) => ChangeAsync(session, "reminder.stop", book => book with { Off = true }, "reminders.stopped", cancellation),
        ["reminder.resume"] = (session, _, cancellation) => ResumeAsync(session, cancellation),
        ["reminder.preview"] = (session, submission, cancellation) => PreviewAsync(session, submission.Page, cancellation),
        ["reminder.place"] = PlaceAsync,
        ["reminder.pause"] = (session, submission, cancellation) => PauseAsync(session, submission[ReminderCard.PauseUntil], cancellation),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Pausing] = async (session, _, text, cancellation) =>
        {
            var until = Vocabulary.Command(text) switch { "for-a-week" => "week", "for-a-month" => "month", "until-back" => "back", _ => null };
            if (until is null)
            {
                return false;
            }

            await PauseAsync(session, until, cancellation);
            return true;
        },
    };

    private static ValueTask ShowAsync(Session session, CancellationToken cancellation) => session.AsMember(async () =>
    {
        session.ForOneAlone = true;
        session.Show(ReminderSettingsCard.For(session, await session.RemindersAsync(cancellation)));
    });

    private static ValueTask PreviewAsync(Session session, int page, CancellationToken cancellation) => session.IfMay(Act.TendReminders, async () =>
    {
        session.ForOneAlone = true;
        session.Show(ReminderPreviewCard.For(session, await session.RemindersAsync(cancellation), page));
    });

    private static ValueTask KeepAsync(Session session, Submission submission, CancellationToken cancellation) => ChangeAsync(
        session,
        "reminder.settings",
        book => book with
        {
            Hour = int.TryParse(submission[ReminderSettingsCard.Hour], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) ? hour : book.Hour,
            Rhythm = submission[ReminderSettingsCard.Rhythm] switch { "due" => Rhythm.WhenDue, "" => book.Rhythm, _ => Rhythm.Weekly },
            Weekday = Enum.TryParse<DayOfWeek>(submission[ReminderSettingsCard.Rhythm], out var day) && Enum.IsDefined(day) ? day : book.Weekday,
            NoDeadlines = submission[ReminderSettingsCard.Deadlines] switch { "no" => true, "yes" => false, _ => book.NoDeadlines },
        },
        "reminders.kept",
        cancellation);

    private static ValueTask ResumeAsync(Session session, CancellationToken cancellation) =>
        ChangeAsync(session, "reminder.resume", book => book with { Off = false, PausedUntil = null }, "reminders.resumed", cancellation);

    private static ValueTask AskPause(Session session)
    {
        session.WaitFor(Pausing);
        session.Say(session.Words["reminder.pause.until"], session.Words["reminder.pause.week"], session.Words["reminder.pause.month"], session.Words["reminder.pause.back"]);
        return ValueTask.CompletedTask;
    }

    private static async ValueTask PauseAsync(Session session, string until, CancellationToken cancellation)
    {
        DateOnly? day = until switch { "week" => session.Today.AddDays(7), "month" => session.Today.AddMonths(1), "back" => DateOnly.MaxValue, _ => null };
        if (day is null)
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        await session.AsMember(async () =>
        {
            session.Desk = session.Desk with { Waiting = null };
            session.Write(await session.RemindersAsync(cancellation), book => book with { PausedUntil = day }, "reminder.pause");
            session.Instead(ReminderCard.Outcome(session.Words, day == DateOnly.MaxValue ? session.Words["reminder.paused.back"] : session.Words.Say("reminder.paused", session.Words.Day(day.Value))));
        });
    }

    /// <summary>Honoured at once: what is sent is checked against it when it is sent.</summary>
    private static ValueTask ChangeAsync(Session session, string what, Func<ReminderBook, ReminderBook> change, string said, CancellationToken cancellation) => session.AsMember(async () =>
    {
        session.ForOneAlone = true;
        var file = await session.RemindersAsync(cancellation);
        session.Write(file, change, what);
        session.Instead(ReminderCard.Outcome(session.Words, $"{session.Words[said]} {(file.State.Book(session.Person).Off ? "" : ReminderSettingsCard.Next(session, file))}".TrimEnd()));
    });

    private static ValueTask PlaceAsync(Session session, Submission submission, CancellationToken cancellation) => session.IfMay(Act.TendReminders, async () =>
    {
        if (ReminderSettingsCard.Places.FirstOrDefault(place => place.Name == submission[ReminderSettingsCard.Place]) is not { TimeZone: { } zone } place)
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        session.Write(
            session.Association with
            {
                TimeZone = zone,
                AlsaceMoselle = place.AlsaceMoselle,
                WorksInAugust = submission[ReminderSettingsCard.August] == "work",
                Version = session.Association.Version + 1,
            },
            "association.place");
        await ValueTask.CompletedTask;
        session.Instead(ReminderCard.Outcome(session.Words, session.Words.Say("reminders.placed", session.Words[$"place.{place.Name}"])));
    });

    /// <summary>On one's own machine: the card that one would get if it were that day, and nothing of it is noted as sent.</summary>
    private static async ValueTask<bool> RehearseAsync(Session session, string said, CancellationToken cancellation)
    {
        if (!session.Heard.IsLocal || session.Member is null || DayText.Read(said, session.Words.Language) is not { } day)
        {
            return false;
        }

        var words = session.Words;
        var file = await session.RemindersAsync(cancellation);
        var state = file.State with { Reaches = new Dictionary<Person, Reach>(file.State.Reaches) { [session.Person] = new(true) } };
        var from = state.Times(session.Person).From(day);
        if (new ReminderPlan(state).NextFor(session.Person, from) is not { } reminder || reminder.At != from)
        {
            session.Say(words.Say("rehearse.nothing", words.Day(day)));
            return true;
        }

        var book = await RuleBook.OpenAsync(session.Ledger, session.Dossier, [.. reminder.Askings.Select(asking => (asking.Expected.Indicator.Id, asking.Expected.Period))], from, cancellation);
        session.Say(words.Say("rehearse", words.Day(day)));
        session.Show(ReminderCard.For(words, ReminderForm.Of(file, reminder, book.Page, from)));
        return true;
    }
}
