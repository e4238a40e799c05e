using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using SocialUtility.Benchmarks.Servers;

namespace SocialUtility.Benchmarks.Load;

/// <summary>The channel, as Teams is one: posts what people say, and takes what the bot answers at an address of its own.</summary>
internal sealed class Channel : IAsyncDisposable
{
    private static readonly byte[] Taken = """{"id":"1776825925953"}"""u8.ToArray();

    private readonly WebApplication connector;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly long[] answeredAt = new long[World.People];

    private Channel(WebApplication connector, string serviceUrl) => (this.connector, ServiceUrl) = (connector, serviceUrl);

    private string ServiceUrl { get; }

    public static async Task<Channel> OpenAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        var app = builder.Build();
        var url = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        app.Urls.Add(url);
        Channel channel = new(app, $"{url}/emea/{World.Tenant}/");
        app.Run(channel.TakeAsync);
        await app.StartAsync();
        return channel;
    }

    /// <summary>Plays those turns, so many at a time; how long each person waited for their answer.</summary>
    public async Task<Played> PlayAsync(ServerProcess server, Func<int, string> said, Range turns, int together)
    {
        var (first, count) = (turns.Start.Value, turns.End.Value - turns.Start.Value);
        var waited = new TimeSpan[count];
        var next = -1;
        var cpu = server.Cpu;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, together).Select(async _ =>
        {
            for (int turn; (turn = Interlocked.Increment(ref next)) < count;)
            {
                waited[turn] = await TurnAsync(server.Messages, said(first + turn), World.ValueAt(first + turn).Person);
            }
        }));
        return new(Stopwatch.GetElapsedTime(started), server.Cpu - cpu, waited);
    }

    /// <summary>Posts until somebody listens; how long after the start of its process the first answer came.</summary>
    public async Task<TimeSpan> FirstAnswerAsync(ServerProcess server, Func<int, string> said, int turn)
    {
        var person = World.ValueAt(turn).Person;
        while (true)
        {
            try
            {
                await TurnAsync(server.Messages, said(turn), person);
                return Stopwatch.GetElapsedTime(server.StartedAt, answeredAt[person]);
            }
            catch (HttpRequestException notYet) when (notYet.HttpRequestError == HttpRequestError.ConnectionError && !server.HasEnded)
            {
                await Task.Delay(2);
            }
        }
    }

    /// <summary>Words, as somebody types them.</summary>
    public string Words(int turn) => Activity(turn, "\"text\":\"42\",\"textFormat\":\"plain\"");

    /// <summary>A value, as the card of « saisir » sends it.</summary>
    public string Value(int turn)
    {
        var (_, indicator, month, amount) = World.ValueAt(turn);
        return Activity(turn, $$"""
            "replyToId":"1776825920001","value":{"kind":"value.record","nonce":"n{{turn:D12}}","v":0,"indicator":"{{indicator}}","period":"{{month}}","valeur":"{{amount}}","certitude":"Counted","contexte":""}
            """);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await connector.DisposeAsync();
    }

    private string Activity(int turn, string content)
    {
        var person = World.ValueAt(turn).Person;
        return $$$"""
            {"type":"message","id":"17768{{{turn:D8}}}","timestamp":"2026-11-22T02:45:26.0070993Z","localTimestamp":"2026-11-22T03:45:26.0070993+01:00","localTimezone":"Europe/Paris",
            "serviceUrl":"{{{ServiceUrl}}}","channelId":"msteams","locale":"fr-FR",
            "from":{"id":"29:1person-{{{person:D5}}}","name":"Personne {{{person}}}","aadObjectId":"{{{World.Entra(person)}}}"},"recipient":{"id":"28:bot","name":"Utilité sociale"},
            "conversation":{"conversationType":"personal","tenantId":"{{{World.Tenant}}}","id":"a:1conversation-{{{person:D5}}}"},
            "entities":[{"type":"clientInfo","locale":"fr-FR","country":"FR","platform":"Web","timezone":"Europe/Paris"}],
            "channelData":{"tenant":{"id":"{{{World.Tenant}}}"}},{{{content}}}}
            """;
    }

    private async Task<TimeSpan> TurnAsync(Uri bot, string activity, int person)
    {
        using var content = new StringContent(activity, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json", "utf-8"));
        Volatile.Write(ref answeredAt[person], 0);
        var saidAt = Stopwatch.GetTimestamp();
        using var response = await http.PostAsync(bot, content);
        return response.StatusCode != HttpStatusCode.OK ? throw new InvalidOperationException($"The bot answered {(int)response.StatusCode}.")
            : Volatile.Read(ref answeredAt[person]) is > 0 and var answered ? Stopwatch.GetElapsedTime(saidAt, answered)
            : throw new InvalidOperationException("The bot did not answer.");
    }

    /// <summary>An answer has come: posted, or put in the place of the card that was pressed.</summary>
    private async Task TakeAsync(HttpContext request)
    {
        var arrived = Stopwatch.GetTimestamp();
        await request.Request.Body.CopyToAsync(Stream.Null);
        // …/v3/conversations/a:1conversation-00042/activities/…
        var path = request.Request.Path.Value!;
        var at = path.IndexOf("conversation-", StringComparison.Ordinal) + "conversation-".Length;
        Volatile.Write(ref answeredAt[int.Parse(path.AsSpan(at, 5), NumberStyles.None, CultureInfo.InvariantCulture)], arrived);
        request.Response.StatusCode = request.Request.Method == HttpMethod.Put.Method ? 200 : 201;
        request.Response.ContentType = "application/json; charset=utf-8";
        request.Response.ContentLength = Taken.Length;
        await request.Response.Body.WriteAsync(Taken);
    }
}

/// <summary>Some turns: how long all took, what they cost the bot's process, and how long each person waited.</summary>
internal sealed record Played(TimeSpan Elapsed, TimeSpan Cpu, TimeSpan[] Waited)
{
    public double CpuMicrosecondsATurn => Cpu.TotalMicroseconds / Waited.Length;

    public double TurnsASecond => Waited.Length / Elapsed.TotalSeconds;

    public double WaitedMilliseconds(double share) => Waited.Order().ElementAt((int)Math.Min(Waited.Length - 1, Waited.Length * share)).TotalMilliseconds;
}
