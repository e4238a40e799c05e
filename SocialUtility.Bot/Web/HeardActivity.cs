using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialUtility.Bot.Cards;

namespace SocialUtility.Bot.Web;

/// <summary>
/// What a client may say, written anew from what it sent: who speaks, where and when is for the server to say.
/// </summary>
internal static partial class HeardActivity
{
    public const int MaxText = 16 * 1024;

    /// <summary>The activity, or the short reason why it is none.</summary>
    public static (JsonObject? Activity, string Refusal) Read(JsonObject sent, WebPass pass)
    {
        if (Text(sent, "type") is not { } type || type is not ("message" or "event" or "typing"))
        {
            return (null, "type is message, event or typing");
        }

        var activity = From(pass, type);
        foreach (var (name, longest) in (ReadOnlySpan<(string, int)>)[("text", MaxText), ("name", 100), ("locale", 20), ("localTimezone", 50), ("replyToId", 100)])
        {
            if (sent[name] is not null && Text(sent, name) is null)
            {
                return (null, $"{name} is text");
            }

            if (Text(sent, name) is { } text)
            {
                if (text.Length > longest)
                {
                    return (null, $"{name} has at most {longest} characters");
                }

                activity[name] = text;
            }
        }

        if (activity["locale"] is { } locale && !Locale.IsMatch(locale.GetValue<string>()))
        {
            return (null, "locale is a language tag");
        }

        if (activity.ContainsKey("text"))
        {
            // What a person types is shown as typed, whatever it looks like.
            activity["textFormat"] = "plain";
        }

        if (sent["value"] is { } value)
        {
            activity["value"] = value.DeepClone();
        }

        if (type is "message" && !activity.ContainsKey("text") && !activity.ContainsKey("value"))
        {
            return (null, "a message has a text or a value");
        }

        if (ChannelData(sent) is { Count: > 0 } data)
        {
            activity["channelData"] = data;
        }

        return (activity, "");
    }

    /// <summary>What is kept of it: of a secret ballot that it was put in, and not what it says.</summary>
    public static JsonObject Kept(JsonObject activity)
    {
        if (activity["value"] is not JsonObject value || Text(value, "kind") is not VoteCard.InSecret)
        {
            return activity;
        }

        var kept = activity.DeepClone().AsObject();
        kept["value"] = new JsonObject { ["kind"] = VoteCard.InSecret, ["nonce"] = value["nonce"]?.DeepClone() };
        return kept;
    }

    /// <summary>A person has come: the bot may greet them.</summary>
    public static JsonObject Arrival(WebPass pass, string? locale, DateTimeOffset at)
    {
        var activity = From(pass, "conversationUpdate");
        activity["id"] = $"{pass.Conversation}|arrival";
        activity["timestamp"] = at.ToString("O", CultureInfo.InvariantCulture);
        activity["membersAdded"] = new JsonArray(activity["from"]!.DeepClone(), activity["recipient"]!.DeepClone());
        activity["locale"] = locale;
        return activity;
    }

    /// <summary>The language tag, or null where it is none.</summary>
    public static string? LocaleOf(JsonObject sent) => Text(sent, "locale") is { Length: <= 20 } locale && Locale.IsMatch(locale) ? locale : null;

    private static JsonObject From(WebPass pass, string type) => new()
    {
        ["type"] = type,
        ["channelId"] = WebChannel.Id,
        ["from"] = new JsonObject { ["id"] = pass.Person, ["name"] = pass.Name, ["role"] = "user" },
        ["conversation"] = new JsonObject { ["id"] = pass.Conversation },
        ["recipient"] = new JsonObject { ["id"] = WebChannel.BotId, ["name"] = WebChannel.BotName, ["role"] = "bot" },
    };

    /// <summary>The one-time mark of the card that this activity submits.</summary>
    public static string? NonceOf(JsonObject activity) =>
        activity["value"] is JsonObject value && Text(value, "nonce") is { Length: >= 8 and <= 128 } nonce ? nonce : null;

    public static bool IsFromPerson(JsonObject activity) => activity["from"] is JsonObject from && Text(from, "role") is "user";

    public static string? ClientIdOf(JsonObject activity) => activity["channelData"] is JsonObject data ? Text(data, "clientActivityID") : null;

    /// <summary>What Web Chat needs back to recognise its own message and to show what a button said.</summary>
    private static JsonObject ChannelData(JsonObject sent)
    {
        var kept = new JsonObject();
        if (sent["channelData"] is JsonObject data)
        {
            if (Text(data, "clientActivityID") is { Length: <= 100 } id)
            {
                kept["clientActivityID"] = id;
            }

            if (data["postBack"]?.GetValueKind() is JsonValueKind.True)
            {
                kept["postBack"] = true;
            }

            if (data["messageBack"] is JsonObject back && Text(back, "displayText") is { Length: <= 500 } shown)
            {
                kept["messageBack"] = new JsonObject { ["displayText"] = shown };
            }
        }

        return kept;
    }

    public static string? Text(JsonObject from, string name) =>
        from[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Locale { get; }
}
