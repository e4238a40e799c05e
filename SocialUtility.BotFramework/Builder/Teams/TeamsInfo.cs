using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>What Teams knows of the people and the team around a turn.</summary>
public static class TeamsInfo
{
    /// <summary>Somebody in the team, or else in the conversation, of this turn.</summary>
    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, turnContext.Activity.TeamsGetTeamInfo()?.Id ?? Conversation(turnContext), cancellationToken);

    public static Task<TeamsChannelAccount> GetTeamMemberAsync(ITurnContext turnContext, string userId, string? teamId = null, CancellationToken cancellationToken = default) =>
        MemberAsync(turnContext, userId, Team(turnContext, teamId), cancellationToken);

    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(ITurnContext turnContext, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, turnContext.Activity.TeamsGetTeamInfo()?.Id ?? Conversation(turnContext), pageSize, continuationToken, cancellationToken);

    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(ITurnContext turnContext, string? teamId = null, string? continuationToken = null, int? pageSize = null, CancellationToken cancellationToken = default) =>
        PageAsync(turnContext, Team(turnContext, teamId), pageSize, continuationToken, cancellationToken);

    public static async Task<TeamDetails> GetTeamDetailsAsync(ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default) =>
        await GetAsync<TeamDetails>(turnContext, $"v3/teams/{Uri.EscapeDataString(Team(turnContext, teamId))}", cancellationToken);

    /// <summary>The channels of the team; the general one has no name.</summary>
    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default) =>
        (await GetAsync<ConversationList>(turnContext, $"v3/teams/{Uri.EscapeDataString(Team(turnContext, teamId))}/conversations", cancellationToken)).Conversations ?? [];

    /// <summary>Begins a new thread in a channel; says where it is.</summary>
    public static async Task<Tuple<ConversationReference, string>> SendMessageToTeamsChannelAsync(ITurnContext turnContext, IActivity activity, string teamsChannelId, string botAppId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentException.ThrowIfNullOrWhiteSpace(teamsChannelId);
        ConversationReference? reference = null;
        string? activityId = null;
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo(teamsChannelId) },
            Activity = (Activity)activity,
            TenantId = turnContext.Activity.Conversation?.TenantId,
        };
        await turnContext.Adapter.CreateConversationAsync(
            botAppId,
            Channels.Msteams,
            turnContext.Activity.ServiceUrl!,
            null,
            parameters,
            (turn, _) =>
            {
                (reference, activityId) = (turn.Activity.GetConversationReference(), turn.Activity.Id);
                return Task.CompletedTask;
            },
            cancellationToken);
        return Tuple.Create(reference!, activityId!);
    }

    private static async Task<TeamsChannelAccount> MemberAsync(ITurnContext turnContext, string userId, string conversationId, CancellationToken cancellationToken)
    {
        var conversations = Connector(turnContext).Conversations as Conversations
            ?? throw new InvalidOperationException("The connector of this turn cannot ask for one member.");
        return BotJson.As<TeamsChannelAccount>(await conversations.GetConversationMemberAsync(userId, conversationId, cancellationToken))!;
    }

    private static async Task<TeamsPagedMembersResult> PageAsync(ITurnContext turnContext, string conversationId, int? pageSize, string? continuationToken, CancellationToken cancellationToken) =>
        BotJson.As<TeamsPagedMembersResult>(await Connector(turnContext).Conversations.GetConversationPagedMembersAsync(conversationId, pageSize, continuationToken, cancellationToken))!;

    private static async Task<T> GetAsync<T>(ITurnContext turnContext, string path, CancellationToken cancellationToken)
        where T : class
    {
        var client = Connector(turnContext) as ConnectorClient ?? throw new InvalidOperationException("The connector of this turn does not know teams.");
        return (await client.SendAsync<T>(HttpMethod.Get, path, null, null, cancellationToken)).Body!;
    }

    private static IConnectorClient Connector(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>() ?? throw new InvalidOperationException("This method requires a connector client.");

    private static string Conversation(ITurnContext turnContext) =>
        turnContext.Activity.Conversation?.Id ?? throw new InvalidOperationException("The turn is in no conversation.");

    private static string Team(ITurnContext turnContext, string? teamId) =>
        teamId ?? turnContext.Activity.TeamsGetTeamInfo()?.Id ?? throw new InvalidOperationException("This method is only valid within the scope of a team.");
}
