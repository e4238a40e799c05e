using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>One action, the objectives it serves and why.</summary>
public static class ActionCard
{
    public static AdaptiveCard For(Session session, SocialAction action)
    {
        var words = session.Words;
        var mark = CardMark.Of(action.Version);
        (string, object) subject = ("ligne", action.Key);
        List<AdaptiveElement> body = [Context(words["action.context"]), Heading(Plain(action.Name))];
        var served = session.Dossier.Objectives.Where(objective => !objective.Retired && action.Serves(objective)).ToList();
        if (served.Count == 0)
        {
            body.Add(Text(words["action.orphan"]));
        }

        foreach (var objective in served)
        {
            var because = action.Links.First(link => link.Objective == objective.Id).Because;
            body.Add(Grey(
                Context(words.Say("tree.objective", objective.Number)),
                Bold(Plain(objective.Name), AdaptiveSpacing.None),
                Detail(because is null ? words["action.no-because"] : words.Say("because", Voice(words, because)))));
        }

        List<AdaptiveAction> buttons = [];
        if (session.May(Act.DescribeAction) && !action.Retired)
        {
            buttons.Add(Tap(words["button.link"], "action.link", mark, subject).First());
            buttons.Add(Tap(words["button.rename"], "action.edit", mark, subject));
            buttons.Add(Tap(words["button.retire"], "action.retire", mark, subject).Rare());
        }

        return Card(words, words.Say("action.fallback", action.Name), body, buttons);
    }
}
