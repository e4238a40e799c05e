using System.Security.Cryptography;
using System.Text;
using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What was recorded of several typed lines, what stood already, and what was left.</summary>
public static class QuickRecordedCard
{
    public static AdaptiveCard For(Session session, IReadOnlyList<Judgement> judged, IReadOnlyList<string> left, IReadOnlyList<string> given)
    {
        var words = session.Words;
        var accepted = judged.OfType<Judgement.Accepted>().ToList();
        var heading = words.Count("quick.recorded", accepted.Count);
        List<AdaptiveElement> body = [Context(Plain(session.Association.Name)), Heading(heading)];
        foreach (var one in judged)
        {
            var (indicator, period) = (one.Recording.Indicator, one.Recording.Period);
            body.Add(Group(
                Bold($"{Plain(indicator.Name)}{words["colon"]}{words.Reading(one.Recording.Reading, indicator)}"),
                Detail(one is Judgement.Unchanged ? words.Say("quick.same", words.Opening(words.Period(period))) : words.Opening(words.Period(period)), AdaptiveSpacing.None)));
        }

        if (left.Count > 0)
        {
            body.Add(Detail(words.Say("quick.left", words.List([.. left.Select(text => words.Quoted(Plain(text)))]))));
        }

        return Card(words, heading, body, accepted.Count == 0 ? [] : [Tap(words["button.undo"], "quick.undo", CardMark.Of(1), ("given", MarkOf(given)))]);
    }

    /// <summary>Tells one writing from the next: an old card takes back nothing newer.</summary>
    internal static string MarkOf(IReadOnlyList<string> given) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', given))).AsSpan(0, 6));
}
