using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;
using JsonException = System.Text.Json.JsonException;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Microsoft.Bot.Connector;

/// <summary>Calls one channel. It is light, one for each turn; what lasts is behind it.</summary>
public class ConnectorClient : IConnectorClient
{
    private readonly ConnectorTransport transport;
    private readonly HttpClient? owned;

    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient customHttpClient, bool disposeHttpClient)
        : this(baseUri, credentials, new ConnectorTransport(customHttpClient)) => owned = disposeHttpClient ? customHttpClient : null;

    internal ConnectorClient(Uri baseUri, ServiceClientCredentials? credentials, ConnectorTransport transport)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        (BaseUri, Credentials, this.transport) = (baseUri, credentials, transport);
    }

    public Uri? BaseUri { get; set; }

    public ServiceClientCredentials? Credentials { get; }

    public JsonSerializerSettings SerializationSettings => new() { NullValueHandling = NullValueHandling.Ignore };

    public JsonSerializerSettings DeserializationSettings => new() { NullValueHandling = NullValueHandling.Ignore };

    public virtual IAttachments Attachments => new Attachments(this);

    public virtual IConversations Conversations => field ??= new Conversations(this);

    void IDisposable.Dispose()
    {
        owned?.Dispose();
        GC.SuppressFinalize(this);
    }

    internal async Task<HttpOperationResponse<T>> SendAsync<T>(
        HttpMethod method,
        string path,
        object? body,
        Dictionary<string, List<string>>? headers,
        CancellationToken cancellationToken,
        bool? repeatable = null)
        where T : class
    {
        var call = new ConnectorCall(method, Address(path), Credentials)
        {
            Body = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, BotJson.Options.GetTypeInfo(body.GetType())),
            Headers = headers,
            Repeatable = repeatable ?? method != HttpMethod.Post,
        };
        var (response, content) = await transport.SendAsync(call, cancellationToken);
        return new HttpOperationResponse<T> { Request = response.RequestMessage, Response = response, Body = Read<T>(method, content) };
    }

    private static T? Read<T>(HttpMethod method, byte[] content)
        where T : class
    {
        if (typeof(T) == typeof(Stream))
        {
            return (T)(object)new MemoryStream(content, false);
        }

        if (content.Length == 0 || typeof(T) == typeof(object))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(content, BotJson.TypeInfo<T>());
        }
        catch (JsonException) when (method != HttpMethod.Get)
        {
            // It was accepted; an answer that cannot be read does not make it undone.
            return null;
        }
    }

    private Uri Address(string path)
    {
        var root = (BaseUri ?? throw new InvalidOperationException("The connector has no base address.")).AbsoluteUri;
        return new Uri(string.Concat(root.AsSpan().TrimEnd('/'), "/", path));
    }
}
