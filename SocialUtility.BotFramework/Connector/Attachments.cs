using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The files of a channel.</summary>
public interface IAttachments
{
    Task<HttpOperationResponse<AttachmentInfo>> GetAttachmentInfoWithHttpMessagesAsync(string attachmentId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default);

    Task<HttpOperationResponse<Stream>> GetAttachmentWithHttpMessagesAsync(string attachmentId, string viewId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default);
}

/// <summary>The files of one channel, over its REST interface.</summary>
public class Attachments(ConnectorClient client) : IAttachments
{
    public Task<HttpOperationResponse<AttachmentInfo>> GetAttachmentInfoWithHttpMessagesAsync(string attachmentId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<AttachmentInfo>(HttpMethod.Get, $"v3/attachments/{Uri.EscapeDataString(attachmentId)}", null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<Stream>> GetAttachmentWithHttpMessagesAsync(string attachmentId, string viewId, Dictionary<string, List<string>>? customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<Stream>(HttpMethod.Get, $"v3/attachments/{Uri.EscapeDataString(attachmentId)}/views/{Uri.EscapeDataString(viewId)}", null, customHeaders, cancellationToken);
}
