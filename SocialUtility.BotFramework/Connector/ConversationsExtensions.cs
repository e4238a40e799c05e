using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary>The same operations, without their HTTP messages.</summary>
public static class ConversationsExtensions
{
    public static async Task<ConversationResourceResponse> CreateConversationAsync(this IConversations operations, ConversationParameters parameters, CancellationToken cancellationToken = default) =>
        (await operations.CreateConversationWithHttpMessagesAsync(parameters, null, cancellationToken)).Body!;

    public static async Task<ConversationsResult> GetConversationsAsync(this IConversations operations, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        (await operations.GetConversationsWithHttpMessagesAsync(continuationToken, null, cancellationToken)).Body!;

    public static async Task<ResourceResponse?> SendToConversationAsync(this IConversations operations, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        (await operations.SendToConversationWithHttpMessagesAsync(conversationId, activity, null, cancellationToken)).Body;

    public static async Task<ResourceResponse?> SendConversationHistoryAsync(this IConversations operations, string conversationId, Transcript transcript, CancellationToken cancellationToken = default) =>
        (await operations.SendConversationHistoryWithHttpMessagesAsync(conversationId, transcript, null, cancellationToken)).Body;

    public static async Task<ResourceResponse?> UpdateActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        (await operations.UpdateActivityWithHttpMessagesAsync(conversationId, activityId, activity, null, cancellationToken)).Body;

    public static async Task<ResourceResponse?> ReplyToActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        (await operations.ReplyToActivityWithHttpMessagesAsync(conversationId, activityId, activity, null, cancellationToken)).Body;

    public static Task DeleteActivityAsync(this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        operations.DeleteActivityWithHttpMessagesAsync(conversationId, activityId, null, cancellationToken);

    public static async Task<IList<ChannelAccount>> GetConversationMembersAsync(this IConversations operations, string conversationId, CancellationToken cancellationToken = default) =>
        (await operations.GetConversationMembersWithHttpMessagesAsync(conversationId, null, cancellationToken)).Body!;

    public static async Task<PagedMembersResult> GetConversationPagedMembersAsync(this IConversations operations, string conversationId, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        (await operations.GetConversationPagedMembersWithHttpMessagesAsync(conversationId, pageSize, continuationToken, null, cancellationToken)).Body!;

    public static Task DeleteConversationMemberAsync(this IConversations operations, string conversationId, string memberId, CancellationToken cancellationToken = default) =>
        operations.DeleteConversationMemberWithHttpMessagesAsync(conversationId, memberId, null, cancellationToken);

    public static async Task<IList<ChannelAccount>> GetActivityMembersAsync(this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        (await operations.GetActivityMembersWithHttpMessagesAsync(conversationId, activityId, null, cancellationToken)).Body!;

    public static async Task<ResourceResponse> UploadAttachmentAsync(this IConversations operations, string conversationId, AttachmentData attachmentUpload, CancellationToken cancellationToken = default) =>
        (await operations.UploadAttachmentWithHttpMessagesAsync(conversationId, attachmentUpload, null, cancellationToken)).Body!;

    public static async Task<ChannelAccount> GetConversationMemberAsync(this Conversations operations, string userId, string conversationId, CancellationToken cancellationToken = default) =>
        (await operations.GetConversationMemberWithHttpMessagesAsync(userId, conversationId, null, cancellationToken)).Body!;

    public static Task<ResourceResponse?> SendToConversationAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.SendToConversationAsync(Conversation(activity), activity, cancellationToken);

    public static Task<ResourceResponse?> UpdateActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.UpdateActivityAsync(Conversation(activity), Id(activity.Id, "id"), activity, cancellationToken);

    public static Task<ResourceResponse?> ReplyToActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.ReplyToActivityAsync(Conversation(activity), Id(activity.ReplyToId, "replyToId"), activity, cancellationToken);

    private static string Conversation(Activity activity) => Id(activity.Conversation?.Id, "conversation.id");

    private static string Id(string? value, string name) => value ?? throw new ArgumentException($"The activity has no {name}.", nameof(value));
}
