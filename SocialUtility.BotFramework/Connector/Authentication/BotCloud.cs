namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The addresses of one cloud.</summary>
internal sealed record BotCloud
{
    public static BotCloud Public { get; } = new()
    {
        TokenIssuer = AuthenticationConstants.ToBotFromChannelTokenIssuer,
        MetadataUrl = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
        LoginUrl = Format(AuthenticationConstants.ToChannelFromBotLoginUrlTemplate, AuthenticationConstants.DefaultChannelAuthTenant),
        Scope = AuthenticationConstants.ToChannelFromBotOAuthScope,
        CallerId = "urn:botframework:azure",
        ServiceHosts = ["smba.trafficmanager.net", ".botframework.com", ".teams.microsoft.com", ".skype.com"],
    };

    public static BotCloud Government { get; } = new()
    {
        TokenIssuer = GovernmentAuthenticationConstants.ToBotFromChannelTokenIssuer,
        MetadataUrl = GovernmentAuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
        LoginUrl = Format(GovernmentAuthenticationConstants.ToChannelFromBotLoginUrlTemplate, GovernmentAuthenticationConstants.DefaultChannelAuthTenant),
        Scope = GovernmentAuthenticationConstants.ToChannelFromBotOAuthScope,
        CallerId = "urn:botframework:azureusgov",
        ServiceHosts = [".botframework.azure.us", ".teams.microsoft.us", ".botframework.us"],
    };

    public static BotCloud China { get; } = new()
    {
        TokenIssuer = "https://api.botframework.azure.cn",
        MetadataUrl = "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        LoginUrl = "https://login.partner.microsoftonline.cn/microsoftservices.partner.onmschina.cn",
        Scope = "https://api.botframework.azure.cn",
        CallerId = "urn:botframework:azurechina",
        ServiceHosts = [".botframework.azure.cn", ".teams.microsoftonline.cn"],
    };

    public required string TokenIssuer { get; init; }

    public required string MetadataUrl { get; init; }

    /// <summary>Where tokens are fetched, with the tenant that serves bots of any tenant.</summary>
    public required string LoginUrl { get; init; }

    public required string Scope { get; init; }

    public required string CallerId { get; init; }

    /// <summary>The hosts that channels of this cloud answer at; one that begins with a dot stands for all below it.</summary>
    public required IReadOnlyList<string> ServiceHosts { get; init; }

    public static BotCloud Of(string? channelService) => channelService?.TrimEnd('/') switch
    {
        null or "" => Public,
        GovernmentAuthenticationConstants.ChannelService => Government,
        "https://botframework.azure.cn" => China,
        var other => throw new ArgumentException($"'{other}' is no channel service that is known: leave it empty, or {GovernmentAuthenticationConstants.ChannelService}, or https://botframework.azure.cn.", nameof(channelService)),
    };

    /// <summary>Whether our token may go there.</summary>
    public bool Serves(Uri address)
    {
        foreach (var host in ServiceHosts)
        {
            var named = host[0] == '.' ? address.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase) : address.Host.Equals(host, StringComparison.OrdinalIgnoreCase);

            // Loopback is never in a list of ours; who adds it means a channel without a certificate.
            if (named && (address.Scheme == Uri.UriSchemeHttps || (address.IsLoopback && address.Scheme == Uri.UriSchemeHttp)))
            {
                return address.UserInfo.Length == 0;
            }
        }

        return false;
    }

    private static string Format(string template, string tenant) => template.Replace("{0}", tenant, StringComparison.Ordinal);
}
