using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Talks;

/// <summary>A value and its line in the journal are one write: whichever write fails, the two still tell the same story.</summary>
public sealed class WholeTurnTests
{
    private static readonly string[] Steps = ["saisir", "denrées", "420", "annuler", "saisir", "denrées", "425", "corriger", "402", "4300", "oui"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whichever_write_fails_the_ledger_and_the_journal_agree()
    {
        var writes = await PlayAsync(failing: null);
        Assert.InRange(writes, Steps.Length, 100);
        for (var failing = 1; failing <= writes; failing++)
        {
            await PlayAsync(failing);
        }
    }

    /// <summary>How many writes there were.</summary>
    private static async Task<int> PlayAsync(int? failing)
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Awa", Role.Volunteer));
        var before = await CountAsync(house);
        var writes = 0;
        house.Table.BeforeWriting = _ => ++writes == failing ? throw new StoreUnavailableException("This one write fails.") : Task.CompletedTask;
        foreach (var step in Steps)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await house.Somebody("Awa").SayAsync(step);
            var now = await CountAsync(house);
            Assert.Equal(now.Entries - before.Entries, now.Noted - before.Noted);
            Assert.Equal(now.Undone - before.Undone, now.TakenBack - before.TakenBack);
        }

        return writes;
    }

    /// <summary>What the ledger holds, and what the journal says of it.</summary>
    private static async Task<(int Entries, int Undone, int Noted, int TakenBack)> CountAsync(House house)
    {
        var partition = Association.Partition(house.Association);
        var journal = (await house.Table.RangeAsync(partition, JournalLine.Prefix, Row.After(JournalLine.Prefix), Cancellation)).Select(row => DomainJson.Read(row, DomainJson.Default.JournalLine).What).ToList();
        List<Measurement> all = [];
        foreach (var prefix in (string[])[Measurement.Prefix, Measurement.PastPrefix])
        {
            all.AddRange((await house.Table.RangeAsync(partition, prefix, Row.After(prefix), Cancellation)).Select(row => DomainJson.Read(row, DomainJson.Default.Measurement)));
        }

        return (all.Count, all.Count(one => one.Undone is not null), journal.Count(what => what is "value.record" or "value.correct"), journal.Count(what => what == "value.undo"));
    }
}
