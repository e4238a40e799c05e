using System.Text.Json.Nodes;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Tests.Talks;

/// <summary>What is sent again counts once; of two people who do the same, nobody is lost.</summary>
public sealed class OnceTests
{
    public static IEnumerable<TheoryDataRow<Way>> Ways => Enum.GetValues<Way>().Select(way => new TheoryDataRow<Way>(way));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_message_delivered_four_times_at_once_is_one_write_and_one_answer(Way way)
    {
        await using var house = await AskedForFoodAsync(way);
        var (awa, before) = (house.Somebody("Awa"), house.Way.Said.All.Count);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => awa.SayAsync("420", "f:the-same")));
        await awa.SayAsync("420", "f:the-same");

        Assert.Equal("420 kg · Denrées sauvées du gaspillage", TranscriptText.Folded(Assert.Single(house.Way.Said.All.Skip(before)).Card!.Heading));
        Assert.Single(await ReadingsAsync(house));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_button_pressed_four_times_at_once_is_one_write(Way way)
    {
        await using var house = await AskedForFoodAsync(way);
        var (awa, before) = (house.Somebody("Awa"), house.Way.Said.All.Count);
        var (card, sent) = awa.Find("Enregistrer", new Dictionary<string, string> { ["valeur"] = "420" });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => awa.SubmitAsync(sent, card)));

        var answers = house.Way.Said.All.Skip(before).Select(said => TranscriptText.Folded(said.Card!.Heading)).ToList();
        Assert.Equal(["420 kg · Denrées sauvées du gaspillage", "Cette carte a déjà servi", "Cette carte a déjà servi", "Cette carte a déjà servi"], answers);
        Assert.Single(await ReadingsAsync(house));
    }

    [Fact]
    public async Task A_day_later_the_same_name_of_an_activity_is_another_activity()
    {
        await using var house = await AskedForFoodAsync(Way.Within);
        await house.Somebody("Awa").SayAsync("aide", "f:the-same");
        house.Clock.Advance(TimeSpan.FromHours(25));
        await house.Somebody("Awa").SayAsync("bonjour");
        var before = house.Way.Said.All.Count;

        await house.Somebody("Awa").SayAsync("aide", "f:the-same");

        Assert.True(house.Way.Said.All.Count > before);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Of_two_who_rename_at_once_one_is_first_and_the_other_sees_both_names(Way way)
    {
        await using var house = await House.OpenAsync(way);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Paul", Role.Coordinator));
        var (claire, paul) = (house.Somebody("Claire"), house.Somebody("Paul"));
        var objective = (await house.DossierAsync()).Objectives[0];
        foreach (var one in (Somebody[])[claire, paul])
        {
            await one.SubmitAsync(new JsonObject { ["kind"] = "objective.edit", ["objective"] = objective.Id.ToString(), ["v"] = objective.Version });
        }

        var before = house.Way.Said.All.Count;
        house.Table.BeforeWriting = Together(2);
        await Task.WhenAll(claire.SayAsync("Sortir de chez soi"), paul.SayAsync("Se voir chaque mois"));
        house.Table.BeforeWriting = null;

        var kept = (await house.DossierAsync()).Objectives[0];
        Assert.Equal(objective.Version + 1, kept.Version);
        Assert.Contains(kept.Name, (string[])["Sortir de chez soi", "Se voir chaque mois"]);
        var answers = house.Way.Said.All.Skip(before).ToList();
        Assert.Equal(2, answers.Count);
        var told = Assert.Single(answers, answer => answer.Taps.Count == 3);
        Assert.Contains("Sortir de chez soi", told.Text, StringComparison.Ordinal);
        Assert.Contains("Se voir chaque mois", told.Text, StringComparison.Ordinal);

        // Who came second may still have the last word.
        var second = told.Conversation == claire.Conversation ? claire : paul;
        await second.SayAsync("garder la mienne");
        var last = (await house.DossierAsync()).Objectives[0];
        Assert.NotEqual(kept.Name, last.Name);
        Assert.Contains(last.Name, (string[])["Sortir de chez soi", "Se voir chaque mois"]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Of_two_who_give_a_value_at_once_one_is_first_and_the_other_sees_both(Way way)
    {
        await using var house = await AskedForFoodAsync(way, "Awa", "Claire");
        var before = house.Way.Said.All.Count;
        house.Table.BeforeWriting = Together(2);
        await Task.WhenAll(house.Somebody("Awa").SayAsync("420"), house.Somebody("Claire").SayAsync("402"));
        house.Table.BeforeWriting = null;

        var told = Assert.Single(house.Way.Said.All.Skip(before), answer => answer.Taps.Count == 3);
        Assert.Contains("420 kg", TranscriptText.Folded(told.Text!), StringComparison.Ordinal);
        Assert.Contains("402 kg", TranscriptText.Folded(told.Text!), StringComparison.Ordinal);
        Assert.Single(await ReadingsAsync(house));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Two_who_give_the_same_value_at_once_agree(Way way)
    {
        await using var house = await AskedForFoodAsync(way, "Awa", "Claire");
        var before = house.Way.Said.All.Count;
        house.Table.BeforeWriting = Together(2);
        await Task.WhenAll(house.Somebody("Awa").SayAsync("420"), house.Somebody("Claire").SayAsync("420"));
        house.Table.BeforeWriting = null;

        Assert.Single(house.Way.Said.All.Skip(before), answer => answer.Text?.Contains("le même relevé", StringComparison.Ordinal) == true);
        Assert.Single(await ReadingsAsync(house));
    }

    internal static async Task<House> AskedForFoodAsync(Way way, params string[] people)
    {
        var house = await House.OpenAsync(way);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        // November is not over yet in the example: the month before is noted, this one is not.
        foreach (var one in people is [] ? ["Awa"] : people)
        {
            await house.Somebody(one).SayAsync("saisir");
            await house.Somebody(one).SayAsync("denrées");
        }

        return house;
    }

    /// <summary>The readings of November, all versions.</summary>
    private static async Task<IEnumerable<string>> ReadingsAsync(House house)
    {
        var food = (await house.DossierAsync()).Indicators[2].Id.ToString();
        return (await house.KeptAsync()).Where(row => row.Split(' ')[0].Contains($"{food}|2026-11", StringComparison.Ordinal) && !row.StartsWith("journal", StringComparison.Ordinal));
    }

    /// <summary>The first writers wait for each other: what each read, the others have read too.</summary>
    private static Func<string, Task> Together(int count)
    {
        var all = new TaskCompletionSource();
        return _ =>
        {
            if (Interlocked.Decrement(ref count) == 0)
            {
                all.SetResult();
            }

            return count >= 0 ? all.Task : Task.CompletedTask;
        };
    }
}
