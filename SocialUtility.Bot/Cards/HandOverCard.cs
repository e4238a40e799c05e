using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>To whom the coordination passes, in one card; on the way out it is the same card.</summary>
public static class HandOverCard
{
    public const int PageSize = 40;

    public static AdaptiveCard For(Session session, IReadOnlyList<Member> candidates, bool leaving, int page = 0)
    {
        var words = session.Words;
        var mark = CardMark.Of(session.Member!.Version);
        var pages = Math.Max(1, (candidates.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var choice = Choices("personne", words["hand-over.whom"], candidates.Skip(page * PageSize).Take(PageSize).Select(member => (member.Person.Mark, TeamCard.Name(words, member))));
        (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? Plain(session.Association.Name) : words.Say("list.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(words["hand-over.heading"]),
            Text(words[leaving ? "hand-over.leaving" : "hand-over.what"]),
            choice,
            Detail(words["hand-over.told"]),
        ];
        List<AdaptiveAction> buttons = [Send(words[leaving ? "button.hand-over-and-leave" : "button.hand-over"], leaving ? "leave.hand-over" : "team.hand-over", mark).First()];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], leaving ? "leave.whom" : "team.whom", mark, ("page", page + 1)));
        }

        buttons.Add(Tap(words["button.stay"], "leave.stay", mark));
        return Card(words, words["hand-over.fallback"], body, buttons);
    }

    /// <summary>In its place, once it is done.</summary>
    public static AdaptiveCard Outcome(Session session, string said)
    {
        var words = session.Words;
        return Card(words, said, [Context(Plain(session.Association.Name)), Bold(words["hand-over.heading"], AdaptiveSpacing.None), Text(said, AdaptiveSpacing.Small)]);
    }
}
