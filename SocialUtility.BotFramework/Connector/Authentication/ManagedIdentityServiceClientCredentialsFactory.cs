using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An application that is a managed identity of the machine it runs on: there is no secret.</summary>
public class ManagedIdentityServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly string appId;
    private readonly MsalTokens tokens;

    public ManagedIdentityServiceClientCredentialsFactory(string appId, HttpClient? httpClient = null, ILogger? logger = null)
        : this(appId, httpClient, TimeProvider.System)
    {
    }

    internal ManagedIdentityServiceClientCredentialsFactory(string appId, HttpClient? httpClient, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);
        (this.appId, tokens) = (appId, MsalTokens.OfManagedIdentity(appId, httpClient, clock));
    }

    public override Task<bool> IsValidAppIdAsync(string? appId, CancellationToken cancellationToken) => Task.FromResult(AppIds.Same(appId, this.appId));

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string? appId, string? audience, string? loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        tokens.CredentialsAsync(audience, loginEndpoint);
}
