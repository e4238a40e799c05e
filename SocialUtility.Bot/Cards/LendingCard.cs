using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Projects;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What the association would lend, or lends, to others of its network, and what stays at home.</summary>
public static class LendingCard
{
    public static AdaptiveCard For(Session session, Lent lent)
    {
        var words = session.Words;
        var mark = CardMark.Of(session.Dossier.Lending?.Version ?? 1);
        var code = session.Dossier.Lending?.Code;
        List<AdaptiveElement> body =
        [
            Context(Plain(session.Association.Name)),
            Heading(words["lending.heading"]),
            Text(words.Say("lending.what", words.Count("lending.criteria", lent.Criteria.Count), words.Count("lending.indicators", lent.Indicators.Count).ToLower(words.Culture))),
            Detail(words["lending.home"]),
        ];
        List<AdaptiveAction> buttons = [];
        if (code is not null)
        {
            body.Add(Grey(
                Context(words.Say("lending.since", words.Day(session.Dossier.Lending!.On))),
                Bold(Lent.Written(code), AdaptiveSpacing.None),
                Detail(words.Say("lending.how", Lent.Written(code)))));
        }

        if (lent.Criteria.Count > 0)
        {
            buttons.Add(Tap(words[code is null ? "button.lend" : "button.lend-again"], "lending.begin", mark).First());
        }

        if (code is not null)
        {
            buttons.Add(Tap(words["button.see-lent"], "lent.show", mark, ("code", code)));
            buttons.Add(Tap(words["button.take-back"], "lending.end", mark));
        }

        return Card(words, code is null ? words["lending.heading"] : words.Say("lending.how", Lent.Written(code)), body, buttons);
    }
}
