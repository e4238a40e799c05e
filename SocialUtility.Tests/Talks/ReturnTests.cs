using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Tests.Talks;

/// <summary>Every group that was heard gets back what became of its words, once (deck row D44).</summary>
[Trait("Deck", "D44")]
public sealed class ReturnTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_could_not_be_written_to_is_told_when_they_come_back_and_once()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer), ("Marie", Role.Board));
        var awa = house.Somebody("Awa");
        // She spoke through another door, and the bot knows no way to write to her.
        Voice voice = new() { Id = Id<Voice>.Parse("v1"), Kind = Stakeholder.Volunteers, Text = "Je ne vois plus personne.", Question = VoiceQuestions.Usual, WrittenBy = awa.Person, Day = new(2026, 11, 1) };
        await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Add(voice.Key, DomainJson.Write(voice))], Cancellation);
        var marie = house.Somebody("Marie");
        await marie.SayAsync("adopter");
        await marie.SayAsync("oui");

        await awa.SayAsync("langue");
        Assert.DoesNotContain(awa.Screen, said => said.Text?.Contains("Vous aviez dit", StringComparison.Ordinal) == true);
        await awa.SayAsync("critères");
        await awa.SayAsync("critères");

        Assert.Single(awa.Screen, said => said.Text?.Contains("Je ne vois plus personne.", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Every_group_that_was_heard_stands_on_what_the_coordination_gives_back()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Marie", Role.Board));
        await house.HearVoicesAsync([.. Enum.GetValues<Stakeholder>().Select(kind => $"{kind} Phrase de {kind}")]);
        var marie = house.Somebody("Marie");
        await marie.SayAsync("adopter");
        await marie.SayAsync("oui");
        var definition = Assert.Single(await new Deliberation(house.Table, house.Association).DefinitionsAsync(Cancellation));

        var claire = house.Somebody("Claire");
        await claire.SayAsync("rendre aux groupes");
        List<string> lines = [.. claire.Screen[^1].Card!.Lines];
        while (claire.Screen[^1].Card!.Buttons.Contains("Suite"))
        {
            await claire.PressAsync("Suite");
            lines.AddRange(claire.Screen[^1].Card!.Lines);
        }

        Assert.Equal(Enum.GetValues<Stakeholder>().Length, definition.Hearing.Heard.Count);
        Assert.All(definition.Hearing.Heard, kind => Assert.Contains(lines, line => line.Contains($"Phrase de {kind}", StringComparison.Ordinal)));
    }
}
