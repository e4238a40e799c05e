using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;

namespace SocialUtility.Tests.BotFramework;

/// <summary>A bot behind a real server on this machine.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    private Loopback? server;

    public required CloudAdapter Adapter { get; init; }

    public string Url => server!.Url;

    public static async Task<BotHost> StartAsync(BotCallbackHandler turn, IReadOnlyDictionary<string, string?>? settings = null, TimeProvider? clock = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings ?? new Dictionary<string, string?>()).Build();
        var host = new BotHost
        {
            Adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(configuration, null, null, null, null, clock ?? TimeProvider.System)),
        };
        var bot = new Bot(turn);
        host.server = await Loopback.StartAsync(context => host.Adapter.ProcessAsync(context.Request, context.Response, bot, CancellationToken.None));
        return host;
    }

    public Task<(HttpStatusCode Status, string Body)> PostAsync(string json, string? token = null) => PostAsync(Encoding.UTF8.GetBytes(json), token: token);

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(byte[] body, string contentType = "application/json; charset=utf-8", string? token = null, string method = "POST", bool chunked = false)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Url + "/api/messages");
        if (method != "HEAD" && method != "GET")
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            request.Headers.TransferEncodingChunked = chunked ? true : null;
        }

        request.Headers.Authorization = token is null ? null : AuthenticationHeaderValue.Parse(token);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private sealed class Bot(BotCallbackHandler turn) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
    }
}
