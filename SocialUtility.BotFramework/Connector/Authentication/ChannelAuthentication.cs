using System.Security.Claims;
using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The rules by which a request of the channel is let in, and by which ours go out.</summary>
internal sealed class ChannelAuthentication(
    BotCloud cloud,
    ServiceClientCredentialsFactory credentials,
    string? appId,
    string? onlyTenant,
    string[] requiredEndorsements,
    ConnectorTransport transport,
    SigningKeys keys,
    TimeProvider clock) : BotFrameworkAuthentication
{
    private static readonly Claim[] Nobody = [];

    private readonly Factory connectors = new(cloud, credentials, appId, transport);
    private readonly ChannelTokens tokens = new(cloud.TokenIssuer, (audience, cancellation) => credentials.IsValidAppIdAsync(audience, cancellation), keys, clock);

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string? authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var identity = await credentials.IsAuthenticationDisabledAsync(cancellationToken)
            ? LetInWithoutToken(activity)
            : LetIn(activity, await tokens.ReadAsync(authHeader, cancellationToken));
        return new AuthenticateRequestResult
        {
            Audience = cloud.Scope,
            CallerId = identity.AuthenticationType == AuthenticationConstants.AnonymousAuthType ? null : cloud.CallerId,
            ClaimsIdentity = identity,
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string? authHeader, string? channelIdHeader, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Requests come over HTTP only.");

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => connectors;

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nobody signs in through this bot.");

    public override string GetOriginatingAudience() => cloud.Scope;

    // Nobody proves anything then, so only a channel on this machine is answered.
    private static ClaimsIdentity LetInWithoutToken(Activity activity) => Address(activity.ServiceUrl) is { IsLoopback: true }
        ? new ClaimsIdentity(Nobody, AuthenticationConstants.AnonymousAuthType)
        : throw new UnauthorizedAccessException("Without an application only a channel on this machine is answered.");

    private ClaimsIdentity LetIn(Activity activity, ChannelToken token)
    {
        // Our own token goes to the service URL: it must be the one that the channel signed.
        if (string.IsNullOrEmpty(token.ServiceUrl) || !string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
        {
            throw new UnauthorizedAccessException("The token is for another service URL.");
        }

        if (Address(activity.ServiceUrl) is not { } address || !cloud.Serves(address))
        {
            throw new UnauthorizedAccessException("The service URL is not at a host of the channel.");
        }

        if (activity.ChannelId is not { Length: > 0 } channel || !token.Endorsements.AsSpan().Contains(channel))
        {
            throw new UnauthorizedAccessException("The token's key is not endorsed for the channel.");
        }

        foreach (var required in requiredEndorsements)
        {
            if (!token.Endorsements.AsSpan().Contains(required))
            {
                throw new UnauthorizedAccessException("The token's key lacks an endorsement that is required.");
            }
        }

        if (onlyTenant is not null && (IsForeign(activity.Conversation?.TenantId) || IsForeign(ChannelTenant(activity.ChannelData))))
        {
            throw new UnauthorizedAccessException("The activity comes from another tenant.");
        }

        return token.Identity;
    }

    private bool IsForeign(string? tenant) => !string.IsNullOrEmpty(tenant) && !string.Equals(tenant, onlyTenant, StringComparison.OrdinalIgnoreCase);

    private static string? ChannelTenant(object? channelData) => channelData switch
    {
        TeamsChannelData teams => teams.Tenant?.Id,
        JsonElement { ValueKind: JsonValueKind.Object } data
            when data.TryGetProperty("tenant"u8, out var tenant) && tenant.ValueKind == JsonValueKind.Object
                && tenant.TryGetProperty("id"u8, out var id) => id.ToString(),
        _ => null,
    };

    private static Uri? Address(string? serviceUrl) => Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private sealed class Factory(BotCloud cloud, ServiceClientCredentialsFactory credentials, string? appId, ConnectorTransport transport) : ConnectorFactory
    {
        public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken)
        {
            var address = Address(serviceUrl) ?? throw new ArgumentException("The service URL is none.", nameof(serviceUrl));
            if (await credentials.IsAuthenticationDisabledAsync(cancellationToken))
            {
                return address.IsLoopback
                    ? new ConnectorClient(address, null, transport)
                    : throw new InvalidOperationException("Without an application only a channel on this machine is called.");
            }

            // A reference may have been stored long ago: what it names is checked again before our token goes there.
            return cloud.Serves(address)
                ? new ConnectorClient(address, await credentials.CreateCredentialsAsync(appId, audience ?? cloud.Scope, cloud.LoginUrl, true, cancellationToken), transport)
                : throw new InvalidOperationException("The service URL is not at a host of the channel.");
        }
    }
}
