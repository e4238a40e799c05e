using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Talks;

/// <summary>Own actions on one criterion stand side by side in the order of the tree; units that differ are refused with a sentence.</summary>
[Trait("Deck", "D47")]
public sealed class SideBySideTests
{
    [Fact]
    public async Task Actions_stand_side_by_side_in_the_order_of_the_tree_with_what_was_going_on()
    {
        await using var house = await OpenAsync();
        var claire = house.Somebody("Claire");
        foreach (var said in (string[])["comparer", "nos actions", "1 et 2", "les repas sont ouverts à tous, les ateliers sur inscription"])
        {
            await claire.SayAsync(said);
        }

        var lines = house.Way.Said.All[^1].Card!.Lines;
        // The second action has more, and stands second all the same.
        Assert.Equal(
            ["Ateliers", "Repas"],
            lines.Where(line => line is "Ateliers" or "Repas"));
        Assert.Contains("12 personnes", lines);
        Assert.Contains("340 personnes", lines);
        Assert.Contains(lines, line => line.Contains("sur inscription", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Different_units_are_refused_with_a_sentence_and_the_question_stays_open()
    {
        await using var house = await OpenAsync();
        var claire = house.Somebody("Claire");
        foreach (var said in (string[])["comparer", "nos actions", "1 et 3"])
        {
            await claire.SayAsync(said);
        }

        Assert.Contains("personnes et kg ne se comparent pas", house.Way.Said.All[^1].Text, StringComparison.Ordinal);
        await claire.SayAsync("1 et 2");
        await claire.SayAsync("passer");
        // Without a word of context nothing is shown.
        Assert.Null(house.Way.Said.All[^1].Card);
    }

    private static async Task<House> OpenAsync()
    {
        var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator));
        var (workshops, meals) = (Act(1, "Ateliers"), Act(2, "Repas"));
        Indicator[] indicators =
        [
            // Named first, counted in the second action: the tree decides where it stands.
            Counted(1, "Convives", "personnes", meals),
            Counted(2, "Jardiniers", "personnes", workshops),
            Counted(3, "Légumes", "kg", workshops),
        ];
        Measurement[] readings = [Given(indicators[0], 340), Given(indicators[1], 12), Given(indicators[2], 80)];
        Entry[] all = [An.Criterion, workshops, meals, .. indicators, .. readings];
        await house.Table.WriteAsync(Association.Partition(house.Association), [.. all.Select(entry => Change.Add(entry.Key, DomainJson.Write(entry)))], TestContext.Current.CancellationToken);
        return house;
    }

    private static SocialAction Act(int number, string name) => An.Action with { Id = Id<SocialAction>.Parse($"a{number}"), Number = number, Name = name };

    private static Indicator Counted(int number, string name, string unit, SocialAction action) => An.Indicator with
    {
        Id = Id<Indicator>.Parse($"i{number}"), Number = number, Name = name, Unit = unit, Actions = [action.Id], Frequency = Frequency.Yearly, Since = An.Evening.AddYears(-1),
    };

    private static Measurement Given(Indicator indicator, decimal amount) => An.Measurement("2026", amount) with { Indicator = indicator.Id };
}
