using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Tests;

/// <summary>What the project asks, as it stands.</summary>
public sealed class CoherenceTests
{
    private static readonly SocialAction Linked = An.Action with { Links = [new(An.Objective.Id, null)] };
    private static readonly Criterion Spoken = An.Criterion with { Links = [new(An.Objective.Id, null)] };

    private static readonly Indicator Words = An.Indicator with
    {
        Id = Id<Indicator>.Parse("i2"),
        Number = 2,
        Kind = Kind.Text,
        Level = Level.Resultat,
        Keeper = new(An.Coordinator),
    };

    [Fact]
    [Trait("Deck", "D07")]
    public async Task Where_everything_holds_together_nothing_is_asked() =>
        Assert.Empty(await AskedAsync(An.Purpose, An.Objective, Linked, Spoken, Words));

    [Fact]
    public async Task Before_anything_is_written_nothing_is_asked() => Assert.Empty(await AskedAsync());

    [Fact]
    [Trait("Deck", "D09")]
    [Trait("Deck", "D34")]
    public async Task Each_loose_end_has_its_name_both_ways() =>
        Assert.Equal(
            ["action-objective|a1", "objective-action|o1", "objective-criterion|o1", "criterion-objective|c1", "criterion-indicator|c1"],
            await AskedAsync(An.Objective, An.Action, An.Criterion));

    [Fact]
    public async Task A_secondary_link_is_enough_for_an_objective()
    {
        var second = An.Objective with { Id = Id<Objective>.Parse("o2"), Number = 2 };
        Link[] both = [new(An.Objective.Id, null), new(second.Id, null)];

        Assert.Empty(await AskedAsync(An.Objective, second, An.Action with { Links = both }, An.Criterion with { Links = both }, Words));
    }

    [Fact]
    public async Task Of_several_purposes_each_objective_says_which_and_each_purpose_has_one()
    {
        var other = An.Purpose with { Id = Id<Purpose>.Parse("p2"), Number = 2 };

        Assert.Equal(
            ["objective-purpose|o1", "purpose-objective|p1", "purpose-objective|p2"],
            await AskedAsync(An.Purpose, other, An.Objective, Linked, Spoken, Words));
    }

    [Fact]
    public async Task Indicators_are_asked_for_a_keeper_words_a_change_and_fewer_of_them()
    {
        var many = Enumerable.Range(1, 11).Select(number => Words with
        {
            Id = Id<Indicator>.Parse($"i{number}"),
            Number = number,
            Kind = Kind.Count,
            Level = Level.Realisation,
            Keeper = number == 3 ? null : new(An.Coordinator),
            MinutesPerPeriod = 40,
        }).ToList();

        Assert.Equal(
            ["indicator-keeper|i3", "only-realisation", "no-words", "many-indicators", "much-time"],
            await AskedAsync([An.Objective, Linked, Spoken, .. many]));
        // Ten are no more than ten, and what rests is not carried.
        Assert.Equal(
            ["indicator-keeper|i3", "only-realisation", "no-words", "much-time"],
            await AskedAsync([An.Objective, Linked, Spoken, .. many.Take(10), many[10] with { Pauses = [new(new(2026, 11, 1))] }]));
    }

    [Theory]
    [InlineData(90, false)]
    [InlineData(91, true)]
    public async Task The_limit_of_time_is_the_association_s(int minutes, bool asked)
    {
        var dossier = await ProjectTreeTests.DossierOfAsync(An.Association with { MinutesOfCollecting = 360 }, An.Objective, Linked, Spoken, Words with { MinutesPerPeriod = minutes });

        Assert.Equal(asked, Coherence.Findings(dossier).Any(finding => finding is Finding.MuchTime { Limit: 360 }));
    }

    [Fact]
    public async Task A_level_that_nobody_said_is_not_taken_for_one() =>
        Assert.DoesNotContain("only-realisation", await AskedAsync(An.Objective, Linked, Spoken, Words with { Level = Level.Realisation }, Words with { Id = Id<Indicator>.Parse("i3"), Level = null }));

    [Fact]
    public async Task What_is_wanted_is_not_asked_again_this_year_and_is_the_next()
    {
        SetAside Answer(string finding, Aside how, int year = 2026) => new() { Finding = finding, How = how, Year = year, Because = "il paraît pour tous", By = An.Coordinator, At = An.Evening };
        var dossier = await ProjectTreeTests.DossierAsync(
            An.Objective, Linked, Spoken, Words,
            An.Action with { Id = Id<SocialAction>.Parse("a2") },
            An.Action with { Id = Id<SocialAction>.Parse("a3") },
            An.Action with { Id = Id<SocialAction>.Parse("a4") },
            Answer("action-objective|a2", Aside.Wanted),
            Answer("action-objective|a3", Aside.Meeting),
            Answer("action-objective|a4", Aside.Wanted) with { Withdrawn = true },
            Answer("action-objective|gone", Aside.Wanted));
        var (now, next) = (Coherence.Of(dossier, 2026), Coherence.Of(dossier, 2027));

        Assert.Equal(["action-objective|a4"], now.Open.Select(finding => finding.Id));
        Assert.Equal(("action-objective|a2", "il paraît pour tous"), now.Wanted.Select(one => (one.Finding.Id, one.Answer!.Because!)).Single());
        Assert.Equal("action-objective|a3", Assert.Single(now.Meeting).Finding.Id);
        Assert.Equal(3, next.Open.Count);
    }

    [Fact]
    [Trait("Deck", "D09")]
    public async Task The_shares_are_computed_and_move_with_the_project()
    {
        var second = An.Objective with { Id = Id<Objective>.Parse("o2"), Number = 2 };
        var dossier = await ProjectTreeTests.DossierAsync(An.Objective, second, Linked, Spoken, An.Indicator);
        decimal? Followed(params Measurement[] readings) => Coherence.Followed(dossier, readings, new(2026, 11, 23));

        Assert.Equal(0, Followed());
        Assert.Equal(50, Followed(An.Measurement("2026-Q3", 12)));
        Assert.Equal(50, Followed(An.Measurement("2026-Q4", new Reading.NotApplicable())));
        Assert.Equal(0, Followed(An.Measurement("2026-Q3", new Reading.NotMeasured())));
        Assert.Equal(0, Followed(An.Measurement("2026-Q2", 12)));
        Assert.Null(Coherence.Followed(await ProjectTreeTests.DossierAsync(An.Criterion, An.Indicator), [], new(2026, 11, 23)));
        Assert.Equal(100, ProjectTree.Of(dossier).LinkedActions);
        Assert.Equal(50, ProjectTree.Of(dossier.With(An.Action with { Id = Id<SocialAction>.Parse("a2") })).LinkedActions);
    }

    [Fact]
    public void The_same_project_asks_the_same_and_an_answer_changes_no_other_question() => Prop.ForAll(
        SomeProject.Arbitrary,
        project =>
        {
            var dossier = project.Dossier;
            var asked = Ids(dossier);
            if (asked.Count != asked.Distinct().Count() || !asked.SequenceEqual(Ids(project.Dossier)))
            {
                return false;
            }

            var answered = asked.Where((_, place) => place % 3 == 0).Aggregate(
                dossier,
                (file, finding) => file.With(new SetAside { Finding = finding, How = Aside.Wanted, Year = 2026, By = An.Coordinator, At = An.Evening }));
            return Coherence.Of(answered, 2026).Open.Select(finding => finding.Id).SequenceEqual(asked.Where((_, place) => place % 3 != 0))
                && Coherence.Of(answered, 2027).Open.Count == asked.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_mended_is_asked_no_more() => Prop.ForAll(
        SomeProject.Arbitrary,
        project =>
        {
            var dossier = project.Dossier;
            foreach (var finding in Coherence.Findings(dossier).OfType<Finding.ActionWithoutObjective>())
            {
                if (dossier.Objectives.FirstOrDefault(objective => !objective.Retired) is { } objective)
                {
                    dossier = dossier.With(finding.Action with { Links = [new(objective.Id, null)] });
                }
            }

            return dossier.Objectives.All(objective => objective.Retired) || !Coherence.Findings(dossier).Any(finding => finding is Finding.ActionWithoutObjective);
        }).QuickCheckThrowOnFailure();

    private static List<string> Ids(Dossier dossier) => [.. Coherence.Findings(dossier).Select(finding => finding.Id)];

    private static async Task<List<string>> AskedAsync(params Entry[] entries) => Ids(await ProjectTreeTests.DossierAsync(entries));
}
