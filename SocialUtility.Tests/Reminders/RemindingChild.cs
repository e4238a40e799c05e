using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Bot;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Reminders;
using SocialUtility.Bot.Storage;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;
using Xunit.Sdk;
using Xunit.v3;
using Activity = Microsoft.Bot.Schema.Activity;

[assembly: TestPipelineStartup(typeof(SocialUtility.Tests.Reminders.RemindingStartup))]

namespace SocialUtility.Tests.Reminders;

/// <summary>Runs before the tests, and in the child instead of them: other threads work here too, so it cannot be the module's initializer.</summary>
public sealed class RemindingStartup : ITestPipelineStartup
{
    public ValueTask StartAsync(IMessageSink diagnosticMessageSink) => RemindingChild.RemindIfAskedAsync();

    public ValueTask StopAsync() => ValueTask.CompletedTask;
}

/// <summary>
/// This same program, started to do nothing but remind the keepers of four databases side by side, day after day, and
/// to note values; it says what was delivered and what was acknowledged, until it is killed in the middle of all four.
/// </summary>
internal sealed class RemindingChild : IDisposable
{
    private const string Switch = "SOCIAL_UTILITY_TESTS_REMIND_FROM";
    private const int Keepers = 6;

    public const int Databases = 4;

    private static readonly Id<Association> House = Id<Association>.Parse("house");

    private readonly Process process;

    private RemindingChild(Process process) => this.process = process;

    public static string PathOf(string folder, int database) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"rows{database}.db"));

    public static RemindingChild Start(string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SocialUtility.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        return new(Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true, Environment = { [Switch] = folder, ["DOTNET_TieredPGO"] = "0" } })!);
    }

    /// <summary>Kills it once it has said so many lines; all that it said.</summary>
    public async Task<List<string>> KillAfterAsync(int lines, CancellationToken cancellation)
    {
        List<string> said = [];
        while (said.Count < lines)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellation) ?? throw new InvalidOperationException($"The child is gone after: {string.Join('\n', said)}");
            if (IsOurs(line))
            {
                said.Add(line);
            }
        }

        process.Kill();
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (IsOurs(line))
            {
                said.Add(line);
            }
        }

        await process.WaitForExitAsync(cancellation);
        return said;
    }

    /// <summary>The test runner says a line of its own before.</summary>
    private static bool IsOurs(string line) => line.StartsWith("sent ", StringComparison.Ordinal) || line.StartsWith("noted ", StringComparison.Ordinal);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    /// <summary>The values that are noted, as the child names them.</summary>
    public static async Task<HashSet<string>> NotedAsync(string path, CancellationToken cancellation)
    {
        using SqliteTable table = new(path);
        return [.. (await table.RangeAsync(Association.Partition(House), Measurement.Prefix, Row.After(Measurement.Prefix), cancellation)).Select(row => row.Key)];
    }

    /// <summary>Where it was asked for, before any test is looked for; it does not come back.</summary>
    internal static async ValueTask RemindIfAskedAsync()
    {
        if (Environment.GetEnvironmentVariable(Switch) is { } folder)
        {
            await Task.WhenAll(Enumerable.Range(0, Databases).Select(database => Task.Run(() => RemindAsync(PathOf(folder, database), database))));
        }
    }

    private static async Task RemindAsync(string path, int database)
    {
        using SqliteTable table = new(path);
        FakeTimeProvider clock = new(await SettleAsync(table));
        Doors doors = new(new ConfigurationBuilder().Build(), NullLogger<Doors>.Instance);
        doors.Open("test", new Teller(clock, database));
        ReminderPass pass = new(table, new DueIndex(table), doors, Talks.House.Reminders, clock, NullLogger<ReminderPass>.Instance);
        for (var n = 0; ; n++)
        {
            await pass.RunAsync(CancellationToken.None);
            // A value of some month, as a turn writes it.
            var noted = SomeReminders.Kilos with { Id = Id<Indicator>.Parse($"i{n / 5 % 2}") };
            var month = Period.Containing(DateOnly.FromDateTime(clock.GetUtcNow().DateTime), Frequency.Monthly).Previous;
            if (n % 5 == 0 && await table.FindAsync(Association.Partition(House), Measurement.KeyOf(noted.Id, month), CancellationToken.None) is null)
            {
                Measurement value = new() { Indicator = noted.Id, Period = month, Reading = new Reading.Figure(n), By = An.Coordinator, At = clock.GetUtcNow() };
                await table.WriteAsync(Association.Partition(House), [.. Ledger.Note(value, null)], CancellationToken.None);
                Say($"noted {database} {value.Key}");
            }

            clock.Advance(TimeSpan.FromHours(29));
            await table.WriteAsync("clock", [Change.Put("now", JsonSerializer.Serialize(clock.GetUtcNow()))], CancellationToken.None);
        }
    }

    private static async Task<DateTimeOffset> SettleAsync(SqliteTable table)
    {
        if (await table.FindAsync("clock", "now", CancellationToken.None) is { } row)
        {
            return JsonSerializer.Deserialize<DateTimeOffset>(row.Json);
        }

        List<Change> changes = [Change.Put(Association.RowKey, DomainJson.Write(An.Association with { Id = House, WorksInAugust = true }))];
        for (var n = 0; n < Keepers; n++)
        {
            Person person = new($"test|t|{n}");
            var indicator = SomeReminders.Kilos with { Id = Id<Indicator>.Parse($"i{n}"), Number = n + 1, Keeper = new(person), Deputy = null };
            var member = SomeReminders.Member(person, Role.Volunteer) with { Association = House };
            changes.Add(Change.Put(indicator.Key, DomainJson.Write(indicator)));
            changes.Add(Change.Put(member.Key, DomainJson.Write(member)));
            Acquaintance who = new() { Associations = [new(House, "House")], Current = House, Address = new() { Channel = "test", ServiceUrl = "urn:test", Conversation = $"a:{n}", User = $"{n}", Bot = "bot" } };
            await table.WriteAsync(Acquaintance.Partition(person), [Change.Put(Acquaintance.RowKey, JsonSerializer.Serialize(who, ConversationJson.Default.Acquaintance))], CancellationToken.None);
        }

        await table.WriteAsync(Association.Partition(House), changes, CancellationToken.None);
        DateTimeOffset start = new(2026, 11, 30, 0, 30, 0, TimeSpan.Zero);
        await new DueIndex(table).PlanAsync(House, start, CancellationToken.None);
        await table.WriteAsync("clock", [Change.Put("now", JsonSerializer.Serialize(start))], CancellationToken.None);
        return start;
    }

    private static void Say(string line)
    {
        Console.Out.Write(line + "\n");
        Console.Out.Flush();
    }

    /// <summary>A channel that says what it was given: delivered, whatever becomes of the sender then.</summary>
    private sealed class Teller(TimeProvider clock, int database) : BotAdapter
    {
        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            var card = (AdaptiveCard)activities[0].Attachments![0].Content!;
            var items = JsonSerializer.Serialize(((AdaptiveSubmitAction)card.Actions[0]).Data);
            var last = card.ToJson().Contains("dernier rappel", StringComparison.Ordinal) ? "last" : "first";
            Say(string.Create(CultureInfo.InvariantCulture, $"sent {database} {activities[0].Conversation!.Id} {clock.GetUtcNow():yyyy-MM-dd} {JsonDocument.Parse(items).RootElement.GetProperty("items").GetString()} {last}"));
            return Task.FromResult<ResourceResponse[]>([new("m")]);
        }

        public override async Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
        {
            using TurnContext turn = new(this, reference.GetContinuationActivity());
            await RunPipelineAsync(turn, callback, cancellationToken);
        }

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
