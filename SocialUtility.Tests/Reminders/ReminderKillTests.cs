using SocialUtility.Tests.Machine;
using SocialUtility.Tests.Talks;
using static SocialUtility.Tests.Reminders.ReminderHouse;

namespace SocialUtility.Tests.Reminders;

/// <summary>Killed at any instant, reminders are not said twice and what was acknowledged is there; two instances remind each person once.</summary>
[Trait("Deck", "D10")]
public sealed class ReminderKillTests(Azurite azurite)
{
    private const int Databases = 4;
    private const int KillsOfEach = 51;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_two_hundred_times_it_says_nothing_twice_and_has_lost_nothing_it_acknowledged()
    {
        var delivered = await Task.WhenAll(Enumerable.Range(0, Databases).Select(KillAgainAndAgainAsync));

        Assert.True(delivered.Sum() > 200, $"Only {delivered.Sum()} reminders were delivered.");
    }

    [Fact]
    public async Task Two_instances_look_at_once_and_one_dies_in_the_middle_and_each_person_is_reminded_once()
    {
        var store = new Dictionary<string, string?>
        {
            ["Storage:Kind"] = "AzureTables",
            ["Storage:ConnectionString"] = await azurite.ConnectionStringAsync(Cancellation),
            ["Storage:Table"] = $"reminders{Guid.NewGuid():n}",
        };
        string[] keepers = ["Awa", "Paul", "Nour", "Zoé", "Ali", "Eva"];
        await using var first = await TeamsChannel.OpenAsync(new(TheDayBefore), settings: store);
        await using var second = await TeamsChannel.OpenAsync(first.Clock, settings: store, connector: first.Connector);
        var house = await ReadyAsync(first, keepers);
        var taken = 0;
        TaskCompletionSource dead = new();
        first.Connector.Disturb = _ =>
        {
            if (Interlocked.Increment(ref taken) == 3)
            {
                // What it has sent has come; of what it would write now nothing gets through.
                first.Table.Now = WatchedTable.Door.Shut;
                dead.TrySetResult();
            }

            return Task.FromResult(false);
        };

        var dying = first.RemindAsync(Cancellation);
        await dead.Task;
        await second.RemindAsync(Cancellation);
        await Assert.ThrowsAnyAsync<Exception>(() => dying);
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await second.RemindAsync(Cancellation);

        Assert.All(keepers, who => Assert.Equal(1, Reminded(house, who)));
    }

    [Fact]
    public async Task Two_instances_that_look_at_the_same_instant_remind_each_person_once()
    {
        var store = new Dictionary<string, string?>
        {
            ["Storage:Kind"] = "AzureTables",
            ["Storage:ConnectionString"] = await azurite.ConnectionStringAsync(Cancellation),
            ["Storage:Table"] = $"reminders{Guid.NewGuid():n}",
        };
        string[] keepers = ["Awa", "Paul", "Nour", "Zoé", "Ali", "Eva"];
        await using var first = await TeamsChannel.OpenAsync(new(TheDayBefore), settings: store);
        await using var second = await TeamsChannel.OpenAsync(first.Clock, settings: store, connector: first.Connector);
        var house = await ReadyAsync(first, keepers);

        await Task.WhenAll(first.RemindAsync(Cancellation), second.RemindAsync(Cancellation));
        Assert.All(keepers, who => Assert.Equal(1, Reminded(house, who)));
    }

    /// <summary>How many reminders were delivered.</summary>
    private static async Task<int> KillAgainAndAgainAsync(int seed)
    {
        Random random = new(seed);
        var folder = Directory.CreateTempSubdirectory("reminders-");
        var path = Path.Combine(folder.FullName, "rows.db");
        try
        {
            List<string> said = [];
            for (var kills = 0; kills < KillsOfEach; kills++)
            {
                using var child = RemindingChild.Start(path);
                said.AddRange(await child.KillAfterAsync(random.Next(1, 14), Cancellation));
            }

            var sent = said.Where(line => line.StartsWith("sent ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToList();
            // One message a person a day, and each step of each value once.
            Assert.All(sent.GroupBy(line => (line[1], line[2])), day => Assert.Single(day));
            Assert.All(sent.GroupBy(line => (line[1], line[3], line[4])), step => Assert.Single(step));
            var noted = await RemindingChild.NotedAsync(path, Cancellation);
            Assert.All(said.Where(line => line.StartsWith("noted ", StringComparison.Ordinal)), line => Assert.Contains(line["noted ".Length..], noted));
            return sent.Count;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
