using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SocialUtility.Tests.BotFramework;

/// <summary>A small server on this machine.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly WebApplication app;

    private Loopback(WebApplication app) => this.app = app;

    public string Url { get; private init; } = "";

    public static async Task<Loopback> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app) { Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() };
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

/// <summary>A request that the channel got.</summary>
internal sealed record Heard(string Method, string Path, string Body, string? Authorization, string? ContentType)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}

/// <summary>A channel on this machine that keeps what the bot says.</summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    private readonly ConcurrentQueue<Heard> heard = new();
    private Loopback? server;

    public string Url => server!.Url + "/amer/";

    public Heard[] Heard => [.. heard];

    /// <summary>What is answered; the number is that of the request, from 1.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (context, number) => AnswerAsync(context, 201, $$"""{"id":"m{{number}}"}""");

    public static async Task<FakeChannel> StartAsync()
    {
        var channel = new FakeChannel();
        channel.server = await Loopback.StartAsync(channel.HearAsync);
        return channel;
    }

    public static async Task AnswerAsync(HttpContext context, int status, string? json = null, string? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        if (json is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(json);
        }
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task HearAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        var path = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var text = await body.ReadToEndAsync();
        int number;
        lock (heard)
        {
            heard.Enqueue(new(context.Request.Method, path, text, context.Request.Headers.Authorization, context.Request.ContentType));
            number = heard.Count;
        }

        await Answer(context, number);
    }
}
