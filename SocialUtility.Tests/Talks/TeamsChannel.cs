using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Bot;
using SocialUtility.Bot.Storage;
using SocialUtility.Bot.Web;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.BotFramework;

namespace SocialUtility.Tests.Talks;

/// <summary>The whole program on this machine, and a channel beside it that speaks to it as Teams does.</summary>
internal sealed class TeamsChannel : IWayIn
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly WebApplication app;
    private readonly bool keepsFile;
    private Loopback? connector;

    private TeamsChannel(WebApplication app, FakeTimeProvider clock, string file, bool keepsFile)
    {
        (this.app, this.keepsFile, Clock, File) = (app, keepsFile, clock, file);
        Table = (WatchedTable)app.Services.GetRequiredService<ITable>();
    }

    public WatchedTable Table { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>The database.</summary>
    public string File { get; }

    public Spoken Said { get; } = new();

    public string ServiceUrl => connector!.Url + "/emea/";

    public Uri Address => new(app.Urls.First());

    /// <summary>Looks at each call of the bot first; true where it has answered it itself.</summary>
    public Func<HttpContext, Task<bool>>? Disturb { get; set; }

    public static async Task<TeamsChannel> OpenAsync(FakeTimeProvider clock, string? file = null)
    {
        var path = file ?? Path.Combine(Path.GetTempPath(), $"talks-{Guid.NewGuid():n}.db");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Storage:Path"] = path;
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddStorage(builder.Configuration);
        var store = builder.Services.Single(service => service.ServiceType == typeof(ITable));
        builder.Services.Replace(ServiceDescriptor.Singleton<ITable>(host => new WatchedTable((ITable)store.ImplementationFactory!(host))));
        builder.Services.AddBot();
        builder.Services.AddWebDoor(builder.Configuration);
        var app = builder.Build();
        app.MapWebDoor();
        app.MapBot();
        await app.StartAsync(TestContext.Current.CancellationToken);
        TeamsChannel channel = new(app, clock, path, file is not null);
        channel.connector = await Loopback.StartAsync(channel.ListenAsync);
        return channel;
    }

    public async Task<HttpStatusCode> HearAsync(JsonObject activity, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Post, "/api/messages", new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"), cancellation);
        return answer.StatusCode;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellation, string? token = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = body };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        await connector!.DisposeAsync();
        if (!keepsFile)
        {
            foreach (var part in (string[])["", "-wal", "-shm"])
            {
                System.IO.File.Delete(File + part);
            }
        }
    }

    /// <summary>The connector: sends, replies, updates, and the conversation with one person alone.</summary>
    private async Task ListenAsync(HttpContext http)
    {
        if (Disturb is { } disturb && await disturb(http))
        {
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
