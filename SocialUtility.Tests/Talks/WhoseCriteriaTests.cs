using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Talks;

/// <summary>Whose criteria they are is visible, and what sets the association apart stands in its profile.</summary>
public sealed class WhoseCriteriaTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Deck", "D42")]
    public async Task Criteria_can_be_filtered_by_whose_they_are()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator));
        await AddAsync(house, "La commune attend des seniors", Origin.Partner);
        await AddAsync(house, "Le jardin pour tous", Origin.Joint);
        var claire = house.Somebody("Claire");

        await claire.SayAsync("critères");
        Assert.Contains(claire.Screen[^1].Card!.Lines, line => line.Contains("Le jardin pour tous", StringComparison.Ordinal));
        await claire.PressAsync("Filtrer", ("origine", "Partner"));

        var shown = claire.Screen[^1].Card!;
        Assert.Contains("La commune attend des seniors", shown.Lines);
        Assert.DoesNotContain("Le jardin pour tous", shown.Lines);
        Assert.DoesNotContain("On décide ensemble", shown.Lines);
        // The list stands as it was asked for, and opens again whole.
        await claire.PressAsync("Filtrer", ("origine", "all"));
        Assert.Contains("On décide ensemble", claire.Screen[^1].Card!.Lines);
    }

    [Fact]
    [Trait("Deck", "D16")]
    [Trait("Deck", "D19")]
    public async Task The_profile_says_what_sets_the_association_apart_with_its_evidence_in_its_own_words()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator));
        var claire = house.Somebody("Claire");
        foreach (var said in (string[])["critères", "", "On répare ensemble", "Chacun repart avec son vélo, et le sait réparer.", "6", "Un garçon a montré à son père.", "Ici on apprend à réparer, on n'achète pas une réparation.", "passer"])
        {
            await (said.Length == 0 ? claire.PressAsync("Ajouter un critère") : claire.SayAsync(said));
        }

        await claire.SayAsync("profil");

        var lines = claire.Screen[^1].Card!.Lines.Select(TranscriptText.Folded).ToList();
        Assert.Contains("Ici on apprend à réparer, on n'achète pas une réparation.", lines);
        Assert.Contains("Ce qui le montre : « Un garçon a montré à son père. »", lines);
        // Purpose, three to six criteria in own words, a figure and a voice: nothing a funder asked for.
        Assert.Contains(lines, line => line.Contains("ait sa place dans le quartier", StringComparison.Ordinal));
        Assert.Equal(4, (await house.DossierAsync()).Criteria.Count);
        Assert.Contains(lines, line => line.StartsWith("Épanouissement des personnes.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Je reste pour les gens", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task AddAsync(House house, string name, Origin origin)
    {
        var file = await house.DossierAsync();
        Criterion criterion = new()
        {
            Id = Id<Criterion>.New(),
            Number = file.Criteria.Count + 1,
            Name = name,
            Origin = origin,
            Author = house.Somebody("Claire").Person,
            Since = house.Clock.GetUtcNow(),
        };
        await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Add(criterion.Key, DomainJson.Write(criterion))], Cancellation);
    }
}
