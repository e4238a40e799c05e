using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>What was given for one period: understood, judged by the <see cref="RuleBook"/>, and written where nothing is in doubt.</summary>
internal static class ValueHearing
{
    /// <summary>A figure or words are waited for, typed.</summary>
    public const string Typing = "value.typed";

    /// <summary>What this person gives for that period, before anything is understood of it.</summary>
    public static Recording Blank(Session session, ValueMoment moment) => new()
    {
        Indicator = moment.Indicator,
        Period = moment.Period,
        Reading = new Reading.NotMeasured(),
        By = session.Person,
        At = session.Now,
        Seen = session.Seen,
    };

    /// <summary>Understands what was typed as the indicator takes it, and has it judged with what was said beside it.</summary>
    public static ValueTask HearAsync(Session session, ValueMoment moment, Recording beside, string given, Certainty? certainty, CancellationToken cancellation)
    {
        var words = session.Words;
        var indicator = moment.Indicator;
        if (RuleBook.NamesPeople(indicator, given))
        {
            Refuse(session, moment, new Refusal.NamesPeople());
        }
        else if (!indicator.IsFigure)
        {
            return ConsiderAsync(session, moment, beside with { Reading = new Reading.Words(given) }, cancellation);
        }
        else if (GivenFigure.Read(indicator, given, words) is { } understood)
        {
            return ConsiderAsync(session, moment, beside with { Reading = understood with { Certainty = certainty ?? understood.Certainty } }, cancellation);
        }
        else
        {
            SayNotUnderstood(session, moment, given);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Judges what was given: written, asked about once, or refused with its reason.</summary>
    public static ValueTask ConsiderAsync(Session session, ValueMoment moment, Recording recording, CancellationToken cancellation)
    {
        session.Desk = session.Desk with { Waiting = null };
        switch (moment.Book.Judge(recording))
        {
            case Judgement.Accepted accepted:
                return WriteAsync(session, moment, accepted, cancellation);
            case Judgement.Unchanged { Standing: var standing }:
                session.Say(session.Words.Say("value.same", session.Words.Reading(standing.Reading, moment.Indicator), session.Words.ThePeriod(moment.Period)));
                break;
            case Judgement.Asks asks:
                ValueDoubts.Ask(session, moment, asks);
                break;
            case Judgement.Refused { Why: var why }:
                Refuse(session, moment, why);
                break;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>One value that nothing stands against: written, and shown with what it is good for.</summary>
    private static ValueTask WriteAsync(Session session, ValueMoment moment, Judgement.Accepted accepted, CancellationToken cancellation)
    {
        ValueWriting.Write(session, [accepted]);
        session.Instead(RecordedCard.For(session, moment, accepted.Noted, moment.YearWith(session, accepted.Noted)));
        if (moment is { Last: null, Current: null })
        {
            // The first of its indicator: there is something new to see.
            NextStep.Offer(session);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Says why not; what can be mended is waited for.</summary>
    private static void Refuse(Session session, ValueMoment moment, Refusal why)
    {
        if (why is not (Refusal.Retired or Refusal.Closed or Refusal.NotBegun or Refusal.WrongRhythm))
        {
            session.WaitFor(Typing, Notes(moment));
        }

        session.Say(ValueWriting.Say(session, why, moment.Indicator, moment.Period));
    }

    private static void SayNotUnderstood(Session session, ValueMoment moment, string given)
    {
        var words = session.Words;
        var indicator = moment.Indicator;
        session.WaitFor(Typing, Notes(moment));
        switch (FigureText.Read(given, words.Language))
        {
            case var _ when ShareText.Read(given, words.Language) is { Whole: 0 }:
                session.Say(words["value.share.of-nothing"]);
                break;
            case FigureRead.One { Amount: < 0 }:
                session.Say(words.Say("value.negative", given.Trim(), Asked(session, moment)));
                break;
            case FigureRead.One one when indicator.Kind == Kind.Scale:
                session.Say(words.Say("value.scale", words.Figure(one.Amount)));
                break;
            case FigureRead.One:
                session.Say(words.Say("value.other-unit", indicator.Unit, words.Of(indicator.Unit)));
                break;
            case FigureRead.Either either:
                session.Say(words.Say("slip.either", given.Trim(), words.Figure(either.First), words.Figure(either.Second, 3)), words.Figure(either.First), words.Figure(either.Second, 3));
                break;
            case FigureRead.TooLong:
                session.Say(words["slip.figure-too-long"]);
                break;
            default:
                session.Say(words.Say("value.no-figure", Asked(session, moment)));
                break;
        }
    }

    /// <summary>What a card speaks of, if the person may record it and the card has not served; else says so.</summary>
    public static async ValueTask<ValueMoment?> MomentAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!session.May(Act.RecordValue))
        {
            session.Refuse(Act.RecordValue);
            return null;
        }

        if (IndicatorOf(session, submission["indicator"]) is not { Retired: false } indicator || !Period.TryParse(submission["period"], out var period) || period.Frequency != indicator.Frequency)
        {
            session.Say(session.Words["not-found"]);
            return null;
        }

        var moment = await ValueMoment.OfAsync(session, indicator, period, cancellation);
        session.Seen = submission.Version;
        if (moment.Version == submission.Version || (moment.Current is { } noted && noted.By != session.Person))
        {
            return moment;
        }

        SayStale(session, moment);
        return null;
    }

    /// <summary>In the place of a card that has served: what is noted now, and the way to it.</summary>
    public static void SayStale(Session session, ValueMoment moment)
    {
        var words = session.Words;
        session.Instead(StaleCard.For(
            session,
            moment.Current is { } current ? words.Say("stale.value", CardParts.Plain(words.Opening(words.Reading(current.Reading, moment.Indicator))), words.ThePeriod(moment.Period)) : null,
            CardParts.Tap(words["button.open-present"], "value.open", CardMark.Of(moment.Version), ("indicator", moment.Indicator.Id), ("period", moment.Period)).First()));
    }

    /// <summary>What a small question speaks of; null where the person may not record it any more.</summary>
    public static async ValueTask<ValueMoment?> MomentAsync(Session session, Waiting waiting, CancellationToken cancellation)
    {
        if (!session.May(Act.RecordValue) || IndicatorOf(session, waiting.Notes["indicator"]) is not { Retired: false } indicator || !Period.TryParse(waiting.Notes["period"], out var period))
        {
            return null;
        }

        session.Seen = int.Parse(waiting.Notes["seen"], CultureInfo.InvariantCulture);
        return await ValueMoment.OfAsync(session, indicator, period, cancellation);
    }

    public static (string, string)[] Notes(ValueMoment moment) =>
        [("indicator", moment.Indicator.Id.ToString()), ("period", moment.Period.ToString()), ("seen", moment.Version.ToString(CultureInfo.InvariantCulture))];

    public static string Asked(Session session, ValueMoment moment) => session.Words.Say(
        moment.Indicator.Unit.Length > 0 ? "value.ask.unit" : "value.ask", session.Words.Of(moment.Indicator.Unit), ValueCard.In(session.Words, moment.Period));

    public static Indicator? IndicatorOf(Session session, string id) => Id<Indicator>.TryParse(id, out var known) ? session.Dossier.Find(known) : null;
}
