using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>One call to the channel, ready to be tried once or several times.</summary>
internal readonly record struct ConnectorCall(HttpMethod Method, Uri Address, ServiceClientCredentials? Credentials)
{
    public byte[]? Body { get; init; }

    public Dictionary<string, List<string>>? Headers { get; init; }

    /// <summary>Whether a second try does no harm when the first may have been heard.</summary>
    public bool Repeatable { get; init; }
}

/// <summary>How often and how long the channel is called.</summary>
internal sealed record RetryPolicy
{
    public static RetryPolicy Default { get; } = new();

    public int Tries { get; init; } = 5;

    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan EachTry { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After this much time nothing new is tried.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>What Retry-After says; without it 1, 2, 4… seconds, a quarter more or less so that senders do not march in step.</summary>
    public TimeSpan DelayAfter(int tries, RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        var said = retryAfter?.Delta ?? (retryAfter?.Date is { } date ? date - now : null);
        if (said is { } wait)
        {
            return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
        }

        var steps = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, tries - 1), Longest.TotalSeconds));
        return steps * (0.75 + (Random.Shared.NextDouble() / 2));
    }
}

/// <summary>The one way out to all channels: pooled connections, limits, and tries again where that is right.</summary>
internal sealed partial class ConnectorTransport(HttpClient http, RetryPolicy? policy = null, TimeProvider? clock = null, ILogger? logger = null)
{
    private const int LargestAnswer = 4 * 1024 * 1024;
    private const int LargestError = 64 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly RetryPolicy policy = policy ?? RetryPolicy.Default;
    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly ILogger logger = logger ?? NullLogger.Instance;

    /// <summary>Connections that are kept, renewed as addresses change, and carry nothing from one call to the next.</summary>
    public static HttpClient SharedClient() => new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        // The channel is told nothing of our traces.
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<(HttpResponseMessage Response, byte[] Content)> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            var last = tries >= policy.Tries;
            RetryConditionHeaderValue? retryAfter = null;
            ErrorResponseException refusal;
            try
            {
                var (response, content) = await TryAsync(call, cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return (response, content);
                }

                refusal = Refusal(response, content);
                if (last || !MayRepeat(response.StatusCode, call.Repeatable))
                {
                    throw refusal;
                }

                retryAfter = response.Headers.RetryAfter;
            }
            catch (Exception failure) when (!last && failure is not ErrorResponseException && MayRepeat(failure, call.Repeatable, cancellationToken))
            {
                refusal = new ErrorResponseException(failure.Message, failure);
            }

            var delay = policy.DelayAfter(tries, retryAfter, clock.GetUtcNow());
            if (clock.GetElapsedTime(started) + delay > policy.Budget)
            {
                // Whoever called knows better than we whether it is still worth saying then.
                throw refusal.Response is null && refusal.InnerException is { } cause ? cause : refusal;
            }

            Log.TriesAgain(logger, call.Method, (int?)refusal.Response?.StatusCode, tries, delay);
            await Task.Delay(delay, clock, cancellationToken);
        }
    }

    private static bool MayRepeat(HttpStatusCode status, bool repeatable) => status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed => true,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => repeatable,
        _ => false,
    };

    // Where no connection came about, nothing was heard.
    private static bool MayRepeat(Exception failure, bool repeatable, CancellationToken cancellationToken) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => true,
        HttpRequestException { HttpRequestError: not HttpRequestError.ConfigurationLimitExceeded } or IOException => repeatable,
        OperationCanceledException => repeatable && !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    private static ErrorResponseException Refusal(HttpResponseMessage response, byte[] content)
    {
        ErrorResponse? body = null;
        try
        {
            body = content.Length == 0 ? null : JsonSerializer.Deserialize(content, BotJson.TypeInfo<ErrorResponse>());
        }
        catch (JsonException)
        {
            // A gateway answers in HTML; the status says enough.
        }

        var code = body?.Error?.Code is { } named ? $" ({named})" : string.Empty;
        return new ErrorResponseException($"The channel answered {(int)response.StatusCode}{code} to {response.RequestMessage?.Method}.")
        {
            Body = body,
            Request = response.RequestMessage is { } request ? new HttpRequestMessageWrapper(request, null) : null,
            Response = new HttpResponseMessageWrapper(response, Encoding.UTF8.GetString(content)),
        };
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength is 0)
        {
            return [];
        }

        var limit = response.IsSuccessStatusCode ? LargestAnswer : LargestError;
        if (response.Content.Headers.ContentLength is { } length && length <= limit)
        {
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        using var content = new MemoryStream();
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (content.Length + read > limit)
                {
                    // An error is cut; what is cut out of an answer would be missed.
                    return response.IsSuccessStatusCode
                        ? throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The channel's answer is larger than {limit} bytes.")
                        : content.ToArray();
                }

                content.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return content.ToArray();
    }

    private async Task<(HttpResponseMessage Response, byte[] Content)> TryAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(policy.EachTry, clock);
        using var stopped = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), patience);
        var request = new HttpRequestMessage(call.Method, call.Address);
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = Json;
        }

        if (call.Headers is { } headers)
        {
            foreach (var (name, values) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, values);
            }
        }

        try
        {
            if (call.Credentials is { } credentials)
            {
                await credentials.ProcessHttpRequestAsync(request, patience.Token);
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return (response, await ReadAsync(response, patience.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && patience.IsCancellationRequested)
        {
            throw new TaskCanceledException($"The channel did not answer within {policy.EachTry.TotalSeconds} s.", new TimeoutException());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The channel answered {Method} with {Status}; try {Tries} is repeated in {Delay}.")]
        public static partial void TriesAgain(ILogger logger, HttpMethod method, int? status, int tries, TimeSpan delay);
    }
}
