using System.Text.Json.Nodes;

namespace SocialUtility.Tests.Talks;

/// <summary>One thing that the bot sent, or put in the place of another.</summary>
internal sealed record BotSaid(string Conversation, string Id, JsonObject Activity, bool Instead = false)
{
    public string? Text => (string?)Activity["text"];

    /// <summary>The words to tap instead of typing them.</summary>
    public IReadOnlyList<string> Taps => [.. (Activity["suggestedActions"]?["actions"] as JsonArray ?? []).Select(action => (string)action!["value"]!)];

    public ShownCard? Card => Activity["attachments"] is JsonArray { Count: > 0 } attachments ? new(attachments[0]!["content"]!.AsObject()) : null;
}

/// <summary>All that the bot said, in order, whoever it was for.</summary>
internal sealed class Spoken
{
    private readonly Lock gate = new();
    private readonly List<BotSaid> all = [];

    public IReadOnlyList<BotSaid> All
    {
        get
        {
            lock (gate)
            {
                return [.. all];
            }
        }
    }

    /// <summary>That an answer is coming is nothing that was said.</summary>
    public string Send(string conversation, JsonObject activity)
    {
        if ((string?)activity["type"] == "typing")
        {
            return "";
        }

        lock (gate)
        {
            var id = $"m{all.Count + 1}";
            all.Add(new(conversation, id, activity));
            return id;
        }
    }

    /// <summary>What was sent where messages get their names elsewhere.</summary>
    public void Sent(string conversation, string id, JsonObject activity)
    {
        lock (gate)
        {
            all.Add(new(conversation, id, activity));
        }
    }

    /// <summary>False where that conversation has no such message.</summary>
    public bool Replace(string conversation, string id, JsonObject activity)
    {
        lock (gate)
        {
            if (!all.Exists(said => said.Conversation == conversation && said.Id == id))
            {
                return false;
            }

            all.Add(new(conversation, id, activity, Instead: true));
            return true;
        }
    }

    /// <summary>What stands in a conversation now, the newest last.</summary>
    public IReadOnlyList<BotSaid> Screen(string conversation)
    {
        var screen = new List<BotSaid>();
        foreach (var said in All.Where(said => said.Conversation == conversation))
        {
            var at = screen.FindIndex(earlier => earlier.Id == said.Id);
            if (at < 0)
            {
                screen.Add(said);
            }
            else
            {
                screen[at] = said;
            }
        }

        return screen;
    }
}
