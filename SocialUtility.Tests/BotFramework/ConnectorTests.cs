using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace SocialUtility.Tests.BotFramework;

public sealed class ConnectorTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_goes_where_the_channel_expects_it()
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = (context, _) => FakeChannel.AnswerAsync(context, 200, context.Request.Method == "GET" && context.Request.Path.Value!.EndsWith("/members", StringComparison.Ordinal) ? "[]" : "{}");
        var talk = Client(channel, new WaitingClock()).Conversations;
        const string c = "19:c@thread.tacv2;messageid=1";
        var hello = new Activity { Type = "message", Text = "é" };

        await talk.SendToConversationAsync(c, hello, Now);
        await talk.ReplyToActivityAsync(c, "7", hello, Now);
        await talk.UpdateActivityAsync(c, "7", hello, Now);
        await talk.DeleteActivityAsync(c, "7", Now);
        await talk.CreateConversationAsync(new ConversationParameters { IsGroup = false, TenantId = "t", Members = [new ChannelAccount("29:x")] }, Now);
        await talk.GetConversationMembersAsync("a:1", Now);
        await talk.GetConversationPagedMembersAsync("a:1", 100, "x&y", Now);
        await ((Conversations)talk).GetConversationMemberAsync("29:x/y", "a:1", Now);

        const string there = "/amer/v3/conversations/19%3Ac%40thread.tacv2%3Bmessageid%3D1/activities";
        Assert.Equal(
            [
                $"POST {there}",
                $"POST {there}/7",
                $"PUT {there}/7",
                $"DELETE {there}/7",
                "POST /amer/v3/conversations",
                "GET /amer/v3/conversations/a%3A1/members",
                "GET /amer/v3/conversations/a%3A1/pagedmembers?pageSize=100&continuationToken=x%26y",
                "GET /amer/v3/conversations/a%3A1/members/29%3Ax%2Fy",
            ],
            channel.Heard.Select(h => $"{h.Method} {h.Path}"));
        Assert.Equal(("""{"type":"message","text":"é"}""", "application/json; charset=utf-8"), (channel.Heard[0].Body, channel.Heard[0].ContentType));
        Assert.Equal("""{"isGroup":false,"members":[{"id":"29:x"}],"tenantId":"t"}""", channel.Heard[4].Json.ToJsonString());
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_of_dots_does_not_walk_up_the_path(string id)
    {
        await using var channel = await FakeChannel.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => Client(channel, new WaitingClock()).Conversations.SendToConversationAsync(id, new Activity { Type = "message" }, Now));

        Assert.Empty(channel.Heard);
    }

    [Theory]
    // status, verb, how often the channel is called
    [InlineData(429, "POST", 5)]
    [InlineData(412, "POST", 5)]
    [InlineData(429, "PUT", 5)]
    [InlineData(502, "POST", 1)]
    [InlineData(503, "POST", 1)]
    [InlineData(504, "POST", 1)]
    [InlineData(502, "PUT", 5)]
    [InlineData(503, "GET", 5)]
    [InlineData(504, "DELETE", 5)]
    [InlineData(502, "typing", 5)]
    [InlineData(502, "create with a person", 5)]
    [InlineData(502, "create in a channel", 1)]
    [InlineData(400, "PUT", 1)]
    [InlineData(401, "PUT", 1)]
    [InlineData(403, "POST", 1)]
    [InlineData(404, "PUT", 1)]
    [InlineData(413, "PUT", 1)]
    [InlineData(500, "PUT", 1)]
    public async Task A_refused_call_is_repeated_only_where_that_is_right(int status, string verb, int calls)
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = (context, _) => FakeChannel.AnswerAsync(context, status, """{"error":{"code":"SomeCode","message":"m"}}""");

        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => CallAsync(Client(channel, new WaitingClock()), verb));

        Assert.Equal(((HttpStatusCode)status, "SomeCode"), (refusal.Response?.StatusCode, refusal.Body?.Error?.Code));
        Assert.Equal(calls, channel.Heard.Length);
    }

    [Fact]
    public async Task After_a_throttle_the_message_still_arrives()
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = (context, number) => number < 3 ? FakeChannel.AnswerAsync(context, 429) : FakeChannel.AnswerAsync(context, 201, """{"id":"m"}""");

        Assert.Equal("m", (await CallAsync(Client(channel, new WaitingClock()), "POST"))?.Id);
    }

    [Fact]
    public async Task Waits_double_and_differ_by_a_quarter()
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = (context, _) => FakeChannel.AnswerAsync(context, 429);
        var clock = new WaitingClock();

        await Assert.ThrowsAsync<ErrorResponseException>(() => CallAsync(Client(channel, clock), "POST"));

        Assert.Equal(4, clock.Waits.Length);
        Assert.All(clock.Waits.Zip([1.0, 2, 4, 8]), w => Assert.InRange(w.First.TotalSeconds, w.Second * 0.75, w.Second * 1.25));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Thu, 01 Jan 2026 00:00:07 GMT")]
    public async Task The_channel_says_how_long_to_wait(string retryAfter)
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = (context, number) => number == 1 ? FakeChannel.AnswerAsync(context, 429, retryAfter: retryAfter) : FakeChannel.AnswerAsync(context, 201);
        var clock = new WaitingClock();

        await CallAsync(Client(channel, clock), "POST");

        Assert.Equal([TimeSpan.FromSeconds(7)], clock.Waits);
    }

    [Fact]
    public async Task Who_should_wait_too_long_is_told_at_once()
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = (context, _) => FakeChannel.AnswerAsync(context, 429, retryAfter: "3600");
        var clock = new WaitingClock();

        var refusal = await Assert.ThrowsAsync<ErrorResponseException>(() => CallAsync(Client(channel, clock), "POST"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refusal.Response?.StatusCode);
        Assert.Equal("3600", Assert.Single(refusal.Response!.Headers["Retry-After"]));
        Assert.Empty(clock.Waits);
    }

    [Theory]
    [InlineData("POST", 1)]
    [InlineData("PUT", 5)]
    public async Task A_connection_closed_without_an_answer_may_have_been_heard(string verb, int calls)
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = (context, _) => { context.Abort(); return Task.CompletedTask; };

        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(Client(channel, new WaitingClock()), verb));

        Assert.Equal(calls, channel.Heard.Length);
    }

    [Fact]
    public async Task Where_nobody_listens_every_call_is_repeated()
    {
        var channel = await FakeChannel.StartAsync();
        var client = Client(channel, new WaitingClock(), out var clock);
        await channel.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(client, "POST"));

        Assert.Equal(4, clock.Waits.Length);
    }

    [Theory]
    [InlineData("POST", 1)]
    [InlineData("GET", 2)]
    public async Task A_channel_that_hangs_is_left(string verb, int calls)
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = async (context, _) => await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, Now, TaskContinuationOptions.None, TaskScheduler.Default);
        var transport = new ConnectorTransport(Http, new RetryPolicy { Tries = 2 }, new WaitingClock { LimitRunsOut = true });

        var given = await Assert.ThrowsAsync<TaskCanceledException>(() => CallAsync(new ConnectorClient(new Uri(channel.Url), null, transport), verb));

        Assert.IsType<TimeoutException>(given.InnerException);
        Assert.Equal(calls, channel.Heard.Length);
    }

    [Fact]
    public async Task Whoever_cancels_is_obeyed_while_the_channel_hangs()
    {
        await using var channel = await FakeChannel.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Now);
        channel.Answer = async (context, _) => { await stop.CancelAsync(); await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default); };

        var given = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CallAsync(Client(channel, new WaitingClock()), "GET", stop.Token));

        Assert.Equal(stop.Token, given.CancellationToken);
    }

    [Theory]
    [InlineData(202, null)]
    [InlineData(200, "<html>")]
    public async Task What_was_accepted_is_not_undone_by_an_answer_without_id(int status, string? answer)
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = (context, _) => FakeChannel.AnswerAsync(context, status, answer);

        Assert.Null((await CallAsync(Client(channel, new WaitingClock()), "POST"))?.Id);
        Assert.Single(channel.Heard);
    }

    [Fact]
    public async Task A_flood_in_answer_is_cut_off()
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = async (context, _) =>
        {
            var block = new byte[64 * 1024];
            Array.Fill(block, (byte)' ');
            for (var i = 0; i < 200 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(block);
            }
        };

        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(Client(channel, new WaitingClock()), "GET"));
    }

    private static HttpClient Http { get; } = ConnectorTransport.SharedClient();

    private static ConnectorClient Client(FakeChannel channel, WaitingClock clock) => Client(channel, clock, out _);

    private static ConnectorClient Client(FakeChannel channel, WaitingClock clock, out WaitingClock same) =>
        new(new Uri(channel.Url), null, new ConnectorTransport(Http, clock: same = clock));

    private static async Task<ResourceResponse?> CallAsync(ConnectorClient client, string verb, CancellationToken? token = null)
    {
        var (talk, cancellation, hello) = (client.Conversations, token ?? Now, new Activity { Type = "message", Text = "a" });
        switch (verb)
        {
            case "POST": return await talk.SendToConversationAsync("c", hello, cancellation);
            case "PUT": return await talk.UpdateActivityAsync("c", "1", hello, cancellation);
            case "typing": return await talk.SendToConversationAsync("c", new Activity { Type = "typing" }, cancellation);
            case "GET": await talk.GetConversationPagedMembersAsync("c", cancellationToken: cancellation); return null;
            case "DELETE": await talk.DeleteActivityAsync("c", "1", cancellation); return null;
            case "create with a person": await talk.CreateConversationAsync(new ConversationParameters { IsGroup = false, Members = [new ChannelAccount("29:x")] }, cancellation); return null;
            case "create in a channel": await talk.CreateConversationAsync(new ConversationParameters { IsGroup = true, Activity = hello }, cancellation); return null;
            default: throw new ArgumentException(verb, nameof(verb));
        }
    }
}
