using System.Net.Http.Headers;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A token and when it ends.</summary>
internal sealed record BearerToken(AuthenticationHeaderValue Header, DateTimeOffset ExpiresOn);

/// <summary>Puts our token into a request: kept, and renewed five minutes before it ends by one request, whoever waits for it.</summary>
internal sealed class BearerCredentials(Func<bool, CancellationToken, Task<BearerToken>> fetch, TimeProvider clock) : ServiceClientCredentials, IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1, 1);
    private volatile BearerToken? current;

    public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (current is { } token && clock.GetUtcNow() < token.ExpiresOn - Early)
        {
            request.Headers.Authorization = token.Header;
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
            if (current is null || now >= current.ExpiresOn - Early)
            {
                try
                {
                    current = await fetch(current is not null, cancellationToken);
                }
                catch (Exception failure) when (current is { } old && now < old.ExpiresOn && failure is not OperationCanceledException)
                {
                    // It is still good for a while; the next request asks again.
                }
            }

            request.Headers.Authorization = current.Header;
        }
        finally
        {
            one.Release();
        }
    }
}
