using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialUtility.Bot.Web;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Web;

/// <summary>A real server on this machine with the web door, a bot of the test's own, and a store in memory.</summary>
internal sealed class WebHouse : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebHouse(WebApplication app, RowsInMemory table) => (this.app, Table, Address) = (app, table, new(app.Urls.First()));

    public Uri Address { get; }

    public RowsInMemory Table { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<WebHouse> OpenAsync(
        Func<ITurnContext, CancellationToken, Task> bot,
        RowsInMemory? table = null,
        TimeProvider? clock = null,
        Action<WebApplicationBuilder>? change = null,
        string environment = "Development",
        bool isLocal = true)
    {
        table ??= new();
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment, ApplicationName = "SocialUtility.Tests" });
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Configuration.AddInMemoryCollection([new("MicrosoftAppId", isLocal ? "" : "an-app"), new("urls", "http://127.0.0.1:0")]);
        builder.Services.AddSingleton<ITable>(table);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton<IBot>(new ABot(bot));
        builder.Services.AddWebDoor(builder.Configuration);
        change?.Invoke(builder);
        var app = builder.Build();
        app.MapWebDoor();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, table);
    }

    /// <summary>Someone who has chosen who they are.</summary>
    public async Task<WebCaller> EnterAsync(string persona = "volunteer", string lang = "fr")
    {
        var caller = new WebCaller(Address);
        await caller.EnterAsync(persona, lang);
        return caller;
    }

    public Task StopAsync() => app.StopAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class ABot(Func<ITurnContext, CancellationToken, Task> turn) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
    }
}
