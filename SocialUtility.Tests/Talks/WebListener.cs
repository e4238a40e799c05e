using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SocialUtility.Bot.Web;

namespace SocialUtility.Tests.Talks;

/// <summary>Hears what the bot says in the web chat, on its way to the pages.</summary>
internal sealed class WebListener(Spoken said) : IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        turnContext.OnSendActivities(async (_, activities, send) =>
        {
            var responses = await send();
            foreach (var (activity, response) in activities.Zip(responses).Where(sent => sent.First.Type == ActivityTypes.Message))
            {
                said.Sent(activity.Conversation!.Id!, response.Id!, WireActivity.Write(activity));
            }

            return responses;
        });
        turnContext.OnUpdateActivity(async (_, activity, update) =>
        {
            var response = await update();
            said.Replace(activity.Conversation!.Id!, activity.Id!, WireActivity.Write(activity));
            return response;
        });
        return next(cancellationToken);
    }
}
