using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>One indicator: what it counts, how often, how a year is summed up, from where to where.</summary>
public static class IndicatorCard
{
    public static AdaptiveCard For(Session session, Indicator indicator, Criterion? criterion)
    {
        var words = session.Words;
        var mark = CardMark.Of(indicator.Version);
        (string, object) subject = ("indicator", indicator.Id);
        var collect = indicator.Catalogue is { } code ? ReferenceCatalogue.Instance.Indicator(code)?.Collect(words.Language) : null;
        List<AdaptiveElement> body =
        [
            Context(criterion is null ? words["indicator.context"] : words.Say("indicator.context.of", Voice(words, criterion.Name))),
            Heading(Plain(indicator.Name)),
            Facts(
                (words["indicator.fact.kind"], indicator.Unit.Length > 0 ? words.Say("indicator.kind.of", words.Kind(indicator.Kind), Plain(indicator.Unit)) : words.Kind(indicator.Kind)),
                (words["indicator.fact.rhythm"], words.Frequency(indicator.Frequency)),
                (words["indicator.fact.year"], indicator.IsFigure && indicator.Frequency != Frequency.Yearly ? words["aggregation.short." + (indicator.Aggregation?.ToString() ?? "Unknown")] : null),
                (words["indicator.fact.sense"], indicator.IsFigure ? words["direction." + indicator.Direction] : null),
                (words["indicator.fact.start"], indicator.IsFigure ? indicator.Baseline is { } start ? words.Amount(start, indicator) : words["unknown"] : null),
                (words["indicator.fact.goal"], indicator.IsFigure ? Goal(session, indicator) : null),
                (words["indicator.fact.where"], collect is null ? null : words.Set(collect))),
        ];
        if (indicator.Sensitive)
        {
            body.Add(Detail(words["indicator.totals-only"]));
        }

        List<AdaptiveAction> buttons = [];
        if (session.May(Domain.Associations.Act.RecordValue) && !indicator.Retired)
        {
            buttons.Add(Tap(words["button.record-one"], "value.open", mark, subject).First());
            buttons.Add(Tap(words["button.history"], "history.show", mark, subject));
        }

        if (session.May(Domain.Associations.Act.ChooseIndicator) && !indicator.Retired)
        {
            buttons.Add(Tap(words["button.rename"], "indicator.edit", mark, subject).Rare());
            buttons.Add(Tap(words["button.retire"], "indicator.retire", mark, subject).Rare());
        }

        return Card(words, words.Say("indicator.fallback", indicator.Name), body, buttons);
    }

    public static string Goal(Session session, Indicator indicator) => indicator.Target switch
    {
        null => session.Words["target.none"],
        { By: null } target => session.Words.Amount(target.Amount, indicator),
        var target => session.Words.Say("target.by", session.Words.Amount(target.Amount, indicator), session.Words.Day(target.By.Value)),
    };
}
