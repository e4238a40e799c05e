using System.Globalization;
using Microsoft.Data.Sqlite;
using SocialUtility.Domain.Storage;
using SQLitePCL;

namespace SocialUtility.Bot.Storage;

/// <summary>One database file: created with its folder and schema where they are missing, opened the same way by readers and the writer.</summary>
internal sealed class SqliteFile(string path)
{
    private const int Schema = 1;

    /// <summary>How long a locked database is waited for: less than a person waits for an answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>A smaller disk than there is, for tests: the pages the file may have from the next opening on.</summary>
    public int? MaxPages { get; set; }

    public SqliteConnection Open()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The folder of the database {path} cannot be created: {e.Message}", e);
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            // Connections are kept by their readers and the writer, with their prepared statements.
            Pooling = false,
            DefaultTimeout = (int)Patience.TotalSeconds,
        }.ConnectionString);
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, (int)Patience.TotalMilliseconds);
            Run(connection, "PRAGMA journal_mode=WAL");
            // FULL: a commit is on the disk before it is acknowledged, not only in the log.
            Run(connection, "PRAGMA synchronous=FULL");
            if (MaxPages is { } pages)
            {
                Run(connection, $"PRAGMA max_page_count={pages}");
            }

            EnsureSchema(connection);
            return connection;
        }
        catch (Exception e)
        {
            connection.Dispose();
            throw e is SqliteException failure ? Unavailable(failure) : e;
        }
    }

    public static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);

    public StoreUnavailableException Unavailable(SqliteException e) =>
        new($"The database {path} does not answer: {e.Message}", e);

    private void EnsureSchema(SqliteConnection connection)
    {
        switch (Version())
        {
            case Schema:
                return;
            case > Schema and var newer:
                throw new StoreUnavailableException($"The database {path} was written by a newer program (schema {newer}; this one knows {Schema}).");
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        if (Version() == 0)
        {
            Run(connection, $"""
                CREATE TABLE rows (
                    partition TEXT NOT NULL,
                    key TEXT NOT NULL,
                    json TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    PRIMARY KEY (partition, key)
                ) WITHOUT ROWID;
                PRAGMA user_version={Schema};
                """);
        }

        transaction.Commit();

        long Version()
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version";
            return (long)command.ExecuteScalar()!;
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
