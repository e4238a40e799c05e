using SocialUtility.Domain;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Profiles;

namespace SocialUtility.Tests;

public sealed class ProfileTests
{
    private static readonly DateOnly Today = new(2027, 1, 5);
    private static readonly Indicator Voice = An.Indicator with { Id = Id<Indicator>.Parse("i2"), Number = 2, Kind = Kind.Text, Aggregation = Aggregation.None };

    [Fact]
    public async Task An_empty_association_has_questions_and_no_faults()
    {
        var profile = Profile.Of(await ProjectTreeTests.DossierAsync(), [], 2026, Today);

        Assert.Equal([new Gap.NoPurpose(), new Gap.NoObjective(), new Gap.NoCriterion()], profile.Gaps);
        Assert.Null(profile.Purpose);
        Assert.Empty(profile.Portraits);
    }

    [Fact]
    public async Task What_is_still_open_is_named()
    {
        var bare = An.Criterion with { Id = Id<Criterion>.Parse("c2"), Number = 2 };
        var profile = Profile.Of(await ProjectTreeTests.DossierAsync(An.Purpose, An.Objective, An.Action, An.Criterion, bare, An.Indicator), [], 2026, Today);

        Assert.Collection(
            profile.Gaps,
            gap => Assert.Equal(An.Action.Id, Assert.IsType<Gap.ActionToBeLinked>(gap).Action.Id),
            gap => Assert.Equal(An.Indicator.Id, Assert.IsType<Gap.NothingMeasured>(gap).Year.Indicator.Id),
            gap => Assert.Equal(bare.Id, Assert.IsType<Gap.CriterionWithoutIndicator>(gap).Criterion.Id));
    }

    [Fact]
    public async Task Each_criterion_has_one_figure_and_one_voice()
    {
        var profile = Profile.Of(
            await ProjectTreeTests.DossierAsync(An.Criterion with { Seen = "Elle est revenue." }, An.Indicator, Voice),
            [An.Measurement("2026-Q1", 10), An.Measurement("2026-Q2", 20), An.Measurement("2026-Q2", new Reading.Words("On m’appelle.")) with { Indicator = Voice.Id }],
            2026,
            Today);

        var portrait = Assert.Single(profile.Portraits);
        Assert.Equal((30m, "On m’appelle."), (portrait.Figure?.Total, portrait.Voice));
        Assert.Equal(An.Indicator.Id, Assert.Single(profile.Trends).Indicator.Id);
    }

    [Fact]
    public async Task What_was_seen_stands_where_nobody_was_heard_this_year()
    {
        var profile = Profile.Of(await ProjectTreeTests.DossierAsync(An.Criterion with { Seen = "Elle est revenue." }, An.Indicator, Voice), [], 2026, Today);

        Assert.Equal("Elle est revenue.", profile.Portraits[0].Voice);
        Assert.Null(profile.Portraits[0].Figure);
    }

    [Fact]
    public async Task It_speaks_of_its_year_alone()
    {
        var dossier = await ProjectTreeTests.DossierAsync(An.Criterion, An.Indicator);
        Measurement[] readings = [An.Measurement("2025-Q4", 7), An.Measurement("2026-Q1", 10)];

        Assert.Equal(7, Profile.Of(dossier, readings, 2025, Today).Portraits[0].Figure?.Total);
        Assert.Equal(10, Profile.Of(dossier, readings, 2026, Today).Portraits[0].Figure?.Total);
    }

    [Fact]
    public async Task Words_alone_are_measured_too()
    {
        var profile = Profile.Of(
            await ProjectTreeTests.DossierAsync(An.Purpose, An.Objective, An.Criterion, Voice),
            [An.Measurement("2026-Q2", new Reading.Words("On m’appelle.")) with { Indicator = Voice.Id }],
            2026,
            Today);

        Assert.Empty(profile.Gaps);
        Assert.Empty(profile.Trends);
    }

    [Fact]
    public async Task The_public_reads_the_dimensions_of_the_related_criteria()
    {
        var dossier = await ProjectTreeTests.DossierAsync(An.Criterion with { Related = ["env-alimentation", "soc-fragilite", "soc-lien", "withdrawn-code"] });

        Assert.Equal(["environnementale", "sociale"], Profile.Of(dossier, [], 2026, Today).Portraits[0].Dimensions.Select(dimension => dimension.Id));
    }

    [Fact]
    [Trait("Deck", "D40")]
    public async Task A_criterion_stands_without_the_catalogue()
    {
        var own = An.Criterion with { Name = "On rit", Origin = Origin.Association, Related = [] };
        var profile = Profile.Of(await ProjectTreeTests.DossierAsync(own), [], 2026, Today);

        Assert.Equal("On rit", profile.Portraits[0].Criterion.Name);
        Assert.Empty(profile.Portraits[0].Dimensions);
    }

    [Fact]
    [Trait("Deck", "D40")]
    public void The_catalogue_has_democracy_volunteering_and_solidarity()
    {
        var catalogue = ReferenceCatalogue.Instance;

        Assert.Equal("Démocratie interne", catalogue.Criterion("int-gouvernance")?.Fr);
        Assert.Equal("Participation des habitants et usagers aux décisions", catalogue.Criterion("dem-participation")?.Fr);
        Assert.Equal("Engagement bénévole", catalogue.Criterion("int-benevolat")?.Fr);
        Assert.Equal("Gestion désintéressée et solidité", catalogue.Criterion("int-desinteressement")?.Fr);
        Assert.Equal("Coopération et solidarité entre acteurs", catalogue.Criterion("scl-cooperation")?.Fr);
        Assert.Equal((7, 41, 103), (catalogue.Dimensions.Count, catalogue.Criteria.Count, catalogue.Criteria.Sum(criterion => criterion.Indicators.Count)));
        Assert.All(catalogue.Criteria, criterion => Assert.NotEmpty(criterion.Indicators));
    }

    [Theory]
    [Trait("Deck", "D42")]
    [InlineData(Origin.Association)]
    [InlineData(Origin.Partner)]
    [InlineData(Origin.Joint)]
    [InlineData(Origin.Catalogue)]
    public async Task Whose_criterion_it_is_stays_with_it(Origin origin)
    {
        var dossier = await ProjectTreeTests.DossierAsync(An.Criterion with { Origin = origin });

        Assert.Equal(origin, Assert.Single(dossier.Criteria, criterion => criterion.Origin == origin).Origin);
        Assert.Contains($"\"origin\":\"{origin}\"", DomainJson.Write(dossier.Criteria[0]), StringComparison.Ordinal);
    }
}
