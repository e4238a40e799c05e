using System.Text.Json.Nodes;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>One conversation while somebody uses it: its transcript, who waits for news of it, and its turns, one after the other.</summary>
public sealed class Conversation(string id, ITable table, TimeProvider clock) : IDisposable
{
    /// <summary>The turns that may wait; a person who goes on past it is asked to wait.</summary>
    public const int MaxTurns = 10;

    private readonly Lock state = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task lastTurn = Task.CompletedTask;
    private int turns;
    private Typing typed = new(0, 0);

    public string Id => id;

    public ChatTranscript Transcript { get; } = new(table, id, clock);

    /// <summary>Ends at the next news: to be taken before looking, so that none is missed.</summary>
    public Task Changed
    {
        get
        {
            lock (state)
            {
                return changed.Task;
            }
        }
    }

    /// <summary>When the bot last began to type. Nothing of it is kept: it is over with the bot's next message.</summary>
    public Typing Typed => Volatile.Read(ref typed);

    public void Type()
    {
        lock (state)
        {
            typed = new(typed.Count + 1, Transcript.LastPlace);
        }

        Tell();
    }

    /// <summary>The so many-eth time, after the activity at that place.</summary>
    public sealed record Typing(int Count, long After);

    public async Task<string> AppendAsync(JsonObject activity, CancellationToken cancellation)
    {
        using (await WriteAsync(cancellation))
        {
            return await AppendHeldAsync(activity, cancellation);
        }
    }

    public async Task<bool> ReplaceAsync(string activityId, JsonObject activity, CancellationToken cancellation)
    {
        using (await WriteAsync(cancellation))
        {
            var found = await Transcript.ReplaceAsync(activityId, activity, cancellation);
            Tell();
            return found;
        }
    }

    /// <summary>Holds all other writes back, for who must look before writing.</summary>
    public async Task<IDisposable> WriteAsync(CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        return new Once(() => writing.Release());
    }

    /// <summary>Appends while <see cref="WriteAsync"/> is held.</summary>
    public async Task<string> AppendHeldAsync(JsonObject activity, CancellationToken cancellation)
    {
        var activityId = await Transcript.AppendAsync(activity, cancellation);
        Tell();
        return activityId;
    }

    /// <summary>A place among the turns that wait, or null: there are too many.</summary>
    public IDisposable? ReserveTurn()
    {
        lock (state)
        {
            if (turns >= MaxTurns)
            {
                return null;
            }

            turns++;
            return new Once(() =>
            {
                lock (state)
                {
                    turns--;
                }
            });
        }
    }

    /// <summary>Runs the turn when all earlier ones are over. It must not throw.</summary>
    public void Enqueue(Func<Task> turn)
    {
        lock (state)
        {
            lastTurn = AfterAsync(lastTurn, turn);
        }

        static async Task AfterAsync(Task earlier, Func<Task> turn)
        {
            await earlier.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await turn();
        }
    }

    public void Dispose() => writing.Dispose();

    private void Tell()
    {
        TaskCompletionSource told;
        lock (state)
        {
            (told, changed) = (changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        told.SetResult();
    }
}

/// <summary>Conversations in use: each is there once, from the first who enters to the last who leaves.</summary>
public sealed class Conversations(ITable table, TimeProvider clock)
{
    private readonly Lock state = new();
    private readonly Dictionary<string, (Conversation Conversation, int Users)> open = [];

    public Lease Enter(string id)
    {
        lock (state)
        {
            var (conversation, users) = open.GetValueOrDefault(id, (new Conversation(id, table, clock), 0));
            open[id] = (conversation, users + 1);
            return new(conversation, () => Leave(id));
        }
    }

    private void Leave(string id)
    {
        lock (state)
        {
            var (conversation, users) = open[id];
            if (users == 1)
            {
                open.Remove(id);
                conversation.Dispose();
            }
            else
            {
                open[id] = (conversation, users - 1);
            }
        }
    }

    /// <summary>The right to use a conversation, until disposed.</summary>
    public sealed class Lease(Conversation conversation, Action leave) : IDisposable
    {
        private readonly Once left = new(leave);

        public Conversation Conversation => conversation;

        public void Dispose() => left.Dispose();
    }
}

/// <summary>Does it at the first Dispose, and only then.</summary>
internal sealed class Once(Action end) : IDisposable
{
    private Action? end = end;

    public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
}
