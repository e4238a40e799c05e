using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>Who of a team or a group chat comes into the association; as many as the channel gives at a time.</summary>
public static class RoomCard
{
    /// <summary>Small enough for a card, and for one batch.</summary>
    public const int PageSize = 30;

    public static AdaptiveCard For(Session session, IReadOnlyList<Present> people, string from, string? more)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        List<AdaptiveElement> body = [Context(Plain(session.Association.Name)), Heading(words["room.who"])];
        List<AdaptiveAction> buttons = [];
        if (people.Count == 0)
        {
            body.Add(Text(words[more is null ? "room.nobody" : "room.nobody-here"]));
        }
        else
        {
            var choice = Choices("personnes", words["room.which"], people.Select(present => (present.Person.Mark, present.Name is { } name ? Plain(name) : words["team.no-name"])));
            (choice.IsMultiSelect, choice.IsRequired, choice.ErrorMessage) = (true, true, words["slip.no-choice"]);
            body.Add(choice);
            body.Add(Detail(words["room.as-volunteers"]));
            buttons.Add(Send(words["button.add-people"], "room.add", mark, ("suite", from)).First());
        }

        if (more is not null)
        {
            buttons.Add(Tap(words["button.more"], "room.people", mark, ("suite", more)));
        }

        return Card(words, words["room.fallback"], body, buttons);
    }

    public static AdaptiveCard Outcome(Session session, IReadOnlyList<string> names)
    {
        var words = session.Words;
        var said = words.Say("room.added", words.List(names));
        return Card(words, said, [Context(Plain(session.Association.Name)), Bold(words["room.who"], AdaptiveSpacing.None), Text(Plain(said), AdaptiveSpacing.Small)]);
    }
}
