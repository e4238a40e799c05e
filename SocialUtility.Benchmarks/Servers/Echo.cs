using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SocialUtility.Benchmarks.Servers;

/// <summary>A bot that says back what it hears, on our adapter, in the host that any bot begins with.</summary>
internal static class Echo
{
    public const string Role = "echo";

    public static async Task RunAsync(string url)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();
        await using var app = builder.Build();
        var adapter = new CloudAdapter(app.Services.GetRequiredService<BotFrameworkAuthentication>(), app.Services.GetRequiredService<ILogger<CloudAdapter>>());
        var bot = new EchoBot();
        app.MapPost("/api/messages", http => adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted));
        app.Urls.Add(url);
        await app.RunAsync();
    }

    private sealed class EchoBot : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync(MessageFactory.Text($"« {turnContext.Activity.Text} »"), cancellationToken);
    }
}
