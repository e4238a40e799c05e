using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Knows whether a request comes from the channel, and proves to the channel who we are.</summary>
public abstract class BotFrameworkAuthentication
{
    protected BotFrameworkAuthentication()
    {
    }

    /// <summary>Who sent this activity; <see cref="UnauthorizedAccessException"/> if it is not the channel it says.</summary>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string? authHeader, CancellationToken cancellationToken);

    public abstract Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string? authHeader, string? channelIdHeader, CancellationToken cancellationToken);

    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    public abstract Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken);

    /// <summary>For whom our tokens are meant.</summary>
    public virtual string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;
}

/// <summary>Makes the client for the channel at an address.</summary>
public abstract class ConnectorFactory
{
    protected ConnectorFactory()
    {
    }

    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken);
}

/// <summary>Who sent a request, and how to answer.</summary>
public class AuthenticateRequestResult
{
    public string? Audience { get; set; }

    public ClaimsIdentity? ClaimsIdentity { get; set; }

    public string? CallerId { get; set; }

    public ConnectorFactory? ConnectorFactory { get; set; }
}
