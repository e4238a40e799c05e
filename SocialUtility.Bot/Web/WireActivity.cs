using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards;
using Microsoft.Bot.Schema;

namespace SocialUtility.Bot.Web;

/// <summary>Between the JSON of the web chat and the activity that the bot knows; only what the web chat can show or say crosses.</summary>
internal static class WireActivity
{
    public static Activity Read(JsonObject heard) => new()
    {
        Type = HeardActivity.Text(heard, "type"),
        Id = HeardActivity.Text(heard, "id"),
        Timestamp = DateTimeOffset.TryParse(HeardActivity.Text(heard, "timestamp"), CultureInfo.InvariantCulture, out var at) ? at : null,
        ChannelId = WebChannel.Id,
        ServiceUrl = WebChannel.ServiceUrl,
        From = Account(heard["from"]),
        Recipient = Account(heard["recipient"]),
        Conversation = new ConversationAccount { Id = HeardActivity.Text(heard["conversation"]!.AsObject(), "id"), ConversationType = "personal", IsGroup = false },
        Text = HeardActivity.Text(heard, "text"),
        TextFormat = HeardActivity.Text(heard, "textFormat"),
        Locale = HeardActivity.Text(heard, "locale"),
        LocalTimezone = HeardActivity.Text(heard, "localTimezone"),
        Name = HeardActivity.Text(heard, "name"),
        ReplyToId = HeardActivity.Text(heard, "replyToId"),
        Value = ReadValue(heard["value"]),
        MembersAdded = heard["membersAdded"] is JsonArray members ? [.. members.Select(Account)] : null,
    };

    public static JsonObject Write(Activity said)
    {
        var wire = new JsonObject
        {
            ["type"] = said.Type,
            ["channelId"] = WebChannel.Id,
            ["from"] = new JsonObject { ["id"] = WebChannel.BotId, ["name"] = WebChannel.BotName, ["role"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = ConversationOf(said) },
        };
        Put(wire, "text", said.Text);
        Put(wire, "textFormat", said.TextFormat);
        Put(wire, "locale", said.Locale);
        Put(wire, "speak", said.Speak);
        Put(wire, "inputHint", said.InputHint);
        Put(wire, "summary", said.Summary);
        Put(wire, "name", said.Name);
        Put(wire, "attachmentLayout", said.AttachmentLayout);
        Put(wire, "value", WriteValue(said.Value));
        if (said.Attachments is { Count: > 0 } attachments)
        {
            wire["attachments"] = new JsonArray([.. attachments.Select(Attachment)]);
        }

        if (said.SuggestedActions?.Actions is { Count: > 0 } actions)
        {
            wire["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray([.. actions.Select(Action)]) };
        }

        return wire;
    }

    /// <summary>Where the bot says it: a turn has always filled that in.</summary>
    public static string ConversationOf(Activity said) => said.Conversation?.Id ?? throw new ArgumentException("An activity without a conversation cannot be sent.", nameof(said));

    private static ChannelAccount Account(JsonNode? node) =>
        node is JsonObject account ? new() { Id = HeardActivity.Text(account, "id"), Name = HeardActivity.Text(account, "name"), Role = HeardActivity.Text(account, "role") } : new();

    /// <summary>Text as text, all else as JSON: its <c>ToString()</c> is its JSON, as with the official packages.</summary>
    private static object? ReadValue(JsonNode? value) => value switch
    {
        null => null,
        JsonValue text when text.GetValueKind() is JsonValueKind.String => text.GetValue<string>(),
        _ => JsonSerializer.SerializeToElement(value),
    };

    private static JsonNode Attachment(Attachment attachment)
    {
        var wire = new JsonObject { ["contentType"] = attachment.ContentType };
        Put(wire, "contentUrl", attachment.ContentUrl);
        Put(wire, "name", attachment.Name);
        Put(wire, "thumbnailUrl", attachment.ThumbnailUrl);
        Put(wire, "content", WriteValue(attachment.Content));
        return wire;
    }

    private static JsonNode Action(CardAction action)
    {
        var wire = new JsonObject { ["type"] = action.Type };
        Put(wire, "title", action.Title);
        Put(wire, "text", action.Text);
        Put(wire, "displayText", action.DisplayText);
        Put(wire, "image", action.Image);
        Put(wire, "imageAltText", action.ImageAltText);
        Put(wire, "value", WriteValue(action.Value));
        return wire;
    }

    private static JsonNode? WriteValue(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        AdaptiveCard card => JsonNode.Parse(card.ToJson()),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), WireJson.Options),
    };

    private static void Put(JsonObject wire, string name, JsonNode? value)
    {
        if (value is not null)
        {
            wire[name] = value;
        }
    }
}
