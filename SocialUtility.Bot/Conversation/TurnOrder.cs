using System.Collections.Concurrent;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// One after the other: turns of one person do not overlap in this process, and who lost a row to others waits in line for
/// it. Across processes the ETag of the row decides.
/// </summary>
internal sealed class TurnOrder
{
    private readonly ConcurrentDictionary<string, (SemaphoreSlim Gate, int Users)> gates = new(StringComparer.Ordinal);

    /// <summary>Waits for one's turn at that thing; it is over when what is returned is disposed.</summary>
    public async ValueTask<IDisposable> EnterAsync(string what, CancellationToken cancellation)
    {
        var gate = gates.AddOrUpdate(what, _ => (new SemaphoreSlim(1), 1), (_, turn) => (turn.Gate, turn.Users + 1)).Gate;
        try
        {
            await gate.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Leave(what);
            throw;
        }

        return new Turn(this, what, gate);
    }

    private void Leave(string what)
    {
        while (gates.TryGetValue(what, out var turn))
        {
            if (turn.Users == 1
                ? gates.TryRemove(new KeyValuePair<string, (SemaphoreSlim, int)>(what, turn))
                : gates.TryUpdate(what, (turn.Gate, turn.Users - 1), turn))
            {
                return;
            }
        }
    }

    private sealed class Turn(TurnOrder order, string what, SemaphoreSlim gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Release();
            order.Leave(what);
        }
    }
}
