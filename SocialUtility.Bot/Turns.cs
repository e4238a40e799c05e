using System.Net;
using System.Text.Json;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Web;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Bot;

/// <summary>The border: an activity of the framework becomes what was heard, and what is said becomes activities.</summary>
internal static class Turns
{
    private const string LocalPersons = "local:";

    /// <summary>Null where nobody in particular speaks.</summary>
    public static Heard? Heard(ITurnContext turn, Occasion occasion)
    {
        var activity = turn.Activity;
        if (activity.From?.Id is not { Length: > 0 and <= 140 } from || activity.Conversation?.Id is not { Length: > 0 and <= 400 } conversation)
        {
            return null;
        }

        var tenant = activity.Conversation.TenantId ?? "";
        var isPersonal = PlaceOf(activity.Conversation) == Place.Personal;
        return new()
        {
            Person = PersonOf(turn, activity.From, from, tenant),
            Name = activity.From.Name is { Length: > 0 and <= 100 } name ? name : null,
            ActivityId = activity.Id,
            Conversation = conversation,
            Place = PlaceOf(activity.Conversation),
            Room = isPersonal ? null : RoomOf(activity, conversation, tenant),
            Company = isPersonal ? null : (from, token) => CompanyAsync(turn, tenant, from, token),
            Occasion = occasion,
            Text = TextOf(activity),
            Submission = SubmissionOf(activity.Value),
            Locale = activity.Locale is { Length: > 0 and <= 20 } locale ? locale : null,
            TimeZone = activity.LocalTimezone,
            Address = AddressOf(activity, from, conversation, tenant),
        };
    }

    /// <summary>Somebody was taken off the room: it is told without a name and without a language. Null where it is nobody in particular.</summary>
    public static Heard? TakenOff(ITurnContext turn, ChannelAccount gone)
    {
        var activity = turn.Activity;
        if (gone.Id is not { Length: > 0 and <= 140 } id || activity.Conversation?.Id is not { Length: > 0 and <= 400 } conversation)
        {
            return null;
        }

        var tenant = activity.Conversation.TenantId ?? "";
        return new()
        {
            Person = PersonOf(turn, gone, id, tenant),
            ActivityId = activity.Id,
            Conversation = conversation,
            Place = PlaceOf(activity.Conversation),
            Room = RoomOf(activity, conversation, tenant),
            Occasion = Occasion.TakenOff,
            IsIn = (room, token) => IsInAsync(turn, id, tenant, room, token),
        };
    }

    private static string RoomOf(IActivity activity, string conversation, string tenant) => $"{tenant}|{activity.TeamsGetTeamInfo()?.Id ?? conversation.Split(';')[0]}";

    private static async ValueTask<bool?> IsInAsync(ITurnContext turn, string user, string tenant, string room, CancellationToken cancellation)
    {
        if (!room.StartsWith(tenant + "|", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            await TeamsInfo.GetTeamMemberAsync(turn, user, room[(tenant.Length + 1)..], cancellation);
            return true;
        }
        catch (ErrorResponseException absent) when (absent.Response?.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest)
        {
            // Not among those there; or the bot itself is there no more, and the room counts no more.
            return false;
        }
        catch (Exception unknown) when (unknown is ErrorResponseException or HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Those whom the channel lists in the room, without the bot.</summary>
    private static async ValueTask<Company> CompanyAsync(ITurnContext turn, string tenant, string? from, CancellationToken cancellation)
    {
        var page = await TeamsInfo.GetPagedMembersAsync(turn, RoomCard.PageSize, from, cancellation);
        return new(
            [
                .. (page.Members ?? []).Where(member => member.Id is { Length: > 0 and <= 140 } && member.Id != turn.Activity.Recipient?.Id)
                    .Select(member => new Present(PersonOf(turn, member, member.Id!, tenant), member.Name is { Length: > 0 and <= 100 } name ? name : null, member.Id!)),
            ],
            page.ContinuationToken is { Length: > 0 } more ? more : null);
    }

    public static Place PlaceOf(ConversationAccount? conversation) => conversation?.ConversationType switch
    {
        "channel" => Place.Channel,
        "groupChat" => Place.Group,
        _ => conversation?.IsGroup == true ? Place.Group : Place.Personal,
    };

    public static async Task SayAsync(ITurnContext turn, Doors doors, IReadOnlyList<Reply> replies, CancellationToken cancellation)
    {
        foreach (var reply in replies)
        {
            switch (reply)
            {
                case Reply.Instead instead when turn.Activity.ReplyToId is { Length: > 0 } pressed:
                    await ReplaceAsync(turn, pressed, instead.Card, cancellation);
                    break;
                case Reply.Instead instead:
                    await turn.SendActivityAsync(Carrying(instead.Card), cancellation);
                    break;
                case Reply.Show show:
                    await turn.SendActivityAsync(Carrying(show.Card), cancellation);
                    break;
                case Reply.Say say:
                    await turn.SendActivityAsync(Saying(say, PlaceOf(turn.Activity.Conversation)), cancellation);
                    break;
                case Reply.Privately alone:
                    await Alone.SayAsync(turn, doors, alone, cancellation);
                    break;
                case Reply.To other:
                    await doors.SayAsync(turn, other.Address, other.Replies, cancellation);
                    break;
            }
        }
    }

    /// <summary>A card alone, with the words for the notification: Teams would split text and card in two.</summary>
    internal static Activity Carrying(AdaptiveCard card)
    {
        var activity = (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card });
        activity.Summary = card.FallbackText is { Length: > 200 } fallback ? fallback[..200] : card.FallbackText;
        return activity;
    }

    /// <summary>Plain words: what a person wrote stands in them as it is. Words to tap exist only where one is alone with the bot.</summary>
    private static Activity Saying(Reply.Say say, Place place)
    {
        var activity = MessageFactory.Text(say.Text);
        activity.TextFormat = TextFormatTypes.Plain;
        if (say.Buttons.Count > 0 && place == Place.Personal)
        {
            activity.SuggestedActions = new SuggestedActions
            {
                Actions = [.. say.Buttons.Select(word => new CardAction { Type = ActionTypes.ImBack, Title = word, Value = word })],
            };
        }

        return activity;
    }

    /// <summary>The pressed card becomes its outcome; where the channel has lost it, the outcome is sent beside.</summary>
    private static async Task ReplaceAsync(ITurnContext turn, string pressed, AdaptiveCard card, CancellationToken cancellation)
    {
        var activity = Carrying(card);
        activity.Id = pressed;
        try
        {
            await turn.UpdateActivityAsync(activity, cancellation);
        }
        catch (Exception lost) when (lost is KeyNotFoundException || lost is ErrorResponseException { Response.StatusCode: HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest })
        {
            activity.Id = null;
            await turn.SendActivityAsync(activity, cancellation);
        }
    }

    /// <summary>In Teams the person is their object in Entra; in the web chat, whom the server says; on one's own machine, who one chose to be.</summary>
    private static Person PersonOf(ITurnContext turn, ChannelAccount account, string from, string tenant) => turn.Adapter switch
    {
        WebChatAdapter when from.StartsWith(LocalPersons, StringComparison.Ordinal) => new($"local|{from[LocalPersons.Length..]}"),
        WebChatAdapter => new($"web|{from}"),
        _ => new($"teams|{tenant}|{(account.AadObjectId is { Length: > 0 and <= 60 } entra ? entra : from)}"),
    };

    private static string TextOf(IActivity activity)
    {
        if (activity is not Activity { Text.Length: > 0 } message)
        {
            return "";
        }

        // « @Utilité sociale saisir » → « saisir »; other people's mentions stay.
        var text = message.Recipient is null ? message.Text : message.RemoveRecipientMention();
        return (text ?? "").Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();
    }

    /// <summary>The framework's value is read through its JSON text: ours and the official one hold different types.</summary>
    private static Submission? SubmissionOf(object? value)
    {
        switch (value)
        {
            case null or string:
                return null;
            case JsonElement element:
                return Submission.From(element);
            default:
                try
                {
                    using var document = JsonDocument.Parse(value.ToString()!);
                    return Submission.From(document.RootElement);
                }
                catch (JsonException)
                {
                    return null;
                }
        }
    }

    private static ChatAddress? AddressOf(Activity activity, string from, string conversation, string tenant) =>
        activity.ServiceUrl is { Length: > 0 and <= 500 } url && activity.Recipient?.Id is { Length: > 0 and <= 200 } bot && activity.ChannelId is { Length: > 0 and <= 40 } channel
            ? new() { Channel = channel, ServiceUrl = url, Conversation = conversation, User = from, Bot = bot, Tenant = tenant.Length > 0 ? tenant : null }
            : null;
}
