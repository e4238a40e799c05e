using SocialUtility.Bot.Cards;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>« historique », « corriger »: what was given before, and what it was before a correction.</summary>
public sealed class HistorySubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["history"] = HistoryAsync,
        ["correct"] = CorrectAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["history.show"] = HistoryAsync,
    };

    private static async ValueTask CorrectAsync(Session session, CancellationToken cancellation)
    {
        if (session.Desk.LastValue?.Split('|') is [var id, var span] && ValueHearing.IndicatorOf(session, id) is { } indicator && Period.TryParse(span, out var period))
        {
            session.Suspend();
            await ValueSubject.FormAsync(session, indicator, period, null, cancellation);
        }
        else
        {
            await ValueSubject.ChooseAsync(session, cancellation);
        }
    }

    private static async ValueTask HistoryAsync(Session session, CancellationToken cancellation)
    {
        if (!MayLookBack(session))
        {
            return;
        }

        var indicators = session.Dossier.Indicators.Where(indicator => !indicator.Retired).ToList();
        if (session.Desk.LastValue?.Split('|') is [var id, _] && ValueHearing.IndicatorOf(session, id) is { } last)
        {
            await HistoryAsync(session, last, null, cancellation);
        }
        else if (indicators.Count == 1)
        {
            await HistoryAsync(session, indicators[0], null, cancellation);
        }
        else
        {
            session.Say(session.Words["history.which"]);
        }
    }

    private static async ValueTask HistoryAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!MayLookBack(session))
        {
            return;
        }

        if (ValueHearing.IndicatorOf(session, submission["indicator"]) is { } indicator)
        {
            await HistoryAsync(session, indicator, Period.TryParse(submission["period"], out var period) ? period.Year : null, cancellation);
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    }

    private static async ValueTask HistoryAsync(Session session, Indicator indicator, int? year, CancellationToken cancellation)
    {
        var startsIn = session.Association.YearStartsIn;
        var shown = year ?? Period.Containing(session.Today, Frequency.Yearly, startsIn).Year;
        var readings = await session.Ledger.OfYearAsync(indicator.Id, shown, cancellation);
        if (readings.Count == 0 && year is null)
        {
            shown--;
            readings = await session.Ledger.OfYearAsync(indicator.Id, shown, cancellation);
        }

        var past = new List<Measurement>();
        foreach (var corrected in readings.Where(reading => reading.Version > 1))
        {
            past.AddRange(await session.Ledger.PastAsync(indicator.Id, corrected.Period, cancellation));
        }

        session.Show(HistoryCard.For(session, YearOf.Reading(indicator, shown, startsIn, readings, session.Today), past));
    }

    /// <summary>Readings are of the association alone, as its project is.</summary>
    private static bool MayLookBack(Session session)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
        }
        else if (!session.May(Act.ReadProject))
        {
            session.Say(session.Words["refused.partner.read"]);
        }
        else
        {
            return true;
        }

        return false;
    }
}
