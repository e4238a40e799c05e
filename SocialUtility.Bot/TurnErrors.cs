using System.Security.Cryptography;
using Microsoft.Bot.Builder;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;

namespace SocialUtility.Bot;

/// <summary>
/// Our own fault, unforeseen: one apology, in the person's language, with a mark that is found again in the log.
/// What was stored still is.
/// </summary>
internal static partial class TurnErrors
{
    public static T Apologising<T>(this T adapter, ILogger logger) where T : BotAdapter
    {
        adapter.OnTurnError = async (turn, exception) =>
        {
            if (exception is OperationCanceledException)
            {
                return;
            }

            var mark = RandomNumberGenerator.GetHexString(6);
            Log.Failed(logger, mark, turn.Activity.Type ?? "", exception);
            try
            {
                await turn.SendActivityAsync(MessageFactory.Text(Words.In(Languages.Of(turn.Activity.Locale)).Say("fault.ours", $"{mark[..4]}-{mark[4..]}")), CancellationToken.None);
            }
            catch (Exception unsaid)
            {
                // The channel does not take the apology either: the log has both, and the process goes on.
                Log.Unsaid(logger, mark, unsaid.GetType().Name);
            }
        };
        return adapter;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed ({Mark}, {Type}).")]
        public static partial void Failed(ILogger logger, string mark, string type, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The apology of {Mark} could not be sent: {Kind}.")]
        public static partial void Unsaid(ILogger logger, string mark, string kind);
    }
}
