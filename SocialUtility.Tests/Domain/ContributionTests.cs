using SocialUtility.Domain;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Profiles;

namespace SocialUtility.Tests;

/// <summary>What follows from the criteria, and nothing that does not.</summary>
public sealed class ContributionTests
{
    [Fact]
    [Trait("Deck", "D48")]
    public async Task Goals_follow_from_the_criteria_and_say_from_which()
    {
        var food = An.Criterion with { Id = Id<Criterion>.Parse("c2"), Number = 2, Name = "Manger bien", Related = ["env-alimentation", "soc-fragilite", "withdrawn-code"] };
        var goals = Contribution.Of(await ProjectTreeTests.DossierAsync(An.Criterion with { Related = ["soc-isolement"] }, food));

        Assert.Equal([1, 2, 3, 10, 12], goals.Select(goal => goal.Goal));
        Assert.Equal(["On n’est plus seul par soc-isolement", "Manger bien par soc-fragilite"], goals.Single(goal => goal.Goal == 10).Because.Select(reason => $"{reason.Criterion.Name} par {reason.By.Id}"));
    }

    [Fact]
    [Trait("Deck", "D48")]
    public async Task Without_a_criterion_in_use_there_is_no_goal()
    {
        Assert.Empty(Contribution.Of(await ProjectTreeTests.DossierAsync(An.Criterion)));
        Assert.Empty(Contribution.Of(await ProjectTreeTests.DossierAsync(An.Criterion with { Related = ["soc-isolement"], Retired = true })));
    }

    [Fact]
    public void Every_goal_of_the_catalogue_has_its_name_in_both_languages() =>
        Assert.All(ReferenceCatalogue.Instance.Criteria.SelectMany(criterion => criterion.Sdg), goal => Assert.All(Enum.GetValues<Language>(), language => Assert.NotEmpty(SustainableGoals.Name(goal).In(language))));

    /// <summary>Solidarity, participation, mutual help and sharing, as the slides of 2009 name them.</summary>
    [Theory]
    [Trait("Deck", "D49")]
    [InlineData("soc-lien")]
    [InlineData("soc-isolement")]
    [InlineData("soc-fragilite")]
    [InlineData("soc-acces")]
    [InlineData("soc-egalite")]
    [InlineData("soc-mixite")]
    [InlineData("soc-droits")]
    [InlineData("scl-cooperation")]
    [InlineData("scl-modes-de-vie")]
    [InlineData("dem-participation")]
    [InlineData("dem-citoyennete")]
    [InlineData("epa-pouvoir-agir")]
    [InlineData("int-benevolat")]
    [InlineData("int-gouvernance")]
    [InlineData("int-desinteressement")]
    public void Each_criterion_of_solidarity_suggests_an_indicator_that_can_be_understood(string code)
    {
        var suggested = ReferenceCatalogue.Instance.Criterion(code)!.Indicators;

        Assert.NotEmpty(suggested);
        Assert.All(suggested, indicator => Assert.All(Enum.GetValues<Language>(), language => Assert.NotEmpty(indicator.Name(language) + indicator.Collect(language))));
        Assert.All(suggested.Where(indicator => indicator.Kind == Kind.Text), indicator => Assert.Equal(Aggregation.None, indicator.Aggregation));
    }

    [Fact]
    [Trait("Deck", "D43")]
    public async Task The_life_of_the_association_is_in_the_profile_where_it_is_filled_in()
    {
        var working = An.Criterion with { Id = Id<Criterion>.Parse("c2"), Number = 2, Name = "On se relaie", Related = ["int-benevolat"] };
        var life = AssociationLife.Of(await ProjectTreeTests.DossierOfAsync(An.Association with { Volunteers = 38 }, An.Objective, An.Action, An.Criterion, working))!;

        Assert.Equal((38, null, 0m), (life.Volunteers, life.Jobs, life.LinkedActions));
        Assert.Equal("On se relaie", Assert.Single(life.Criteria).Name);
        Assert.NotNull(AssociationLife.Of(await ProjectTreeTests.DossierAsync(working)));
        Assert.Null(AssociationLife.Of(await ProjectTreeTests.DossierAsync(An.Criterion, An.Objective)));
    }
}
