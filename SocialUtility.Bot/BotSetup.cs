using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Dialogs;
using SocialUtility.Bot.Reminders;
using SocialUtility.Bot.Web;

namespace SocialUtility.Bot;

/// <summary>The bot and its door for Teams.</summary>
public static class BotSetup
{
    /// <summary>A turn is its own master: Teams hangs up after some fifteen seconds, and the work is to be finished all the same.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>In milliseconds: a person who waits longer sees that something is coming.</summary>
    private const int TypingAfter = 400;

    private const int TypingEvery = 2000;

    /// <summary>Four lines a request say nothing that matters and cost more than the turn; before the others, so that the settings may ask for them.</summary>
    private static readonly LoggerFilterRule Quiet = new(null, "Microsoft.AspNetCore", LogLevel.Warning, null);

    /// <summary>Who asks whether a request is to be traced gets a yes from any level: an activity and a scope are made for each, and nobody reads them.</summary>
    private static readonly LoggerFilterRule Untraced = new(null, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None, null);

    public static IServiceCollection AddBot(this IServiceCollection services) => services
        .Configure<LoggerFilterOptions>(filters =>
        {
            filters.Rules.Insert(0, Quiet);
            filters.Rules.Insert(0, Untraced);
        })
        .AddConversation()
        .AddReminders()
        .AddHostedService<ReminderService>()
        .AddSingleton<GuideDialog>()
        .AddSingleton<Doors>()
        .AddSingleton<IBot, SocialUtilityBot>()
        .AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>()
        .AddSingleton(host => new CloudAdapter(host.GetRequiredService<BotFrameworkAuthentication>(), host.GetRequiredService<ILogger<CloudAdapter>>())
            .Apologising(host.GetRequiredService<ILogger<CloudAdapter>>()));

    public static WebApplication MapBot(this WebApplication app)
    {
        var adapter = app.Services.GetRequiredService<CloudAdapter>();
        var chat = app.Services.GetRequiredService<WebChatAdapter>().Apologising(app.Services.GetRequiredService<ILogger<WebChatAdapter>>());
        chat.Use(new ShowTypingMiddleware(TypingAfter, TypingEvery));
        var doors = app.Services.GetRequiredService<Doors>();
        doors.Open(WebChannel.Id, chat);
        doors.Open(Channels.Msteams, adapter);
        var bot = app.Services.GetRequiredService<IBot>();
        app.Map("/api/messages", async http =>
        {
            using var turn = CancellationTokenSource.CreateLinkedTokenSource(app.Lifetime.ApplicationStopping);
            turn.CancelAfter(Longest);
            await adapter.ProcessAsync(http.Request, http.Response, bot, turn.Token);
        });
        return app;
    }
}
