using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Storage;

/// <summary>Rows in one SQLite file, the embedded default: durable at acknowledgement, many readers, one writer.</summary>
/// <remarks>
/// One batch is written at a time, by whoever comes first, on its own thread: an idle table costs no change of threads.
/// Batches that arrive while the disk is busy share the next commit, each atomic on its own: a burst costs a few waits for the disk, not one each.
/// A connection that met an error is thrown away, so that the next batch finds a fresh one and the table recovers by itself.
/// </remarks>
public sealed class SqliteTable : ITable, IDisposable
{
    private const int MaxGroup = 64;

    private readonly SqliteFile file;
    private readonly ConcurrentBag<SqliteReader> readers = [];
    private readonly ConcurrentQueue<Batch> waiting = [];
    private readonly Lock writing = new();
    private SqliteWriter? writer;
    private volatile bool closed;

    public SqliteTable(string path) : this(new SqliteFile(path))
    {
    }

    internal SqliteTable(SqliteFile file) => this.file = file;

    public ValueTask<Row?> FindAsync(string partition, string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(reader => reader.Find(partition, key)));
    }

    public ValueTask<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(reader => reader.Range(partition, from, to)));
    }

    public async ValueTask WriteAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        Row.Check(partition, changes);
        var batch = new Batch(partition, changes, cancellation);
        waiting.Enqueue(batch);
        WriteGroup();
        await batch.Done;
    }

    /// <summary>Closes the file, after what is being written. Whoever still waits is told.</summary>
    public void Dispose()
    {
        lock (writing)
        {
            closed = true;
            writer?.Dispose();
            writer = null;
        }

        WriteGroup();
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private T Read<T>(Func<SqliteReader, T> read)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        SqliteReader? reader = null;
        try
        {
            if (!readers.TryTake(out reader))
            {
                reader = new(file);
            }

            var found = read(reader);
            readers.Add(reader);
            return found;
        }
        catch (Exception e)
        {
            reader?.Dispose();
            throw e is SqliteException failure ? file.Unavailable(failure) : e;
        }
    }

    /// <summary>Writes one group of what waits, unless somebody is at it: he will see what waits when he is done.</summary>
    private void WriteGroup()
    {
        if (!writing.TryEnter())
        {
            return;
        }

        try
        {
            Write(Group());
        }
        finally
        {
            writing.Exit();
        }

        if (!waiting.IsEmpty)
        {
            // The others' batches are not the work of this caller, who has his answer.
            ThreadPool.UnsafeQueueUserWorkItem(static table => table.WriteGroup(), this, preferLocal: false);
        }
    }

    private List<Batch> Group()
    {
        var group = new List<Batch>();
        while (group.Count < MaxGroup && waiting.TryDequeue(out var batch))
        {
            if (!batch.Canceled())
            {
                group.Add(batch);
            }
        }

        return group;
    }

    private void Write(List<Batch> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        try
        {
            ObjectDisposedException.ThrowIf(closed, this);
            writer ??= new(file);
            writer.Begin();
            group.ForEach(batch => batch.Apply(writer));
            writer.Commit();
        }
        catch (Exception e)
        {
            writer?.Dispose();
            writer = null;
            group.ForEach(batch => batch.Fail(e is SqliteException failure ? file.Unavailable(failure) : e));
            return;
        }

        group.ForEach(batch => batch.Acknowledge());
    }

    /// <summary>A batch in the queue, and the one who waits for it. Nothing is told before the commit of its group.</summary>
    private sealed class Batch(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private string? conflict;

        public Task Done => done.Task;

        public bool Canceled() => cancellation.IsCancellationRequested && done.TrySetCanceled(cancellation);

        public void Apply(SqliteWriter writer) => conflict = writer.Apply(partition, changes);

        public void Acknowledge()
        {
            if (conflict is null)
            {
                done.TrySetResult();
            }
            else
            {
                done.TrySetException(new ConflictException(conflict));
            }
        }

        public void Fail(Exception e) => done.TrySetException(e);
    }
}
