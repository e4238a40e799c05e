using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>What a card sends when one of its actions is executed.</summary>
public class AdaptiveCardInvokeValue
{
    [JsonPropertyName("action")]
    public AdaptiveCardInvokeAction? Action { get; set; }

    [JsonPropertyName("authentication")]
    public AdaptiveCardAuthentication? Authentication { get; set; }

    [JsonPropertyName("state")]
    public string? State { get; set; }
}

/// <summary>The action of the card, with its inputs merged into the data.</summary>
public class AdaptiveCardInvokeAction
{
    [JsonPropertyName("data")]
    public object? Data { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("verb")]
    public string? Verb { get; set; }
}

/// <summary>The answer to an executed action: a card, a message or an error.</summary>
[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
[JsonDerivedType(typeof(SearchInvokeResponse))]
public class AdaptiveCardInvokeResponse
{
    [JsonPropertyName("statusCode")]
    public int StatusCode { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("value")]
    public object? Value { get; set; }
}

/// <summary>A token offered by the client while somebody signs in.</summary>
public class TokenExchangeInvokeRequest
{
    [JsonPropertyName("connectionName")]
    public string? ConnectionName { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("token")]
    public string? Token { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A token offered with a card action.</summary>
public class AdaptiveCardAuthentication : TokenExchangeInvokeRequest
{

}

/// <summary>What was typed into a choice that asks the bot while typing.</summary>
public class SearchInvokeValue
{
    [JsonPropertyName("context")]
    public object? Context { get; set; }

    [JsonPropertyName("kind")]
    public string? Kind { get; set; }

    [JsonPropertyName("queryOptions")]
    public SearchInvokeOptions? QueryOptions { get; set; }

    [JsonPropertyName("queryText")]
    public string? QueryText { get; set; }
}

/// <summary>Which part of the found choices is wanted.</summary>
public class SearchInvokeOptions
{
    [JsonPropertyName("skip")]
    public int Skip { get; set; }

    [JsonPropertyName("top")]
    public int Top { get; set; }
}

/// <summary>The choices that were found.</summary>
public class SearchInvokeResponse : AdaptiveCardInvokeResponse
{

}
