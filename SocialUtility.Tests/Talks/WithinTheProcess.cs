using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Bot;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Dialogs;
using SocialUtility.Bot.Reminders;
using SocialUtility.Bot.Web;
using SocialUtility.Domain;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Storage;
using Conversations = SocialUtility.Bot.Web.Conversations;

namespace SocialUtility.Tests.Talks;

/// <summary>The real services over an adapter that keeps what is said; no HTTP.</summary>
internal sealed class WithinTheProcess : IWayIn
{
    private ServiceProvider services;
    private Adapter adapter;

    public WithinTheProcess(FakeTimeProvider clock, WatchedTable? table = null)
    {
        (Clock, Table) = (clock, table ?? new(new MemoryTable()));
        (services, adapter) = Start();
    }

    public WatchedTable Table { get; }

    public FakeTimeProvider Clock { get; }

    public Spoken Said { get; } = new();

    public List<string> Present { get; } = [];

    public string ServiceUrl => "https://channel.test/";

    public async Task<HttpStatusCode> HearAsync(JsonObject activity, CancellationToken cancellation)
    {
        await adapter.HearAsync(Read(activity), services.GetRequiredService<SocialUtilityBot>().OnTurnAsync, cancellation);
        return HttpStatusCode.OK;
    }

    public async Task<WebGuest> ComeInAsync(Uri page, string name, CancellationToken cancellation)
    {
        var (addresses, joining) = (services.GetRequiredService<InvitationAddress>(), services.GetRequiredService<Joining>());
        var (association, invitation) = (await addresses.ReadPageAsync(page.Segments[^1], cancellation))!.Value;
        var secret = await joining.NewSecretAsync((await joining.FindAsync(association, invitation, cancellation))!, cancellation);
        var link = new Uri(addresses.Of(association, invitation, secret!)).Segments[^1];
        var person = (await joining.JoinAsync(link, "a form", name, null, Language.French, cancellation))!.Key[InvitationSubject.PersonPrefix.Length..];
        WebGuest guest = new(person, name, WebPasses.ConversationOf(person));
        await HearWebAsync(HeardActivity.Arrival(PassOf(guest), "fr-FR", Clock.GetUtcNow()), cancellation);
        return guest;
    }

    public async Task<HttpStatusCode> HearAsync(WebGuest guest, JsonObject sent, CancellationToken cancellation)
    {
        var (activity, refusal) = HeardActivity.Read(sent, PassOf(guest));
        Assert.True(activity is not null, refusal);
        activity["id"] = $"{guest.Conversation}|{Guid.NewGuid():n}";
        await HearWebAsync(activity, cancellation);
        return HttpStatusCode.OK;
    }

    public async Task RestartAsync()
    {
        await services.DisposeAsync();
        (services, adapter) = Start();
    }

    public Task<int> RemindAsync(CancellationToken cancellation) => services.GetRequiredService<ReminderPass>().RunAsync(cancellation);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private (ServiceProvider Services, Adapter Adapter) Start()
    {
        var started = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("PublicUrl", House.PublicUrl)]).Build())
            .AddSingleton<ITable>(Table)
            .AddSingleton<TimeProvider>(Clock)
            .AddConversation()
            .AddReminders()
            .AddSingleton(House.Reminders)
            .AddSingleton<GuideDialog>()
            .AddSingleton<Doors>()
            .AddSingleton<SocialUtilityBot>()
            .AddSingleton<Conversations>()
            .AddSingleton<WebChatAdapter>()
            .AddSingleton<Joining>()
            .BuildServiceProvider();
        var chat = started.GetRequiredService<WebChatAdapter>();
        chat.Apologising(started.GetRequiredService<ILogger<WithinTheProcess>>()).Use(new WebListener(Said));
        started.GetRequiredService<Doors>().Open(WebChannel.Id, chat);
        return (started, Teams(started));
    }

    /// <summary>What one does on the web may be told to somebody in Teams.</summary>
    private Adapter Teams(ServiceProvider started)
    {
        var teams = new Adapter(this).Apologising(started.GetRequiredService<ILogger<WithinTheProcess>>());
        started.GetRequiredService<Doors>().Open(Channels.Msteams, teams);
        return teams;
    }

    private Task HearWebAsync(JsonObject heard, CancellationToken cancellation) =>
        services.GetRequiredService<WebChatAdapter>().HearAsync(heard, services.GetRequiredService<SocialUtilityBot>().OnTurnAsync, cancellation);

    private WebPass PassOf(WebGuest guest) => new(guest.Person, guest.Conversation, guest.Name, Clock.GetUtcNow() + WebPasses.ChatLife, WebPassUse.Chat);

    private static Activity Read(JsonObject json)
    {
        Activity activity = new()
        {
            Type = (string?)json["type"],
            Id = (string?)json["id"],
            ChannelId = (string?)json["channelId"],
            ServiceUrl = (string?)json["serviceUrl"],
            Locale = (string?)json["locale"],
            LocalTimezone = (string?)json["localTimezone"],
            Text = (string?)json["text"],
            Action = (string?)json["action"],
            ReplyToId = (string?)json["replyToId"],
            Value = json["value"] is { } value ? JsonSerializer.SerializeToElement(value) : null,
            From = Account(json["from"]),
            Recipient = Account(json["recipient"]),
            Conversation = new ConversationAccount
            {
                Id = (string?)json["conversation"]!["id"],
                ConversationType = (string?)json["conversation"]!["conversationType"],
                IsGroup = (bool?)json["conversation"]!["isGroup"],
                TenantId = (string?)json["conversation"]!["tenantId"],
            },
            MembersAdded = json["membersAdded"] is JsonArray members ? [.. members.Select(member => Account(member))] : null,
            MembersRemoved = json["membersRemoved"] is JsonArray gone ? [.. gone.Select(member => Account(member))] : null,
        };
        if (json["entities"] is JsonArray entities)
        {
            activity.Entities = [.. entities.Select(entity => Mentioned(entity!))];
        }

        return activity;
    }

    private static Entity Mentioned(JsonNode entity)
    {
        Entity mention = new("mention");
        mention.SetAs(new Mention { Mentioned = Account(entity["mentioned"]), Text = (string?)entity["text"], Type = "mention" });
        return mention;
    }

    private static ChannelAccount Account(JsonNode? account) => new((string?)account?["id"], (string?)account?["name"], null, (string?)account?["aadObjectId"]);

    /// <summary>The channel lists who is there.</summary>
    private sealed class Listing(List<string> present) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            var page = TeamMembers.Page(present, int.Parse(query["pageSize"]!, CultureInfo.InvariantCulture), query["continuationToken"]);
            return Task.FromResult(new HttpResponseMessage { RequestMessage = request, Content = new StringContent(page, Encoding.UTF8, "application/json") });
        }
    }

    private sealed class Adapter(WithinTheProcess house) : BotAdapter
    {
        private readonly Spoken said = house.Said;

        public async Task HearAsync(Activity activity, BotCallbackHandler bot, CancellationToken cancellation)
        {
            using var turn = new TurnContext(this, activity);
            using IConnectorClient connector = new ConnectorClient(new(house.ServiceUrl), null!, new(new Listing(house.Present)), disposeHttpClient: true);
            turn.TurnState.Add(connector);
            await RunPipelineAsync(turn, bot, cancellation);
        }

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
            Task.FromResult<ResourceResponse[]>([.. activities.Select(activity => new ResourceResponse(said.Send(activity.Conversation!.Id!, Write(activity))))]);

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
            said.Replace(activity.Conversation!.Id!, activity.Id!, Write(activity)) ? Task.FromResult(new ResourceResponse(activity.Id)) : throw new KeyNotFoundException();

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) => Task.CompletedTask;

        public override async Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
        {
            using var turn = new TurnContext(this, reference.GetContinuationActivity());
            await RunPipelineAsync(turn, callback, cancellationToken);
        }

        public override async Task CreateConversationAsync(
            string botAppId, string? channelId, string serviceUrl, string? audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
        {
            Activity begun = new()
            {
                Type = ActivityTypes.Event,
                Name = ActivityEventNames.CreateConversation,
                Id = "created",
                ChannelId = channelId,
                ServiceUrl = serviceUrl,
                Conversation = new ConversationAccount { Id = Somebody.AloneWith(conversationParameters.Members![0].Id!), TenantId = conversationParameters.TenantId },
                Recipient = conversationParameters.Bot,
            };
            await HearAsync(begun, callback, cancellationToken);
        }

        private static JsonObject Write(Activity activity)
        {
            JsonObject json = new() { ["type"] = activity.Type, ["text"] = activity.Text, ["summary"] = activity.Summary };
            if (activity.SuggestedActions?.Actions is { } taps)
            {
                json["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray([.. taps.Select(tap => new JsonObject { ["value"] = (string)tap.Value! })]) };
            }

            if (activity.Attachments is { Count: > 0 } attachments)
            {
                json["attachments"] = new JsonArray([.. attachments.Select(attachment => new JsonObject { ["content"] = JsonNode.Parse(((AdaptiveCard)attachment.Content!).ToJson()) })]);
            }

            return json;
        }
    }
}
