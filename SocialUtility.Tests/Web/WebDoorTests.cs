using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using SocialUtility.Bot.Web;

namespace SocialUtility.Tests.Web;

/// <summary>What the door does with what no page of ours sends, and what it says about itself.</summary>
public sealed class WebDoorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Malformed => new()
    {
        { "nothing", "" },
        { "no JSON", "bonjour" },
        { "half of it", """{"type":"message","text":"a""" },
        { "a list", "[]" },
        { "null", "null" },
        { "no type", "{}" },
        { "a type of ours", """{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""" },
        { "an invoke", """{"type":"invoke","name":"adaptiveCard/action","value":{}}""" },
        { "a type that is a number", """{"type":1}""" },
        { "an empty message", """{"type":"message"}""" },
        { "a text that is a number", """{"type":"message","text":1}""" },
        { "too long a text", $$"""{"type":"message","text":"{{new string('a', 16 * 1024 + 1)}}"}""" },
        { "half a character", """{"type":"message","text":"\ud800"}""" },
        { "half a character in a name", """{"type":"message","value":{"\udc00":1}}""" },
        { "a key twice", """{"type":"message","type":"event","text":"a"}""" },
        { "a locale that is none", """{"type":"message","text":"a","locale":"../../etc"}""" },
        { "too deep", $$"""{"type":"message","value":{{new string('[', 32)}}{{new string(']', 32)}}}""" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_is_no_message_is_refused_with_a_reason_and_leaves_no_trace(string what, string body)
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var me = await house.EnterAsync();
        await me.StartAsync();
        var writes = house.Table.Writes;

        using var answer = await PostAsync(me, Encoding.UTF8.GetBytes(body));

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, what);
        Assert.Contains("BadArgument", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(writes, house.Table.Writes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_too_large_is_refused_whether_or_not_it_says_so(bool saysLength)
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var me = await house.EnterAsync();
        await me.StartAsync();
        var writes = house.Table.Writes;
        var body = Encoding.UTF8.GetBytes($$"""{"type":"message","value":"{{new string('a', DirectLine.MaxBody)}}"}""");

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{WebCaller.Line}/conversations/{me.Conversation}/activities") { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = !saysLength;
        using var answer = await me.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(writes, house.Table.Writes);
    }

    [Fact]
    public async Task The_largest_message_that_is_allowed_is_taken()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var me = await house.EnterAsync();
        await me.StartAsync();
        var frame = """{"type":"message","value":""}""";

        using var answer = await PostAsync(me, Encoding.UTF8.GetBytes(frame.Insert(frame.Length - 2, new string('a', DirectLine.MaxBody - frame.Length))));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task No_bytes_whatever_make_the_door_fail()
    {
        // Without the limit, which would stand before what is tried here.
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask, isLocal: false);
        var token = await house.Services.GetRequiredService<WebPasses>().IssueAsync("someone", "Someone", Cancellation);
        var random = new Random(20261123);
        string[] seeds =
        [
            """{"type":"message","text":"un","locale":"fr-FR","channelData":{"clientActivityID":"x","postBack":true},"from":{"id":"a"}}""",
            """{"type":"message","value":{"nonce":"n-12345678","a":[1,2.5e300,null,true]},"replyToId":"web-x|0000000001"}""",
            """{"type":"event","name":"webchat/join","value":"é€😀"}""",
        ];

        for (var round = 0; round < 400; round++)
        {
            // Another person each time, so that nobody says too much.
            using var me = new WebCaller(house.Address) { Token = await house.Services.GetRequiredService<WebPasses>().IssueAsync($"person {round / 10}", "Someone", Cancellation) };
            var body = Encoding.UTF8.GetBytes(seeds[round % seeds.Length]);
            for (var i = random.Next(1, 8); i > 0; i--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            if (round % 5 == 0)
            {
                random.NextBytes(body);
            }

            var path = (round % 4) switch { 0 => "conversations", 1 => "tokens/refresh", 2 => $"conversations/{WebPasses.ConversationOf($"person {round / 10}")}/upload", _ => $"conversations/{WebPasses.ConversationOf($"person {round / 10}")}/activities" };
            using var answer = await me.Http.PostAsync(new Uri($"{WebCaller.Line}/{path}", UriKind.Relative), new ByteArrayContent(body), Cancellation);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {(int)answer.StatusCode} for {Convert.ToHexString(body)}");
        }

        Assert.NotNull(token);
    }

    [Fact]
    public void No_token_whatever_makes_the_door_fail()
    {
        var passes = new WebPasses(new RowsInMemory(), TimeProvider.System);
        Prop.ForAll<string?>(text => passes.ReadAsync(text ?? "", WebPassUse.Chat, Cancellation).AsTask().Result is null).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("abc")]
    [InlineData("99999999999999999999999999")]
    [InlineData("9999999999")]
    public async Task A_watermark_that_is_none_is_refused(string watermark)
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var me = await house.EnterAsync();
        await me.StartAsync();

        foreach (var path in (string[])["/activities", ""])
        {
            using var answer = await me.Http.GetAsync(new Uri($"{WebCaller.Line}/conversations/{me.Conversation}{path}?watermark={watermark}", UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Who_sends_too_much_waits_and_nobody_else_does()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var me = await house.EnterAsync();
        await me.StartAsync();
        using var other = await house.EnterAsync("partner");
        await other.StartAsync();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
        {
            using var answer = await PostAsync(me, """{"type":"typing"}"""u8.ToArray());
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(29, answers.Count(status => status is HttpStatusCode.OK));
        Assert.All(answers.Skip(29), status => Assert.Equal(HttpStatusCode.TooManyRequests, status));
        await other.SayAsync("moi aussi");
    }

    [Fact]
    public async Task A_person_holds_a_few_lines_open_and_no_more()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var me = await house.EnterAsync();
        await me.StartAsync();
        var open = new List<WebStream>();
        for (var i = 0; i < OpenStreams.PerPerson; i++)
        {
            open.Add(await me.StreamAsync(""));
        }

        await Assert.ThrowsAsync<WebSocketException>(() => me.StreamAsync(""));

        await open[0].DisposeAsync();
        open[0] = await RetryAsync();
        foreach (var stream in open)
        {
            await stream.DisposeAsync();
        }

        async Task<WebStream> RetryAsync()
        {
            while (true)
            {
                try
                {
                    return await me.StreamAsync("");
                }
                catch (WebSocketException)
                {
                    // The server has not seen the other end go yet.
                }
            }
        }
    }

    [Fact]
    public async Task A_page_that_talks_down_its_stream_is_cut_off()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var me = await house.EnterAsync();
        await using var stream = await me.StreamAsync();
        await stream.SendAsync("");
        await stream.SendAsync(new('a', 5000));

        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task A_file_is_refused_kindly()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var me = await house.EnterAsync();
        await me.StartAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[1000]), "file", "photo.jpg" } };

        using var answer = await me.Http.PostAsync(new Uri($"{WebCaller.Line}/conversations/{me.Conversation}/upload?userId=x", UriKind.Relative), form, Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("on écrit", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_store_is_away_the_door_says_so_and_is_not_ready()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var me = await house.EnterAsync();
        await me.StartAsync();
        house.Table.Away = true;

        using var said = await me.PostAsync(new { type = "message", text = "un" });
        using var ready = await me.Http.GetAsync(new Uri("/readyz", UriKind.Relative), Cancellation);
        using var alive = await me.Http.GetAsync(new Uri("/healthz", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, said.StatusCode);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "store"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancellation)));
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Fact]
    public async Task With_its_store_the_house_is_ready()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var http = new HttpClient { BaseAddress = house.Address };

        Assert.Equal("ready", await http.GetStringAsync(new Uri("/readyz", UriKind.Relative), Cancellation));
    }

    [Theory]
    [InlineData(null, null, "fr")]
    [InlineData("en-GB,en;q=0.9", null, "en")]
    [InlineData("de,fr;q=0.8,en;q=0.7", null, "fr")]
    [InlineData("de", null, "fr")]
    [InlineData("en", "fr", "fr")]
    [InlineData("fr", "en", "en")]
    [InlineData("fr", "xx", "fr")]
    [InlineData(";;;q=z,=", "\"><script>", "fr")]
    public async Task The_page_speaks_French_or_what_is_asked_for(string? accepted, string? asked, string expected)
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var http = new HttpClient { BaseAddress = house.Address };
        if (accepted is not null)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);
        }

        var page = await http.GetStringAsync(new Uri(asked is null ? "/" : $"/?lang={Uri.EscapeDataString(asked)}", UriKind.Relative), Cancellation);

        Assert.Contains($"""<html lang="{expected}">""", page, StringComparison.Ordinal);
        Assert.Contains(expected is "fr" ? "Coordinatrice" : "Coordinator", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_allows_no_script_but_its_own_and_stands_in_no_frame()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var http = new HttpClient { BaseAddress = house.Address };

        using var page = await http.GetAsync(house.Address, Cancellation);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_chat_script_is_sent_small_and_kept_for_good()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        var assets = house.Services.GetRequiredService<WebAssets>();
        Assert.True(assets.HasWebChat, "This build has no Web Chat: Node and a network are needed once.");
        using var http = new HttpClient { BaseAddress = house.Address };
        http.DefaultRequestHeaders.AcceptEncoding.Add(new("gzip"));

        using var script = await http.GetAsync(new Uri(assets.Address(WebAssets.WebChat), UriKind.Relative), Cancellation);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        Assert.InRange((await script.Content.ReadAsByteArrayAsync(Cancellation)).Length, 500_000, 1_100_000);
        Assert.Equal(TimeSpan.FromDays(365), script.Headers.CacheControl!.MaxAge);

        using var again = new HttpRequestMessage(HttpMethod.Get, script.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(script.Headers.ETag!.ToString()));
        using var unchanged = await http.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Built_without_the_chat_script_the_page_says_how_to_get_it()
    {
        var empty = Directory.CreateTempSubdirectory();
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask, change: builder => builder.Services.AddSingleton(new WebAssets(empty.FullName)));
        using var http = new HttpClient { BaseAddress = house.Address };

        var page = WebUtility.HtmlDecode(await http.GetStringAsync(house.Address, Cancellation));
        var english = WebUtility.HtmlDecode(await http.GetStringAsync(new Uri("/?lang=en", UriKind.Relative), Cancellation));

        Assert.Contains("Il manque la fenêtre de conversation", page, StringComparison.Ordinal);
        Assert.Contains("The chat window is missing", english, StringComparison.Ordinal);
        Assert.Contains("dotnet build SocialUtility.Bot", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        empty.Delete();
    }

    private static Task<HttpResponseMessage> PostAsync(WebCaller caller, byte[] body) =>
        caller.Http.PostAsync(new Uri($"{WebCaller.Line}/conversations/{caller.Conversation}/activities", UriKind.Relative), new ByteArrayContent(body), Cancellation);
}
