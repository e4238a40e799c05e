using System.Globalization;
using System.Text.Json.Nodes;

namespace SocialUtility.Tests.Talks;

/// <summary>The people of a team as the channel lists them, the bot among them, some at a time.</summary>
internal static class TeamMembers
{
    private const string BotName = "Utilité sociale";

    /// <param name="present">Their names.</param>
    /// <param name="size">As many at a time.</param>
    /// <param name="token">Where the page before ended; null or empty for the first.</param>
    public static string Page(IReadOnlyList<string> present, int size, string? token)
    {
        var from = token is { Length: > 0 } ? int.Parse(token.Split('-')[1], CultureInfo.InvariantCulture) : 0;
        List<string> all = [BotName, .. present];
        JsonObject page = new()
        {
            ["members"] = new JsonArray([.. all.Skip(from).Take(size).Select(name => new JsonObject
            {
                ["id"] = name == BotName ? Somebody.Bot : $"29:{name}",
                ["name"] = name,
                ["aadObjectId"] = Somebody.EntraOf(name),
            })]),
            ["continuationToken"] = from + size < all.Count ? $"page-{from + size}" : null,
        };
        return page.ToJsonString();
    }
}
