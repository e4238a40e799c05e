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
        List<AdaptiveElement> body = [Context(words[action.Retired ? "action.context.retired" : action.Adopter is null ? "action.context.proposed" : "action.context.confirmed"]), Heading(Plain(action.Name))];
        var served = session.Dossier.Objectives.Where(objective => !objective.Retired && action.Serves(objective)).ToList();
        var placing = Placing.Of(action, served.ToDictionary(objective => objective.Id));
        if (served.Count == 0)
        {
            body.Add(Text(words["action.orphan"]));
        }

        foreach (var objective in served)
        {
            var because = action.Links.First(link => link.Objective == objective.Id).Because;
            body.Add(Grey(
                Context(words.Say("tree.objective", objective.Number) + (objective == placing.Principal && served.Count > 1 ? words["action.mainly"] : "")),
                Bold(Plain(objective.Name), AdaptiveSpacing.None),
                Detail(because is null ? words["action.no-because"] : words.Say("because", Voice(words, because)))));
        }

        var counted = session.Dossier.Indicators.Where(indicator => !indicator.Retired && indicator.Actions.Contains(action.Id)).Select(indicator => Plain(indicator.Name)).ToList();
        if (counted.Count > 0)
        {
            body.Add(Detail(words.Say("action.counted", words.List(counted))));
        }

        List<AdaptiveAction> buttons = [];
        if (session.May(Act.DescribeAction) && !action.Retired)
        {
            if (action.Adopter is null && session.May(Act.ConfirmObjective))
            {
                buttons.Add(Tap(words["button.confirm-action"], "action.confirm", mark, subject));
            }

            buttons.Add(Tap(words["button.link"], "action.link", mark, subject).First());
            buttons.Add(Tap(words["button.rename"], "action.edit", mark, subject));
            if (session.May(Act.ChooseIndicator))
            {
                buttons.Add(Tap(words["button.link-indicator"], "link.indicators", mark, subject).Rare());
            }

            if (served.Count > 0)
            {
                buttons.Add(Unlinking(session, served, mark, subject));
            }

            buttons.Add(Tap(words["button.retire"], "action.retire", mark, subject).Rare());
        }

        if (buttons.Count < MostButtons)
        {
            buttons.Add(Tap(words["button.trail"], "trail.show", mark, ("ligne", action.Key)).Rare());
        }

        return Card(words, words.Say("action.fallback", action.Name), body, buttons);
    }

    /// <summary>Opens the choice of the objective that it serves no longer.</summary>
    private static AdaptiveShowCardAction Unlinking(Session session, List<Objective> served, CardMark mark, (string, object) subject)
    {
        var choice = Choices("lien", session.Words["action.unlink-which"], served.Select(objective => (objective.Id.ToString(), Plain(session.Words.Say("list.objective.line", objective.Number, objective.Name)))));
        (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, session.Words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
        return new()
        {
            Title = session.Words["button.unlink"],
            Card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)) { Body = [choice], Actions = [Send(session.Words["button.unlink-now"], "action.unlink", mark, subject).First()] },
        };
    }
}
