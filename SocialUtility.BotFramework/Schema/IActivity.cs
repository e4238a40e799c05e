namespace Microsoft.Bot.Schema;

/// <summary>What every activity has, whatever its type.</summary>
public interface IActivity
{
    ChannelAccount? From { get; set; }

    ChannelAccount? Recipient { get; set; }

    ConversationAccount? Conversation { get; set; }

    IList<Entity>? Entities { get; set; }

    DateTimeOffset? LocalTimestamp { get; set; }

    DateTimeOffset? Timestamp { get; set; }

    object? ChannelData { get; set; }

    string? ChannelId { get; set; }

    string? Id { get; set; }

    string? ReplyToId { get; set; }

    string? ServiceUrl { get; set; }

    string? Type { get; set; }

    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);

    ConversationReference GetConversationReference();

    IContactRelationUpdateActivity? AsContactRelationUpdateActivity();

    IConversationUpdateActivity? AsConversationUpdateActivity();

    IEndOfConversationActivity? AsEndOfConversationActivity();

    IEventActivity? AsEventActivity();

    IInstallationUpdateActivity? AsInstallationUpdateActivity();

    IInvokeActivity? AsInvokeActivity();

    IMessageActivity? AsMessageActivity();

    IMessageDeleteActivity? AsMessageDeleteActivity();

    IMessageReactionActivity? AsMessageReactionActivity();

    IMessageUpdateActivity? AsMessageUpdateActivity();

    ISuggestionActivity? AsSuggestionActivity();

    ITypingActivity? AsTypingActivity();

    bool TryGetChannelData<TypeT>(out TypeT? instance);

    TypeT? GetChannelData<TypeT>();
}
