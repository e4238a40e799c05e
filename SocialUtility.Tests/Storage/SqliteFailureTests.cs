using Microsoft.Data.Sqlite;
using SocialUtility.Bot.Storage;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Storage;

/// <summary>A disk or a database that fails does not bring the program down, and loses nothing that was acknowledged.</summary>
public sealed class SqliteFailureTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("social-utility-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(folder.FullName, "rows.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_program_killed_while_it_writes_has_lost_nothing_it_acknowledged()
    {
        int acknowledged;
        using (var child = WritingChild.Start(Path))
        {
            while ((acknowledged = await child.NextAsync(Cancellation)) < 300)
            {
            }

            acknowledged = await child.KillAsync(Cancellation) ?? acknowledged;
        }

        using var table = new SqliteTable(Path);
        var counts = await KeysAsync(table, "count|");
        var journal = await KeysAsync(table, "journal|");
        Assert.Equal(Enumerable.Range(0, counts.Count), counts);
        Assert.Equal(counts, journal);
        // What was being written may have made it, whole.
        Assert.InRange(counts.Count, acknowledged + 1, acknowledged + 2);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_when_there_is_room_again_all_goes_on()
    {
        var file = new SqliteFile(Path) { MaxPages = 60 };
        using var table = new SqliteTable(file);
        var written = 0;
        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            while (true)
            {
                await WriteAsync(table, written);
                written++;
            }
        });

        Assert.NotEqual(0, written);
        Assert.Equal(written, (await KeysAsync(table, "count|")).Count);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await WriteAsync(table, written));

        file.MaxPages = 10_000;
        await WriteAsync(table, written);
        Assert.Equal(Enumerable.Range(0, written + 1), await KeysAsync(table, "count|"));
    }

    [Fact]
    public async Task On_a_full_disk_everybody_who_waits_is_told()
    {
        using var table = new SqliteTable(new SqliteFile(Path) { MaxPages = 12 });

        var told = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Task.Run(
            async () =>
            {
                try
                {
                    await WriteAsync(table, n);
                    return true;
                }
                catch (StoreUnavailableException)
                {
                    return false;
                }
            },
            Cancellation)));

        Assert.Contains(false, told);
        Assert.Equal(Enumerable.Range(0, 100).Where(n => told[n]), await KeysAsync(table, "count|"));
    }

    [Fact]
    public async Task A_locked_database_is_told_can_be_read_and_recovers()
    {
        using var table = new SqliteTable(new SqliteFile(Path) { Patience = TimeSpan.FromSeconds(1) });
        await WriteAsync(table, 0);

        using var other = new SqliteConnection($"Data Source={Path};Pooling=False");
        await other.OpenAsync(Cancellation);
        await using (await other.BeginTransactionAsync(Cancellation))
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(async () => await WriteAsync(table, 1));
            Assert.Equal([0], await KeysAsync(table, "count|"));
        }

        await WriteAsync(table, 1);
        Assert.Equal([0, 1], await KeysAsync(table, "count|"));
    }

    [Fact]
    public async Task Those_who_waited_together_are_answered_each_for_himself()
    {
        using var table = new SqliteTable(Path);
        await WriteAsync(table, 0);

        using var other = new SqliteConnection($"Data Source={Path};Pooling=False");
        await other.OpenAsync(Cancellation);
        var answers = new List<Task>();
        await using (await other.BeginTransactionAsync(Cancellation))
        {
            // The first waits for the lock; the others wait behind it and are written together.
            for (var n = 0; n < 20; n++)
            {
                var key = $"count|{n / 2:00000}";
                answers.Add(Task.Run(async () => await table.WriteAsync("a", [Change.Add(key, "{}"), Change.Put($"of {key}", "{}")], Cancellation), Cancellation));
            }
        }

        await Task.WhenAll(answers).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);
        // Of each pair one adds the row; the row 0 was there before.
        Assert.Equal(9, answers.Count(answer => answer.IsCompletedSuccessfully));
        Assert.All(answers.Where(answer => answer.IsFaulted), answer => Assert.IsType<ConflictException>(answer.Exception!.InnerException));
        Assert.Equal(Enumerable.Range(0, 10), await KeysAsync(table, "count|"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_and_may_be_replaced()
    {
        await File.WriteAllTextAsync(Path, new string('?', 5_000), Cancellation);
        using var table = new SqliteTable(Path);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await WriteAsync(table, 0));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await table.FindAsync("a", "b", Cancellation));

        File.Delete(Path);
        await WriteAsync(table, 0);
        Assert.Equal([0], await KeysAsync(table, "count|"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        await File.WriteAllTextAsync(Path, "a file", Cancellation);
        using var table = new SqliteTable(System.IO.Path.Combine(Path, "rows.db"));

        var told = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await table.FindAsync("a", "b", Cancellation));
        Assert.StartsWith("The folder of the database", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_alone()
    {
        using (var newer = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            await newer.OpenAsync(Cancellation);
            using var command = newer.CreateCommand();
            command.CommandText = "PRAGMA user_version=7";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        using var table = new SqliteTable(Path);
        var told = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await WriteAsync(table, 0));
        Assert.Contains("written by a newer program (schema 7", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_table_says_so_instead_of_waiting()
    {
        var table = new SqliteTable(Path);
        await WriteAsync(table, 0);
        table.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await WriteAsync(table, 1));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await table.FindAsync("a", "b", Cancellation));
    }

    /// <summary>As the child writes: a row and its journal line, in one batch.</summary>
    internal static ValueTask WriteAsync(SqliteTable table, int n) =>
        table.WriteAsync("a", [Change.Add($"count|{n:00000}", new('x', 500)), Change.Add($"journal|{n:00000}", "{}")], CancellationToken.None);

    private static async Task<List<int>> KeysAsync(SqliteTable table, string prefix) =>
        [.. (await table.RangeAsync("a", prefix, Row.After(prefix), Cancellation)).Select(row => int.Parse(row.Key.AsSpan(prefix.Length), provider: null))];
}
