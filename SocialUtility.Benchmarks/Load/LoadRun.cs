using System.Globalization;
using System.Reflection;
using SocialUtility.Benchmarks.Servers;
using SocialUtility.Bot.Storage;

namespace SocialUtility.Benchmarks.Load;

/// <summary>
/// Measures, in one run and in turn, what a turn costs at the floor, as an echo, and as a value written durably: on SQLite
/// with one association stored and with ten thousand, and on the emulator of Azure tables. Prints a table, keeps it as JSON.
/// </summary>
internal static class LoadRun
{
    private const int Together = 8;
    private const string Floors = "floor";
    private const string Echoes = "echo on our adapter";
    private const string Small = "saisir, SQLite, 1 association";
    private const string Large = "saisir, SQLite, 10,000 associations";

    /// <summary>Where the repository lies on this machine.</summary>
    public static string Repository { get; } =
        Path.GetFullPath(typeof(LoadRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "Repository").Value!);

    /// <summary>Where the figures and the measured stores are kept.</summary>
    public static string Folder() => Directory.CreateDirectory(Path.Combine(Repository, "artifacts", "benchmarks")).FullName;

    /// <summary>The bot as it is shipped: published before it is measured.</summary>
    public static async Task<string> PublishAsync()
    {
        var bot = Path.Combine(Folder(), "bot");
        await SayAsync("publishing the bot");
        await ServerProcess.PublishBotAsync(Repository, bot);
        return bot;
    }

    public static async Task<int> RunAsync(string[] arguments)
    {
        // More would come to the values of the starts (World.Turns).
        var rounds = Math.Clamp(int.Parse(Switch(arguments, "--rounds") ?? "10", CultureInfo.InvariantCulture), 1, 11);
        var folder = Folder();
        var bot = Switch(arguments, "--bot") ?? await PublishAsync();

        await using var channel = await Channel.OpenAsync();
        var only = Switch(arguments, "--only") ?? "";
        await using var azurite = "Azurite".Contains(only, StringComparison.OrdinalIgnoreCase) ? await Azurite.StartAsync(Repository) : null;
        List<Candidate> candidates =
        [
            new(Floors, () => ServerProcess.Start(Floor.Role), channel.Words) { Round = 3000 },
            new(Echoes, () => ServerProcess.Start(Echo.Role), channel.Words) { Round = 3000 },
            OnSqlite(new World(1), Small, Path.Combine(folder, "one.db"), bot, channel),
            OnSqlite(new World(World.People), Large, Path.Combine(folder, "ten-thousand.db"), bot, channel),
        ];
        if (Switch(arguments, "--with")?.Split('=', 2) is [var name, var value])
        {
            // The same bot with one setting of its environment more, in the same run: whether it is worth having.
            candidates.Add(OnSqlite(new World(1), $"{Small}, with {name}={value}", Path.Combine(folder, "with.db"), bot, channel, (name, value)));
        }

        if (Switch(arguments, "--beside") is { } other)
        {
            // Another state of the bot, published before, in the same run: whether a change is worth having.
            candidates.Add(OnSqlite(new World(1), $"{Small}, {Path.GetFileName(other)}", Path.Combine(folder, "beside.db"), other, channel));
        }

        if (azurite is not null)
        {
            candidates.Add(OnAzurite(azurite, rounds, bot, channel));
        }

        candidates.RemoveAll(candidate => candidate.Name != Floors && !candidate.Name.Contains(only, StringComparison.OrdinalIgnoreCase));
        try
        {
            await PlayAsync(candidates, rounds, channel);
            var report = await ReportAsync(candidates, rounds);
            Console.WriteLine(report.Table());
            var file = Path.Combine(folder, "figures.json");
            await File.WriteAllTextAsync(file, report.Json());
            await Console.Error.WriteLineAsync($"Kept in {Path.GetRelativePath(Environment.CurrentDirectory, file)}.");
            return report.Figures.All(one => one.ValuesStored is null || one.ValuesStored == one.Turns) ? 0 : 1;
        }
        finally
        {
            candidates.ForEach(candidate => candidate.Dispose());
        }
    }

    private static async Task PlayAsync(List<Candidate> candidates, int rounds, Channel channel)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Store is var (world, open))
            {
                await SayAsync($"{candidate.Name}: storing");
                var table = open();
                await world.SeedAsync(table);
                (table as IDisposable)?.Dispose();
            }

            await SayAsync($"{candidate.Name}: starting, warming up");
            await candidate.StartAsync(channel);
            await candidate.WarmUpAsync(channel, Together);
        }

        for (var round = 1; round <= rounds; round++)
        {
            foreach (var candidate in candidates)
            {
                await candidate.PlayRoundAsync(channel, Together);
            }

            await SayAsync($"round {round}, CPU µs a turn: {string.Join(" | ", candidates.Select(candidate => $"{candidate.Rounds[^1].CpuMicrosecondsATurn:0}"))}");
        }

        await SayAsync("ten thousand conversations");
        foreach (var candidate in candidates.Where(candidate => candidate.Store is null or { World.IsWhole: true }))
        {
            await candidate.HearAllAsync(channel, Together);
        }
    }

    private static async Task<Report> ReportAsync(List<Candidate> candidates, int rounds)
    {
        List<Figures> figures = [];
        foreach (var candidate in candidates)
        {
            var measured = Figures.Of(candidate, candidates[0]);
            if (candidate.Store is var (world, open))
            {
                // Killed first: what is counted is what was durable.
                candidate.Dispose();
                var table = open();
                measured = measured with { ValuesStored = await world.ValuesAsync(table) };
                (table as IDisposable)?.Dispose();
            }

            figures.Add(measured);
        }

        List<Aim> aims = [];
        if (Named(Echoes) is { } echo)
        {
            aims.Add(new("CPU of an echo turn over the floor", 1.4, echo.TimesTheFloor.Median, "×"));
        }

        if (Named(Small) is { } small)
        {
            aims.Add(new("CPU of a full durable turn on SQLite over the floor", 4, small.TimesTheFloor.Median, "×"));
            if (Named(Large) is { } large)
            {
                var growth = Middle.Of(Rounds(Large).Zip(Rounds(Small), (many, one) => many.CpuMicrosecondsATurn / one.CpuMicrosecondsATurn));
                aims.Add(new("growth from 1 to 10,000 associations", 10, Math.Round((growth.Median - 1) * 100, 1), "%"));
                aims.Add(new("first answer after the start of the process", 1000, large.FirstAnswerMilliseconds, "ms"));
                aims.Add(new("memory after 10,000 conversations", 120, large.MegabytesAfterTenThousandConversations!.Value, "MB"));
            }
        }

        return new(DateTimeOffset.UtcNow, Report.ThisMachine, rounds, Together, figures, aims);

        Figures? Named(string name) => figures.Find(one => one.Name == name);

        IReadOnlyList<Played> Rounds(string name) => candidates.First(candidate => candidate.Name == name).Rounds;
    }

    private static Candidate OnSqlite(World world, string name, string path, string bot, Channel channel, params (string Name, string Value)[] more)
    {
        foreach (var old in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
        {
            File.Delete(old);
        }

        Dictionary<string, string> settings = more.ToDictionary(one => one.Name, one => one.Value);
        settings["Storage__Path"] = path;
        return new(name, () => ServerProcess.StartBot(bot, settings), channel.Value)
        {
            Store = (world, () => new SqliteTable(path)),
        };
    }

    /// <summary>The emulator looks through all it has at every question: a small world, or it is the emulator that is measured.</summary>
    private static Candidate OnAzurite(Azurite azurite, int rounds, string bot, Channel channel)
    {
        const string table = "turns";
        const int round = 150;
        Dictionary<string, string> settings = new()
        {
            ["Storage__Kind"] = "AzureTables",
            ["Storage__ConnectionString"] = azurite.ConnectionString,
            ["Storage__Table"] = table,
        };
        return new("saisir, Azurite, 1 association", () => ServerProcess.StartBot(bot, settings), channel.Value)
        {
            Round = round,
            Store = (new World((Candidate.WarmUpRounds + rounds) * round, Candidate.Starts), () => new AzureTable(new(azurite.ConnectionString, table, StorageSetup.Patience()))),
        };
    }

    private static string? Switch(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;

    private static Task SayAsync(string what) => Console.Error.WriteLineAsync(what);
}
