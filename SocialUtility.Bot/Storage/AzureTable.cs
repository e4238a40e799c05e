using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Storage;

/// <summary>Rows in Azure Table Storage, for several instances: its table is created at the first question.</summary>
/// <remarks>
/// A row stands readable in one column of text; a long one, as Azure keeps 32 K characters a column, in columns of bytes J0, J1, …
/// What the emulator lets pass and Azure does not, or the reverse (size of rows and batches, characters of keys), is settled before asking:
/// <see cref="Row.Check"/>, <see cref="StoredKey"/>.
/// </remarks>
public sealed class AzureTable(TableClient client) : ITable
{
    private const string TextColumn = "Json";
    private const int MaxTextLength = 32 * 1024;
    private const int MaxBytesLength = 64 * 1024;

    private volatile bool exists;

    public async ValueTask<Row?> FindAsync(string partition, string key, CancellationToken cancellation)
    {
        if (!Row.CanBeKey(partition) || !Row.CanBeKey(key))
        {
            return null;
        }

        var found = await AskAsync(
            () => client.GetEntityIfExistsAsync<TableEntity>(StoredKey.Write(partition), StoredKey.Write(key), cancellationToken: cancellation),
            cancellation);
        return found.HasValue ? RowOf(partition, found.Value!) : null;
    }

    public async ValueTask<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, CancellationToken cancellation)
    {
        if (!Row.CanBeKey(partition) || string.CompareOrdinal(from, to) >= 0)
        {
            return [];
        }

        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {StoredKey.Write(partition)} and RowKey ge {Bound(from)} and RowKey lt {Bound(to)}");
        return await AskAsync(
            async () =>
            {
                var rows = new List<Row>();
                await foreach (var entity in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                {
                    rows.Add(RowOf(partition, entity));
                }

                return rows;
            },
            cancellation);
    }

    public async ValueTask WriteAsync(string partition, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        Row.Check(partition, changes);
        var stored = StoredKey.Write(partition);
        var left = changes.ToList();
        // Azure refuses a batch that deletes an absent row, even where nobody asked that it be there: it is left out, and the rest asked again.
        while (left.Count > 0 && await SubmitAsync(stored, left, cancellation) is { } absent)
        {
            left.Remove(absent);
        }
    }

    /// <summary>Null once written, or a change that has nothing to delete.</summary>
    private Task<Change?> SubmitAsync(string partition, List<Change> changes, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            try
            {
                await client.SubmitTransactionAsync(changes.Select(change => ActionFor(partition, change)), cancellation);
                return null;
            }
            catch (TableTransactionFailedException e) when (e.FailedTransactionActionIndex is { } index && IsAboutTheRow(e))
            {
                var change = changes[index];
                return e.Status == 404 && change is { Json: null, ETag: null } ? change : throw new ConflictException(change.Key, e);
            }
        },
        cancellation);

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            if (!exists)
            {
                await client.CreateIfNotExistsAsync(cancellation);
                exists = true;
            }

            return await ask();
        }
        catch (RequestFailedException e)
        {
            exists = e.ErrorCode != "TableNotFound" && exists;
            throw new StoreUnavailableException($"Azure Table Storage does not answer as it should: {e.Status} {e.ErrorCode}.", e);
        }
        catch (Exception e) when (e is AggregateException or AuthenticationFailedException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new StoreUnavailableException("Azure Table Storage does not answer.", e);
        }
    }

    private static bool IsAboutTheRow(RequestFailedException e) => (e.Status, e.ErrorCode) is
        (409, "EntityAlreadyExists") or (412, _) or (404, "ResourceNotFound" or "EntityNotFound");

    private static TableTransactionAction ActionFor(string partition, Change change)
    {
        var entity = new TableEntity(partition, StoredKey.Write(change.Key));
        if (change.Json is { } json)
        {
            Put(entity, json);
        }

        return change switch
        {
            { MustBeAbsent: true } => new(TableTransactionActionType.Add, entity),
            { Json: null } => new(TableTransactionActionType.Delete, entity, change.ETag is { } etag ? new(etag) : ETag.All),
            { ETag: { } etag } => new(TableTransactionActionType.UpdateReplace, entity, new(etag)),
            _ => new(TableTransactionActionType.UpsertReplace, entity),
        };
    }

    private static void Put(TableEntity entity, string json)
    {
        if (json.Length <= MaxTextLength)
        {
            entity[TextColumn] = json;
            return;
        }

        foreach (var (n, bytes) in Encoding.UTF8.GetBytes(json).Chunk(MaxBytesLength).Index())
        {
            entity[$"J{n}"] = bytes;
        }
    }

    private static Row RowOf(string partition, TableEntity entity)
    {
        var json = entity.GetString(TextColumn) ?? Encoding.UTF8.GetString(
            [.. Enumerable.Range(0, entity.Count).Select(n => entity.GetBinary($"J{n}")).TakeWhile(bytes => bytes is not null).SelectMany(bytes => bytes)]);
        return new(partition, StoredKey.Read(entity.RowKey), json, entity.ETag.ToString());
    }

    /// <summary>No key is longer, so cutting here changes no comparison and keeps the question short.</summary>
    private static string Bound(string key) => StoredKey.Write(key.Length > Row.MaxKeyBytes ? key[..(Row.MaxKeyBytes + 1)] : key);
}
