using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Talks;

namespace SocialUtility.Tests.Reminders;

/// <summary>An association on the morning of Tuesday 1 December 2026, each of whose people keeps a figure of November.</summary>
internal static class ReminderHouse
{
    public static readonly DateTimeOffset TheDayBefore = new(2026, 11, 30, 9, 30, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>They have all spoken to the bot; nobody has been reminded yet.</summary>
    public static async Task<House> ReadyAsync(IWayIn way, params string[] keepers)
    {
        House house = new(way);
        await house.SettleAsync("Les Amis", [("Claire", Role.Coordinator), .. keepers.Select(who => (who, Role.Volunteer))]);
        await KeepAsync(house, keepers);
        foreach (var who in keepers)
        {
            await house.Somebody(who).SayAsync("rappels");
        }

        house.Clock.SetUtcNow(new(2026, 12, 1, 8, 15, 0, TimeSpan.Zero));
        return house;
    }

    public static async Task KeepAsync(House house, IEnumerable<string> keepers)
    {
        foreach (var (index, who) in keepers.Index())
        {
            var indicator = SomeReminders.Kilos with { Id = Id<Indicator>.Parse($"i{index}"), Number = index + 1, Name = $"Kilos de {who}", Keeper = new(house.Somebody(who).Person), Deputy = null };
            await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Put(indicator.Key, DomainJson.Write(indicator))], Cancellation);
        }
    }

    /// <summary>The reminders among what was said to that person since then.</summary>
    public static int Reminded(House house, string who, int since = 0) =>
        house.Way.Said.All.Skip(since).Count(said => said.Conversation == Somebody.AloneWith($"29:{who}") && said.Card?.Lines.Any(line => line.Contains("Kilos de", StringComparison.Ordinal)) == true && said.Card.Buttons.Contains("Enregistrer"));

    public static async Task<int> RemindAsync(this House house) => await house.Way.RemindAsync(Cancellation);
}
