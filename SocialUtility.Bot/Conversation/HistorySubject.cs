using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
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

    public IReadOnlyDictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>> Openings => new Dictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>>
    {
        ["history"] = HistoryAsync,
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
            await ShowAsync(session, last, null, 0, cancellation);
        }
        else if (indicators.Count == 1)
        {
            await ShowAsync(session, indicators[0], null, 0, cancellation);
        }
        else
        {
            Which(session, indicators);
        }
    }

    /// <summary>« historique personnes accueillies »: by its name or a part of it, without accents and capitals.</summary>
    private static async ValueTask<bool> HistoryAsync(Session session, string named, CancellationToken cancellation)
    {
        if (!MayLookBack(session))
        {
            return true;
        }

        switch (Named(session, named))
        {
            case []:
                session.Say(session.Words.Say("history.unknown", session.Words.Quoted(named)));
                Which(session, [.. session.Dossier.Indicators.Where(indicator => !indicator.Retired)]);
                break;
            case [var only]:
                await ShowAsync(session, only, null, 0, cancellation);
                break;
            case var several:
                Which(session, several);
                break;
        }

        return true;
    }

    private static IReadOnlyList<Indicator> Named(Session session, string named)
    {
        var said = named.AsWord();
        // What is in use comes first; of several ways of measuring the last one.
        var all = session.Dossier.Indicators.OrderBy(indicator => indicator.Retired).ThenByDescending(indicator => indicator.Edition).ToList();
        return all.Find(indicator => indicator.Name.AsWord() == said) is { } exact ? [exact]
            : All(name => name.Contains(said, StringComparison.Ordinal)) is { Count: > 0 } part ? part
            : All(name => said.Split(' ').All(word => name.Contains(word, StringComparison.Ordinal)));

        IReadOnlyList<Indicator> All(Predicate<string> fits) => [.. all.Where(indicator => fits(indicator.Name.AsWord())).DistinctBy(indicator => indicator.Number)];
    }

    private static void Which(Session session, IReadOnlyList<Indicator> indicators)
    {
        if (indicators.Count == 0)
        {
            session.Say(session.Words["value.no-indicator"]);
        }
        else
        {
            session.Show(HistoryCard.Which(session, indicators));
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
            int? year = int.TryParse(submission["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1900 and <= 2200 ? asked
                : Period.TryParse(submission["period"], out var period) ? period.Year
                : null;
            await ShowAsync(session, indicator, year, submission.Page, cancellation);
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    }

    private static async ValueTask ShowAsync(Session session, Indicator indicator, int? year, int page, CancellationToken cancellation)
    {
        var shown = year ?? session.Year;
        var kept = await session.Ledger.PageAsync([indicator.Id], shown - 1, shown, cancellation);
        var years = kept.Lying(indicator.Id).ToLookup(measurement => measurement.Period.Year);
        if (year is null && !years[shown].Any())
        {
            // In January the year before is what there is to see.
            shown--;
        }

        var past = years[shown].Any(measurement => measurement.Version > 1) ? await session.Ledger.PastAsync(indicator.Id, cancellation) : [];
        await session.RosterAsync(cancellation);
        session.Show(HistoryCard.For(
            session,
            indicator,
            shown,
            HistoryOfPeriod.Of(indicator, shown, session.Association.YearStartsIn, years[shown], past, session.Today),
            years[shown - 1].Any() || await session.Ledger.AnyBeforeAsync(indicator.Id, shown, cancellation),
            page));
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
