using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « saisir »: a value for a period, by card or typed. Out-of-range and surprising values are asked about and never refused
/// without a way on; missing is not zero; a correction keeps what was said before.
/// </summary>
public sealed class ValueSubject : ISubject
{
    private const string Choosing = "value.which";
    private const string Emptiness = "value.empty";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["record"] = ChooseAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["value.choose"] = (session, _, cancellation) => ChooseAsync(session, cancellation),
        ["value.open"] = OpenAsync,
        ["value.edit"] = OpenAsync,
        ["value.record"] = RecordAsync,
        ["value.missing"] = MissingAsync,
        ["value.sure"] = ValueDoubts.SureAsync,
        ["value.unsure"] = ValueDoubts.UnsureAsync,
        ["value.later"] = (session, _, _) => Later(session),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Choosing] = ChosenAsync,
        [Emptiness] = EmptyAsync,
        [ValueHearing.Typing] = TypedAsync,
        [ValueDoubts.Doubting] = ValueDoubts.DoubtedAsync,
        [ValueDoubts.Personal] = ValueDoubts.PersonalAsync,
        [ValueDoubts.Explaining] = ValueDoubts.ExplainedAsync,
        [ValueDoubts.TwoVersions] = ValueDoubts.DecidedAsync,
    };

    internal static async ValueTask ChooseAsync(Session session, CancellationToken cancellation)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
            return;
        }

        if (!session.May(Act.RecordValue))
        {
            session.Refuse(Act.RecordValue);
            return;
        }

        session.Suspend();
        var due = await DueAsync(session, cancellation);
        switch (due)
        {
            case []:
                session.Say(session.Words["value.no-indicator"]);
                NextStep.Offer(session);
                break;
            case [var only]:
                await FormAsync(session, only.Indicator, only.Period, null, cancellation);
                break;
            default:
                session.WaitFor(Choosing, [.. due.Select((one, index) => ((index + 1).ToString(CultureInfo.InvariantCulture), $"{one.Indicator.Id}|{one.Period}"))]);
                session.Show(ValueCard.Which(session, due));
                break;
        }
    }

    /// <summary>The periods that wait for a reading, the oldest first; then those that still run. At most ten.</summary>
    private static async ValueTask<IReadOnlyList<(Indicator Indicator, Period Period, bool Due)>> DueAsync(Session session, CancellationToken cancellation)
    {
        var today = session.Today;
        var startsIn = session.Association.YearStartsIn;
        var thisYear = Period.Containing(today, Frequency.Yearly, startsIn).Year;
        var readings = await session.Ledger.OfYearsAsync(thisYear - 1, thisYear, cancellation);
        var noted = readings.Select(reading => (reading.Indicator, reading.Period)).ToHashSet();
        // What was returned to its author waits for them first.
        List<(Indicator Indicator, Period Period, bool Due)> returned =
        [
            .. readings.Where(reading => reading.By == session.Person && reading.Reread is { IsReturned: true })
                .Where(reading => session.Dossier.Find(reading.Indicator) is { IsInUse: true })
                .Select(reading => (session.Dossier.Find(reading.Indicator)!, reading.Period, true)),
        ];
        List<(Indicator Indicator, Period Period, bool Due)> due = [];
        List<(Indicator Indicator, Period Period, bool Due)> running = [];
        foreach (var indicator in session.Dossier.Indicators.Where(indicator => indicator.IsInUse))
        {
            var period = Period.Containing(today, indicator.Frequency, startsIn);
            var first = Period.Containing(DateOnly.FromDateTime(indicator.Since.UtcDateTime), indicator.Frequency, startsIn);
            if (period.Previous is var over && over >= first && !noted.Contains((indicator.Id, over)) && !session.Dossier.Closures.Any(closure => closure.Closes(over)))
            {
                due.Add((indicator, over, true));
            }
            else
            {
                running.Add((indicator, period, false));
            }
        }

        return [.. returned.Concat(due.OrderBy(one => one.Period.End).ThenBy(one => one.Indicator.Number)).Concat(running.OrderBy(one => noted.Contains((one.Indicator.Id, one.Period))).ThenBy(one => one.Period.End).ThenBy(one => one.Indicator.Number)).Take(10)];
    }

    private static async ValueTask<bool> ChosenAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var folded = text.AsWord();
        var chosen = waiting.Notes.GetValueOrDefault(folded)
            ?? (folded.Length >= 3
                ? waiting.Notes.Values.FirstOrDefault(note => ValueHearing.IndicatorOf(session, note.Split('|')[0])?.Name.AsWord().Contains(folded, StringComparison.Ordinal) == true)
                : null);
        if (chosen is null || chosen.Split('|') is not [var id, var span] || ValueHearing.IndicatorOf(session, id) is not { } indicator || !Period.TryParse(span, out var period))
        {
            return false;
        }

        await FormAsync(session, indicator, period, null, cancellation);
        return true;
    }

    private static async ValueTask OpenAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!session.May(Act.RecordValue))
        {
            session.Refuse(Act.RecordValue);
            return;
        }

        session.Suspend();
        var parts = submission["releve"].Split('|');
        var indicator = ValueHearing.IndicatorOf(session, parts.Length == 2 ? parts[0] : submission["indicator"]);
        if (indicator is not { Retired: false })
        {
            session.Say(session.Words[indicator is null ? "not-found" : "value.retired"]);
            return;
        }

        var period = Period.TryParse(parts.Length == 2 ? parts[1] : submission["period"], out var asked) && asked.Frequency == indicator.Frequency
            ? asked
            : (await DueAsync(session, cancellation)).FirstOrDefault(one => one.Indicator.Id == indicator.Id).Period ?? Period.Containing(session.Today, indicator.Frequency, session.Association.YearStartsIn);
        await FormAsync(session, indicator, period, submission["typed"] is { Length: > 0 and <= ValueCard.LongestAmount } typed ? typed : null, cancellation);
    }

    internal static async ValueTask FormAsync(Session session, Indicator indicator, Period period, string? typed, CancellationToken cancellation)
    {
        var moment = await ValueMoment.OfAsync(session, indicator, period, cancellation) with { Typed = typed };
        if (moment.Book.ClosureOf(period) is { } closure)
        {
            session.Say(ValueWriting.Say(session, new Refusal.Closed(closure), indicator, period));
            return;
        }

        session.WaitFor(ValueHearing.Typing, ValueHearing.Notes(moment));
        session.Show(ValueCard.Form(session, moment));
    }

    private static async ValueTask RecordAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await ValueHearing.MomentAsync(session, submission, cancellation) is not { } moment)
        {
            return;
        }

        var (part, whole) = (submission[ValueCard.Part].OnOneLine(), submission[ValueCard.Whole].OnOneLine());
        if (moment.Indicator.Kind == Kind.Percentage && part is null != whole is null && submission[ValueCard.Amount].Kept() is null)
        {
            session.WaitFor(ValueHearing.Typing, ValueHearing.Notes(moment));
            session.Say(session.Words["value.share.half"]);
            return;
        }

        var given = submission[moment.Indicator.IsFigure ? ValueCard.Amount : ValueCard.Words];
        if (moment.Indicator.Kind == Kind.Percentage && part is not null && whole is not null && (given.Kept() is null || !IsKnown(moment, $"{part}/{whole}", session)))
        {
            given = $"{part}/{whole}";
        }

        if (given.Kept() is null)
        {
            session.WaitFor(Emptiness, ValueHearing.Notes(moment));
            session.Say(session.Words[moment.Indicator.IsFigure ? "value.empty" : "value.empty.words"], moment.Indicator.IsFigure
                ? [session.Words["button.zero"], session.Words["button.no-figure"], session.Words["button.return"]]
                : [session.Words["button.no-figure"], session.Words["button.return"]]);
            return;
        }

        Certainty? certainty = Enum.TryParse<Certainty>(submission[ValueCard.Certainty], ignoreCase: true, out var said) && Enum.IsDefined(said) ? said : null;
        await ValueHearing.HearAsync(session, moment, await BesideAsync(session, moment, submission, cancellation), given, certainty, cancellation);
    }

    /// <summary>What the card says beside the value: the context, a proof, whose figure it is.</summary>
    private static async ValueTask<Recording> BesideAsync(Session session, ValueMoment moment, Submission submission, CancellationToken cancellation) => ValueHearing.Blank(session, moment) with
    {
        Context = submission[ValueCard.Context],
        Because = submission[ValueCard.Because],
        Proof = submission[ValueCard.Proof].OnOneLine(),
        For = submission[ValueCard.For].OnOneLine() switch
        {
            null => null,
            var named when (await session.RosterAsync(cancellation)).Named(named) is [var only] => only.Person == session.Person ? null : Keeper.Of(only),
            var named => new Keeper(null, named),
        },
    };

    /// <summary>The two figures are those that stood in the card already.</summary>
    private static bool IsKnown(ValueMoment moment, string share, Session session) =>
        moment.Current?.Reading is Reading.Figure { Numerator: { } part, Denominator: { } whole } && ShareText.Read(share, session.Words.Language) is { } read && (read.Part, read.Whole) == (part, whole);

    private static async ValueTask<bool> TypedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (await ValueHearing.MomentAsync(session, waiting, cancellation) is not { } moment)
        {
            return false;
        }

        var words = session.Words;
        switch (Vocabulary.Command(text))
        {
            case "unknown" or "no-figure" or "skip":
                await ValueHearing.ConsiderAsync(session, moment, ValueHearing.Blank(session, moment) with { Reading = new Reading.NotMeasured() }, cancellation);
                return true;
            case "not-applicable":
                await ValueHearing.ConsiderAsync(session, moment, ValueHearing.Blank(session, moment) with { Reading = new Reading.NotApplicable() }, cancellation);
                return true;
            case "later" or "cancel" or "back":
                await Later(session);
                return true;
            case "explain":
                session.Say(words[moment.Indicator.IsFigure ? "value.explain" : "value.explain.words"]);
                return true;
            case null when moment.Indicator.IsFigure && await QuickLineSubject.HeardAsync(session, text, (moment.Indicator, moment.Period), cancellation):
                // It names another indicator, or gives several values.
                return true;
            case null:
                await ValueHearing.HearAsync(session, moment, ValueHearing.Blank(session, moment), text, null, cancellation);
                return true;
            default:
                return false;
        }
    }

    private static async ValueTask<bool> EmptyAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (await ValueHearing.MomentAsync(session, waiting, cancellation) is not { } moment)
        {
            return false;
        }

        switch (Vocabulary.Command(text))
        {
            case "zero" or "yes-zero" when moment.Indicator.IsFigure:
                await ValueHearing.ConsiderAsync(session, moment, ValueHearing.Blank(session, moment) with { Reading = new Reading.Figure(0), Sure = Sure.Zero }, cancellation);
                return true;
            case "no-figure" or "unknown" or "skip":
                await ValueHearing.ConsiderAsync(session, moment, ValueHearing.Blank(session, moment) with { Reading = new Reading.NotMeasured() }, cancellation);
                return true;
            case "return" or "back" or "no":
                await FormAsync(session, moment.Indicator, moment.Period, null, cancellation);
                return true;
            case null:
                await ValueHearing.HearAsync(session, moment, ValueHearing.Blank(session, moment), text, null, cancellation);
                return true;
            default:
                return false;
        }
    }

    private static async ValueTask MissingAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await ValueHearing.MomentAsync(session, submission, cancellation) is not { } moment)
        {
            return;
        }

        var reason = submission["raison"];
        await ValueHearing.ConsiderAsync(session, moment, ValueHearing.Blank(session, moment) with
        {
            Reading = submission["absence"] == "not-applicable" ? new Reading.NotApplicable(reason) : new Reading.NotMeasured(reason),
        }, cancellation);
    }

    private static ValueTask Later(Session session)
    {
        session.Desk = session.Desk with { Waiting = null };
        session.Say(session.Words["value.later"]);
        return ValueTask.CompletedTask;
    }
}
