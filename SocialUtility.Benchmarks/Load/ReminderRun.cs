using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SocialUtility.Bot;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Reminders;
using SocialUtility.Bot.Storage;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Storage;
using Activity = Microsoft.Bot.Schema.Activity;

namespace SocialUtility.Benchmarks.Load;

/// <summary>
/// One look at the reminders with 1,000 people due among 10,000 planned reminders and among 1,000,000, on SQLite: what it costs, and
/// how fast it sends where the limits hold.
/// </summary>
internal static class ReminderRun
{
    private const int Due = 1_000;

    /// <summary>Reminders planned in one association: as many indicators, each with its keeper.</summary>
    private const int InEach = 10;

    private const int Rounds = 5;

    /// <summary>Tuesday 1 December 2026, a quarter past nine in Paris.</summary>
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 8, 15, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("reminder-run-");
        try
        {
            var few = await MeasureAsync(Path.Combine(folder.FullName, "few.db"), 10_000);
            var many = await MeasureAsync(Path.Combine(folder.FullName, "many.db"), 1_000_000);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CPU among 1,000,000 to CPU among 10,000: {many / few:0.00}"));
            await PaceAsync(Path.Combine(folder.FullName, "pace.db"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The least CPU of a pass, in milliseconds.</summary>
    private static async Task<double> MeasureAsync(string path, int planned)
    {
        using SqliteTable table = new(path);
        await SettleAsync(table, planned);
        List<(double Cpu, double Wall, int Sent)> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            await DueAgainAsync(table);
            GC.Collect();
            var pass = Pass(table, new() { SendsPerSecond = double.PositiveInfinity }, out _);
            var (cpu, wall) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
            var sent = await pass.RunAsync(CancellationToken.None);
            rounds.Add(((Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds, Stopwatch.GetElapsedTime(wall).TotalMilliseconds, sent));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Due} due among {planned:#,0}: CPU {rounds.Min(round => round.Cpu):0} ms (up to {rounds.Max(round => round.Cpu):0}), elapsed {rounds.Min(round => round.Wall):0} ms, sent {string.Join('/', rounds.Select(round => round.Sent))}"));
        return rounds.Min(round => round.Cpu);
    }

    /// <summary>How fast it sends where the limits hold.</summary>
    private static async Task PaceAsync(string path)
    {
        const int Few = 100;
        using SqliteTable table = new(path);
        await SettleAsync(table, Few * InEach, Few);
        var pass = Pass(table, new(), out var channel);
        await pass.RunAsync(CancellationToken.None);
        var gaps = channel.Sent.Order().ToList();
        var most = gaps.Max(at => gaps.Count(other => other >= at && Stopwatch.GetElapsedTime(at, other) < TimeSpan.FromSeconds(1)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"With the limits: {gaps.Count} sent, {(gaps.Count - 1) / Stopwatch.GetElapsedTime(gaps[0], gaps[^1]).TotalSeconds:0.00} a second, never more than {most} within one"));
    }

    private static ReminderPass Pass(SqliteTable table, ReminderSettings settings, out Channel channel)
    {
        Doors doors = new(new ConfigurationBuilder().Build(), NullLogger<Doors>.Instance);
        doors.Open("test", channel = new());
        return new(table, new DueIndex(table), doors, settings, new Today(), NullLogger<ReminderPass>.Instance);
    }

    private static async Task SettleAsync(SqliteTable table, int planned, int due = Due)
    {
        for (var n = 0; n < planned / InEach; n++)
        {
            var association = Id<Association>.Parse($"house{n}");
            // In those that are due the keeper can be written to; the others are planned for later.
            List<Change> changes = [Change.Put(Association.RowKey, DomainJson.Write(new Association { Id = association, Name = $"Association {n}", Since = Now.AddYears(-2) }))];
            Person keeper = new($"test|t|{n}");
            Member member = new() { Association = association, Person = keeper, Roles = [Role.Volunteer], Since = Now.AddYears(-2) };
            changes.Add(Change.Put(member.Key, DomainJson.Write(member)));
            for (var i = 0; i < InEach; i++)
            {
                Indicator indicator = new()
                {
                    Id = Id<Indicator>.Parse($"i{i}"), Number = i + 1, Criterion = Id<Criterion>.Parse("c1"), Name = $"Indicateur {i}", Unit = "kg", Kind = Kind.Count,
                    Frequency = i == 0 ? Frequency.Monthly : Frequency.Yearly, Keeper = new(keeper), Author = keeper, Since = Now.AddMonths(-3),
                };
                changes.Add(Change.Put(indicator.Key, DomainJson.Write(indicator)));
            }

            await table.WriteAsync(Association.Partition(association), changes, CancellationToken.None);
            if (n < due)
            {
                Acquaintance who = new() { Associations = [new(association, "")], Current = association, Address = new() { Channel = "test", ServiceUrl = "urn:test", Conversation = $"a:{n}", User = $"{n}", Bot = "bot", Tenant = "t" } };
                await table.WriteAsync(Acquaintance.Partition(keeper), [Change.Put(Acquaintance.RowKey, JsonSerializer.Serialize(who, ConversationJson.Default.Acquaintance))], CancellationToken.None);
            }

            // The others are due on one of the thirty days to come.
            await new DueIndex(table).PlanAsync(association, n < due ? Now.AddMinutes(-10) : Now.AddDays(1 + (n % 30)), CancellationToken.None);
        }
    }

    /// <summary>As if nobody had been reminded.</summary>
    private static async Task DueAgainAsync(SqliteTable table)
    {
        for (var n = 0; n < Due; n++)
        {
            var (association, person) = (Id<Association>.Parse($"house{n}"), $"test|t|{n}");
            await table.WriteAsync(Association.Partition(association), [Change.Delete($"reminder|{person}")], CancellationToken.None);
            await table.WriteAsync($"outbox|{person}", [Change.Delete("last")], CancellationToken.None);
            await new DueIndex(table).PlanAsync(association, Now.AddMinutes(-10), CancellationToken.None);
        }
    }

    /// <summary>The day stands still, the time to wait goes on.</summary>
    private sealed class Today : TimeProvider
    {
        private readonly long begun = Stopwatch.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => Now + Stopwatch.GetElapsedTime(begun);
    }

    private sealed class Channel : BotAdapter
    {
        public System.Collections.Concurrent.ConcurrentBag<long> Sent { get; } = [];

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            Sent.Add(Stopwatch.GetTimestamp());
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
