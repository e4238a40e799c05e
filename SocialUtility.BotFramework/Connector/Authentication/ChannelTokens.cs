using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A token of the channel that is genuine and in time, and what its key is good for.</summary>
internal sealed record ChannelToken(ClaimsIdentity Identity, string? ServiceUrl, string[] Endorsements);

/// <summary>Reads the tokens that the channel sends with its requests.</summary>
/// <remarks>
/// The channel sends one token with many requests, so one that was found good is known again for five minutes by its hash.
/// It is forgotten when it ends, and with the keys that it was checked against.
/// </remarks>
internal sealed class ChannelTokens(string issuer, Func<string, CancellationToken, Task<bool>> isOurs, SigningKeys keys, TimeProvider clock)
{
    private const int Most = 1000;
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly ConcurrentDictionary<Fingerprint, Known> known = new();

    /// <summary>The token; <see cref="UnauthorizedAccessException"/> says why it is none.</summary>
    public async ValueTask<ChannelToken> ReadAsync(string? authHeader, CancellationToken cancellationToken)
    {
        var fingerprint = Fingerprint.Of(Bearer(authHeader));
        var set = await keys.CurrentAsync(cancellationToken) ?? throw new UnauthorizedAccessException("The channel's signing keys are not known yet.");
        if (known.TryGetValue(fingerprint, out var seen) && ReferenceEquals(seen.Keys, set) && clock.GetUtcNow() < seen.Until)
        {
            return seen.Token;
        }

        var parsed = Parse(Bearer(authHeader).ToString());
        if (!set.Keys.ContainsKey(parsed.Kid))
        {
            set = await keys.AfterAsync(set, cancellationToken) ?? set;
        }

        var token = await ValidateAsync(parsed, set, cancellationToken);
        var now = clock.GetUtcNow();
        var until = new DateTimeOffset(parsed.ValidTo, TimeSpan.Zero) + Skew;
        Remember(fingerprint, new Known(token, set, until < now + KnownFor ? until : now + KnownFor));
        return token;
    }

    private static ReadOnlySpan<char> Bearer(string? authHeader)
    {
        const string scheme = "Bearer ";
        if (authHeader is null || !authHeader.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) || authHeader.Length > LongestToken)
        {
            throw new UnauthorizedAccessException("There is no bearer token.");
        }

        return authHeader.AsSpan(scheme.Length).Trim();
    }

    private static JsonWebToken Parse(string text)
    {
        try
        {
            var token = new JsonWebToken(text);
            return !string.IsNullOrEmpty(token.Kid) && !token.IsEncrypted ? token : throw new UnauthorizedAccessException("The token names no key.");
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException or FormatException)
        {
            throw new UnauthorizedAccessException("The token is malformed.", malformed);
        }
    }

    private async Task<ChannelToken> ValidateAsync(JsonWebToken parsed, SigningKeySet set, CancellationToken cancellationToken)
    {
        if (!set.Keys.TryGetValue(parsed.Kid, out var key))
        {
            throw new UnauthorizedAccessException("The token is signed with a key that is not the channel's.");
        }

        var result = await handler.ValidateTokenAsync(parsed, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidateAudience = false,
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = false,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, to, _, _) => IsInTime(from, to),
        });
        if (!result.IsValid)
        {
            throw new UnauthorizedAccessException("The token is not valid.", result.Exception);
        }

        var ours = false;
        foreach (var audience in parsed.Audiences)
        {
            ours |= await isOurs(audience, cancellationToken);
        }

        return ours
            ? new ChannelToken(
                result.ClaimsIdentity,
                result.ClaimsIdentity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value,
                set.Endorsements.GetValueOrDefault(parsed.Kid, []))
            : throw new UnauthorizedAccessException("The token is meant for another application.");
    }

    private bool IsInTime(DateTime? from, DateTime? to)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return to is { } end && now < end + Skew && (from is not { } start || start - Skew <= now);
    }

    private void Remember(Fingerprint fingerprint, Known token)
    {
        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[fingerprint] = token;
    }

    private sealed record Known(ChannelToken Token, SigningKeySet Keys, DateTimeOffset Until);

    private readonly record struct Fingerprint(UInt128 High, UInt128 Low)
    {
        public static Fingerprint Of(ReadOnlySpan<char> token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(MemoryMarshal.AsBytes(token), hash);
            return MemoryMarshal.Read<Fingerprint>(hash);
        }
    }
}
