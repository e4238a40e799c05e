using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Tests;

/// <summary>Definitions come along, values never.</summary>
public sealed class ReuseTests
{
    private static readonly Person Somebody = new("local|somebody");
    private static readonly Association Elsewhere = An.Association with { Id = Id<Association>.Parse("elsewhere"), Name = "Le Jardin d’à côté" };

    [Fact]
    public async Task What_was_read_and_who_gave_it_stays_where_it_was()
    {
        var full = An.Indicator with
        {
            Baseline = 31,
            Target = new(60, null),
            Keeper = new(An.Coordinator),
            Deputy = new(null, "la trésorière"),
            Pauses = [new(new(2026, 7, 1))],
            OpenToPartners = true,
            Edition = 2,
            Warning = "Compter sans regarder.",
            Sensitive = true,
            Actions = [An.Action.Id],
        };
        var other = await ProjectTreeTests.DossierAsync(
            An.Purpose, An.Objective with { Purposes = [An.Purpose.Id] }, An.Action with { Links = [new(An.Objective.Id, "on s’y parle")], Mainly = An.Objective.Id },
            An.Criterion with { Seen = "Elle est revenue.", Links = [new(An.Objective.Id, null)] }, full, An.Measurement("2026-Q3", 12));
        var here = await TakenAsync(other, Parts.All);
        var tree = ProjectTree.Of(here);
        var indicator = Assert.Single(here.Indicators);

        Assert.Equal("on s’y parle", Assert.Single(Assert.Single(Assert.Single(tree.Trunks).Branches).Actions).Item.Links[0].Because);
        Assert.Equal((null, null, null, null, 1), (indicator.Baseline, indicator.Target, indicator.Keeper, indicator.Deputy, indicator.Edition));
        Assert.True(indicator is { Warning: not null, Sensitive: true, OpenToPartners: false, IsPaused: false });
        Assert.Equal(here.Actions[0].Id, Assert.Single(indicator.Actions));
        Assert.Null(here.Criteria[0].Seen);
        Assert.Equal((Somebody, Somebody, Somebody), (here.Objectives[0].Author, here.Objectives[0].Adopter, here.Actions[0].Author));
        Assert.Empty(other.Objectives.Select(objective => objective.Key).Intersect(here.Objectives.Select(objective => objective.Key)));
    }

    [Fact]
    public async Task Only_the_parts_that_were_chosen_come_and_a_link_to_what_did_not_is_left_behind()
    {
        var other = await ProjectTreeTests.DossierAsync(An.Purpose, An.Objective, An.Action with { Links = [new(An.Objective.Id, null)] }, An.Criterion, An.Indicator);
        var here = await TakenAsync(other, Parts.Actions);

        Assert.Empty(Assert.Single(here.Actions).Links);
        Assert.Equal((0, 0, 0, 0), (here.Purposes.Count, here.Objectives.Count, here.Criteria.Count, here.Indicators.Count));
    }

    [Fact]
    public async Task What_is_there_already_keeps_its_number_and_what_comes_is_counted_on()
    {
        var other = await ProjectTreeTests.DossierAsync(An.Objective, An.Action);
        var mine = await ProjectTreeTests.DossierOfAsync(Elsewhere, An.Objective with { Number = 4, Name = "Le nôtre" });
        var here = Reuse.Of(other, mine, Parts.All, Somebody, null, An.Evening).Aggregate(mine, (file, entry) => file.With(entry));

        Assert.Equal([("Le nôtre", "O4"), (An.Objective.Name, "O5")], here.Objectives.Select(objective => (objective.Name, objective.Code)));
        Assert.Null(here.Objectives[1].Adopter);
    }

    [Fact]
    public void Taking_over_twice_or_in_goes_takes_each_thing_once() => Prop.ForAll(
        SomeProject.Arbitrary,
        project =>
        {
            var other = project.Dossier;
            var empty = Dossier.New(Elsewhere);
            var all = Reuse.Of(other, empty, Parts.All, Somebody, Somebody, An.Evening);
            var half = all.Take(all.Count / 2).Aggregate(empty, (file, entry) => file.With(entry));
            var whole = Reuse.Of(other, half, Parts.All, Somebody, Somebody, An.Evening).Aggregate(half, (file, entry) => file.With(entry));
            return Reuse.Of(other, whole, Parts.All, Somebody, Somebody, An.Evening).Count == 0
                && all.Select(entry => entry.Key).Order(StringComparer.Ordinal).SequenceEqual(
                    whole.Purposes.Cast<Entry>().Concat(whole.Objectives).Concat(whole.Actions).Concat(whole.Criteria).Concat(whole.Indicators).Select(entry => entry.Key).Order(StringComparer.Ordinal))
                && whole.Actions.All(action => action.Links.All(link => whole.Find(link.Objective) is not null));
        }).QuickCheckThrowOnFailure();

    private static Task<Dossier> TakenAsync(Dossier other, Parts parts)
    {
        var empty = Dossier.New(Elsewhere);
        return Task.FromResult(Reuse.Of(other, empty, parts, Somebody, Somebody, An.Evening).Aggregate(empty, (file, entry) => file.With(entry)));
    }
}
