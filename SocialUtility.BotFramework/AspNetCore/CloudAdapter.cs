using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The channel's requests over ASP.NET Core.</summary>
/// <remarks>
/// Whatever bytes come in, the answer is one of 200, 400, 401, 405, 413, 415 and, for an invoke, what the bot says. Only a bot
/// that fails without <see cref="BotAdapter.OnTurnError"/> makes a 500.
/// </remarks>
public partial class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    /// <summary>Teams sends messages of about 100 KB at most.</summary>
    private const int LargestRequest = 256 * 1024;

    private const int Deepest = 64;

    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger? logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    public CloudAdapter(IConfiguration configuration, IHttpClientFactory? httpClientFactory = null, ILogger? logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);

        var (status, activity) = await ReadAsync(httpRequest, cancellationToken);
        if (activity is null)
        {
            Log.Refused(Logger, status);
            httpResponse.StatusCode = status;
            if (status == StatusCodes.Status405MethodNotAllowed)
            {
                httpResponse.Headers.Allow = HttpMethods.Post;
            }

            return;
        }

        AuthenticateRequestResult caller;
        try
        {
            caller = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, httpRequest.Headers.Authorization, cancellationToken);
        }
        catch (UnauthorizedAccessException refused)
        {
            Log.Unauthorized(Logger, refused.Message);
            httpResponse.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var answer = await ProcessActivityAsync(caller, activity, bot.OnTurnAsync, cancellationToken);
        await WriteAsync(httpResponse, answer, cancellationToken);
    }

    private static async ValueTask<(int Status, Activity? Activity)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return (StatusCodes.Status405MethodNotAllowed, null);
        }

        if (!IsJson(request.ContentType))
        {
            return (StatusCodes.Status415UnsupportedMediaType, null);
        }

        if (request.ContentLength > LargestRequest)
        {
            return (StatusCodes.Status413PayloadTooLarge, null);
        }

        try
        {
            var body = request.BodyReader;
            while (true)
            {
                var read = await body.ReadAsync(cancellationToken);
                if (read.Buffer.Length > LargestRequest)
                {
                    body.AdvanceTo(read.Buffer.End);
                    return (StatusCodes.Status413PayloadTooLarge, null);
                }

                if (read.IsCompleted)
                {
                    var activity = Parse(read.Buffer);
                    body.AdvanceTo(read.Buffer.End);
                    return string.IsNullOrEmpty(activity?.Type) ? (StatusCodes.Status400BadRequest, null) : (StatusCodes.Status200OK, activity);
                }

                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (BadHttpRequestException malformed)
        {
            return (malformed.StatusCode, null);
        }
        catch (Exception broken) when (broken is IOException or ConnectionAbortedException)
        {
            return (StatusCodes.Status400BadRequest, null);
        }
    }

    private static Activity? Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Deepest });
            var activity = JsonSerializer.Deserialize(ref reader, BotJson.Activity);
            return reader.Read() ? null : activity;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            // Invalid UTF-8 in a name or a text is an InvalidOperationException.
            return null;
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private static async ValueTask WriteAsync(HttpResponse response, InvokeResponse? answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status200OK;
        if (answer?.Body is { } body)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(body, BotJson.Options.GetTypeInfo(body.GetType()));
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = json.Length;
            await response.Body.WriteAsync(json, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Debug, "A request was refused with {Status}.")]
        public static partial void Refused(ILogger logger, int status);

        [LoggerMessage(21, LogLevel.Warning, "A request was not from the channel: {Reason}")]
        public static partial void Unauthorized(ILogger logger, string reason);
    }
}
