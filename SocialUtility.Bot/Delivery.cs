namespace SocialUtility.Bot;

/// <summary>What became of a message that the bot sent unasked.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The channel took it; in another conversation than the one that was known, where it says so.</summary>
    public sealed record Delivered(string? Conversation = null) : Delivery;

    /// <summary>The channel is busy: not delivered, and to be tried after so long, where it said.</summary>
    public sealed record NotYet(TimeSpan? After) : Delivery;

    /// <summary>The person has blocked the bot, or it was taken away: not delivered, and no use until they speak.</summary>
    public sealed record Stopped : Delivery;

    /// <summary>Not delivered, for a reason that is no person's: no way out, no right to send, a message the channel does not take.</summary>
    public sealed record NotSent : Delivery;

    /// <summary>The channel failed or fell silent after it was given the message: it may have come.</summary>
    public sealed record Unknown : Delivery;
}
