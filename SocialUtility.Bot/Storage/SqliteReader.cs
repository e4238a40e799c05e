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
        find = new(connection, "SELECT json, version FROM rows WHERE partition = $partition AND key = $key", "$partition", "$key");
        range = new(
            connection,
            "SELECT key, json, version FROM rows WHERE partition = $partition AND key >= $from AND key < $to ORDER BY key",
            "$partition", "$from", "$to");
    }

    public Row? Find(string partition, string key)
    {
        using var rows = find.Read(StoredKey.Write(partition), StoredKey.Write(key));
        return rows.Read() ? new(partition, key, rows.GetString(0), SqliteFile.ETag(rows.GetInt64(1))) : null;
    }

    public IReadOnlyList<Row> Range(string partition, string from, string to)
    {
        using var rows = range.Read(StoredKey.Write(partition), StoredKey.Write(from), StoredKey.Write(to));
        var found = new List<Row>();
        while (rows.Read())
        {
            found.Add(new(partition, StoredKey.Read(rows.GetString(0)), rows.GetString(1), SqliteFile.ETag(rows.GetInt64(2))));
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
