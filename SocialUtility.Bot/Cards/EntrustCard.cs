using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>Somebody has gone: the figures they kept, to be entrusted to somebody else in one card.</summary>
public static class EntrustCard
{
    /// <summary>More than anybody keeps; what is beyond is reached by « indicateurs ».</summary>
    private const int MostShown = 40;

    public static AdaptiveCard For(Words words, Association association, IReadOnlyList<Indicator> orphaned, IReadOnlyList<Member> takers, int page = 0)
    {
        var mark = CardMark.Of(1);
        var pages = Math.Max(1, (takers.Count + HandOverCard.PageSize - 1) / HandOverCard.PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<Indicator> shown = [.. orphaned.Take(MostShown)];
        var figures = ("indicateurs", (object)string.Join(',', shown.Select(indicator => indicator.Id)));
        var choice = Choices("personne", words["entrust.whom"], takers.Skip(page * HandOverCard.PageSize).Take(HandOverCard.PageSize).Select(member => (member.Person.Mark, TeamCard.Name(words, member))));
        (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
        List<AdaptiveAction> buttons = [Send(words["button.entrust"], "entrust.give", mark, figures).First()];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "entrust.whom", mark, figures, ("page", page + 1)));
        }

        return Card(
            words,
            words["entrust.fallback"],
            [
                Context(pages == 1 ? Plain(association.Name) : words.Say("list.page", Plain(association.Name), page + 1, pages)),
                Heading(words["entrust.heading"]),
                Grey(Text(Bullets(shown.Select(indicator => Plain(indicator.Name))))),
                choice,
                Detail(words["hand-over.told"]),
            ],
            buttons);
    }

    /// <summary>In its place, once it is done.</summary>
    public static AdaptiveCard Outcome(Session session, string said)
    {
        var words = session.Words;
        return Card(words, said, [Context(Plain(session.Association.Name)), Bold(words["entrust.heading"], AdaptiveSpacing.None), Text(Plain(said), AdaptiveSpacing.Small)]);
    }
}
