using Microsoft.Data.Sqlite;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Storage;

/// <summary>The connection that writes, with its prepared statements; used by one caller at a time.</summary>
/// <remarks>
/// Within a transaction nobody else writes, so a batch is looked through first and written only where all is as expected:
/// that keeps batches of one transaction apart as savepoints would, for half of their price.
/// The version of a row is drawn at random at each write: a row that was deleted and added again is never mistaken for the former one.
/// </remarks>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement look;
    private readonly SqliteStatement put;
    private readonly SqliteStatement delete;

    public SqliteWriter(SqliteFile file)
    {
        connection = file.Open();
        begin = new(connection, "BEGIN IMMEDIATE");
        commit = new(connection, "COMMIT");
        look = new(connection, "SELECT version FROM rows WHERE partition = ? AND key = ?");
        put = new(
            connection,
            """
            INSERT INTO rows (partition, key, json, version) VALUES (?, ?, ?, random())
            ON CONFLICT DO UPDATE SET json = excluded.json, version = excluded.version
            """);
        delete = new(connection, "DELETE FROM rows WHERE partition = ? AND key = ?");
    }

    public void Begin() => begin.Run();

    public void Commit() => commit.Run();

    /// <summary>Applies all changes; or none, and says at which key the first conflict is.</summary>
    public string? Apply(string partition, IReadOnlyList<Change> changes)
    {
        partition = StoredKey.Write(partition);
        foreach (var change in changes)
        {
            if (!IsAsExpected(partition, change))
            {
                return change.Key;
            }
        }

        foreach (var change in changes)
        {
            if (change.Json is { } json)
            {
                put.Run(partition, StoredKey.Write(change.Key), json);
            }
            else
            {
                delete.Run(partition, StoredKey.Write(change.Key));
            }
        }

        return null;
    }

    /// <summary>What was begun and not committed is undone.</summary>
    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[begin, commit, look, put, delete])
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private bool IsAsExpected(string partition, Change change)
    {
        if (change is { MustBeAbsent: false, ETag: null })
        {
            return true;
        }

        using var row = look.Read(partition, StoredKey.Write(change.Key));
        var etag = row.Read() ? SqliteFile.ETag(row.Number(0)) : null;
        return etag == change.ETag;
    }
}
