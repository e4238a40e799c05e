using System.Net.Http.Headers;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A token and when it ends.</summary>
internal sealed record BearerToken(AuthenticationHeaderValue Header, DateTimeOffset ExpiresOn);

/// <summary>Puts our token into a request: kept, and renewed five minutes before it ends by one request, whoever waits for it.</summary>
internal sealed class BearerCredentials(Func<bool, CancellationToken, Task<BearerToken>> fetch, TimeProvider clock) : ServiceClientCredentials, IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Kept? kept;

    public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (kept is { } token && clock.GetUtcNow() < token.RenewAt)
        {
            request.Headers.Authorization = token.Token.Header;
            return Task.CompletedTask;
        }

        return RenewAsync(request, cancellationToken);
    }

    public void Dispose() => one.Dispose();

    private async Task RenewAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (kept is null || now >= kept.RenewAt)
            {
                kept = await FetchAsync(now, cancellationToken);
            }

            request.Headers.Authorization = kept.Token.Header;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<Kept> FetchAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var token = await fetch(kept is not null, cancellationToken);

            // One that lives for minutes only is used for half of them.
            var life = token.ExpiresOn - now;
            return new(token, now + (life > 2 * Early ? life - Early : life / 2));
        }
        catch (Exception failure) when (kept is { } old && now < old.Token.ExpiresOn && failure is not OperationCanceledException)
        {
            return new(old.Token, now + AfterFailure);
        }
    }

    private sealed record Kept(BearerToken Token, DateTimeOffset RenewAt);
}
