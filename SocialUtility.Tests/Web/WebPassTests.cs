using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Bot.Web;

namespace SocialUtility.Tests.Web;

/// <summary>Tokens of the web door: only the house makes them, and each opens one conversation for a time.</summary>
public sealed class WebPassTests
{
    private readonly RowsInMemory table = new();
    private readonly FakeTimeProvider clock = new(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WebPasses Passes => field ??= new(table, clock);

    [Fact]
    public async Task A_token_says_who_one_is_and_in_which_conversation()
    {
        var token = await Passes.IssueAsync("local:volunteer", "Bénévole", Cancellation);

        var pass = await Passes.ReadAsync(token, WebPassUse.Chat, Cancellation);

        Assert.Equal(new("local:volunteer", WebPasses.ConversationOf("local:volunteer"), "Bénévole", clock.GetUtcNow() + WebPasses.ChatLife, WebPassUse.Chat), pass);
        Assert.NotEqual(WebPasses.ConversationOf("local:partner"), pass!.Conversation);
    }

    [Fact]
    public async Task A_token_is_over_after_its_time_unless_it_was_renewed()
    {
        var token = await Passes.IssueAsync("local:volunteer", "Bénévole", Cancellation);
        clock.Advance(WebPasses.ChatLife - TimeSpan.FromSeconds(1));
        var renewed = await Passes.RenewAsync((await Passes.ReadAsync(token, WebPassUse.Chat, Cancellation))!, WebPassUse.Chat, Cancellation);

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await Passes.ReadAsync(token, WebPassUse.Chat, Cancellation));
        Assert.NotNull(await Passes.ReadAsync(renewed, WebPassUse.Chat, Cancellation));
    }

    [Fact]
    public async Task A_token_for_a_stream_opens_a_stream_and_nothing_else()
    {
        var pass = (await Passes.ReadAsync(await Passes.IssueAsync("local:volunteer", "Bénévole", Cancellation), WebPassUse.Chat, Cancellation))!;
        var ticket = await Passes.RenewAsync(pass, WebPassUse.Stream, Cancellation);

        Assert.NotNull(await Passes.ReadAsync(ticket, WebPassUse.Stream, Cancellation));
        Assert.Null(await Passes.ReadAsync(ticket, WebPassUse.Chat, Cancellation));
        clock.Advance(WebPasses.StreamLife);
        Assert.Null(await Passes.ReadAsync(ticket, WebPassUse.Stream, Cancellation));
    }

    [Fact]
    public async Task A_token_changed_by_one_character_is_refused()
    {
        var token = await Passes.IssueAsync("local:volunteer", "Bénévole", Cancellation);

        for (var i = 0; i < token.Length; i++)
        {
            var changed = token.ToCharArray();
            changed[i] = changed[i] is 'A' ? 'B' : 'A';
            var read = await Passes.ReadAsync(new(changed), WebPassUse.Chat, Cancellation);

            // The last character of a base64 text carries bits that no byte uses.
            Assert.True(read is null || i == token.Length - 1, $"character {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b.c")]
    [InlineData("e30.")]
    [InlineData("e30.AAAA")]
    [InlineData("é.è")]
    [InlineData("{}")]
    public async Task What_is_no_token_is_refused(string token) => Assert.Null(await Passes.ReadAsync(token, WebPassUse.Chat, Cancellation));

    [Fact]
    public async Task A_token_of_another_house_is_refused()
    {
        var theirs = await new WebPasses(new RowsInMemory(), clock).IssueAsync("local:volunteer", "Bénévole", Cancellation);

        Assert.Null(await Passes.ReadAsync(theirs, WebPassUse.Chat, Cancellation));
    }

    [Fact]
    public async Task Instances_that_start_together_agree_on_one_key()
    {
        WebPasses[] instances = [.. Enumerable.Range(0, 20).Select(_ => new WebPasses(table, clock))];

        var tokens = await Task.WhenAll(instances.Select(instance => Task.Run(() => instance.IssueAsync("local:volunteer", "Bénévole", Cancellation).AsTask(), Cancellation)));

        Assert.Single(tokens.Distinct());
        Assert.Equal(1, table.Writes);
    }

    [Fact]
    public async Task A_person_cannot_make_themselves_somebody_else()
    {
        var parts = (await Passes.IssueAsync("local:volunteer", "Bénévole", Cancellation)).Split('.');
        var body = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!;
        body["person"] = "local:coordinator";

        var forged = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(body.ToJsonString()))}.{parts[1]}";

        Assert.Null(await Passes.ReadAsync(forged, WebPassUse.Chat, Cancellation));
    }

    [Fact]
    public async Task Without_a_token_the_door_is_shut_and_with_one_only_ones_own_conversation_is_open()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var me = await house.EnterAsync();
        await me.StartAsync();
        using var other = await house.EnterAsync("partner");
        await other.StartAsync();
        using var nobody = new WebCaller(house.Address);
        using var forger = new WebCaller(house.Address) { Token = me.Token[..^4] + "AAAA" };
        var theirs = $"{WebCaller.Line}/conversations/{other.Conversation}";

        foreach (var path in (string[])["", "/activities", "/activities?watermark=1", "/stream"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(nobody.Http, theirs + path));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(forger.Http, theirs + path));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(me.Http, theirs + path));
        }

        using var post = await me.Http.PostAsync(new Uri(theirs + "/activities", UriKind.Relative), new StringContent("""{"type":"message","text":"x"}"""), Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
        Assert.Empty((await other.ReadAsync()).Activities);

        static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            return answer.StatusCode;
        }
    }
}
