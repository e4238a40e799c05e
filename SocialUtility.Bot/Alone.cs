using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;

namespace SocialUtility.Bot;

/// <summary>Says to one person alone what was asked before others: creates the personal conversation, or says that it cannot be.</summary>
internal static class Alone
{
    public static async Task SayAsync(ITurnContext turn, Doors doors, Reply.Privately said, CancellationToken cancellation)
    {
        var activity = turn.Activity;
        if (activity is not { Recipient: { Id: { } bot } recipient, From: { } person, ServiceUrl: { } serviceUrl })
        {
            return;
        }

        ConversationParameters personal = new()
        {
            IsGroup = false,
            Bot = recipient,
            Members = [person],
            TenantId = activity.Conversation?.TenantId,
        };
        try
        {
            await turn.Adapter.CreateConversationAsync(
                bot,
                activity.ChannelId,
                serviceUrl,
                null,
                personal,
                (alone, token) => Turns.SayAsync(alone, doors, said.Replies, token),
                cancellation);
        }
        catch (ErrorResponseException)
        {
            // The person has not opened the bot yet, or has blocked it.
            await turn.SendActivityAsync(MessageFactory.Text(said.Unreached ?? Words.In(Languages.Of(activity.Locale))["privately.cannot"]), cancellation);
        }
    }
}
