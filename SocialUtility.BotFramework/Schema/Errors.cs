using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The error that the channel describes in its answer.</summary>
public class ErrorResponse
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(Error? error = null) => Error = error;

    [JsonPropertyName("error")]
    public Error? Error { get; set; }
}

/// <summary>What went wrong, with a code that programs understand.</summary>
public class Error
{
    public Error()
    {
    }

    public Error(string? code = null, string? message = null, InnerHttpError? innerHttpError = null) =>
        (Code, Message, InnerHttpError) = (code, message, innerHttpError);

    [JsonPropertyName("code")]
    public string? Code { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("innerHttpError")]
    public InnerHttpError? InnerHttpError { get; set; }
}

/// <summary>The answer of the service behind the channel.</summary>
public class InnerHttpError
{
    public InnerHttpError()
    {
    }

    public InnerHttpError(int? statusCode = null, object? body = null) => (StatusCode, Body) = (statusCode, body);

    [JsonPropertyName("statusCode")]
    public int? StatusCode { get; set; }

    [JsonPropertyName("body")]
    public object? Body { get; set; }
}
