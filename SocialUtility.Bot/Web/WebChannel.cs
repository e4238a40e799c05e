namespace SocialUtility.Bot.Web;

/// <summary>The web chat, as the bot knows it.</summary>
public static class WebChannel
{
    public const string Id = "webchat";

    /// <summary>No address: the bot's answers stay in the process.</summary>
    public const string ServiceUrl = "urn:social-utility:webchat";

    public const string BotId = "social-utility";

    public const string BotName = "Utilité sociale";
}
