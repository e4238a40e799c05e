using AdaptiveCards;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Wording;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Conversation;

/// <summary>What is said when the store does not answer: never that something is saved; the answer is not lost.</summary>
public static class StoreFault
{
    public static IReadOnlyList<Reply> Replies(Words words, Heard heard)
    {
        if (heard.Submission is not { } submission)
        {
            return [new Reply.Say(words["fault.store.typed"])];
        }

        if (submission.Kind == VoteCard.InSecret)
        {
            // What was chosen must not travel in a card that others may see.
            return [new Reply.Say(words["vote.secret.fault"])];
        }

        AdaptiveSubmitAction again = new() { Title = words["button.try-again"], AssociatedInputs = AdaptiveAssociatedInputs.None, Data = submission.Again() };
        List<AdaptiveElement> body = [Heading(words["fault.store"], underContext: false), Text(words["fault.store.mine"])];
        var kept = Given(submission);
        if (kept.Length > 0)
        {
            body.Add(Grey(Text(Plain(kept))));
        }

        return [new Reply.Show(Card(words, words["fault.store.fallback"], body, again.First()))];
    }

    private static string Given(Submission submission) => string.Join("\n", ((string[])[ValueCard.Amount, ValueCard.Words, Guides.Question.Field, ValueCard.Context])
        .Select(name => submission[name]).Where(text => text.Length is > 0 and <= Domain.Texts.ShortText));
}
