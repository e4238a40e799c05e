using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;

namespace SocialUtility.Tests;

public sealed class StarterPackTests
{
    public static TheoryData<AssociationType> Types => [.. Enum.GetValues<AssociationType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_kind_of_association_has_five_indicators_of_the_catalogue(AssociationType type)
    {
        var pack = StarterPack.Of(type);

        Assert.Equal(5, pack.Distinct().Count());
        Assert.All(pack, indicator => Assert.NotNull(ReferenceCatalogue.Instance.CriterionOf(indicator.Id)));
    }

    [Fact]
    public void The_packs_are_those_of_the_reference() =>
        Assert.Equal(
            ["soc-fragilite-personnes", "soc-lien-nouveaux", "env-alimentation-gaspillage", "int-benevolat-heures", "epa-confiance-parole"],
            StarterPack.Of(AssociationType.Solidarity).Select(indicator => indicator.Id));

    [Fact]
    [Trait("Deck", "D23")]
    public void Each_indicator_of_the_catalogue_says_how_it_is_collected_in_both_languages() =>
        Assert.All(
            ReferenceCatalogue.Instance.Criteria.SelectMany(criterion => criterion.Indicators),
            indicator => Assert.All(Enum.GetValues<Language>(), language => Assert.False(string.IsNullOrWhiteSpace(indicator.Collect(language)), indicator.Id)));

    [Fact]
    [Trait("Deck", "D49")]
    public void Each_solidarity_criterion_suggests_an_indicator() =>
        Assert.All(ReferenceCatalogue.Instance.Dimensions.Where(dimension => dimension.Id is "sociale" or "democratique" or "epanouissement").SelectMany(dimension => dimension.Criteria), criterion => Assert.NotEmpty(criterion.Indicators));

    [Fact]
    [Trait("Deck", "D45")]
    public void The_catalogue_speaks_of_what_is_done_what_it_produces_and_what_it_changes() =>
        Assert.Equal(
            Enum.GetValues<SocialUtility.Domain.Indicators.Level>(),
            ReferenceCatalogue.Instance.Criteria.SelectMany(criterion => criterion.Indicators).Select(indicator => indicator.Level).Distinct().Order());
}
