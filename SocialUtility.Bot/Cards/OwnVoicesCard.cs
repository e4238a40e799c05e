using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Voices;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« mes paroles »: what one said oneself, or wrote down for others; each can be corrected or taken back.</summary>
public static class OwnVoicesCard
{
    public static AdaptiveCard For(Session session, IReadOnlyList<Voice> own, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var (shown, at, pages) = PageCut.Of(own, voice => voice.Text, page);
        List<AdaptiveElement> body =
        [
            Context(VoiceParts.Where(session, at, pages)),
            Heading(words.Count("my-voices", own.Count)),
            Detail(words["my-voices.for-you"], AdaptiveSpacing.None),
        ];
        if (session.Member?.Kind is { } kind)
        {
            body.Add(Detail(words.Say("my-voices.as", words["voice.kind." + kind]), AdaptiveSpacing.None));
        }

        foreach (var voice in shown)
        {
            body.Add(VoiceParts.Line(words, voice, VoiceParts.About(words, voice)));
        }

        List<AdaptiveAction> buttons = [Tap(words["button.speak"], "voice.begin", mark).First()];
        if (shown.Count > 0)
        {
            buttons.Add(VoiceParts.Choosing(
                words,
                shown,
                Send(words["button.correct"], "voice.correct", mark).First(),
                Send(words["button.withdraw"], "voice.withdraw", mark),
                Send(words["button.read-whole"], "voice.read", mark)));
        }

        if (session.Member?.Kind is not null)
        {
            buttons.Add(Tap(words["button.change-kind"], "my-kind.change", mark));
        }

        if (at + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "my-voices.list", mark, ("page", at + 1)));
        }

        return Card(words, words.Count("my-voices", own.Count) + ".", body, buttons);
    }
}
