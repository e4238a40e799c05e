using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Voices;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>One voice to its last word, in as many parts as it takes.</summary>
public static class VoiceCard
{
    public static AdaptiveCard For(Session session, Voice voice, int page)
    {
        var words = session.Words;
        var parts = PageCut.Parts(voice.Text);
        var at = Math.Clamp(page, 0, parts.Count - 1);
        return Card(
            words,
            words["voice.question." + voice.Question],
            [
                Context(VoiceParts.Where(session, at, parts.Count)),
                Heading(words["voice.question." + voice.Question]),
                Tinted(Text(Voice(words, parts[at]))),
                .. VoiceParts.Signed(words, voice).Select(signed => Detail(signed)),
            ],
            at + 1 < parts.Count ? [Tap(words["button.more"], "voice.read", CardMark.Of(voice.Version), ("parole", voice.Id), ("page", at + 1))] : []);
    }
}
