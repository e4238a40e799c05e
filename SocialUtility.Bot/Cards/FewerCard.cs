using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Criteria;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« Lequel pourrait-on enlever, ou mettre en pause ? »: one of those in use is chosen, or all are kept.</summary>
public static class FewerCard
{
    public static AdaptiveCard For(Session session, Id<Criterion>? criterion)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var inUse = session.Dossier.Indicators.Where(indicator => indicator.IsInUse).Take(60).ToList();
        var choice = Choices("ligne", words["list.which"], inUse.Select(indicator => (indicator.Key, Plain(indicator.Name))));
        (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
        return Card(
            words,
            words["indicator.many.which"],
            [Context(words.Count("list.indicator", inUse.Count)), Heading(words["indicator.many.which"]), choice, Detail(words["indicator.many.pause"])],
            Send(words["button.pause"], "indicator.pause", mark).First(),
            Send(words["button.retire"], "indicator.retire", mark),
            criterion is { } id ? Tap(words["button.keep-all"], "indicator.keep-all", mark, ("criterion", id)) : Tap(words["button.keep-all"], "indicator.keep-all", mark));
    }
}
