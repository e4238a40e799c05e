using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SocialUtility.Tests.BotFramework;

/// <summary>Signs tokens as the channel does, and serves its keys.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    // Making a key takes long; the name under which it is known is what changes.
    private static readonly RSA SharedKey = RSA.Create(2048);

    private readonly RSA key;
    private Loopback? server;
    private string kid = "k1";

    private FakeIssuer(RSA key) => this.key = key;

    public const string Name = "https://issuer.test";

    public string MetadataUrl => server!.Url + "/openid";

    public string[]? Endorsements { get; set; } = ["msteams"];

    public bool IsDown { get; set; }

    public int Looks { get; private set; }

    public static Task<FakeIssuer> StartAsync() => StartAsync(SharedKey);

    public static async Task<FakeIssuer> StartAsync(RSA key)
    {
        var issuer = new FakeIssuer(key);
        issuer.server = await Loopback.StartAsync(issuer.ServeAsync);
        return issuer;
    }

    public void Rotate() => kid += "'";

    public string Token(
        DateTimeOffset now,
        string serviceUrl,
        string audience = "app",
        string? issuer = null,
        TimeSpan? expiresIn = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        bool withServiceUrl = true,
        bool withExpiry = true,
        string? kidSaid = null)
    {
        var claims = new JsonObject { ["iss"] = issuer ?? Name, ["aud"] = audience, ["nbf"] = (now - TimeSpan.FromHours(1)).ToUnixTimeSeconds() };
        if (withExpiry)
        {
            claims["exp"] = (now + (expiresIn ?? TimeSpan.FromHours(1))).ToUnixTimeSeconds();
        }

        if (withServiceUrl)
        {
            claims["serviceurl"] = serviceUrl;
        }

        var signing = new RsaSecurityKey(key) { KeyId = kidSaid ?? kid };
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return "Bearer " + handler.CreateToken(claims.ToJsonString(), new SigningCredentials(signing, algorithm));
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private Task ServeAsync(HttpContext context)
    {
        if (IsDown)
        {
            return FakeChannel.AnswerAsync(context, 500);
        }

        if (context.Request.Path == "/openid")
        {
            Looks++;
            return FakeChannel.AnswerAsync(context, 200, $$"""{"issuer":"{{Name}}","jwks_uri":"{{server!.Url}}/keys","id_token_signing_alg_values_supported":["RS256"]}""");
        }

        var numbers = key.ExportParameters(false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (Endorsements is not null)
        {
            jwk["endorsements"] = new JsonArray([.. Endorsements.Select(e => (JsonNode)e)]);
        }

        return FakeChannel.AnswerAsync(context, 200, new JsonObject { ["keys"] = new JsonArray(jwk) }.ToJsonString());
    }
}
