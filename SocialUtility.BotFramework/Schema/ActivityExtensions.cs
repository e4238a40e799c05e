namespace Microsoft.Bot.Schema;

/// <summary>Finds and strips mentions in the text of a message.</summary>
public static class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id) => activity.GetMentions().Any(m => m.Mentioned?.Id == id);

    public static bool MentionsRecipient(this IMessageActivity activity) => activity.Recipient?.Id is { } id && activity.MentionsId(id);

    /// <summary>Strips what the channel put into the text for the bot's own mention.</summary>
    public static string? RemoveRecipientMention(this IMessageActivity activity) =>
        activity.Recipient?.Id is { } id ? activity.RemoveMentionText(id) : activity.Text;

    /// <summary>Strips the mention by the text that its entity names, since the name in it may differ from the account's.</summary>
    public static string? RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions())
        {
            if (activity.Text is { } text && mention.Mentioned?.Id == id)
            {
                var part = mention.Text ?? $"<at>{mention.Mentioned.Name}</at>";
                activity.Text = part.Length == 0 ? text : text.Replace(part, string.Empty, StringComparison.OrdinalIgnoreCase).Trim();
            }
        }

        return activity.Text;
    }
}
