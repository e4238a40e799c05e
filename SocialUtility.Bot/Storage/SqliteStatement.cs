using Microsoft.Data.Sqlite;

namespace SocialUtility.Bot.Storage;

/// <summary>A statement prepared once and run many times, its parameters given in their order.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand command;
    private readonly SqliteParameter[] parameters;

    public SqliteStatement(SqliteConnection connection, string sql, params ReadOnlySpan<string> names)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        parameters = new SqliteParameter[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            parameters[i] = command.Parameters.Add(names[i], SqliteType.Text);
        }
    }

    public SqliteDataReader Read(params ReadOnlySpan<string> values) => Bind(values).ExecuteReader();

    /// <summary>How many rows were changed.</summary>
    public int Run(params ReadOnlySpan<string> values) => Bind(values).ExecuteNonQuery();

    public void Dispose() => command.Dispose();

    private SqliteCommand Bind(ReadOnlySpan<string> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            parameters[i].Value = values[i];
        }

        return command;
    }
}
