using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The application named by <c>MicrosoftAppType</c>, <c>MicrosoftAppId</c>, <c>MicrosoftAppPassword</c> and <c>MicrosoftAppTenantId</c>.</summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly ServiceClientCredentialsFactory inner;

    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient? httpClient = null, ILogger? logger = null)
        : this(configuration, httpClient, TimeProvider.System)
    {
    }

    internal ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient? httpClient, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var (id, password) = (configuration[AppIdKey], configuration[PasswordKey]);
        inner = TypeOf(configuration) switch
        {
            ManagedIdentity => new ManagedIdentityServiceClientCredentialsFactory(
                Need(id, AppIdKey),
                Need(configuration[TenantKey], TenantKey) is not null && string.IsNullOrEmpty(password)
                    ? httpClient
                    : throw new ArgumentException($"{PasswordKey} must be empty: a managed identity has no secret."),
                clock),
            SingleTenant => new PasswordServiceClientCredentialFactory(Need(id, AppIdKey), Need(password, PasswordKey), Need(configuration[TenantKey], TenantKey), httpClient, clock),
            _ => new PasswordServiceClientCredentialFactory(id, password, null, httpClient, clock),
        };

        string Need(string? value, string key) => !string.IsNullOrWhiteSpace(value)
            ? value
            : throw new ArgumentException($"{key} is required when {TypeKey} is {configuration[TypeKey]}.");
    }

    internal const string AppIdKey = "MicrosoftAppId";
    internal const string TenantKey = "MicrosoftAppTenantId";
    private const string TypeKey = "MicrosoftAppType";
    private const string PasswordKey = "MicrosoftAppPassword";
    private const string MultiTenant = "MultiTenant";
    private const string SingleTenant = "SingleTenant";
    private const string ManagedIdentity = "UserAssignedMSI";

    public override Task<bool> IsValidAppIdAsync(string? appId, CancellationToken cancellationToken) => inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => inner.IsAuthenticationDisabledAsync(cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string? appId, string? audience, string? loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);

    /// <summary>The one tenant whose activities are answered, unless the application serves several.</summary>
    internal static string? OnlyTenant(IConfiguration configuration) =>
        TypeOf(configuration) != MultiTenant && configuration[TenantKey] is { Length: > 0 } tenant ? tenant : null;

    private static string TypeOf(IConfiguration configuration) => configuration[TypeKey]?.Trim() switch
    {
        null or "" => MultiTenant,
        var named when named.Equals(MultiTenant, StringComparison.OrdinalIgnoreCase) => MultiTenant,
        var named when named.Equals(SingleTenant, StringComparison.OrdinalIgnoreCase) => SingleTenant,
        var named when named.Equals(ManagedIdentity, StringComparison.OrdinalIgnoreCase) => ManagedIdentity,
        var other => throw new ArgumentException($"{TypeKey} is '{other}'; it must be {MultiTenant}, {SingleTenant} or {ManagedIdentity}."),
    };
}
