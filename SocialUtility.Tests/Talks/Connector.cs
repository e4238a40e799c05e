using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SocialUtility.Tests.BotFramework;

namespace SocialUtility.Tests.Talks;

/// <summary>The channel's side that bots call: it takes sends, replies and updates, and opens the conversation with one person alone.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private Loopback? server;

    public Spoken Said { get; } = new();

    /// <summary>Who is in the team and in the group.</summary>
    public List<string> Present { get; } = [];

    public string Url => server!.Url + "/emea/";

    /// <summary>Looks at each call first; true where it has answered it itself.</summary>
    public Func<HttpContext, Task<bool>>? Disturb { get; set; }

    public static async Task<Connector> OpenAsync()
    {
        Connector connector = new();
        connector.server = await Loopback.StartAsync(connector.ListenAsync);
        return connector;
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task ListenAsync(HttpContext http)
    {
        if (Disturb is { } disturb && await disturb(http))
        {
            return;
        }

        if (http.Request.Method == "GET" && http.Request.Path.Value!.EndsWith("/pagedmembers", StringComparison.Ordinal))
        {
            var size = int.Parse(http.Request.Query["pageSize"].ToString(), CultureInfo.InvariantCulture);
            await FakeChannel.AnswerAsync(http, 200, TeamMembers.Page(Present, size, http.Request.Query["continuationToken"]));
            return;
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var json = JsonNode.Parse(await reader.ReadToEndAsync(http.RequestAborted))!.AsObject();
        string[] path = [.. http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        var (status, id) = (http.Request.Method, path[2..]) switch
        {
            ("POST", ["conversations"]) => (201, Somebody.AloneWith((string)json["members"]![0]!["id"]!)),
            ("POST", ["conversations", var conversation, "activities", ..]) => (201, Said.Send(conversation, json)),
            ("PUT", ["conversations", var conversation, "activities", var message]) => Said.Replace(conversation, message, json) ? (200, message) : (404, null),
            _ => (400, null),
        };
        await FakeChannel.AnswerAsync(http, status, id is null ? """{"error":{"code":"ActivityNotFoundInConversation","message":""}}""" : $$"""{"id":"{{id}}"}""");
    }
}
