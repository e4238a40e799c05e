using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The application named by <c>MicrosoftAppType</c>, <c>MicrosoftAppId</c>, <c>MicrosoftAppPassword</c> and <c>MicrosoftAppTenantId</c>.</summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    internal const string AppIdKey = "MicrosoftAppId";
    internal const string TenantKey = "MicrosoftAppTenantId";
    private const string TypeKey = "MicrosoftAppType";
    private const string PasswordKey = "MicrosoftAppPassword";
    private const string MultiTenant = "MultiTenant";
    private const string SingleTenant = "SingleTenant";
    private const string ManagedIdentity = "UserAssignedMSI";

    private readonly ServiceClientCredentialsFactory inner;

    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient? httpClient = null, ILogger? logger = null)
        : this(configuration, httpClient, TimeProvider.System)
    {
    }

    internal ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient? httpClient, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        inner = TypeOf(configuration) switch
        {
            ManagedIdentity => OfManagedIdentity(configuration, httpClient, clock),
            SingleTenant => new PasswordServiceClientCredentialFactory(Need(configuration, AppIdKey), Need(configuration, PasswordKey), Need(configuration, TenantKey), httpClient, clock),
            _ => new PasswordServiceClientCredentialFactory(configuration[AppIdKey], configuration[PasswordKey], null, httpClient, clock),
        };
    }

    public override Task<bool> IsValidAppIdAsync(string? appId, CancellationToken cancellationToken) => inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => inner.IsAuthenticationDisabledAsync(cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string? appId, string? audience, string? loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);

    /// <summary>The one tenant whose activities are answered, unless the application serves several.</summary>
    internal static string? OnlyTenant(IConfiguration configuration) =>
        TypeOf(configuration) != MultiTenant && configuration[TenantKey] is { Length: > 0 } tenant ? tenant : null;

    private static ManagedIdentityServiceClientCredentialsFactory OfManagedIdentity(IConfiguration configuration, HttpClient? httpClient, TimeProvider clock)
    {
        Need(configuration, TenantKey);
        return string.IsNullOrEmpty(configuration[PasswordKey])
            ? new(Need(configuration, AppIdKey), httpClient, clock)
            : throw new ArgumentException($"{PasswordKey} must be empty: a managed identity has no secret.");
    }

    private static string Need(IConfiguration configuration, string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value)
        ? value
        : throw new ArgumentException($"{key} is required when {TypeKey} is {configuration[TypeKey]}.");

    private static string TypeOf(IConfiguration configuration) => configuration[TypeKey]?.Trim() switch
    {
        null or "" => MultiTenant,
        var named when named.Equals(MultiTenant, StringComparison.OrdinalIgnoreCase) => MultiTenant,
        var named when named.Equals(SingleTenant, StringComparison.OrdinalIgnoreCase) => SingleTenant,
        var named when named.Equals(ManagedIdentity, StringComparison.OrdinalIgnoreCase) => ManagedIdentity,
        var other => throw new ArgumentException($"{TypeKey} is '{other}'; it must be {MultiTenant}, {SingleTenant} or {ManagedIdentity}."),
    };
}
