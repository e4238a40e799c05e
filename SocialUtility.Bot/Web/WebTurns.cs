using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;

namespace SocialUtility.Bot.Web;

/// <summary>Lets the bot hear what a person said, behind the answer to their request: one turn at a time a conversation, in order.</summary>
public sealed partial class WebTurns(
    Conversations conversations,
    WebChatAdapter adapter,
    IServiceScopeFactory scopes,
    IHostApplicationLifetime host,
    TimeProvider clock,
    ILogger<WebTurns> logger)
{
    /// <summary>The longest a turn may take.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(60);

    /// <summary>The cards that a submission may come from: those that the person may still see.</summary>
    private const int LookedAt = 3 * ChatTranscript.Shown;

    /// <summary>
    /// Writes the activity down and lets the bot hear it. The same activity sent again (the answer was lost on the way)
    /// has the id that it got first, and the bot does not hear it twice. Null where too many wait.
    /// </summary>
    public async Task<string?> SayAsync(JsonObject activity, string conversationId)
    {
        // Not the request's: what is half written because a page was closed would never be heard.
        var cancellation = host.ApplicationStopping;
        using var lease = conversations.Enter(conversationId);
        var conversation = lease.Conversation;
        var place = conversation.ReserveTurn();
        if (place is null)
        {
            return null;
        }

        try
        {
            using var _ = await conversation.WriteAsync(cancellation);
            if (HeardActivity.ClientIdOf(activity) is { } clientId
                && await conversation.Transcript.FindAsync(earlier => HeardActivity.ClientIdOf(earlier) == clientId, LookedAt, cancellation) is { } known)
            {
                return known["id"]!.GetValue<string>();
            }

            if (!activity.ContainsKey("replyToId") && HeardActivity.NonceOf(activity) is { } nonce)
            {
                // Teams says from which card a submission comes, Web Chat does not.
                var card = await conversation.Transcript.FindAsync(earlier => ChatTranscript.Holds(earlier, nonce), LookedAt, cancellation);
                activity["replyToId"] = card?["id"]?.DeepClone();
            }

            var id = await conversation.AppendHeldAsync(activity, cancellation);
            Enqueue(conversation, activity, place);
            place = null;
            return id;
        }
        finally
        {
            place?.Dispose();
        }
    }

    /// <summary>Tells the bot that a person has come into a new conversation.</summary>
    public void Welcome(Conversation conversation, WebPass pass, string? locale)
    {
        if (conversation.ReserveTurn() is { } place)
        {
            Enqueue(conversation, HeardActivity.Arrival(pass, locale, clock.GetUtcNow()), place);
        }
    }

    private void Enqueue(Conversation conversation, JsonObject activity, IDisposable place)
    {
        // The turn is on its own from here: who asked may have gone.
        var lease = conversations.Enter(conversation.Id);
        conversation.Enqueue(async () =>
        {
            using (lease)
            using (place)
            {
                await RunAsync(activity);
            }
        });
    }

    private async Task RunAsync(JsonObject activity)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, host.ApplicationStopping);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await adapter.HearAsync(activity, scope.ServiceProvider.GetRequiredService<IBot>().OnTurnAsync, stop.Token);
        }
        catch (OperationCanceledException) when (host.ApplicationStopping.IsCancellationRequested)
        {
            Log.Stopped(logger);
        }
        catch (Exception exception)
        {
            // Nobody waits for this turn: what is not said here is never known.
            Log.Failed(logger, exception.GetType().Name, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A turn of the web chat failed ({Kind}).")]
        public static partial void Failed(ILogger logger, string kind, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "A turn of the web chat was cut short: the host stops.")]
        public static partial void Stopped(ILogger logger);
    }
}
