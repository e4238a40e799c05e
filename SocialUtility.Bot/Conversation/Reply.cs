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

    /// <summary>A card of its own; for all who are there, where it says so, whatever else of the turn is for one alone.</summary>
    public sealed record Show(AdaptiveCard Card, bool ForAll = false) : Reply;

    /// <summary>In the place of the card whose button was pressed; a card of its own where that one cannot be found.</summary>
    public sealed record Instead(AdaptiveCard Card, bool ForAll = false) : Reply;

    /// <summary>To the person alone, when it was asked before others; <paramref name="Unreached"/> is said there where they cannot be written to.</summary>
    public sealed record Privately(IReadOnlyList<Reply> Replies, string? Unreached = null) : Reply;

    /// <summary>To somebody else, in private: what concerns them.</summary>
    public sealed record To(ChatAddress Address, IReadOnlyList<Reply> Replies) : Reply;
}
