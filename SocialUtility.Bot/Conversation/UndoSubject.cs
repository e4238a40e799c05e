using SocialUtility.Bot.Cards;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>« annuler », just after a value was given: one's own entry is taken back for ten minutes, and its trace stays.</summary>
public sealed class UndoSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["cancel"] = CancelAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["value.undo"] = PressedAsync,
    };

    /// <summary>What was given in the last turn that noted something: one value, or all of a card or a message.</summary>
    internal static async ValueTask CancelAsync(Session session, CancellationToken cancellation)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
            return;
        }

        List<(Indicator Indicator, Period Period)> given =
        [
            .. from name in session.Desk.JustGiven
               let parts = name.Split('|')
               where parts.Length == 2 && Period.TryParse(parts[1], out _)
               let indicator = ValueHearing.IndicatorOf(session, parts[0])
               where indicator is not null
               select (indicator, Period.TryParse(parts[1], out var period) ? period : null!),
        ];
        if (given.Count == 0)
        {
            session.Say(session.Words["undo.nothing"]);
            return;
        }

        await TakeBackAsync(session, given, null, cancellation);
    }

    private static async ValueTask PressedAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
        }
        else if (ValueHearing.IndicatorOf(session, submission["indicator"]) is not { } indicator || !Period.TryParse(submission["period"], out var period) || period.Frequency != indicator.Frequency)
        {
            session.Say(session.Words["not-found"]);
        }
        else
        {
            await TakeBackAsync(session, [(indicator, period)], submission.Version, cancellation);
        }
    }

    /// <summary>Takes back what is one's own and not older than ten minutes; says so where none of it is.</summary>
    /// <param name="session">The turn.</param>
    /// <param name="given">What is to be taken back.</param>
    /// <param name="version">The version that the card showed; null for typed words.</param>
    /// <param name="cancellation">The turn's.</param>
    private static async ValueTask TakeBackAsync(Session session, IReadOnlyList<(Indicator Indicator, Period Period)> given, int? version, CancellationToken cancellation)
    {
        var words = session.Words;
        var book = await RuleBook.OpenAsync(session.Ledger, session.Dossier, [.. given.Select(one => (one.Indicator.Id, one.Period))], session.Now, cancellation);
        List<(Indicator Indicator, Kept Kept, Measurement Standing)> open = [];
        foreach (var (indicator, period) in given)
        {
            if (book.Page.Find(indicator.Id, period) is not { Standing: { } standing } kept || (version is { } shown && shown != standing.Version))
            {
                continue;
            }

            // All of them or none: half a card taken back would be a third version of it.
            if (book.ClosureOf(period) is { } closure)
            {
                session.Say(ValueWriting.Say(session, new Refusal.Closed(closure), indicator, period));
                return;
            }

            if (!Undo.IsOpenTo(session.Person, standing, session.Now))
            {
                session.Say(words[standing.By == session.Person ? "undo.late" : "undo.others"], standing.By == session.Person ? [words["button.correct"]] : []);
                return;
            }

            open.Add((indicator, kept, standing));
        }

        List<UndoneCard.Line> undone = [];
        foreach (var (indicator, kept, standing) in open)
        {
            var past = standing.Version > 1 ? await session.Ledger.PastAsync(indicator.Id, standing.Period, cancellation) : [];
            var (changes, again) = Undo.Of(kept, past, session.Now);
            session.Write(changes, "value.undo", standing.Key);
            undone.Add(new(indicator, standing.Period, standing, again));
        }

        if (undone.Count > 0)
        {
            session.Desk = session.Desk with { JustGiven = [], Waiting = null };
            session.Instead(UndoneCard.For(session, undone));
        }
        else if (version is not null && given is [var (only, when)])
        {
            ValueHearing.SayStale(session, await ValueMoment.OfAsync(session, only, when, cancellation));
        }
        else
        {
            session.Say(words["undo.nothing"]);
        }
    }
}
