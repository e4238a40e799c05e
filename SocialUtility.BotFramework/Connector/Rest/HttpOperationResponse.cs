namespace Microsoft.Rest;

/// <summary>The answer of a service to one operation.</summary>
public class HttpOperationResponse
{
    public HttpRequestMessage? Request { get; set; }

    public HttpResponseMessage? Response { get; set; }
}

/// <summary>The answer of a service, and what it says.</summary>
public class HttpOperationResponse<TBody> : HttpOperationResponse
{
    public TBody? Body { get; set; }
}
