using System.Text.Json;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>Whether the store takes a write and gives it back in time. Asked often, it looks once a second.</summary>
public sealed class Readiness(ITable table, TimeProvider clock) : IDisposable
{
    private const string Partition = "house";
    private const string Key = "ready";

    private readonly SemaphoreSlim one = new(1, 1);
    private (DateTimeOffset At, bool Ready)? last;

    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(2);

    public async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (last is not { } known || clock.GetUtcNow() - known.At >= TimeSpan.FromSeconds(1))
            {
                last = known = (clock.GetUtcNow(), await LookAsync());
            }

            return known.Ready;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<bool> LookAsync()
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        try
        {
            // A store that hangs may not hear the token either: the answer comes in time all the same.
            return await ThereAndBackAsync(limit.Token).WaitAsync(Limit, clock, CancellationToken.None);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException or TimeoutException)
        {
            return false;
        }
    }

    private async Task<bool> ThereAndBackAsync(CancellationToken cancellation)
    {
        var at = clock.GetUtcNow();
        await table.WriteAsync(Partition, [Change.Put(Key, JsonSerializer.Serialize(new { schema = 1, at }))], cancellation);
        return await table.FindAsync(Partition, Key, cancellation) is not null;
    }
}
