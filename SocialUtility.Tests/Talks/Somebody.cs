using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Tests.Talks;

/// <summary>A person with a Teams of their own, or who came in by a link, and what they do there.</summary>
internal sealed class Somebody(IWayIn way, string name)
{
    public const string Bot = "28:the-bot";
    public const string Tenant = "tenant-1";

    private static int activities;

    private WebGuest? guest;

    public string Name => name;

    public Person Person => guest is { } ? new(InvitationSubject.PersonPrefix + guest.Person) : new($"teams|{Tenant}|{Entra}");

    public string Locale { get; set; } = "fr-FR";

    /// <summary>Where they speak: alone with the bot, in a group chat, in a channel.</summary>
    public Somewhere Place { get; set; }

    public string Conversation => guest?.Conversation ?? Place switch
    {
        Somewhere.Group => "19:group@thread.v2",
        Somewhere.Channel => "19:channel@thread.tacv2;messageid=1",
        _ => AloneWith(Id),
    };

    public IReadOnlyList<BotSaid> Screen => way.Said.Screen(Conversation);

    private string Id => $"29:{name}";

    private string Entra => EntraOf(name);

    public static string EntraOf(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString();

    public static string AloneWith(string user) => $"a:{user[3..]}";

    public Task<HttpStatusCode> SayAsync(string text, string? activityId = null) => HearAsync(Message(text, activityId));

    /// <summary>Presses the button of the newest card that has one of that title.</summary>
    public Task<HttpStatusCode> PressAsync(string title, params (string Name, string Value)[] fields)
    {
        var (card, sent) = Find(title, fields.ToDictionary(field => field.Name, field => field.Value));
        return SubmitAsync(sent, card);
    }

    /// <summary>The newest card with that button, and what the client would send for it.</summary>
    public (string Card, JsonObject Sent) Find(string title, IReadOnlyDictionary<string, string>? fields = null) => Screen.Reverse()
        .Select(said => (Card: said.Id, Sent: said.Card?.Press(title, fields ?? new Dictionary<string, string>())))
        .FirstOrDefault(found => found.Sent is not null) is { Sent: { } sent } found
            ? (found.Card, sent)
            : throw new InvalidOperationException($"No card has the button « {title} ».");

    /// <summary>Whatever is sent in the name of a card.</summary>
    public Task<HttpStatusCode> SubmitAsync(JsonNode? value, string? card = null, string? activityId = null)
    {
        var activity = Message(null, activityId);
        activity["value"] = value?.DeepClone();
        activity["replyToId"] = card;
        return HearAsync(activity);
    }

    /// <summary>Teams tells an installation twice, within the same instant.</summary>
    public Task<HttpStatusCode[]> InstallAsync()
    {
        var installed = Activity("installationUpdate");
        installed["action"] = "add";
        var added = Activity("conversationUpdate");
        added.Remove("locale");
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot });
        return Task.WhenAll(HearAsync(installed), HearAsync(added));
    }

    public Task<HttpStatusCode> UninstallAsync()
    {
        var removed = Activity("installationUpdate");
        removed["action"] = "remove";
        return HearAsync(removed);
    }

    /// <summary>Teams tells that people were taken off the room, by their ids alone; <paramref name="by"/> whoever did it.</summary>
    public static Task<HttpStatusCode> TakeOffAsync(Somebody by, params IEnumerable<string> gone)
    {
        var removed = by.Activity("conversationUpdate");
        removed.Remove("locale");
        removed["membersRemoved"] = new JsonArray([.. gone.Select(name => name == Bot
            ? new JsonObject { ["id"] = Bot }
            : new JsonObject { ["id"] = $"29:{name}", ["aadObjectId"] = EntraOf(name) })]);
        return by.HearAsync(removed);
    }

    /// <summary>A message as Teams sends it; in a group the bot is called by its name.</summary>
    public JsonObject Message(string? text, string? activityId = null)
    {
        var activity = Activity("message", activityId);
        if (text is null)
        {
            return activity;
        }

        activity["textFormat"] = "plain";
        activity["text"] = text;
        if (Place != Somewhere.Alone)
        {
            const string Called = "<at>Utilité sociale</at>";
            activity["text"] = $"{Called}&nbsp;{text}";
            activity["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "Utilité sociale" },
                ["text"] = Called,
            });
        }

        return activity;
    }

    /// <summary>Without Teams: by the newest invitation on somebody's screen. From here on they speak in the web chat.</summary>
    public async Task ComeInAsync(Somebody inviting) => guest = await way.ComeInAsync(inviting.InvitationPage, name, TestContext.Current.CancellationToken);

    public Task<HttpStatusCode> HearAsync(JsonObject activity) => guest is null
        ? way.HearAsync(activity, TestContext.Current.CancellationToken)
        : way.HearAsync(guest, activity, TestContext.Current.CancellationToken);

    /// <summary>Where the newest card of an invitation leads.</summary>
    private Uri InvitationPage => Screen.Reverse()
        .SelectMany(said => said.Card?.Json["actions"] as JsonArray ?? [])
        .Select(action => (string?)action!["url"])
        .FirstOrDefault(url => url?.Contains("/invitation-link/", StringComparison.Ordinal) == true) is { } url ? new(url) : throw new InvalidOperationException($"{name} has made no invitation.");

    private JsonObject Activity(string type, string? id = null) => new()
    {
        ["type"] = type,
        ["id"] = id ?? $"f:{Interlocked.Increment(ref activities)}",
        ["timestamp"] = way.Clock.GetUtcNow(),
        ["channelId"] = "msteams",
        ["serviceUrl"] = way.ServiceUrl,
        ["locale"] = Locale,
        ["localTimezone"] = "Europe/Paris",
        ["from"] = new JsonObject { ["id"] = Id, ["name"] = name, ["aadObjectId"] = Entra },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Utilité sociale" },
        ["conversation"] = new JsonObject
        {
            ["id"] = Conversation,
            ["conversationType"] = Place switch { Somewhere.Group => "groupChat", Somewhere.Channel => "channel", _ => "personal" },
            ["isGroup"] = Place != Somewhere.Alone,
            ["tenantId"] = Tenant,
        },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };
}

/// <summary>Where somebody speaks.</summary>
internal enum Somewhere
{
    Alone,
    Group,
    Channel,
}
