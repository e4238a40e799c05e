using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>
/// The open line to a page. It reads the transcript on from its watermark whenever there is news, so that what a page sees
/// is in order and complete, however slow the page is, and also when another instance wrote.
/// </summary>
internal sealed class DirectLineStream(WebSocket socket, Conversation conversation, TimeProvider clock)
{
    /// <summary>Without news from this process the store is asked that often: another instance may have written.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    /// <summary>Then the page opens a new one with its token of the day: who may not come in any more is out by then.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private const int PerFrame = 20;

    public static async Task<IResult> OpenAsync(HttpContext http, string conversation, string? watermark, Conversations conversations, OpenStreams streams, IHostApplicationLifetime host, TimeProvider clock)
    {
        if (!http.WebSockets.IsWebSocketRequest || !DirectLine.Watermark(watermark, out var from))
        {
            return Refusal.Bad("a WebSocket is opened here, with a number as watermark");
        }

        using var place = streams.Take(WebGate.PassOf(http).Person);
        if (place is null)
        {
            return Refusal.TooMany;
        }

        using var lease = conversations.Enter(conversation);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var over = new CancellationTokenSource(Life, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(over.Token, host.ApplicationStopping, http.RequestAborted);
        await new DirectLineStream(socket, lease.Conversation, clock).RunAsync(from, end);
        return Results.Empty;
    }

    private async Task RunAsync(long? watermark, CancellationTokenSource end)
    {
        using var cut = new CancellationTokenSource();
        var listening = ListenAsync(end, cut.Token);
        try
        {
            await SpeakAsync(watermark, end.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or StoreUnavailableException)
        {
            // The page has gone, the host stops or the store is away: the page comes back by itself.
        }

        // To cancel a reading breaks the line: first good-bye, then a moment for the answer.
        cut.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, cut.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // Gone already.
        }

        await listening;
    }

    private async Task SpeakAsync(long? watermark, CancellationToken cancellation)
    {
        var typed = conversation.Typed;
        while (true)
        {
            var changed = conversation.Changed;
            var typing = conversation.Typed;
            var page = watermark is { } from ? await conversation.Transcript.SinceAsync(from, cancellation) : await conversation.Transcript.RecentAsync(cancellation);
            watermark = page.Watermark;
            foreach (var part in page.Activities.Chunk(PerFrame))
            {
                await SendAsync((page with { Activities = part }).ToJson(), cancellation);
            }

            // Typing that came before a message of the bot is over with it.
            if (typing != typed && !page.Activities.Any(activity => !HeardActivity.IsFromPerson(activity) && ChatTranscript.PlaceOf(activity) > typing.After))
            {
                await SendAsync(TypingFrame, cancellation);
            }

            typed = typing;
            try
            {
                await changed.WaitAsync(Beat, clock, cancellation);
            }
            catch (TimeoutException)
            {
                // A beat.
            }
        }
    }

    /// <summary>The page says nothing here but that it is alive; anything long is no page of ours.</summary>
    private async Task ListenAsync(CancellationTokenSource end, CancellationToken cut)
    {
        var buffer = new byte[1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, cut) is { MessageType: not WebSocketMessageType.Close, EndOfMessage: true })
            {
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // Gone.
        }

        await end.CancelAsync();
    }

    private ValueTask SendAsync(string frame, CancellationToken cancellation) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(frame).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    /// <summary>Without a watermark: it is not kept.</summary>
    private static string TypingFrame { get; } = JsonSerializer.Serialize(
        new { activities = new[] { new { type = "typing", channelId = WebChannel.Id, from = new { id = WebChannel.BotId, name = WebChannel.BotName, role = "bot" } } } },
        WireJson.Options);
}

/// <summary>How many lines each person holds open: a few pages, not a thousand.</summary>
public sealed class OpenStreams
{
    public const int PerPerson = 8;

    private readonly Lock state = new();
    private readonly Dictionary<string, int> open = [];

    public IDisposable? Take(string person)
    {
        lock (state)
        {
            var held = open.GetValueOrDefault(person);
            if (held >= PerPerson)
            {
                return null;
            }

            open[person] = held + 1;
            return new Once(() => Release(person));
        }
    }

    private void Release(string person)
    {
        lock (state)
        {
            if (--open[person] == 0)
            {
                open.Remove(person);
            }
        }
    }
}
