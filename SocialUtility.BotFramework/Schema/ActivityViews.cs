namespace Microsoft.Bot.Schema;

/// <summary>Something said, by a person or by the bot.</summary>
public interface IMessageActivity : IActivity
{
    SuggestedActions? SuggestedActions { get; set; }

    IList<Attachment>? Attachments { get; set; }

    DateTimeOffset? Expiration { get; set; }

    object? Value { get; set; }

    string? AttachmentLayout { get; set; }

    string? DeliveryMode { get; set; }

    string? Importance { get; set; }

    string? InputHint { get; set; }

    string? Locale { get; set; }

    string? Speak { get; set; }

    string? Summary { get; set; }

    string? Text { get; set; }

    string? TextFormat { get; set; }

    Mention[] GetMentions();

    bool HasContent();
}

/// <summary>A message that was edited.</summary>
public interface IMessageUpdateActivity : IMessageActivity;

/// <summary>A message that was deleted.</summary>
public interface IMessageDeleteActivity : IActivity;

/// <summary>Reactions put on a message of the bot, or taken back.</summary>
public interface IMessageReactionActivity : IActivity
{
    IList<MessageReaction>? ReactionsAdded { get; set; }

    IList<MessageReaction>? ReactionsRemoved { get; set; }
}

/// <summary>Who came into the conversation and who left.</summary>
public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount>? MembersAdded { get; set; }

    IList<ChannelAccount>? MembersRemoved { get; set; }

    bool? HistoryDisclosed { get; set; }

    string? TopicName { get; set; }
}

/// <summary>The bot was installed, upgraded or removed.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    string? Action { get; set; }
}

/// <summary>A request that wants an answer in the same HTTP exchange.</summary>
public interface IInvokeActivity : IActivity
{
    ConversationReference? RelatesTo { get; set; }

    object? Value { get; set; }

    string? Name { get; set; }
}

/// <summary>A named event from the channel or from the bot itself.</summary>
public interface IEventActivity : IActivity
{
    ConversationReference? RelatesTo { get; set; }

    object? Value { get; set; }

    string? Name { get; set; }
}

/// <summary>Somebody is typing.</summary>
public interface ITypingActivity : IActivity;

/// <summary>A note for the developer, never shown in Teams.</summary>
public interface ITraceActivity : IActivity
{
    ConversationReference? RelatesTo { get; set; }

    object? Value { get; set; }

    string? Label { get; set; }

    string? Name { get; set; }

    string? ValueType { get; set; }
}

/// <summary>The conversation is over.</summary>
public interface IEndOfConversationActivity : IActivity
{
    string? Code { get; set; }

    string? Text { get; set; }
}

/// <summary>The bot was added to or removed from a list of contacts.</summary>
public interface IContactRelationUpdateActivity : IActivity
{
    string? Action { get; set; }
}

/// <summary>A message that points at an earlier one.</summary>
public interface ISuggestionActivity : IMessageActivity
{
    IList<TextHighlight>? TextHighlights { get; set; }
}
