using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The conversations of one channel, over its REST interface.</summary>
public class Conversations(ConnectorClient client) : IConversations
{
    public ConnectorClient Client => client;

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(ConversationParameters parameters, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ConversationResourceResponse>(HttpMethod.Post, "v3/conversations", parameters, customHeaders, cancellationToken, repeatable: Repeatable(parameters));

    public Task<HttpOperationResponse<ConversationsResult>> GetConversationsWithHttpMessagesAsync(string? continuationToken = null, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ConversationsResult>(HttpMethod.Get, Query("v3/conversations", ("continuationToken", continuationToken)), (object?)null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(string conversationId, Activity activity, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ResourceResponse>(HttpMethod.Post, $"{In(conversationId)}/activities", activity, customHeaders, cancellationToken, repeatable: Repeatable(activity));

    public Task<HttpOperationResponse<ResourceResponse>> SendConversationHistoryWithHttpMessagesAsync(string conversationId, Transcript transcript, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ResourceResponse>(HttpMethod.Post, $"{In(conversationId)}/activities/history", transcript, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ResourceResponse>(HttpMethod.Put, $"{In(conversationId)}/activities/{Segment(activityId)}", activity, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ResourceResponse>(HttpMethod.Post, $"{In(conversationId)}/activities/{Segment(activityId)}", activity, customHeaders, cancellationToken, repeatable: Repeatable(activity));

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(string conversationId, string activityId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        await client.SendAsync<object>(HttpMethod.Delete, $"{In(conversationId)}/activities/{Segment(activityId)}", (object?)null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetConversationMembersWithHttpMessagesAsync(string conversationId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<IList<ChannelAccount>>(HttpMethod.Get, $"{In(conversationId)}/members", (object?)null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(string conversationId, int? pageSize = null, string? continuationToken = null, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<PagedMembersResult>(HttpMethod.Get, Query($"{In(conversationId)}/pagedmembers", ("pageSize", pageSize?.ToString(CultureInfo.InvariantCulture)), ("continuationToken", continuationToken)), (object?)null, customHeaders, cancellationToken);

    /// <summary>Somebody in a conversation, by their id in the channel or in the directory.</summary>
    public Task<HttpOperationResponse<ChannelAccount>> GetConversationMemberWithHttpMessagesAsync(string userId, string conversationId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ChannelAccount>(HttpMethod.Get, $"{In(conversationId)}/members/{Segment(userId)}", (object?)null, customHeaders, cancellationToken);

    public async Task<HttpOperationResponse> DeleteConversationMemberWithHttpMessagesAsync(string conversationId, string memberId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        await client.SendAsync<object>(HttpMethod.Delete, $"{In(conversationId)}/members/{Segment(memberId)}", (object?)null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetActivityMembersWithHttpMessagesAsync(string conversationId, string activityId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<IList<ChannelAccount>>(HttpMethod.Get, $"{In(conversationId)}/activities/{Segment(activityId)}/members", (object?)null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> UploadAttachmentWithHttpMessagesAsync(string conversationId, AttachmentData attachmentUpload, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ResourceResponse>(HttpMethod.Post, $"{In(conversationId)}/attachments", attachmentUpload, customHeaders, cancellationToken);

    // Sent twice, these do no harm.
    private static bool Repeatable(Activity activity) => activity.Type == ActivityTypes.Typing;

    private static bool Repeatable(ConversationParameters parameters) => parameters is { IsGroup: not true, Activity: null };

    private static string In(string conversationId) => $"v3/conversations/{Segment(conversationId)}";

    private static string Segment(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        // Escaped or not, dots alone would walk up the path.
        return value is not ("." or "..") ? Uri.EscapeDataString(value) : throw new ArgumentException("An id cannot be dots alone.", name);
    }

    private static string Query(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder(path);
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                text.Append(text.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return text.ToString();
    }
}
