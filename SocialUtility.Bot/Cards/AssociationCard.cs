using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« Notre association »: project, criteria, values and profile, one tap away from anywhere (deck row D02).</summary>
public static class AssociationCard
{
    public static AdaptiveCard For(Session session)
    {
        var words = session.Words;
        var file = session.Dossier;
        var mark = CardMark.Of(1);
        List<AdaptiveElement> body = [Context(words["association.context"]), Heading(Plain(session.Association.Name))];
        if (file.Purposes.Count > 0)
        {
            body.Add(Tinted(Text(words.Say("association.purpose", Plain(file.Purposes[0].Text.Text)))));
        }

        if (file.Statement.Values is { } values)
        {
            body.Add(Text(words.Say("association.values", Plain(values.Text))));
        }

        body.Add(Grey(Facts(
            (words["association.objectives"], words.Figure(file.Objectives.Count(objective => !objective.Retired), 0)),
            (words["association.actions"], words.Figure(file.Actions.Count(action => !action.Retired), 0)),
            (words["association.criteria"], words.Figure(file.Criteria.Count(criterion => !criterion.Retired), 0)),
            (words["association.indicators"], words.Figure(file.Indicators.Count(indicator => !indicator.Retired), 0)))));
        if (session.Who.Associations.Count > 1)
        {
            body.Add(Detail(words.Say("association.several", session.Who.Associations.Count)));
        }

        List<AdaptiveAction> buttons =
        [
            Tap(words["button.project"], "project.show", mark).First(),
            Tap(words["button.criteria"], "criterion.list", mark),
            Tap(words["button.record-one"], "value.choose", mark),
            Tap(words["button.profile"], "profile.show", mark),
            Tap(words["button.team"], "team.list", mark),
        ];
        if (session.Who.Associations.Count > 1)
        {
            buttons.Add(Tap(words["button.change-association"], "association.change", mark).Rare());
        }

        return Card(words, words.Say("association.fallback", session.Association.Name), body, buttons);
    }
}
