using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Fetches our tokens with the Microsoft Authentication Library; one set of credentials for each audience.</summary>
internal sealed class MsalTokens(Func<string, string, Func<bool, CancellationToken, Task<BearerToken>>> source, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Audience, string Login), BearerCredentials> credentials = new();

    public Task<ServiceClientCredentials> CredentialsAsync(string? audience, string? login)
    {
        var key = (
            string.IsNullOrEmpty(audience) ? BotCloud.Public.Scope : audience,
            string.IsNullOrEmpty(login) ? BotCloud.Public.LoginUrl : login);
        return Task.FromResult<ServiceClientCredentials>(credentials.GetOrAdd(
            key,
            static (k, self) => new BearerCredentials(self.Source(k.Audience, k.Login), self.Clock),
            (Source: source, Clock: clock)));
    }

    public static MsalTokens WithSecret(string appId, string secret, string? tenant, HttpClient? http, TimeProvider clock) =>
        Confidential(appId, tenant, http, clock, builder => builder.WithClientSecret(secret));

    public static MsalTokens WithCertificate(string appId, X509Certificate2 certificate, bool sendX5c, string? tenant, HttpClient? http, TimeProvider clock) =>
        Confidential(appId, tenant, http, clock, builder => builder.WithCertificate(certificate, sendX5c));

    public static MsalTokens OfManagedIdentity(string appId, HttpClient? http, TimeProvider clock)
    {
        var builder = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(appId));
        var identity = new Lazy<IManagedIdentityApplication>(() => (http is null ? builder : builder.WithHttpClientFactory(new OneClient(http))).Build());
        return new(
            (audience, _) => async (again, cancellation) =>
                Token(await identity.Value.AcquireTokenForManagedIdentity(audience).WithForceRefresh(again).ExecuteAsync(cancellation)),
            clock);
    }

    private static MsalTokens Confidential(
        string appId,
        string? tenant,
        HttpClient? http,
        TimeProvider clock,
        Func<ConfidentialClientApplicationBuilder, ConfidentialClientApplicationBuilder> proof) => new(
        (audience, login) =>
        {
            var application = new Lazy<IConfidentialClientApplication>(() =>
            {
                var builder = proof(ConfidentialClientApplicationBuilder.Create(appId)
                    .WithAuthority(Authority(login, tenant), true)
                    .WithInstanceDiscovery(false));
                return (http is null ? builder : builder.WithHttpClientFactory(new OneClient(http))).Build();
            });
            string[] scopes = [audience.EndsWith("/.default", StringComparison.Ordinal) ? audience : $"{audience.TrimEnd('/')}/.default"];
            return async (again, cancellation) => Token(await application.Value.AcquireTokenForClient(scopes).WithForceRefresh(again).ExecuteAsync(cancellation));
        },
        clock);

    private static string Authority(string login, string? tenant) =>
        string.IsNullOrEmpty(tenant) ? login : new Uri(new Uri(login), $"/{Uri.EscapeDataString(tenant)}").AbsoluteUri;

    private static BearerToken Token(AuthenticationResult result) => new(new AuthenticationHeaderValue("Bearer", result.AccessToken), result.ExpiresOn);

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
