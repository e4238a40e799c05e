using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>One objective with what serves it and how it is followed; agreed only once the coordinator has confirmed it.</summary>
public static class ObjectiveCard
{
    public static AdaptiveCard For(Session session, Objective objective)
    {
        var words = session.Words;
        var mark = CardMark.Of(objective.Version);
        (string, object) subject = ("objective", objective.Id);
        var state = objective.Retired ? "objective.retired" : objective.Adopter is null ? "objective.proposed" : "objective.confirmed";
        List<AdaptiveElement> body =
        [
            Context(words.Say("objective.context", objective.Number, words[state])),
            Heading(Plain(objective.Name)),
        ];
        var criteria = session.Dossier.Criteria.Where(criterion => !criterion.Retired && criterion.SpeaksOf(objective)).ToList();
        string Element(string? said) => said is null ? words["objective.missing"] : Plain(said);
        body.Add(Facts(
            (words["objective.fact.verb"], Element(objective.VerbIn(words.Language))),
            (words["objective.fact.whom"], Element(objective.ForWhom)),
            (words["objective.fact.where"], Element(objective.Where)),
            (words["objective.fact.many"], objective.HowMany is { } many ? Plain(many) : null),
            (words["objective.fact.when"], Element(objective.ByWhen)),
            (words["objective.fact.known"], criteria.Count == 0 ? words["objective.missing.criterion"] : words.List([.. criteria.Select(criterion => Voice(words, criterion.Name))]))));
        if (session.Dossier.Purposes is { Count: > 1 } purposes)
        {
            var pursued = objective.Purposes.Select(id => purposes.FirstOrDefault(purpose => purpose.Id == id)?.Code).OfType<string>().ToList();
            body.Add(Detail(pursued.Count == 0 ? words["objective.no-purpose"] : words.Say("objective.pursues", words.List(pursued))));
        }

        var actions = session.Dossier.Actions.Where(action => !action.Retired && action.Serves(objective)).ToList();
        body.Add(SecondHeading(words.Count("objective.actions", actions.Count)));
        foreach (var action in actions)
        {
            var because = action.Links.First(link => link.Objective == objective.Id).Because;
            body.Add(Text($"**{Plain(action.Name)}**" + (because is null ? "" : words.Say("objective.because", Voice(words, because))), AdaptiveSpacing.Small));
        }

        if (criteria.Count > 0)
        {
            body.Add(SecondHeading(words["objective.followed"]));
            foreach (var criterion in criteria)
            {
                var indicators = session.Dossier.Indicators.Where(indicator => indicator.Criterion == criterion.Id && !indicator.Retired).Select(indicator => Plain(indicator.Name)).ToList();
                body.Add(Text($"**{Plain(criterion.Name)}**. " + (indicators.Count > 0 ? words.List(indicators) + "." : words["criterion.no-indicator"]), AdaptiveSpacing.Small));
            }
        }

        List<AdaptiveAction> buttons = [];
        if (session.May(Act.ConfirmObjective) && !objective.Retired)
        {
            if (objective.Adopter is null)
            {
                buttons.Add(Tap(words["button.confirm"], "objective.confirm", mark, subject).First());
            }

            buttons.Add(Tap(words["button.correct"], "objective.edit", mark, subject));
            buttons.Add(Tap(words["button.retire"], "objective.retire", mark, subject).Rare());
        }

        if (ObjectiveGuide.MayComplete(session, objective) && ObjectiveGuide.IsOpen(session, objective))
        {
            buttons.Add(Tap(words["button.complete"], "objective.complete", mark, ("ligne", objective.Key)));
        }

        if (criteria.Count == 0 && !objective.Retired && session.May(Act.WriteCriterion))
        {
            buttons.Add(Tap(words["button.say-how"], "link.criteria", mark, ("ligne", objective.Key)));
        }

        if (!objective.Retired && session.May(Act.DescribeAction))
        {
            buttons.Add(Tap(words["button.add-action"], "action.add", mark, subject));
        }

        if (buttons.Count < MostButtons)
        {
            buttons.Add(Tap(words["button.trail"], "trail.show", mark, ("ligne", objective.Key)).Rare());
        }

        return Card(words, words.Say("objective.fallback", objective.Number, objective.Name), body, buttons);
    }
}
