using SocialUtility.Tests.Machine;
using SocialUtility.Tests.Talks;
using static SocialUtility.Tests.Reminders.ReminderHouse;

namespace SocialUtility.Tests.Reminders;

/// <summary>Killed at any instant, reminders are not said twice and what was acknowledged is there; two instances remind each person once.</summary>
[Trait("Deck", "D10")]
public sealed class ReminderKillTests(Azurite azurite)
{
    /// <summary>Each in the middle of what goes on in four databases.</summary>
    private const int Kills = 51;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_in_two_hundred_places_it_says_nothing_twice_and_has_lost_nothing_it_acknowledged()
    {
        Random random = new(42);
        var folder = Directory.CreateTempSubdirectory("reminders-");
        try
        {
            List<string> said = [];
            for (var kills = 0; kills < Kills; kills++)
            {
                using var child = RemindingChild.Start(folder.FullName);
                said.AddRange(await child.KillAfterAsync(random.Next(1, 30), Cancellation));
            }

            // By database, person, day, value, step.
            var sent = said.Where(line => line.StartsWith("sent ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToList();
            Assert.True(sent.Count > 200, $"Only {sent.Count} reminders were delivered.");
            Assert.All(sent.GroupBy(line => (line[1], line[2], line[3])), day => Assert.Single(day));
            Assert.All(sent.GroupBy(line => (line[1], line[2], line[4], line[5])), step => Assert.Single(step));
            for (var database = 0; database < RemindingChild.Databases; database++)
            {
                var (noted, prefix) = (await RemindingChild.NotedAsync(RemindingChild.PathOf(folder.FullName, database), Cancellation), $"noted {database} ");
                Assert.All(said.Where(line => line.StartsWith(prefix, StringComparison.Ordinal)), line => Assert.Contains(line[prefix.Length..], noted));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
}
