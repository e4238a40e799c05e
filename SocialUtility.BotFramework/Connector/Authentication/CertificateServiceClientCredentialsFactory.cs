using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An application that proves itself with a certificate.</summary>
public class CertificateServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly string appId;
    private readonly MsalTokens tokens;

    public CertificateServiceClientCredentialsFactory(X509Certificate2 certificate, string appId, string? tenantId = null, HttpClient? httpClient = null, ILogger? logger = null, bool sendX5c = false)
        : this(certificate, appId, tenantId, httpClient, sendX5c, TimeProvider.System)
    {
    }

    internal CertificateServiceClientCredentialsFactory(X509Certificate2 certificate, string appId, string? tenantId, HttpClient? httpClient, bool sendX5c, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentException.ThrowIfNullOrWhiteSpace(appId);
        (this.appId, tokens) = (appId, MsalTokens.WithCertificate(appId, certificate, sendX5c, tenantId, httpClient, clock));
    }

    public override Task<bool> IsValidAppIdAsync(string? appId, CancellationToken cancellationToken) => Task.FromResult(AppIds.Same(appId, this.appId));

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string? appId, string? audience, string? loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        tokens.CredentialsAsync(audience, loginEndpoint);
}
