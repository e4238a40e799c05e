using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>In the place of a card that has already served: a kind sentence; the present state follows it, or stands in it.</summary>
public static class StaleCard
{
    public static AdaptiveCard For(Session session, string? present = null, params IEnumerable<AdaptiveAction> actions)
    {
        var words = session.Words;
        return Card(
            words,
            words["stale.fallback"],
            [
                Heading(words["stale.heading"], underContext: false),
                Text(present is null ? words["stale.nothing-changed"] : $"{present} {words["stale.nothing-changed"]}"),
                Detail(words["stale.why"]),
            ],
            actions);
    }
}
