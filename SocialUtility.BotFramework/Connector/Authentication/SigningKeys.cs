using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The keys with which the channel signs, and what each is good for.</summary>
internal sealed record SigningKeySet(IReadOnlyDictionary<string, SecurityKey> Keys, IReadOnlyDictionary<string, string[]> Endorsements);

/// <summary>Fetches the channel's keys, keeps them for a day, and looks again when a key is not among them.</summary>
/// <remarks>
/// A forced look is awaited, so that the first token signed with a new key already passes. Foreign tokens can force looks too:
/// five in a row at most, then one in ten seconds. Keys that were good stay good while the address does not answer.
/// </remarks>
internal sealed partial class SigningKeys(string metadataUrl, HttpClient http, TimeProvider clock, ILogger logger) : IDisposable
{
    private const int Looks = 5;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OneMoreLook = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpDocumentRetriever documents = new(http) { RequireHttps = metadataUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase) };
    private readonly SemaphoreSlim one = new(1, 1);

    private volatile SigningKeySet? current;
    private long staleFrom;
    private int looksLeft = Looks;
    private DateTimeOffset looksCountedAt = clock.GetUtcNow();

    public async ValueTask<SigningKeySet?> CurrentAsync(CancellationToken cancellationToken) =>
        current is { } keys && clock.GetUtcNow().UtcTicks < Volatile.Read(ref staleFrom) ? keys : await LookAsync(current, cancellationToken);

    /// <summary>The keys after a look that began after the given ones were found wanting.</summary>
    public ValueTask<SigningKeySet?> AfterAsync(SigningKeySet? wanting, CancellationToken cancellationToken) =>
        current is { } keys && keys != wanting ? new(keys) : new(LookAsync(wanting, cancellationToken));

    public void Dispose() => one.Dispose();

    private async Task<SigningKeySet?> LookAsync(SigningKeySet? wanting, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            // Somebody else looked while we waited, or too many looked already.
            if (!ReferenceEquals(current, wanting) || !MayLook())
            {
                return current;
            }

            var now = clock.GetUtcNow();
            try
            {
                using var patience = new CancellationTokenSource(Patience, clock);
                var found = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl, documents, patience.Token);
                current = Read(found);
                Volatile.Write(ref staleFrom, (now + Day).UtcTicks);
                Log.Fetched(logger, current.Keys.Count);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Volatile.Write(ref staleFrom, (now + AfterFailure).UtcTicks);
                Log.NotFetched(logger, failure);
            }

            return current;
        }
        finally
        {
            one.Release();
        }
    }

    private bool MayLook()
    {
        var now = clock.GetUtcNow();
        var more = (int)Math.Min((now - looksCountedAt) / OneMoreLook, Looks);
        if (more > 0)
        {
            looksLeft = Math.Min(looksLeft + more, Looks);
            looksCountedAt = now;
        }

        if (looksLeft == 0)
        {
            return false;
        }

        looksLeft--;
        return true;
    }

    private static SigningKeySet Read(OpenIdConnectConfiguration found)
    {
        var keys = new Dictionary<string, SecurityKey>(StringComparer.Ordinal);
        var endorsements = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var key in found.SigningKeys)
        {
            if (key.KeyId is { Length: > 0 } id)
            {
                keys[id] = key;
            }
        }

        foreach (var key in found.JsonWebKeySet?.Keys ?? [])
        {
            if (key.KeyId is { Length: > 0 } id && key.AdditionalData.TryGetValue("endorsements", out var listed))
            {
                endorsements[id] = Names(listed);
            }
        }

        return keys.Count > 0 ? new(keys, endorsements) : throw new InvalidOperationException("The metadata names no signing key.");
    }

    private static string[] Names(object listed) => listed switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Select(e => e.ToString())],
        System.Collections.IEnumerable many and not string => [.. many.Cast<object>().Select(o => o.ToString()!)],
        _ => [],
    };

    private static partial class Log
    {
        [LoggerMessage(10, LogLevel.Debug, "The channel's signing keys were fetched: {Count}.")]
        public static partial void Fetched(ILogger logger, int count);

        [LoggerMessage(11, LogLevel.Warning, "The channel's signing keys could not be fetched; the last good ones stay.")]
        public static partial void NotFetched(ILogger logger, Exception failure);
    }
}
