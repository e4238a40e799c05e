using System.Globalization;
using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SocialUtility.Bot.Conversation;

namespace SocialUtility.Bot;

/// <summary>Messages that nobody asked for, each with what became of it.</summary>
public sealed partial class Doors
{
    /// <summary>
    /// Says it in the person's own conversation. One that the channel does not know any more is created anew, once; what does not
    /// answer within <paramref name="patience"/> is in doubt.
    /// </summary>
    internal async Task<Delivery> DeliverAsync(ChatAddress address, IReadOnlyList<Reply> replies, TimeSpan patience, TimeProvider clock)
    {
        if (open.GetValueOrDefault(address.Channel) is not { } adapter)
        {
            return new Delivery.NotSent();
        }

        if (address.Conversation.Length > 0)
        {
            var failure = await AttemptAsync((say, token) => adapter.ContinueConversationAsync(Application(address), Reference(address), say, token));
            if (failure is not ErrorResponseException { Response.StatusCode: HttpStatusCode.NotFound } and not KeyNotFoundException)
            {
                return Outcome(failure, null);
            }
        }

        string? created = null;
        var second = await AttemptAsync((say, token) => adapter.CreateConversationAsync(
            Application(address),
            address.Channel,
            address.ServiceUrl,
            null,
            Personal(address),
            (alone, saying) =>
            {
                created = alone.Activity.Conversation?.Id;
                return say(alone, saying);
            },
            token));
        return Outcome(second, created);

        // What goes wrong while it is said is caught before the adapter apologises for it.
        async Task<Exception?> AttemptAsync(Func<BotCallbackHandler, CancellationToken, Task> begin)
        {
            using CancellationTokenSource waiting = new(patience, clock);
            Exception? failure = null;
            try
            {
                await begin(
                    async (alone, token) =>
                    {
                        try
                        {
                            await Turns.SayAsync(alone, this, replies, token);
                        }
                        catch (Exception broken)
                        {
                            failure = broken;
                        }
                    },
                    waiting.Token);
            }
            catch (Exception broken)
            {
                failure ??= broken;
            }

            return failure;
        }
    }

    private Delivery Outcome(Exception? failure, string? created)
    {
        if (failure is null)
        {
            return new Delivery.Delivered(created);
        }

        var (kind, status) = (failure.GetType().Name, (int?)(failure as ErrorResponseException)?.Response?.StatusCode);
        Log.Undelivered(logger, kind, status);
        return failure switch
        {
            ErrorResponseException { Response: { } answer } => answer.StatusCode switch
            {
                HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed => new Delivery.NotYet(RetryAfter(answer.Headers)),
                HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new Delivery.Stopped(),
                < HttpStatusCode.InternalServerError => new Delivery.NotSent(),
                _ => new Delivery.Unknown(),
            },
            // No connection came about: nothing was heard.
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => new Delivery.NotSent(),
            KeyNotFoundException => new Delivery.Stopped(),
            _ => new Delivery.Unknown(),
        };
    }

    private static TimeSpan? RetryAfter(IDictionary<string, IEnumerable<string>> headers) =>
        headers.TryGetValue("Retry-After", out var values) && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86_400
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
