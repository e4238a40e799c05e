using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SocialUtility.Tests.Web;

/// <summary>A page's side of the protocol, without the page.</summary>
internal sealed class WebCaller(Uri house) : IDisposable
{
    public const string Line = "/v3/directline";

    public HttpClient Http { get; } = new() { BaseAddress = house };

    public string Conversation { get; private set; } = "";

    public string Token
    {
        get;
        set
        {
            field = value;
            Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", value);
        }
    }

    = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task EnterAsync(string persona, string lang = "fr")
    {
        using var answer = await Http.PostAsJsonAsync("/web/enter", new { persona, lang }, Cancellation);
        Token = (await JsonAsync(answer))["token"]!.GetValue<string>();
    }

    /// <summary>Opens the conversation; the answer says where its stream is.</summary>
    public async Task<JsonObject> StartAsync(string locale = "fr-FR")
    {
        using var answer = await Http.PostAsJsonAsync($"{Line}/conversations", new { user = new { }, locale }, Cancellation);
        var opening = await JsonAsync(answer);
        Conversation = opening["conversationId"]!.GetValue<string>();
        return opening;
    }

    public Task<HttpResponseMessage> PostAsync(object activity) =>
        Http.PostAsJsonAsync($"{Line}/conversations/{Conversation}/activities", activity, Cancellation);

    public async Task<string> SayAsync(string text, string? clientId = null)
    {
        using var answer = await PostAsync(new { type = "message", text, locale = "fr-FR", from = new { id = "somebody else" }, channelData = new { clientActivityID = clientId } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await JsonAsync(answer))["id"]!.GetValue<string>();
    }

    public async Task<(IReadOnlyList<JsonObject> Activities, string Watermark)> ReadAsync(string? watermark = null)
    {
        using var answer = await Http.GetAsync($"{Line}/conversations/{Conversation}/activities?watermark={watermark}", Cancellation);
        var page = await JsonAsync(answer);
        return ([.. page["activities"]!.AsArray().Select(activity => activity!.AsObject())], page["watermark"]!.GetValue<string>());
    }

    /// <summary>What a page shows once it is enough: what the bot says comes behind the answer to the request.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadUntilAsync(Predicate<IReadOnlyList<JsonObject>> enough)
    {
        await using var stream = await StreamAsync("");
        var shown = new Dictionary<string, JsonObject>();
        while (!enough([.. shown.Values]))
        {
            var activity = (await stream.NextAsync())!;
            if (activity["id"]?.GetValue<string>() is { } id)
            {
                shown[id] = activity;
            }
        }

        return [.. shown.Values];
    }

    public async Task<WebStream> StreamAsync(string? watermark = null)
    {
        string address;
        if (watermark is null)
        {
            address = (await StartAsync())["streamUrl"]!.GetValue<string>();
        }
        else
        {
            using var answer = await Http.GetAsync($"{Line}/conversations/{Conversation}?watermark={watermark}", Cancellation);
            address = (await JsonAsync(answer))["streamUrl"]!.GetValue<string>();
        }

        return await WebStream.OpenAsync(new(address));
    }

    public static async Task<JsonObject> JsonAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
    }

    public void Dispose() => Http.Dispose();
}

/// <summary>The open line of a page, read activity by activity.</summary>
internal sealed class WebStream : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly Queue<JsonObject> read = new();

    public string Watermark { get; private set; } = "";

    public WebSocketState State => socket.State;

    public static async Task<WebStream> OpenAsync(Uri address)
    {
        var stream = new WebStream();
        await stream.socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        return stream;
    }

    /// <summary>The next activity, or null when the server has closed the line.</summary>
    public async Task<JsonObject?> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (read.Count == 0)
        {
            using var frame = new MemoryStream();
            var buffer = new byte[8192];
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer, patience.Token);
                frame.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            if (part.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            var page = JsonNode.Parse(frame.ToArray())!;
            Watermark = page["watermark"]?.GetValue<string>() ?? Watermark;
            foreach (var activity in page["activities"]!.AsArray())
            {
                read.Enqueue(activity!.AsObject());
            }
        }

        return read.Dequeue();
    }

    public async Task<JsonObject> NextOfAsync(string type)
    {
        while (await NextAsync() is { } activity)
        {
            if (activity["type"]!.GetValue<string>() == type)
            {
                return activity;
            }
        }

        throw new InvalidOperationException($"The line was closed before a {type}.");
    }

    public Task SendAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (socket.State is WebSocketState.Open)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }

        socket.Dispose();
    }
}
