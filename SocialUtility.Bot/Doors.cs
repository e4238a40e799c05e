using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SocialUtility.Bot.Conversation;

namespace SocialUtility.Bot;

/// <summary>
/// The adapters by channel: what one person does may concern another who came in by another door. To whom the bot cannot
/// write, it does not: nothing depends on it.
/// </summary>
public sealed partial class Doors(IConfiguration configuration, ILogger<Doors> logger)
{
    private readonly ConcurrentDictionary<string, BotAdapter> open = new(StringComparer.Ordinal);

    public void Open(string channel, BotAdapter adapter) => open[channel] = adapter;

    /// <summary>Says it in that person's own conversation, which is created where there is none yet.</summary>
    internal async Task SayAsync(ITurnContext turn, ChatAddress address, IReadOnlyList<Reply> replies, CancellationToken cancellation)
    {
        if ((turn.Activity.ChannelId == address.Channel ? turn.Adapter : open.GetValueOrDefault(address.Channel)) is not { } adapter)
        {
            return;
        }

        Task TellAsync(ITurnContext alone, CancellationToken token) => QuietlyAsync(address.Channel, () => Turns.SayAsync(alone, this, replies, token));
        if (address.Conversation.Length > 0)
        {
            await QuietlyAsync(address.Channel, () => adapter.ContinueConversationAsync(Application(address), Reference(address), TellAsync, cancellation));
        }
        else
        {
            await QuietlyAsync(address.Channel, () => adapter.CreateConversationAsync(Application(address), address.Channel, address.ServiceUrl, null, Personal(address), TellAsync, cancellation));
        }
    }

    private string Application(ChatAddress address) => configuration["MicrosoftAppId"] is { Length: > 0 } id ? id : address.Bot;

    private static ConversationReference Reference(ChatAddress address) => new()
    {
        User = new ChannelAccount(address.User),
        Bot = new ChannelAccount(address.Bot),
        Conversation = new ConversationAccount { Id = address.Conversation, TenantId = address.Tenant, ConversationType = "personal" },
        ChannelId = address.Channel,
        ServiceUrl = address.ServiceUrl,
    };

    private static ConversationParameters Personal(ChatAddress address) =>
        new() { IsGroup = false, Bot = new ChannelAccount(address.Bot), Members = [new ChannelAccount(address.User)], TenantId = address.Tenant };

    /// <summary>They have not opened the bot, have blocked it, or the channel is away: they read it when they come.</summary>
    private async Task QuietlyAsync(string channel, Func<Task> say)
    {
        try
        {
            await say();
        }
        catch (Exception unsaid) when (unsaid is ErrorResponseException or HttpRequestException or KeyNotFoundException)
        {
            Log.Unsaid(logger, channel, unsaid);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Somebody on {Channel} could not be told.")]
        public static partial void Unsaid(ILogger logger, string channel, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "A message that nobody asked for was not taken: {Kind} {Status}.")]
        public static partial void Undelivered(ILogger logger, string kind, int? status);
    }
}
