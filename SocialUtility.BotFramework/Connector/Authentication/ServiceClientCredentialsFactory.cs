using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes what proves to the channel who we are.</summary>
public abstract class ServiceClientCredentialsFactory
{
    protected ServiceClientCredentialsFactory()
    {
    }

    /// <summary>Whether a token for this application is meant for us.</summary>
    public abstract Task<bool> IsValidAppIdAsync(string? appId, CancellationToken cancellationToken);

    /// <summary>Whether there is no application at all, so that nobody proves anything.</summary>
    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    public abstract Task<ServiceClientCredentials> CreateCredentialsAsync(string? appId, string? audience, string? loginEndpoint, bool validateAuthority, CancellationToken cancellationToken);
}
