using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Reminders;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Reminders;

namespace SocialUtility.Bot.Conversation;

/// <summary>The buttons of the reminder that is the form: all values in one sending, « pas maintenant », « pas moi ».</summary>
public sealed class ReminderFormSubject : ISubject
{
    private const string Whom = "reminder.whom";

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["reminder.record"] = (session, submission, cancellation) => OnAsync(session, submission, asked => RecordAsync(session, submission, asked, cancellation), cancellation),
        ["reminder.snooze"] = (session, submission, cancellation) => OnAsync(session, submission, asked => SnoozeAsync(session, submission[ReminderCard.When], asked, cancellation), cancellation),
        ["reminder.not-me"] = (session, submission, cancellation) => OnAsync(session, submission, asked => NotMeAsync(session, submission, asked, cancellation), cancellation),
        ["reminder.open"] = (session, _, cancellation) => session.IfMay(Act.RecordValue, () => ShowWaitingAsync(session, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Whom] = WhomAsync,
    };

    /// <summary>What of the association one value of the card speaks of, and which version the person saw.</summary>
    private sealed record AskedFor(int Index, Expected Expected, int Seen);

    /// <summary>Shows what waits for the person, on the card that takes it; false where nothing does.</summary>
    public static async ValueTask<bool> ShowWaitingAsync(Session session, ReminderFile file, CancellationToken cancellation)
    {
        if (file.Plan.WaitingFor(session.Person, session.Now) is not { Count: > 0 } waiting)
        {
            return false;
        }

        var book = await RuleBook.OpenAsync(session.Ledger, session.Dossier, [.. waiting.Select(asking => (asking.Expected.Indicator.Id, asking.Expected.Period))], session.Now, cancellation);
        var form = ReminderForm.Of(session.Association, waiting, book.Page, session.Now);
        session.Show(ReminderCard.For(session.Words, form with { Items = [.. form.Items.Select(item => item with { Step = null })] }));
        return true;
    }

    private static async ValueTask ShowWaitingAsync(Session session, CancellationToken cancellation)
    {
        if (!await ShowWaitingAsync(session, await session.RemindersAsync(cancellation), cancellation))
        {
            session.Say(session.Words["reminder.nothing-waits"]);
        }
    }

    private static async ValueTask OnAsync(Session session, Submission submission, Func<IReadOnlyList<AskedFor>, ValueTask> what, CancellationToken cancellation) => await session.IfMay(Act.RecordValue, async () =>
    {
        List<AskedFor> asked = [];
        foreach (var (index, name) in submission[ReminderCard.Items].Split(',').Take(ReminderForm.Most).Index())
        {
            if (name.Split('|') is [var id, var span, var seen]
                && ValueHearing.IndicatorOf(session, id) is { Retired: false } indicator
                && Period.TryParse(span, out var period) && period.Frequency == indicator.Frequency
                && int.TryParse(seen, out var version) && version >= 0)
            {
                asked.Add(new(index, new(indicator, period), version));
            }
        }

        session.ForOneAlone = true;
        if (asked.Count == 0)
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        await what(asked);
        cancellation.ThrowIfCancellationRequested();
    });

    private static async ValueTask RecordAsync(Session session, Submission submission, IReadOnlyList<AskedFor> asked, CancellationToken cancellation)
    {
        var words = session.Words;
        var word = submission[ReminderCard.Word].OnOneLine();
        var missing = asked.Any(one => submission[ReminderCard.State(one.Index)] is ReminderCard.NotMeasured or ReminderCard.NotApplicable);
        List<(ValueMoment Moment, Judgement.Accepted Accepted)> accepted = [];
        List<(ValueMoment Moment, Judgement.Asks Asks)> doubted = [];
        List<string> said = [];
        List<string> left = [];
        List<string> later = [];
        foreach (var one in asked)
        {
            var (indicator, period) = (one.Expected.Indicator, one.Expected.Period);
            var given = submission[ReminderCard.Value(one.Index)].Kept();
            var state = submission[ReminderCard.State(one.Index)];
            if (state == ReminderCard.Later)
            {
                later.Add(one.Expected.Key);
                continue;
            }

            session.Seen = one.Seen;
            var moment = await ValueMoment.OfAsync(session, indicator, period, cancellation);
            if (Read(session, moment, given, state, word) is not { } reading)
            {
                left.Add(Plainly(words, one.Expected));
                if (given is not null)
                {
                    said.Add(words.Say("reminder.not-understood", given, indicator.Name));
                }

                continue;
            }

            var recording = ValueHearing.Blank(session, moment) with { Reading = reading, Context = missing ? null : word };
            switch (moment.Book.Judge(recording))
            {
                case Judgement.Accepted fine:
                    accepted.Add((moment, fine));
                    break;
                case Judgement.Unchanged unchanged:
                    said.Add(words.Say("value.same", words.Reading(unchanged.Standing.Reading, indicator), words.ThePeriod(period)));
                    break;
                case Judgement.Asks asks:
                    doubted.Add((moment, asks));
                    break;
                case Judgement.Refused { Why: var why }:
                    said.Add($"{indicator.Name}{words["colon"]}{ValueWriting.Say(session, why, indicator, period)}");
                    break;
            }
        }

        if (accepted.Count + doubted.Count + said.Count + later.Count == 0)
        {
            session.Say(words.Count("reminder.empty", asked.Count));
            return;
        }

        ValueWriting.Write(session, [.. accepted.Select(one => one.Accepted)]);
        if (later.Count > 0)
        {
            session.Write(await session.RemindersAsync(cancellation), book => book.PuttingOff(later, session.Today.AddDays(7), session.Today), "reminder.snooze");
        }

        // Doubts are asked one after the other: those that do not have their turn are left to be given.
        left.AddRange(doubted.Skip(1).Select(one => Plainly(words, new(one.Moment.Indicator, one.Moment.Period))));
        if (accepted is [var only] && asked.Count == 1)
        {
            session.Instead(RecordedCard.For(session, only.Moment, only.Accepted.Noted, only.Moment.YearWith(session, only.Accepted.Noted)));
        }
        else if (accepted.Count + later.Count > 0)
        {
            session.Instead(ReminderOutcomeCard.For(session, accepted, later.Count, left));
        }

        foreach (var sentence in said)
        {
            session.Say(sentence);
        }

        if (doubted is [var first, ..])
        {
            ValueDoubts.Ask(session, first.Moment, first.Asks);
        }
    }

    /// <summary>What was chosen or typed for one value; null where the field is empty or is not understood.</summary>
    private static Reading? Read(Session session, ValueMoment moment, string? given, string state, string? word) => (state, given) switch
    {
        (ReminderCard.NotMeasured, _) => new Reading.NotMeasured(word),
        (ReminderCard.NotApplicable, _) => new Reading.NotApplicable(word),
        (_, null) => null,
        _ when !moment.Indicator.IsFigure => new Reading.Words(given),
        _ => GivenFigure.Read(moment.Indicator, given, session.Words) is { } figure
            ? figure with { Certainty = figure.Certainty ?? (Enum.TryParse<Certainty>(state, out var certainty) && Enum.IsDefined(certainty) ? certainty : null) }
            : null,
    };

    private static async ValueTask SnoozeAsync(Session session, string when, IReadOnlyList<AskedFor> asked, CancellationToken cancellation)
    {
        var file = await session.RemindersAsync(cancellation);
        var times = file.State.Times(session.Person);
        var today = times.Day(session.Now);
        var wanted = when switch
        {
            "tomorrow" => today.AddDays(1),
            "week" => today.AddDays(7),
            _ => today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7)),
        };
        // The day that is said is the day on which it can be.
        var until = times.Day(times.From(wanted));
        session.Write(file, book => book.PuttingOff(asked.Select(one => one.Expected.Key).ToList(), until, today), "reminder.snooze");
        session.Instead(ReminderCard.Outcome(session.Words, session.Words.Say("reminder.snoozed", session.Words.Culture.DateTimeFormat.GetDayName(until.DayOfWeek), session.Words.Day(until))));
    }

    private static async ValueTask NotMeAsync(Session session, Submission submission, IReadOnlyList<AskedFor> asked, CancellationToken cancellation)
    {
        var words = session.Words;
        var chosen = submission.Has(ReminderCard.Which) ? submission.Choices(ReminderCard.Which) : null;
        var keys = asked.Select(one => one.Expected.Key).Where(key => chosen?.Contains(key) != false).ToList();
        if (keys.Count == 0)
        {
            session.Say(words["slip.no-choice"]);
            return;
        }

        var file = await session.RemindersAsync(cancellation);
        var deputies = asked.Where(one => keys.Contains(one.Expected.Key)).Select(one => DeputyOf(session, file, one.Expected.Indicator)).ToList();
        session.Write(file, book => book.PassingOn(keys, session.Today), "reminder.not-me");
        if (deputies.TrueForAll(deputy => deputy is not null))
        {
            session.Instead(ReminderCard.Outcome(words, words.Say("reminder.to-deputy", words.List([.. deputies.OfType<Member>().Select(deputy => deputy.Name ?? words["team.no-name"]).Distinct()]))));
            return;
        }

        session.WaitFor(Whom, ("keys", string.Join(',', keys)));
        session.Say(words["reminder.whom"], words["button.unknown"]);
    }

    private static Member? DeputyOf(Session session, ReminderFile file, Indicator indicator) =>
        indicator.Deputy?.Person is { } person && person != session.Person && file.State.Reach(person).CanBeReached && !file.State.Book(person).IsAway
            ? file.State.Members.FirstOrDefault(member => member.Person == person && member.May(Act.RecordValue))
            : null;

    /// <summary>A name from the team, or « je ne sais pas ».</summary>
    private static async ValueTask<bool> WhomAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var words = session.Words;
        if (Vocabulary.Command(text) is { } command)
        {
            if (command is not ("unknown" or "skip" or "later" or "no"))
            {
                return false;
            }

            session.Desk = session.Desk with { Waiting = null };
            session.Say(words["reminder.coordination-chooses"]);
            return true;
        }

        var named = (await session.RosterAsync(cancellation)).Named(text).Where(member => member.Person != session.Person && member.May(Act.RecordValue)).ToList();
        if (named is not [var member])
        {
            session.Say(words[named.Count == 0 ? "reminder.nobody-so-named" : "reminder.several-so-named"], words["button.unknown"]);
            return true;
        }

        session.Desk = session.Desk with { Waiting = null };
        session.Write(await session.RemindersAsync(cancellation), book => book.PassingOn(waiting.Notes["keys"].Split(','), session.Today, member.Person), "reminder.not-me");
        session.Say(words.Say("reminder.to-deputy", member.Name ?? words["team.no-name"]));
        return true;
    }

    private static string Plainly(Wording.Words words, Expected expected) => $"{expected.Indicator.Name} ({words.ShortPeriod(expected.Period)})";
}
