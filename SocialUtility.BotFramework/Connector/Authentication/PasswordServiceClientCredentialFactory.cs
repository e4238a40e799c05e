using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An application that proves itself with a secret; without an application, nobody proves anything.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly Lazy<MsalTokens> tokens;

    public PasswordServiceClientCredentialFactory(string? appId, string? password, string? tenantId, HttpClient? httpClient, ILogger? logger)
        : this(appId, password, tenantId, httpClient, TimeProvider.System)
    {
    }

    internal PasswordServiceClientCredentialFactory(string? appId, string? password, string? tenantId, HttpClient? httpClient, TimeProvider clock)
    {
        (AppId, Password, TenantId) = (appId, password, tenantId);
        tokens = new(() => MsalTokens.WithSecret(AppId!, Password!, TenantId, httpClient, clock));
    }

    public string? AppId { get; set; }

    public string? Password { get; set; }

    public string? TenantId { get; }

    public override Task<bool> IsValidAppIdAsync(string? appId, CancellationToken cancellationToken) => Task.FromResult(AppIds.Same(appId, AppId));

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(AppId));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string? appId, string? oauthScope, string? loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        tokens.Value.CredentialsAsync(oauthScope, loginEndpoint);
}
