using System.Text;
using System.Text.RegularExpressions;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests.Talks;

/// <summary>Quick lines at a hostile door: pressed twice, pressed by another, with a value that was never offered, and many at once.</summary>
public sealed class QuickLineTests
{
    public static IEnumerable<TheoryDataRow<Way>> Ways => Enum.GetValues<Way>().Select(way => new TheoryDataRow<Way>(way));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Nothing_is_written_before_the_tap_and_four_taps_at_once_write_once(Way way)
    {
        await using var house = await HouseAsync(way);
        var awa = house.Somebody("Awa");
        await awa.SayAsync("glanage 420, décisions 15");
        Assert.Empty(await NotedByAsync(house, awa));
        var (card, sent) = awa.Find("Enregistrer");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => awa.SubmitAsync(sent, card)));

        Assert.Equal(2, (await NotedByAsync(house, awa)).Count);
        Assert.All(await NotedByAsync(house, awa), one => Assert.Equal(1, one.Version));
    }

    [Fact]
    public async Task A_colleague_who_presses_the_card_writes_nothing()
    {
        await using var house = await HouseAsync(Way.Within);
        var (awa, claire) = (house.Somebody("Awa"), house.Somebody("Claire"));
        var before = (await NotedByAsync(house, claire)).Count;
        await awa.SayAsync("glanage 420");
        var (card, sent) = awa.Find("Enregistrer");

        await claire.SubmitAsync(sent, card);

        Assert.Equal(before, (await NotedByAsync(house, claire)).Count);
        Assert.Equal("Cette carte a déjà servi", TranscriptText.Folded(claire.Screen[^1].Card!.Heading));
        await awa.SubmitAsync(sent, card);
        Assert.Single(await NotedByAsync(house, awa));
    }

    [Theory]
    [InlineData("ligne0", "7")]
    [InlineData("ligne0", "-1")]
    [InlineData("ligne0", "x")]
    [InlineData("message", "another")]
    [InlineData("v", "99")]
    public async Task A_choice_that_was_never_offered_records_no_other_value(string field, string value)
    {
        await using var house = await HouseAsync(Way.Within);
        var awa = house.Somebody("Awa");
        await awa.SayAsync("mercredi 12");
        var (card, sent) = awa.Find("Enregistrer", new Dictionary<string, string> { ["ligne0"] = "0" });
        sent[field] = value;

        await awa.SubmitAsync(sent, card);

        Assert.Empty(await NotedByAsync(house, awa));
    }

    [Fact]
    public async Task What_a_colleague_noted_meanwhile_is_told_before_anything_is_written()
    {
        await using var house = await HouseAsync(Way.Within);
        var (awa, claire) = (house.Somebody("Awa"), house.Somebody("Claire"));
        await awa.SayAsync("glanage 420, décisions 15");
        await claire.SayAsync("glanage 402");
        await claire.PressAsync("Enregistrer");

        await awa.PressAsync("Enregistrer");

        Assert.Empty(await NotedByAsync(house, awa));
        Assert.Contains("quelqu'un a noté 402 kg entre-temps", TranscriptText.Folded(Regex.Unescape(awa.Screen[^1].Card!.Json.ToJsonString())).Replace('’', '\''), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Twelve_lines_that_all_ask_fit_one_card()
    {
        await using var house = await HouseAsync(Way.Within);
        var awa = house.Somebody("Awa");

        await awa.SayAsync(string.Join('\n', Enumerable.Range(1, 14).Select(number => $"denrées perdues en 2026 dans la cave {number * 100} kg")));

        Assert.True(Encoding.UTF8.GetByteCount(awa.Screen[^1].Card!.Json.ToJsonString()) < 20_000);
    }

    private static async Task<House> HouseAsync(Way way)
    {
        var house = await House.OpenAsync(way);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        return house;
    }

    private static async Task<IReadOnlyList<Measurement>> NotedByAsync(House house, Somebody somebody) =>
        [.. (await house.Table.RangeAsync(Association.Partition(house.Association), Measurement.Prefix, Domain.Storage.Row.After(Measurement.Prefix), TestContext.Current.CancellationToken))
            .Select(row => System.Text.Json.JsonSerializer.Deserialize(row.Json, Domain.DomainJson.Default.Measurement)!).Where(one => one.By == somebody.Person)];
}
