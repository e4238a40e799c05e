using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A token of a person.</summary>
public class TokenResponse
{
    [JsonPropertyName("channelId")]
    public string? ChannelId { get; set; }

    [JsonPropertyName("connectionName")]
    public string? ConnectionName { get; set; }

    [JsonPropertyName("token")]
    public string? Token { get; set; }

    [JsonPropertyName("expiration")]
    public string? Expiration { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Whether there is a token of a person for a connection.</summary>
public class TokenStatus
{
    [JsonPropertyName("channelId")]
    public string? ChannelId { get; set; }

    [JsonPropertyName("connectionName")]
    public string? ConnectionName { get; set; }

    [JsonPropertyName("hasToken")]
    public bool? HasToken { get; set; }

    [JsonPropertyName("serviceProviderDisplayName")]
    public string? ServiceProviderDisplayName { get; set; }
}

/// <summary>A token to be exchanged for another.</summary>
public class TokenExchangeRequest
{
    [JsonPropertyName("uri")]
    public string? Uri { get; set; }

    [JsonPropertyName("token")]
    public string? Token { get; set; }
}

/// <summary>What a client needs to offer a token.</summary>
public class TokenExchangeResource
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("uri")]
    public string? Uri { get; set; }

    [JsonPropertyName("providerId")]
    public string? ProviderId { get; set; }
}

/// <summary>Where a client may put a token.</summary>
public class TokenPostResource
{
    [JsonPropertyName("sasUrl")]
    public string? SasUrl { get; set; }
}

/// <summary>Where somebody can sign in.</summary>
public class SignInResource
{
    [JsonPropertyName("signInLink")]
    public string? SignInLink { get; set; }

    [JsonPropertyName("tokenExchangeResource")]
    public TokenExchangeResource? TokenExchangeResource { get; set; }

    [JsonPropertyName("tokenPostResource")]
    public TokenPostResource? TokenPostResource { get; set; }
}
