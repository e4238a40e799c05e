namespace Microsoft.Bot.Builder;

/// <summary>What is remembered about a conversation.</summary>
public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{Must.Have(turnContext.Activity.ChannelId, "channelId")}/conversations/{Must.Have(turnContext.Activity.Conversation?.Id, "conversation.id")}";
}

/// <summary>What is remembered about a person in all conversations of a channel.</summary>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{Must.Have(turnContext.Activity.ChannelId, "channelId")}/users/{Must.Have(turnContext.Activity.From?.Id, "from.id")}";
}

/// <summary>What is remembered about a person in one conversation.</summary>
public class PrivateConversationState(IStorage storage) : BotState(storage, nameof(PrivateConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{Must.Have(turnContext.Activity.ChannelId, "channelId")}/conversations/{Must.Have(turnContext.Activity.Conversation?.Id, "conversation.id")}/users/{Must.Have(turnContext.Activity.From?.Id, "from.id")}";
}

file static class Must
{
    public static string Have(string? value, string name) => value ?? throw new InvalidOperationException($"invalid activity-missing {name}");
}
