using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Bot;
using SocialUtility.Bot.Reminders;
using SocialUtility.Bot.Storage;
using SocialUtility.Bot.Web;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Talks;

/// <summary>The whole program on this machine, and a channel beside it that speaks to it as Teams does.</summary>
internal sealed class TeamsChannel : IWayIn
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly DirectoryInfo folder;
    private readonly Func<int, Task<WebApplication>> start;
    private readonly Browsers browsers;
    private WebApplication app;

    private TeamsChannel(WebApplication app, Func<int, Task<WebApplication>> start, DirectoryInfo folder, FakeTimeProvider clock, Connector connector)
    {
        (this.app, this.start, this.folder, Clock, Connector) = (app, start, folder, clock, connector);
        (Table, browsers) = (Begin(), new(this));
    }

    public WatchedTable Table { get; private set; }

    public FakeTimeProvider Clock { get; }

    public Connector Connector { get; }

    public Spoken Said => Connector.Said;

    public List<string> Present => Connector.Present;

    public string ServiceUrl => Connector.Url;

    public Uri Address => new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    /// <summary>Over SQLite, unless <paramref name="settings"/> or <paramref name="store"/> say otherwise.</summary>
    public static async Task<TeamsChannel> OpenAsync(
        FakeTimeProvider clock, Func<DirectoryInfo, ITable>? store = null, IReadOnlyDictionary<string, string?>? settings = null, Connector? connector = null)
    {
        var folder = Directory.CreateTempSubdirectory("talks-");
        Task<WebApplication> StartAsync(int port) => TeamsChannel.StartAsync(port, clock, folder, store, settings);
        return new(await StartAsync(0), StartAsync, folder, clock, connector ?? await Connector.OpenAsync());
    }

    private static async Task<WebApplication> StartAsync(
        int port, FakeTimeProvider clock, DirectoryInfo folder, Func<DirectoryInfo, ITable>? store, IReadOnlyDictionary<string, string?>? settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Configuration["Storage:Path"] = Path.Combine(folder.FullName, "rows.db");
        builder.Configuration["PublicUrl"] = House.PublicUrl;
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddStorage(builder.Configuration);
        var real = builder.Services.Single(service => service.ServiceType == typeof(ITable));
        builder.Services.Replace(ServiceDescriptor.Singleton<ITable>(host =>
            new WatchedTable(store?.Invoke(folder) ?? (ITable)(real.ImplementationInstance ?? real.ImplementationFactory!(host)))));
        builder.Services.AddBot();
        builder.Services.Replace(ServiceDescriptor.Singleton(House.Reminders));
        builder.Services.AddWebDoor(builder.Configuration);
        var app = builder.Build();
        app.MapWebDoor();
        app.MapBot();
        app.MapPictures();
        app.MapInvitations();
        app.MapSheets();
        app.MapPapers();
        app.MapTables();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    public async Task<HttpStatusCode> HearAsync(JsonObject activity, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Post, "/api/messages", new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"), cancellation);
        return answer.StatusCode;
    }

    public Task<WebGuest> ComeInAsync(Uri page, string name, CancellationToken cancellation) => browsers.ComeInAsync(page, name, cancellation);

    public Task<HttpStatusCode> HearAsync(WebGuest guest, JsonObject sent, CancellationToken cancellation) => browsers.SayAsync(guest, sent, cancellation);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellation, string? token = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = body };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, cancellation);
    }

    public Task<int> RemindAsync(CancellationToken cancellation) => app.Services.GetRequiredService<ReminderPass>().RunAsync(cancellation);

    /// <summary>At the same address, so that an open page finds it again.</summary>
    public async Task RestartAsync()
    {
        var port = Address.Port;
        await app.DisposeAsync();
        app = await start(port);
        Table = Begin();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        browsers.Dispose();
        await app.DisposeAsync();
        await Connector.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>The store of the host that runs now; what its web chat says is heard from here on.</summary>
    private WatchedTable Begin()
    {
        app.Services.GetRequiredService<WebChatAdapter>().Use(new WebListener(Said));
        return (WatchedTable)app.Services.GetRequiredService<ITable>();
    }
}
