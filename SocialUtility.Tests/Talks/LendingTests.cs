using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Talks;

/// <summary>One association's own criteria and indicators become another's suggestions, with an acknowledgement and without a value.</summary>
[Trait("Deck", "D49")]
[Trait("Deck", "D41")]
public sealed class LendingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_lent_is_taken_over_elsewhere_with_its_author_and_nothing_of_people_or_values()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        var claire = house.Somebody("Claire");
        var code = await LendAsync(claire);

        var row = Assert.Single(await house.Table.RangeAsync(Lent.Partition(code), "", "~", Cancellation)).Json;
        Assert.All([claire.Person.Key, "Claire", "sources", "je reste pour les gens"], word => Assert.DoesNotContain(word, row, StringComparison.OrdinalIgnoreCase));

        await using var other = await House.OpenAsync(Way.Within);
        await other.SettleAsync("Le Verger", ("Nour", Role.Coordinator));
        await other.Table.WriteAsync(Lent.Partition(code), [Change.Put(Lent.RowKey, row)], Cancellation);
        var nour = other.Somebody("Nour");
        await nour.SayAsync($"reprendre le code {Lent.Written(code).ToLowerInvariant()}");
        Assert.Contains(nour.Screen[^1].Card!.Lines, line => line.Contains("Prêté par Le Potager des Voisins", StringComparison.Ordinal));
        await nour.PressAsync("Les reprendre chez nous", ("criteres", "On n’est plus seul"));
        // A second press, and the same code once more, bring nothing twice.
        await nour.SayAsync($"reprendre le code {code}");
        await nour.PressAsync("Les reprendre chez nous", ("criteres", "On n’est plus seul"));

        var file = await other.DossierAsync();
        var criterion = Assert.Single(file.Criteria);
        Assert.Equal(("On n’est plus seul", "Le Potager des Voisins", nour.Person), (criterion.Name, criterion.After, criterion.Author));
        Assert.NotEmpty(file.Indicators);
        Assert.All(file.Indicators, indicator => Assert.Equal((criterion.Id, nour.Person, (Source?)null), (indicator.Criterion, indicator.Author, indicator.Source)));
        await nour.SayAsync("critères");
        await nour.PressAsync("Voir", ("ligne", criterion.Key));
        Assert.Contains("D’après Le Potager des Voisins.", nour.Screen[^1].Card!.Lines);
    }

    [Fact]
    public async Task A_code_that_was_taken_back_never_given_or_guessed_opens_nothing_and_says_the_same()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer), ("Yves", Role.Partner));
        var claire = house.Somebody("Claire");
        var code = await LendAsync(claire);
        await claire.PressAsync("Arrêter de prêter");

        Assert.Empty(await house.Table.RangeAsync(Lent.Partition(code), "", "~", Cancellation));
        foreach (var typed in (string[])[code, "ABCD-EFGH-JKMN", "1234", new('A', 100)])
        {
            await claire.SayAsync($"reprendre le code {typed}");
            Assert.StartsWith("Ce code n’ouvre rien.", claire.Screen[^1].Text, StringComparison.Ordinal);
        }

        // Lending is the coordination's.
        foreach (var (name, said) in (Dictionary<string, string>)new() { ["Awa"] = "Cela se décide par la coordination.", ["Yves"] = "L’association n’a encore rien partagé avec vous." })
        {
            await house.Somebody(name).SayAsync("prêter nos critères");
            Assert.StartsWith(said, house.Somebody(name).Screen[^1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_looks_personal_is_not_lent()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator));
        var file = await house.DossierAsync();
        var personal = file.Criteria[0] with { Definition = "Demander à Jeanne, 06 12 34 56 78" };

        var lent = Lent.Of(file.With(personal), house.Clock.GetUtcNow());

        Assert.Equal(file.Criteria.Skip(1).Select(criterion => criterion.Name), lent.Criteria.Select(criterion => criterion.Name));
        Assert.All(lent.Indicators, indicator => Assert.Contains(indicator.Criterion, lent.Criteria.Select(criterion => criterion.Id)));
    }

    private static async Task<string> LendAsync(Somebody claire)
    {
        await claire.SayAsync("prêter nos critères");
        await claire.PressAsync("Créer un code");
        return Lent.Read(claire.Screen[^1].Card!.Lines.First(line => Lent.Read(line) is not null))!;
    }
}
