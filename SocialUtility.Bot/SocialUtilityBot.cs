using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Dialogs;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot;

/// <summary>The bot as the framework sees it: hands what happened to <see cref="Talk"/> and carries back what it says.</summary>
public sealed partial class SocialUtilityBot(Talk talk, GuideDialog dialog, Doors doors, ILogger<SocialUtilityBot> logger) : ActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        HearAsync(turnContext, Occasion.Message, cancellationToken);

    /// <summary>A person has come, or the bot was added: Teams tells the same by an installation too, so the welcome counts once.</summary>
    protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var bot = turnContext.Activity.Recipient?.Id;
        return Turns.PlaceOf(turnContext.Activity.Conversation) == Place.Personal && membersAdded.Any(member => member.Id == bot)
            ? HearAsync(turnContext, Occasion.Installed, cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>People were taken off a team or a group chat. Where the bot itself is among them, that is an uninstallation, told apart.</summary>
    protected override async Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var bot = turnContext.Activity.Recipient?.Id;
        if (Turns.PlaceOf(turnContext.Activity.Conversation) == Place.Personal || membersRemoved.Any(member => member.Id == bot))
        {
            return;
        }

        foreach (var gone in membersRemoved)
        {
            if (Turns.TakenOff(turnContext, gone) is { } heard)
            {
                await HearAsync(turnContext, heard, cancellationToken);
            }
        }
    }

    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HearAsync(turnContext, Occasion.Installed, cancellationToken);

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HearAsync(turnContext, Occasion.Uninstalled, cancellationToken);

    private Task HearAsync(ITurnContext turn, Occasion occasion, CancellationToken cancellation) =>
        Turns.Heard(turn, occasion) is { } heard ? HearAsync(turn, heard, cancellation) : Task.CompletedTask;

    private async Task HearAsync(ITurnContext turn, Heard heard, CancellationToken cancellation)
    {
        IReadOnlyList<Reply> replies;
        try
        {
            replies = await talk.HearAsync(heard, dialog.On(turn), cancellation);
        }
        catch (StoreUnavailableException exception) when (heard.Occasion == Occasion.Message)
        {
            // Said at once and plainly; what was typed stands just above, what was pressed travels in the button.
            Log.StoreUnavailable(logger, heard.Person.Mark, exception);
            replies = StoreFault.Replies(Words.In(Languages.Of(heard.Locale)), heard);
        }

        if (heard.Occasion != Occasion.Uninstalled)
        {
            await Turns.SayAsync(turn, doors, replies, cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer {Person}; they were told.")]
        public static partial void StoreUnavailable(ILogger logger, string person, Exception exception);
    }
}
