using SocialUtility.Tests.Machine;
using SocialUtility.Tests.Talks;
using static SocialUtility.Tests.Reminders.ReminderHouse;

namespace SocialUtility.Tests.Reminders;

/// <summary>Two instances remind each person once, also where one of them dies in the middle.</summary>
[Trait("Deck", "D10")]
public sealed class ReminderKillTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
