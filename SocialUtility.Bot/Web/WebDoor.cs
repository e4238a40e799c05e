using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialUtility.Bot.Pictures;
using SocialUtility.Bot.Spreadsheets;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>The web door: the chat in a browser, for who has no Teams and for a newcomer's first run.</summary>
public static class WebDoor
{
    public static IServiceCollection AddWebDoor(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(host => LocalRun.Decide(configuration, host.GetRequiredService<IHostEnvironment>(), LocalRun.Addresses(configuration)));
        services.AddSingleton<WebAssets>();
        services.AddSingleton<WebPasses>();
        services.AddSingleton<Conversations>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<WebChatAdapter>();
        services.AddSingleton<WebTurns>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<Joining>();
        services.AddSingleton<TableDesk>();
        services.AddSingleton<Importing>();
        services.AddHostedService<ImportsGoOn>();
        services.AddSingleton<PaintedPictures>();
        services.AddRateLimiter(limits =>
        {
            limits.OnRejected = async (rejected, _) => await Refusal.TooMany.ExecuteAsync(rejected.HttpContext);
            limits.AddPolicy(DirectLine.PostsPolicy, http => Each(http, 30));
            limits.AddPolicy(DirectLine.ReadsPolicy, http => Each(http, 60));
            limits.AddPolicy(InvitationDoor.Policy, InvitationDoor.Each);
        });
        return services;
    }

    public static WebApplication MapWebDoor(this WebApplication app)
    {
        app.Use(Headers);
        app.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(20), KeepAliveTimeout = TimeSpan.FromSeconds(20) });
        app.UseWhen(http => http.Request.Path.StartsWithSegments(DirectLine.Root), line => line.Use(WebGate.ReadAsync));
        app.UseRateLimiter();

        app.MapGet("/", ChatPage.ShowAsync);
        app.Services.GetRequiredService<WebAssets>().Map(app);
        if (app.Services.GetRequiredService<LocalRun>().Enabled)
        {
            app.MapPost("/web/enter", LocalEntry.EnterAsync).RequireRateLimiting(DirectLine.PostsPolicy);
        }

        ReturnDoor.Map(app);
        DirectLine.Map(app);
        app.MapGet("/healthz", () => Results.Text("alive"));
        app.MapGet("/readyz", async (Readiness readiness, HttpContext http) =>
            await readiness.IsReadyAsync(http.RequestAborted) ? Results.Text("ready") : Results.Text("store", statusCode: StatusCodes.Status503ServiceUnavailable));
        return app;
    }

    private static RateLimitPartition<string> Each(HttpContext http, int calls) => RateLimitPartition.GetSlidingWindowLimiter(
        WebGate.CountedAs(http),
        _ => new() { PermitLimit = calls, Window = TimeSpan.FromSeconds(10), SegmentsPerWindow = 5, QueueLimit = 0 });

    private static Task Headers(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (http.Request.Path.Value is "/" || http.Request.Path.StartsWithSegments("/web") || http.Request.Path.StartsWithSegments(DirectLine.Root))
        {
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        }

        return next(http);
    }

    /// <summary>
    /// Runs until it is stopped. A host that must not start, or that cannot listen, says why in one sentence
    /// and ends with 1: a newcomer reads a sentence, not a stack.
    /// </summary>
    public static async Task<int> RunGuardedAsync(this WebApplication app, TextWriter? errors = null)
    {
        if (app.Environment.IsDevelopment() && app.Urls.Count == 0 && LocalRun.Addresses(app.Configuration).Count == 0)
        {
            app.Urls.Add(LocalRun.DefaultAddress);
        }

        var run = LocalRun.Decide(app.Configuration, app.Environment, [.. LocalRun.Addresses(app.Configuration), .. app.Urls]);
        if (run.Refusal is null)
        {
            try
            {
                await app.StartAsync();
            }
            catch (Exception exception) when (exception is IOException or StoreUnavailableException)
            {
                return await EndAsync($"SocialUtility does not start: {exception.Message}");
            }

            // What is really listened on, whoever asked for it.
            run = LocalRun.Decide(app.Configuration, app.Environment, app.Urls);
            if (run.Refusal is null)
            {
                await app.WaitForShutdownAsync();
                return 0;
            }

            await app.StopAsync();
        }

        return await EndAsync(run.Refusal);

        async Task<int> EndAsync(string why)
        {
            await (errors ?? Console.Error).WriteLineAsync(why);
            return 1;
        }
    }
}
