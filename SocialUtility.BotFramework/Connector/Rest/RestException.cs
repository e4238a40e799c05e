namespace Microsoft.Rest;

/// <summary>Something went wrong between us and a service.</summary>
public class RestException : Exception
{
    public RestException()
    {
    }

    public RestException(string? message)
        : base(message)
    {
    }

    public RestException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
