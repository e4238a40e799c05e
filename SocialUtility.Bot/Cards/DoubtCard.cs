using System.Security.Cryptography;
using System.Text;
using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>A figure far from what was usual: one question, one field for a word of why, and a way back. Nothing is blocked.</summary>
public static class DoubtCard
{
    public const string Why = "pourquoi";

    public static AdaptiveCard For(Session session, Recording recording, string question)
    {
        var words = session.Words;
        var indicator = recording.Indicator;
        var mark = CardMark.Of(recording.Seen);
        (string, object)[] fields = [("indicator", indicator.Id), ("period", recording.Period), ("given", MarkOf(DomainJson.Write(recording.Noted(1))))];
        List<AdaptiveElement> body =
        [
            Context(words.Say("value.context", words.Opening(words.Period(recording.Period)), Plain(indicator.Name))),
            Heading(Plain(question)),
        ];
        if (recording.Context is null)
        {
            body.Add(Input(Why, words["value.doubt.why"], Texts.ShortText, words["value.doubt.why.example"]));
        }

        return Card(
            words,
            words.Say("value.doubt.fallback", question),
            body,
            Send(words["button.yes-record"], "value.sure", mark, fields).First(),
            Tap(words["button.correct"], "value.unsure", mark, fields));
    }

    /// <summary>Tells one pending value from another: an old card does not confirm a newer figure.</summary>
    internal static string MarkOf(string given) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(given)).AsSpan(0, 6));
}
