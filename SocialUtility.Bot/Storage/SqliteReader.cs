using Microsoft.Data.Sqlite;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Storage;

/// <summary>A connection that reads, with its prepared statements; used by one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteStatement find;
    private readonly SqliteStatement range;

    public SqliteReader(SqliteFile file)
    {
        connection = file.Open();
        find = new(connection, "SELECT json, version FROM rows WHERE partition = ? AND key = ?");
        range = new(connection, "SELECT key, json, version FROM rows WHERE partition = ? AND key >= ? AND key < ? ORDER BY key");
    }

    public Row? Find(string partition, string key)
    {
        using var rows = find.Read(StoredKey.Write(partition), StoredKey.Write(key));
        return rows.Read() ? new(partition, key, rows.Utf8(0).ToArray(), SqliteFile.ETag(rows.Number(1))) : null;
    }

    public IReadOnlyList<Row> Range(string partition, string from, string to)
    {
        using var rows = range.Read(StoredKey.Write(partition), StoredKey.Write(from), StoredKey.Write(to));
        var found = new List<Row>();
        while (rows.Read())
        {
            found.Add(new(partition, StoredKey.Read(rows.Text(0)), rows.Utf8(1).ToArray(), SqliteFile.ETag(rows.Number(2))));
        }

        return found;
    }

    public void Dispose()
    {
        find.Dispose();
        range.Dispose();
        connection.Dispose();
    }
}
