using SocialUtility.Domain.Associations;

namespace SocialUtility.Bot.Conversation;

/// <summary>Where it was said: alone with the bot, in a group chat, in a team's channel.</summary>
public enum Place
{
    Personal,
    Group,
    Channel,
}

/// <summary>What happened: words or a card's button, or the first meeting.</summary>
public enum Occasion
{
    Message,
    Installed,
    Uninstalled,

    /// <summary>The person was taken off the team or the group chat, by whoever may do that there.</summary>
    TakenOff,
}

/// <summary>One thing that reached the bot, in our words: no type of the bot framework goes further than this record's maker.</summary>
public sealed record Heard
{
    public required Person Person { get; init; }

    /// <summary>As the channel shows it; not always known.</summary>
    public string? Name { get; init; }

    /// <summary>The channel's name for this activity: the same one delivered twice counts once. Null where the channel gives none.</summary>
    public string? ActivityId { get; init; }

    public required string Conversation { get; init; }

    public Place Place { get; init; } = Place.Personal;

    /// <summary>The team or the group chat where it was said; null where one is alone with the bot.</summary>
    public string? Room { get; init; }

    /// <summary>Asks the channel who is there, some at a time; null where one is alone with the bot.</summary>
    public Func<string?, CancellationToken, ValueTask<Company>>? Company { get; init; }

    /// <summary>Asks the channel whether the person is in another room, by its name here; null where it cannot say.</summary>
    public Func<string, CancellationToken, ValueTask<bool?>>? IsIn { get; init; }

    public Occasion Occasion { get; init; } = Occasion.Message;

    /// <summary>What was typed, the mention of the bot taken away; empty for a card's button.</summary>
    public string Text { get; init; } = "";

    public Submission? Submission { get; init; }

    /// <summary>The client's locale: <c>fr-FR</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>The client's time zone, where it says one: <c>Europe/Paris</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>How to write to this person later, where the conversation is personal.</summary>
    public ChatAddress? Address { get; init; }

    /// <summary>It came through the web chat of one's own machine.</summary>
    public bool IsLocal => Person.Key.StartsWith("local|", StringComparison.Ordinal);
}

/// <summary>How to write to a person later; ours, no stored type of the framework. Personal data (domain.md 7.2).</summary>
public sealed record ChatAddress
{
    public required string Channel { get; init; }

    public required string ServiceUrl { get; init; }

    public required string Conversation { get; init; }

    /// <summary>The person's id in that channel: per bot, never shared.</summary>
    public required string User { get; init; }

    public required string Bot { get; init; }

    public string? Tenant { get; init; }
}
