using System.Text;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Steps;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Tests.Talks;

/// <summary>The first steps of the method where many answer, and where somebody's part changes on the way.</summary>
public sealed class StepTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("e0-decider.craintes", "launch.show")]
    [InlineData("e1-cadrer.oublies", "frame.show")]
    public async Task What_two_hundred_people_said_is_read_to_its_end_on_cards_that_every_client_takes(string question, string kind)
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator));
        var said = Enumerable.Range(1, 200).Select(number => $"{number}e voix {new string('é', 240)} {new string('*', 240)}").ToList();
        foreach (var some in said.Chunk(50))
        {
            await house.Table.WriteAsync(
                Association.Partition(house.Association),
                [.. some.Select(text => new MethodAnswer { Question = question, Id = Id<MethodAnswer>.New(), Text = text, By = new Person($"web|{text[..4]}"), At = house.Clock.GetUtcNow() }).Select(answer => Change.Add(answer.Key, DomainJson.Write(answer)))],
                Cancellation);
        }

        var claire = house.Somebody("Claire");
        await claire.SubmitAsync(new System.Text.Json.Nodes.JsonObject { ["kind"] = kind, ["v"] = 1 });
        List<string> read = [.. claire.Screen[^1].Card!.Lines];
        while (claire.Screen[^1].Card!.Buttons.Contains("Suite"))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(claire.Screen[^1].Card!.Json.ToJsonString()), 1, 20_000);
            await claire.PressAsync("Suite");
            read.AddRange(claire.Screen[^1].Card!.Lines);
        }

        Assert.All(said, text => Assert.Contains(read, line => line.Contains(text[..12], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_is_no_longer_coordinator_when_the_sitting_ends_is_told_who_may()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator), ("Gérard", Role.Board));
        var claire = house.Somebody("Claire");
        await claire.SayAsync("démarrer");
        foreach (var answer in (string[])["sport", "l'assemblée de juin", "le temps", "une heure", "non"])
        {
            await claire.SayAsync(answer);
        }

        await house.JoinAsync("Les Amis", ("Claire", Role.Volunteer));
        await claire.PressAsync("C’est bien ça");

        // Her own worry is hers to tell; the rest is the coordination's.
        Assert.Contains(claire.Screen, said => said.Text?.Contains("Cela se décide par la coordination", StringComparison.Ordinal) == true);
        var kept = await house.KeptAsync();
        Assert.Contains(kept, row => row.StartsWith("answer|e0-decider.craintes", StringComparison.Ordinal));
        Assert.DoesNotContain(kept, row => row.StartsWith(MethodAnswer.Prefix, StringComparison.Ordinal));
        Assert.Null((await house.DossierAsync()).Association.Type);
    }

    [Fact]
    public async Task An_answer_keeps_who_gave_it_and_when_and_its_author_stays_its_last_one()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator), ("Gérard", Role.Board), ("Nadia", Role.Board));
        var (gérard, nadia) = (house.Somebody("Gérard"), house.Somebody("Nadia"));
        await AnswerAsync(gérard, "le président");
        var first = (await house.DossierAsync()).Answers["e0-decider.qui-porte"];
        house.Clock.Advance(TimeSpan.FromDays(1));
        await nadia.SayAsync("décision");
        await AnswerAsync(nadia, "la trésorière");
        var second = (await house.DossierAsync()).Answers["e0-decider.qui-porte"];

        Assert.Equal(("le président", gérard.Person, 1), (first.Text, first.By, first.Version));
        Assert.Equal(("la trésorière", nadia.Person, 2), (second.Text, second.By, second.Version));
        Assert.Equal(TimeSpan.FromDays(1), second.At - first.At);

        static async Task AnswerAsync(Somebody somebody, string answer)
        {
            await somebody.SubmitAsync(new System.Text.Json.Nodes.JsonObject { ["kind"] = "answer.edit", ["phrase"] = "e0-decider.qui-porte", ["v"] = 1 });
            await somebody.SayAsync(answer);
        }
    }

    [Fact]
    public async Task Whoever_anybody_names_is_concerned_until_it_is_taken_back()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Awa", Role.Volunteer), ("Bea", Role.Volunteer));
        await NameAsync(house.Somebody("Awa"), "6 et 7");
        await NameAsync(house.Somebody("Bea"), "1 et 6");
        Assert.Equal([Stakeholder.Volunteers, Stakeholder.Neighbours, Stakeholder.YoungPeople], (await house.DossierAsync()).Statement.Concerned);

        await NameAsync(house.Somebody("Awa"), "6");
        Assert.Equal([Stakeholder.Volunteers, Stakeholder.Neighbours], (await house.DossierAsync()).Statement.Concerned);

        static async Task NameAsync(Somebody somebody, string answer)
        {
            await somebody.SubmitAsync(new System.Text.Json.Nodes.JsonObject { ["kind"] = "answer.edit", ["phrase"] = "e1-cadrer.parties", ["v"] = 1 });
            await somebody.SayAsync(answer);
        }
    }

    [Fact]
    public async Task What_an_association_does_is_asked_once()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator));
        var claire = house.Somebody("Claire");
        await claire.SayAsync("démarrer");
        await claire.SayAsync("autre chose");
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await claire.SayAsync("passer");
        }

        await claire.SayAsync("c'est bien ça");
        await claire.SayAsync("démarrer");

        Assert.DoesNotContain("Que fait surtout", claire.Screen[^1].Card!.Heading, StringComparison.Ordinal);
        Assert.Null((await house.DossierAsync()).Association.Type);
    }
}
