using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What is said once a value is durable.</summary>
public static class RecordedCard
{
    /// <summary>So many figures of a year are said one after the other.</summary>
    private const int MostOnPath = 6;

    /// <summary>After the write is durable: what is noted, and what it is good for. No praise.</summary>
    public static AdaptiveCard For(Session session, ValueMoment moment, Measurement noted, YearOf year)
    {
        var words = session.Words;
        var indicator = moment.Indicator;
        var mark = CardMark.Of(noted.Version);
        (string, object)[] fields = [("indicator", indicator.Id), ("period", moment.Period)];
        var said = noted.Reading switch
        {
            Reading.Figure figure => words.Say("recorded.figure", words.Amount(figure.Amount, indicator), Plain(indicator.Name)),
            Reading.Words heard => Voice(words, heard.Text),
            Reading.NotMeasured => words.Say("recorded.not-measured", ValueCard.In(words, moment.Period)),
            _ => words.Say("recorded.not-applicable", ValueCard.In(words, moment.Period)),
        };
        List<AdaptiveElement> body =
        [
            CardParts.Context(words.Say(moment.Current is not null ? "recorded.corrected" : "recorded.on", words.Day(session.Today), words.Period(moment.Period))),
            Heading(said),
            Text(Thanks(session, indicator, noted, year)),
        ];
        if (indicator.Target is { Amount: > 0 } target && year.Total is { } total && indicator.Direction == Direction.Up)
        {
            AdaptiveUnknownElement bar = new() { Type = "ProgressBar", Fallback = new(AdaptiveFallbackElement.AdaptiveFallbackType.Drop) };
            bar.AdditionalProperties["value"] = (double)Math.Min(total, target.Amount);
            bar.AdditionalProperties["max"] = (double)target.Amount;
            bar.AdditionalProperties["color"] = "Accent";
            body.Add(bar);
        }

        if (noted.Reread is { IsWaiting: true })
        {
            body.Add(Detail(words["recorded.unread"]));
        }

        body.Add(Facts(
            (words["recorded.fact.what"], noted.Reading is Reading.Figure ? null : Plain(indicator.Name)),
            (words["recorded.fact.share"], noted.Reading is Reading.Figure { Numerator: not null } share ? words.Share(share) : null),
            (words["recorded.fact.how"], noted.Reading is Reading.Figure { Certainty: { } certainty } ? words.Opening(words.Certainty(certainty)) : null),
            (words["recorded.fact.reason"], Reason(noted) is { } reason ? Plain(reason) : null),
            (words["recorded.fact.context"], noted.Context is { } context ? Plain(context) : null),
            (words["recorded.fact.because"], noted.Because is { } because ? Plain(because) : null),
            (words["recorded.fact.for"], moment.GiverOf(session, noted) is { } giver ? Plain(giver) : null),
            (words["recorded.fact.good-for"], Plain(moment.GoodFor))));
        List<AdaptiveAction> buttons = [Tap(words["button.correct"], "value.edit", mark, fields), Tap(words["button.history"], "history.show", mark, fields), Tap(words["button.undo"], "value.undo", mark, fields)];
        if (noted.Proof is { } proof)
        {
            buttons.Add(new AdaptiveOpenUrlAction { Title = words["button.proof"], UrlString = proof });
        }

        return Card(words, words.Say("recorded.fallback", indicator.Name, words.Reading(noted.Reading, indicator), words.Period(moment.Period)), body, buttons);
    }

    /// <summary>« Merci. » and what the value is good for: the year so far, and the target.</summary>
    private static string Thanks(Session session, Indicator indicator, Measurement noted, YearOf year)
    {
        var words = session.Words;
        switch (noted.Reading)
        {
            case Reading.NotMeasured or Reading.NotApplicable:
                return words["recorded.thanks.missing"];
            case Reading.Words:
                return words["recorded.thanks.words"];
        }

        if (year.Total is not { } total || indicator.Aggregation != Aggregation.Sum || indicator.Frequency == Frequency.Yearly)
        {
            return Path(session, indicator, year);
        }

        var amount = words.Amount(total, indicator);
        return indicator.Target is { } target
            ? words.Say("recorded.thanks.year-target", amount, words.Year(year.Year, year.YearStartsIn), words.Amount(target.Amount, indicator))
            : words.Say("recorded.thanks.year", amount, words.Year(year.Year, year.YearStartsIn));
    }

    /// <summary>What the figure makes visible where a year is not added up: the first of the year, or the way it makes with those before.</summary>
    private static string Path(Session session, Indicator indicator, YearOf year)
    {
        var words = session.Words;
        var figures = year.Figures.Select(entry => words.Amount(entry.Figure.Amount, indicator)).ToList();
        return figures.Count switch
        {
            > 1 => words.Say("recorded.thanks.path", words.List([.. figures.TakeLast(MostOnPath)])),
            _ when session.Dossier.Find(indicator.Criterion) is { } criterion => words.Say("recorded.thanks.first", words.Year(year.Year, year.YearStartsIn), words.Quoted(criterion.Name)),
            _ => words["recorded.thanks"],
        };
    }

    /// <summary>Why there is no figure, if somebody said.</summary>
    internal static string? Reason(Measurement noted) => noted.Reading switch
    {
        Reading.NotMeasured missing => missing.Reason,
        Reading.NotApplicable absent => absent.Reason,
        _ => null,
    };
}
