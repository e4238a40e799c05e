using AdaptiveCards;

namespace SocialUtility.Bot.Conversation;

/// <summary>What the bot does in answer; how it is carried is the sender's matter.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>Plain words, at most three short lines, with words to tap instead of typing them.</summary>
    public sealed record Say(string Text, params IReadOnlyList<string> Buttons) : Reply;

    /// <summary>A card of its own.</summary>
    public sealed record Show(AdaptiveCard Card) : Reply;

    /// <summary>In the place of the card whose button was pressed; a card of its own where that one cannot be found.</summary>
    public sealed record Instead(AdaptiveCard Card) : Reply;

    /// <summary>To the person alone, when it was asked before others.</summary>
    public sealed record Privately(IReadOnlyList<Reply> Replies) : Reply;

    /// <summary>To somebody else, in private: what concerns them.</summary>
    public sealed record To(ChatAddress Address, IReadOnlyList<Reply> Replies) : Reply;
}
