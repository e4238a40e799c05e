using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Authentication as the configuration names it: the application, its cloud, and what differs from the cloud's own addresses.</summary>
/// <remarks>
/// Beside the official keys, <c>BotServiceUrlHosts</c> (a list) names further hosts that may be answered: the list of the channel's
/// hosts is not published, and a region may use one that is not known here.
/// </remarks>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly ChannelAuthentication inner;

    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration,
        ServiceClientCredentialsFactory? credentialsFactory = null,
        AuthenticationConfiguration? authConfiguration = null,
        IHttpClientFactory? httpClientFactory = null,
        ILogger? logger = null)
        : this(configuration, credentialsFactory, authConfiguration, httpClientFactory?.CreateClient(nameof(BotFrameworkAuthentication)), logger, TimeProvider.System)
    {
    }

    internal ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration,
        ServiceClientCredentialsFactory? credentialsFactory,
        AuthenticationConfiguration? authConfiguration,
        HttpClient? httpClient,
        ILogger? logger,
        TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        logger ??= NullLogger.Instance;
        var http = httpClient ?? ConnectorTransport.SharedClient();
        var cloud = CloudOf(configuration);
        inner = new ChannelAuthentication(
            cloud,
            credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(configuration, http, clock),
            configuration[ConfigurationServiceClientCredentialFactory.AppIdKey],
            ConfigurationServiceClientCredentialFactory.OnlyTenant(configuration),
            authConfiguration?.RequiredEndorsements ?? [],
            new ConnectorTransport(http, null, clock, logger),
            new SigningKeys(cloud.MetadataUrl, http, clock, logger),
            clock);
    }

    public override string GetOriginatingAudience() => inner.GetOriginatingAudience();

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string? authHeader, CancellationToken cancellationToken) =>
        inner.AuthenticateRequestAsync(activity, authHeader, cancellationToken);

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string? authHeader, string? channelIdHeader, CancellationToken cancellationToken) =>
        inner.AuthenticateStreamingRequestAsync(authHeader, channelIdHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => inner.CreateConnectorFactory(claimsIdentity);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        inner.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    private static BotCloud CloudOf(IConfiguration configuration)
    {
        var cloud = BotCloud.Of(configuration["ChannelService"]);
        return cloud with
        {
            LoginUrl = Given("ToChannelFromBotLoginUrl") ?? cloud.LoginUrl,
            Scope = Given("ToChannelFromBotOAuthScope") ?? cloud.Scope,
            TokenIssuer = Given("ToBotFromChannelTokenIssuer") ?? cloud.TokenIssuer,
            MetadataUrl = Given("ToBotFromChannelOpenIdMetadataUrl") ?? cloud.MetadataUrl,
            CallerId = Given("CallerId") ?? cloud.CallerId,
            ServiceHosts = [.. cloud.ServiceHosts, .. configuration.GetSection("BotServiceUrlHosts").GetChildren().Select(h => h.Value).OfType<string>().Where(h => h.Length > 0)],
        };

        string? Given(string key) => configuration[key] is { Length: > 0 } value ? value : null;
    }
}
