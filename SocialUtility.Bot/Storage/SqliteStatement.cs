using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SocialUtility.Bot.Storage;

/// <summary>A statement prepared once and run many times, its parameters given in their order.</summary>
/// <remarks>
/// It speaks with SQLite below Microsoft.Data.Sqlite, through the library that this one stands on: what a command, its
/// parameters and its reader cost anew each time is more than what most of our questions cost SQLite (docs/decisions/0015).
/// </remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>Until they are disposed of, the rows are those of one moment.</summary>
    public Rows Read(params ReadOnlySpan<string> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(raw.sqlite3_bind_text(statement, i + 1, values[i]));
        }

        return new(this);
    }

    public void Run(params ReadOnlySpan<string> values)
    {
        using var rows = Read(values);
        rows.Read();
    }

    public void Dispose() => statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);

    /// <summary>What a statement found, row by row.</summary>
    public readonly ref struct Rows(SqliteStatement of)
    {
        /// <summary>False after the last.</summary>
        public bool Read()
        {
            var result = raw.sqlite3_step(of.statement);
            of.Check(result);
            return result == raw.SQLITE_ROW;
        }

        public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(of.statement, column);

        public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

        public long Number(int column) => raw.sqlite3_column_int64(of.statement, column);

        /// <summary>An error was told by the step that met it.</summary>
        public void Dispose() => raw.sqlite3_reset(of.statement);
    }
}
