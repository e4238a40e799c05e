using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SocialUtility.Bot.Web;

namespace SocialUtility.Tests.Talks;

/// <summary>The browsers of people without Teams, one each: the pages of an invitation, the cookie by which they come back, and what the page of the web chat sends.</summary>
internal sealed partial class Browsers(TeamsChannel house) : IDisposable
{
    private const string Line = "/v3/directline/conversations";

    private readonly Dictionary<string, HttpClient> each = [];

    public async Task<WebGuest> ComeInAsync(Uri page, string name, CancellationToken cancellation)
    {
        // Who invites presses a button on a page; the link on it goes to the other as they like.
        using HttpClient theirs = new();
        var made = await TextAsync(await theirs.PostAsync(Here(page.PathAndQuery), Form(), cancellation), cancellation);
        var link = new Uri(Link.Match(made).Value).PathAndQuery;

        HttpClient mine = new();
        var asked = await TextAsync(await mine.GetAsync(Here(link), cancellation), cancellation);
        await TextAsync(await mine.PostAsync(Here(link), Form(("nom", name), ("essai", FormKey.Match(asked).Groups["key"].Value)), cancellation), cancellation);
        var returned = await ReturnAsync(mine, cancellation);
        using var opened = await mine.PostAsJsonAsync(Here(Line), new { user = new { }, locale = "fr-FR" }, cancellation);
        var conversation = (string)(await JsonAsync(opened, cancellation))["conversationId"]!;
        each.Add(conversation, mine);
        await IdleAsync(conversation);
        return new((string)returned["person"]!, name, conversation);
    }

    public async Task<HttpStatusCode> SayAsync(WebGuest guest, JsonObject sent, CancellationToken cancellation)
    {
        var browser = each[guest.Conversation];
        Task<HttpResponseMessage> PostAsync() => browser.PostAsJsonAsync(Here($"{Line}/{guest.Conversation}/activities"), sent, cancellation);
        var answer = await PostAsync();
        if (answer.StatusCode == HttpStatusCode.Forbidden)
        {
            // Days have gone by: the page comes back by its cookie.
            answer.Dispose();
            await ReturnAsync(browser, cancellation);
            answer = await PostAsync();
        }

        using (answer)
        {
            await IdleAsync(guest.Conversation);
            return answer.StatusCode;
        }
    }

    public void Dispose()
    {
        foreach (var browser in each.Values)
        {
            browser.Dispose();
        }
    }

    private async Task<JsonObject> ReturnAsync(HttpClient browser, CancellationToken cancellation)
    {
        browser.DefaultRequestHeaders.Authorization = null;
        using var answer = await browser.PostAsync(Here("/web/return"), Form(), cancellation);
        var returned = await JsonAsync(answer, cancellation);
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)returned["token"]!);
        return returned;
    }

    /// <summary>The turns of a conversation come one after the other: one that does nothing comes when all are over.</summary>
    private async Task IdleAsync(string conversation)
    {
        using var lease = house.Services.GetRequiredService<Conversations>().Enter(conversation);
        TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lease.Conversation.Enqueue(() =>
        {
            over.SetResult();
            return Task.CompletedTask;
        });
        await over.Task;
    }

    private Uri Here(string path) => new(house.Address, path);

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static async Task<string> TextAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(cancellation);
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
            return WebUtility.HtmlDecode(text);
        }
    }

    private static async Task<JsonObject> JsonAsync(HttpResponseMessage answer, CancellationToken cancellation) => JsonNode.Parse(await TextAsync(answer, cancellation))!.AsObject();

    [GeneratedRegex(@"https://utilite\.test/invitation/[\w.-]+")]
    private static partial Regex Link { get; }

    [GeneratedRegex("name=\"essai\" value=\"(?<key>[0-9a-f]+)\"")]
    private static partial Regex FormKey { get; }
}
