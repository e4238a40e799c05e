using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« tableur »: the way to the page where tables are exchanged.</summary>
public static class SpreadsheetCard
{
    public static AdaptiveCard For(Session session, string address)
    {
        var words = session.Words;
        return Card(
            words,
            words.Say("spreadsheet.fallback", address),
            [
                Context(Plain(session.Association.Name)),
                Heading(words["spreadsheet.heading"]),
                Text(words["spreadsheet.card.how"]),
                Detail(words["spreadsheet.card.yours"]),
            ],
            new AdaptiveOpenUrlAction { Title = words["button.open-spreadsheet"], UrlString = address }.First());
    }
}
