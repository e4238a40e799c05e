using System.Net;
using System.Net.Http.Headers;

namespace Microsoft.Rest;

/// <summary>What is kept of an HTTP message after the connection is done with it.</summary>
public abstract class HttpMessageWrapper
{
    public string? Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; } = new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);

    protected void CopyHeaders(HttpHeaders? headers)
    {
        foreach (var (name, values) in headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
        {
            Headers[name] = values;
        }
    }
}

/// <summary>A request that failed; its token is not kept.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string? content)
    {
        CopyHeaders(httpRequest.Headers);
        Headers.Remove("Authorization");
        (Method, RequestUri, Content) = (httpRequest.Method, httpRequest.RequestUri, content);
    }

    public HttpMethod Method { get; protected set; }

    public Uri? RequestUri { get; protected set; }
}

/// <summary>The answer to a request that failed.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string? content)
    {
        CopyHeaders(httpResponse.Headers);
        CopyHeaders(httpResponse.Content?.Headers);
        (StatusCode, ReasonPhrase, Content) = (httpResponse.StatusCode, httpResponse.ReasonPhrase, content);
    }

    public HttpStatusCode StatusCode { get; protected set; }

    public string? ReasonPhrase { get; protected set; }
}
