using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>A criterion in the group's words, whose it is, and close ideas of the catalogue below it, never ticked beforehand.</summary>
public static class CriterionCard
{
    public static AdaptiveCard For(Session session, Criterion criterion, IReadOnlyList<ReferenceCriterion> close)
    {
        var words = session.Words;
        var mark = CardMark.Of(criterion.Version);
        (string, object) subject = ("criterion", criterion.Id);
        List<AdaptiveElement> body =
        [
            Context(words.Say("criterion.context", words["origin." + criterion.Origin])),
            Heading(Voice(words, criterion.Name)),
        ];
        if (criterion.Definition is { } definition)
        {
            body.Add(Text(Plain(definition)));
        }

        if (criterion.Seen is { } seen)
        {
            body.Add(Tinted(Context(words["criterion.seen"]), Text(Voice(words, seen), AdaptiveSpacing.Small)));
        }

        if (criterion.Singular is { } singular)
        {
            body.Add(Detail(words["criterion.singular"]));
            body.Add(Text(Plain(singular), AdaptiveSpacing.None));
        }

        List<string> family = [];
        if (ReferenceCatalogue.Instance.Dimensions.FirstOrDefault(dimension => dimension.Id == criterion.Dimension) is { } known)
        {
            family.Add(words.Say("criterion.family", words.Set(known.Name(words.Language))));
        }

        if (criterion.Voices.Count > 0)
        {
            family.Add(words.Count("criterion.made-of", criterion.Voices.Count));
        }

        if (criterion.Proposers.Count > 1)
        {
            family.Add(words.Count("criterion.proposers", criterion.Proposers.Count));
        }

        if (family.Count > 0)
        {
            body.Add(Detail(string.Join(' ', family)));
        }

        if (criterion.After is { } after)
        {
            body.Add(Detail(words.Say("criterion.after", Plain(after))));
        }

        var related = criterion.Related.Select(ReferenceCatalogue.Instance.Criterion).OfType<ReferenceCriterion>().ToList();
        if (related.Count > 0)
        {
            body.Add(Detail(words.Say("criterion.related", words.List([.. related.Select(one => words.Set(one.Name(words.Language)))]))));
        }

        List<AdaptiveAction> buttons = [];
        if (close.Count > 0)
        {
            body.Add(SecondHeading(words.Count("criterion.close", close.Count)));
            body.Add(Detail(words["criterion.first"], AdaptiveSpacing.None));
            var choices = Choices("proches", words["criterion.ideas"], close.Select(one => (one.Id, words.Say("criterion.idea", words.Set(one.Name(words.Language)), words.Set(one.Definition(words.Language))))));
            choices.IsMultiSelect = true;
            body.Add(choices);
            buttons.Add(Send(words["button.relate"], "criterion.relate", mark, subject).First());
            buttons.Add(Tap(words["button.keep-my-words"], "criterion.keep", mark, subject));
        }

        if (session.May(Domain.Associations.Act.WriteCriterion))
        {
            buttons.Add(Tap(words["button.rename"], "criterion.edit", mark, subject));
            buttons.Add(Tap(words["button.link"], "link.objectives", mark, ("ligne", criterion.Key)).Rare());
            if (close.Count == 0)
            {
                buttons.Add(Tap(words["button.choose-indicator"], "indicator.add", mark, subject));
            }
        }

        if (buttons.Count < MostButtons)
        {
            buttons.Add(Tap(words["button.trail"], "trail.show", mark, ("ligne", criterion.Key)).Rare());
        }

        return Card(words, words.Say("criterion.fallback", words.Quoted(criterion.Name)), body, buttons);
    }
}
