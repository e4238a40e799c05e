using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace SocialUtility.Tests.BotFramework;

public sealed class CloudAdapterTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_heard_is_answered_over_the_connector()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await BotHost.StartAsync(async (turn, cancellation) =>
        {
            var sent = await turn.SendActivityAsync("Écho : " + turn.Activity.Text, cancellationToken: cancellation);
            Assert.Equal("m1", sent.Id);
            Assert.NotNull(turn.TurnState.Get<IConnectorClient>());
        });

        Assert.Equal((HttpStatusCode.OK, ""), await host.PostAsync(Message(channel)));

        var reply = Assert.Single(channel.Heard);
        Assert.Equal(("POST", "/amer/v3/conversations/a%3A1/activities/77", null), (reply.Method, reply.Path, reply.Authorization));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""{"type":"message","text":"Écho : salut","inputHint":"acceptingInput","from":{"id":"28:app"},"recipient":{"id":"29:1"},"conversation":{"id":"a:1"},"replyToId":"77","channelId":"test","serviceUrl":"{{channel.Url}}","locale":"fr-FR"}"""),
            reply.Json), reply.Body);
    }

    [Theory]
    [InlineData("GET", 405)]
    [InlineData("HEAD", 405)]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    [InlineData("POST", 200)]
    public async Task Only_posts_are_heard(string method, int status)
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);

        Assert.Equal((HttpStatusCode)status, (await host.PostAsync(Encoding.UTF8.GetBytes(LocalMessage), method: method)).Status);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=UTF-8", 200)]
    [InlineData("application/json; charset=\"utf-8\"", 200)]
    [InlineData("text/plain", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("nonsense", 415)]
    [InlineData("", 415)]
    public async Task Only_json_is_heard(string contentType, int status)
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);

        Assert.Equal((HttpStatusCode)status, (await host.PostAsync(Encoding.UTF8.GetBytes(LocalMessage), contentType)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":null}")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"type\":\"message\"} {}")]
    [InlineData("{\"type\":\"message\",\"membersAdded\":5}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}")]
    public async Task What_is_no_activity_is_refused(string body)
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);

        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(body)).Status);
    }

    [Fact]
    public async Task An_activity_deeper_than_any_card_is_refused()
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        string Deep(int levels) => $$"""{"type":"message","serviceUrl":"http://127.0.0.1/","value":{{new string('[', levels)}}{{new string(']', levels)}}}""";

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Deep(50))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(Deep(70))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(Deep(50_000))).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_beyond_the_limit_is_refused(bool chunked)
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        byte[] Long(int characters) => Encoding.UTF8.GetBytes($$"""{"type":"message","serviceUrl":"http://127.0.0.1/","text":"{{new string('a', characters)}}"}""");

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Long(200_000), chunked: chunked)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostAsync(Long(300_000), chunked: chunked)).Status);
    }

    [Fact]
    public async Task No_bytes_make_the_server_fail()
    {
        await using var host = await BotHost.StartAsync(new CardHandlerBot().TurnAsync);
        var random = new Random(42);
        var seeds = Captures.All().Select(r => Encoding.UTF8.GetBytes(r.Data.Replace("https://smba.trafficmanager.net/emea/tenant-1/", "http://127.0.0.1:1/", StringComparison.Ordinal))).ToArray();
        for (var i = 0; i < 400; i++)
        {
            var bytes = seeds[i % seeds.Length].ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(bytes.Length);
                switch (random.Next(4))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes[at] = (byte)"{}[]\",:\\0tn"[random.Next(11)]; break;
                    case 2: bytes = bytes[..at]; break;
                    default: bytes = [.. bytes[..at], .. bytes[random.Next(bytes.Length)..]]; break;
                }

                if (bytes.Length == 0)
                {
                    break;
                }
            }

            var (status, _) = await host.PostAsync(bytes);
            Assert.True((int)status < 500 || status == HttpStatusCode.NotImplemented, $"{status}: {Encoding.UTF8.GetString(bytes)}");
        }
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"v","data":{}}}""", 200, "application/vnd.microsoft.activity.message")]
    [InlineData("{}", 400, "application/vnd.microsoft.error")]
    public async Task A_card_action_is_answered_in_the_response(string value, int status, string type)
    {
        await using var host = await BotHost.StartAsync(new CardHandlerBot().TurnAsync);

        var (code, body) = await host.PostAsync($$"""{"type":"invoke","name":"adaptiveCard/action","serviceUrl":"http://127.0.0.1/","value":{{value}}}""");

        Assert.Equal(((HttpStatusCode)status, type), (code, (string?)JsonNode.Parse(body)!["type"]));
    }

    [Fact]
    public async Task An_invoke_that_nobody_answers_is_not_implemented()
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);

        Assert.Equal((HttpStatusCode.NotImplemented, ""), await host.PostAsync("""{"type":"invoke","name":"x","serviceUrl":"http://127.0.0.1/"}"""));
    }

    [Fact]
    public async Task Replies_that_are_expected_come_in_the_response()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await BotHost.StartAsync(async (turn, cancellation) =>
        {
            await turn.SendActivityAsync("un", cancellationToken: cancellation);
            await turn.SendActivityAsync("deux", cancellationToken: cancellation);
            Assert.True(turn.Responded);
        });

        var (status, body) = await host.PostAsync(Message(channel, """
            ,"deliveryMode":"expectReplies"
            """));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["un", "deux"], JsonNode.Parse(body)!["activities"]!.AsArray().Select(a => (string?)a!["text"]));
        Assert.Empty(channel.Heard);
    }

    [Fact]
    public async Task Without_an_application_only_this_machine_is_answered()
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("""{"type":"message","serviceUrl":"https://smba.trafficmanager.net/"}""")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync("""{"type":"message"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("""{"type":"message","serviceUrl":"http://localhost:1/_connector"}""")).Status);
    }

    [Fact]
    public async Task The_bot_speaks_first_in_a_conversation_it_knows()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        var reference = new ConversationReference { ServiceUrl = channel.Url, ChannelId = "msteams", Conversation = new ConversationAccount(id: "a:1"), User = new ChannelAccount("29:1"), Bot = new ChannelAccount("28:app"), Locale = "fr-FR" };

        await host.Adapter.ContinueConversationAsync("app", reference, (turn, cancellation) => turn.SendActivityAsync("Rappel", cancellationToken: cancellation), Now);

        var said = Assert.Single(channel.Heard);
        Assert.Equal(("/amer/v3/conversations/a%3A1/activities", "Rappel", "29:1"), (said.Path, (string?)said.Json["text"], (string?)said.Json["recipient"]!["id"]));
    }

    [Fact]
    public async Task The_bot_opens_a_conversation_with_a_person()
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = (context, number) => FakeChannel.AnswerAsync(context, 201, number == 1 ? """{"id":"a:new"}""" : """{"id":"m"}""");
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);

        await host.Adapter.CreateConversationAsync(
            "app",
            Channels.Msteams,
            channel.Url,
            null,
            new ConversationParameters { IsGroup = false, TenantId = "t", Members = [new ChannelAccount("29:1")] },
            async (turn, cancellation) =>
            {
                Assert.Equal(("CreateConversation", "t"), (turn.Activity.Name, turn.Activity.Conversation?.TenantId));
                await turn.SendActivityAsync(new Activity { Type = "message", Text = "Bonjour" }, cancellation);
            },
            Now);

        Assert.Equal(["/amer/v3/conversations", "/amer/v3/conversations/a%3Anew/activities"], channel.Heard.Select(h => h.Path));
        Assert.Null(channel.Heard[1].Json["replyToId"]);
    }

    [Fact]
    public async Task A_turn_updates_deletes_and_waits_and_keeps_traces_to_itself()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var host = await BotHost.StartAsync(async (turn, cancellation) =>
        {
            await turn.SendActivitiesAsync([new Activity { Type = "trace" }, new Activity { Type = "delay", Value = 1 }], cancellation);
            await turn.UpdateActivityAsync(new Activity { Type = "message", Id = "5", Text = "neu" }, cancellation);
            await turn.DeleteActivityAsync("6", cancellation);
        });

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Message(channel))).Status);

        Assert.Equal(["PUT /amer/v3/conversations/a%3A1/activities/5", "DELETE /amer/v3/conversations/a%3A1/activities/6"], channel.Heard.Select(h => $"{h.Method} {h.Path}"));
    }

    [Fact]
    public async Task People_and_teams_are_asked_for()
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.Answer = (context, _) => FakeChannel.AnswerAsync(context, 200, context.Request.Path.Value!.Split("/v3/")[1] switch
        {
            "conversations/a:1/members/29:2" => """{"id":"29:2","objectId":"o2","name":"Awa","email":"awa@example.org","userPrincipalName":"awa@x"}""",
            "conversations/a:1/pagedmembers" => """{"members":[{"id":"29:2","aadObjectId":"o2","givenName":"Awa"}],"continuationToken":"next"}""",
            "teams/19:t" => """{"id":"19:t","name":"T","aadGroupId":"g","memberCount":3}""",
            _ => """{"conversations":[{"id":"19:general"},{"id":"19:c","name":"c"}]}""",
        });
        List<string?> seen = [];
        await using var host = await BotHost.StartAsync(async (turn, cancellation) =>
        {
            var member = await TeamsInfo.GetMemberAsync(turn, "29:2", cancellation);
            var page = await TeamsInfo.GetPagedMembersAsync(turn, 100, cancellationToken: cancellation);
            var team = await TeamsInfo.GetTeamDetailsAsync(turn, "19:t", cancellation);
            var channels = await TeamsInfo.GetTeamChannelsAsync(turn, "19:t", cancellation);
            seen.AddRange(member.AadObjectId, member.Email, page.Members![0].GivenName, page.ContinuationToken, team.Name, channels[1].Name);
        });

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Message(channel))).Status);

        Assert.Equal(["o2", "awa@example.org", "Awa", "next", "T", "c"], seen);
    }

    [Fact]
    public async Task Typing_is_shown_while_the_answer_takes_long()
    {
        await using var channel = await FakeChannel.StartAsync();
        var typed = new TaskCompletionSource();
        channel.Answer = (context, _) => { typed.TrySetResult(); return FakeChannel.AnswerAsync(context, 202); };
        await using var host = await BotHost.StartAsync(async (turn, cancellation) =>
        {
            await typed.Task.WaitAsync(cancellation);
            Assert.False(turn.Responded);
        });
        host.Adapter.Use(new ShowTypingMiddleware(1, 60_000));

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Message(channel))).Status);

        Assert.Equal("typing", (string?)Assert.Single(channel.Heard).Json["type"]);
    }

    private const string LocalMessage = """{"type":"message","serviceUrl":"http://127.0.0.1/"}""";

    private static string Message(FakeChannel channel, string more = "") =>
        $$"""{"type":"message","id":"77","text":"salut","locale":"fr-FR","channelId":"test","serviceUrl":"{{channel.Url}}","from":{"id":"29:1"},"recipient":{"id":"28:app"},"conversation":{"id":"a:1"}{{more}}}""";

    private sealed class CardHandlerBot
    {
        private readonly CardHandler handler = new();

        public Task TurnAsync(ITurnContext turn, CancellationToken cancellation) => ((IBot)handler).OnTurnAsync(turn, cancellation);
    }
}
