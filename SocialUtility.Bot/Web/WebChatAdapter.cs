using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace SocialUtility.Bot.Web;

/// <summary>
/// Brings the web chat to the bot and back within the process: no HTTP, no credentials.
/// What the bot says goes into the transcript, and from there to the open pages.
/// </summary>
public sealed class WebChatAdapter(Conversations conversations, TimeProvider clock) : BotAdapter
{
    /// <summary>One turn about what a person said.</summary>
    internal async Task HearAsync(JsonObject heard, BotCallbackHandler bot, CancellationToken cancellation)
    {
        using var turn = new TurnContext(this, WireActivity.Read(heard));
        await RunPipelineAsync(turn, bot, cancellation);
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            responses[i] = new(await SendAsync(activities[i], cancellationToken));
        }

        return responses;
    }

    public override async Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        await ReplaceAsync(WireActivity.ConversationOf(activity), activity.Id, WireActivity.Write(activity), cancellationToken);
        return new(activity.Id);
    }

    public override async Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        var nothing = new Activity { Type = ActivityTypes.Event, Name = ChatTranscript.Deleted, Conversation = reference.Conversation };
        await ReplaceAsync(WireActivity.ConversationOf(nothing), reference.ActivityId, WireActivity.Write(nothing), cancellationToken);
    }

    /// <summary>A turn of the bot's own: a reminder, an answer that took its time.</summary>
    public override async Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, reference.GetContinuationActivity());
        await RunPipelineAsync(turn, callback, cancellationToken);
    }

    private async Task<string> SendAsync(Activity activity, CancellationToken cancellation)
    {
        using var lease = conversations.Enter(WireActivity.ConversationOf(activity));
        switch (activity.Type)
        {
            case ActivityTypes.Typing:
                lease.Conversation.Type();
                return "";
            case ActivityTypesEx.Delay:
                await Task.Delay(TimeSpan.FromMilliseconds(Convert.ToDouble(activity.Value, CultureInfo.InvariantCulture)), clock, cancellation);
                return "";
            case ActivityTypes.Message or ActivityTypes.Event:
                return await lease.Conversation.AppendAsync(WireActivity.Write(activity), cancellation);
            default:
                // Traces and the like are for other channels.
                return "";
        }
    }

    private async Task ReplaceAsync(string conversation, string? id, JsonObject activity, CancellationToken cancellation)
    {
        using var lease = conversations.Enter(conversation);
        if (id is null || !await lease.Conversation.ReplaceAsync(id, activity, cancellation))
        {
            throw new KeyNotFoundException("This conversation has no such activity.");
        }
    }
}
