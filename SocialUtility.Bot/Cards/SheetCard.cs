using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« feuille »: the page to print for those without a screen, and how its words come back.</summary>
public static class SheetCard
{
    public static AdaptiveCard For(Session session, string page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        return Card(
            words,
            words.Say("sheet.fallback", page),
            [
                Context(Plain(session.Association.Name)),
                Heading(words["sheet.heading"]),
                Text(words["sheet.how"]),
                Detail(words["sheet.who-sees"]),
            ],
            new AdaptiveOpenUrlAction { Title = words["button.open-sheet"], UrlString = page }.First(),
            Tap(words["button.type-sheets"], "sheet.grid", mark),
            Tap(words["button.report"], "reported-voice.begin", mark));
    }
}
