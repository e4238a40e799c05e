using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests;

public sealed class ProjectTreeTests
{
    private static readonly Objective Second = An.Objective with { Id = Id<Objective>.Parse("o2"), Number = 2 };

    [Fact]
    public async Task An_action_stands_under_one_objective_and_is_named_under_the_others()
    {
        var tree = await TreeAsync(An.Objective, Second, An.Action with { Links = [new(An.Objective.Id, "on s’y parle"), new(Second.Id, null)] });

        Assert.Equal(("A1", An.Objective.Id), (Assert.Single(tree.Branches[0].Actions).Code, tree.Branches[0].Objective.Id));
        Assert.Empty(tree.Branches[1].Actions);
        Assert.Equal("A1", Assert.Single(tree.Branches[1].AlsoServedBy).Code);
        Assert.Empty(tree.ToBeLinked);
        Assert.Empty(tree.WithoutAction);
        Assert.Equal((100, 100), (tree.LinkedActions, tree.ServedObjectives));
    }

    [Fact]
    public async Task Orphans_are_named_both_ways()
    {
        var paper = An.Action with { Id = Id<SocialAction>.Parse("a2"), Name = "Journal du quartier", AskedOnce = true };
        var meals = An.Action with { Links = [new(An.Objective.Id, null)] };
        var third = An.Objective with { Id = Id<Objective>.Parse("o3"), Number = 3 };
        var tree = await TreeAsync(An.Objective, Second, third, meals, paper);

        Assert.Equal("Journal du quartier", Assert.Single(tree.ToBeLinked).Item.Name);
        Assert.Equal([2, 3], tree.WithoutAction.Select(objective => objective.Number));
        Assert.Equal((50, 33), (tree.LinkedActions, tree.ServedObjectives));
    }

    [Fact]
    public async Task An_action_that_only_serves_a_retired_objective_is_to_be_linked()
    {
        var tree = await TreeAsync(An.Objective with { Retired = true }, An.Action with { Links = [new(An.Objective.Id, null)] });

        Assert.Empty(tree.Branches);
        Assert.Single(tree.ToBeLinked);
        Assert.Equal((0m, (decimal?)null), (tree.LinkedActions, tree.ServedObjectives));
    }

    [Fact]
    public async Task What_is_retired_is_not_shown()
    {
        var tree = await TreeAsync(An.Objective, An.Action with { Retired = true }, An.Criterion, An.Indicator with { Retired = true });

        Assert.Null(tree.LinkedActions);
        Assert.Empty(Assert.Single(tree.Elsewhere).Indicators);
        Assert.Empty((await TreeAsync(An.Criterion with { Retired = true })).Elsewhere);
    }

    [Fact]
    public async Task A_criterion_stands_beside_each_objective_it_speaks_of_with_its_indicators()
    {
        var apart = An.Criterion with { Id = Id<Criterion>.Parse("c2"), Number = 2, Name = "On s’amuse" };
        var tree = await TreeAsync(An.Objective, An.Criterion with { Links = [new(An.Objective.Id, null)] }, apart, An.Indicator);

        var measured = Assert.Single(Assert.Single(tree.Branches).Criteria);
        Assert.Equal("Repas servis", Assert.Single(measured.Indicators).Name);
        Assert.Equal("On s’amuse", Assert.Single(tree.Elsewhere).Criterion.Name);
    }

    [Fact]
    public async Task Of_nothing_there_is_no_percentage()
    {
        var tree = await TreeAsync();

        Assert.Equal((null, null), (tree.LinkedActions, tree.ServedObjectives));
    }

    [Fact]
    public async Task What_the_person_said_is_principal_and_else_the_first_that_was_linked()
    {
        Link[] links = [new(Second.Id, null), new(An.Objective.Id, null)];
        var said = await TreeAsync(An.Objective, Second, An.Action with { Links = links, Mainly = An.Objective.Id });
        var unsaid = await TreeAsync(An.Objective, Second, An.Action with { Links = links });
        var gone = await TreeAsync(An.Objective, Second with { Retired = true }, An.Action with { Links = links, Mainly = Second.Id });

        Assert.Equal((1, 2), Placed(said));
        Assert.Equal((2, 1), Placed(unsaid));
        Assert.Equal((1, null), Placed(gone));
        Assert.Equal((said.LinkedActions, said.ServedObjectives), (unsaid.LinkedActions, unsaid.ServedObjectives));
    }

    [Fact]
    public async Task Each_objective_stands_under_the_purpose_it_pursues_first()
    {
        var other = An.Purpose with { Id = Id<Purpose>.Parse("p0"), Number = 2 };
        var both = An.Objective with { Purposes = [other.Id, An.Purpose.Id] };
        var tree = await TreeAsync(other, An.Purpose, both, Second);

        Assert.Equal(["F1", "F2", null], tree.Trunks.Select(trunk => trunk.Purpose?.Code));
        Assert.Equal([[], ["O1"], ["O2"]], tree.Trunks.Select(trunk => trunk.Branches.Select(branch => branch.Objective.Code).ToArray()));
        Assert.Equal("F1", Assert.Single(tree.Branches[0].AlsoFor).Code);
    }

    [Fact]
    public async Task Of_one_purpose_all_objectives_are_and_a_retired_one_has_none()
    {
        var tree = await TreeAsync(An.Purpose, An.Purpose with { Id = Id<Purpose>.Parse("p2"), Number = 2, Retired = true }, An.Objective, Second with { Purposes = [Id<Purpose>.Parse("p2")] });

        Assert.Equal(2, Assert.Single(tree.Trunks).Branches.Count);
        Assert.Equal("F1", Assert.Single(tree.Purposes).Code);
    }

    [Fact]
    public async Task What_is_linked_upwards_comes_first_and_a_retired_action_keeps_its_number()
    {
        var third = An.Objective with { Id = Id<Objective>.Parse("o3"), Number = 3 };
        SocialAction Act(int number, params Objective[] served) =>
            An.Action with { Id = Id<SocialAction>.Parse($"a{number}"), Since = An.Evening.AddMinutes(number), Links = [.. served.Select(objective => new Link(objective.Id, null))] };
        var tree = await TreeAsync(An.Objective, Second, third, Act(1, Second, third), Act(2, Second) with { Retired = true }, Act(3, Second), Act(4, Second, An.Objective));

        Assert.Equal(["A4", "A3", "A1"], tree.Branches[1].Actions.Select(action => action.Code));
    }

    [Fact]
    public void Every_action_stands_exactly_once_as_principal_or_to_be_linked() => Prop.ForAll(
        SomeProject.Arbitrary,
        project =>
        {
            var dossier = project.Dossier;
            var tree = ProjectTree.Of(dossier);
            var placed = tree.Branches.SelectMany(branch => branch.Actions).Concat(tree.ToBeLinked).Select(action => action.Item.Id).ToList();
            return placed.Order().SequenceEqual(dossier.Actions.Where(action => !action.Retired).Select(action => action.Id).Order())
                && tree.Criteria.Select(measured => measured.Criterion.Id).Order().SequenceEqual(dossier.Criteria.Where(criterion => !criterion.Retired).Select(criterion => criterion.Id).Order())
                && tree.Branches.Select(branch => branch.Objective.Id).Order().SequenceEqual(dossier.Objectives.Where(objective => !objective.Retired).Select(objective => objective.Id).Order())
                && tree.Branches.All(branch => branch.AlsoServedBy.All(action => action.Placing.Principal != branch.Objective && action.Item.Serves(branch.Objective)));
        }).QuickCheckThrowOnFailure();

    private static (int? Principal, int? Secondary) Placed(ProjectTree tree)
    {
        var action = Assert.Single(tree.Actions);
        return (action.Placing.Principal?.Number, action.Placing.Secondary.SingleOrDefault()?.Number);
    }

    internal static Task<Dossier> DossierAsync(params Entry[] entries) => DossierOfAsync(An.Association, entries);

    internal static async Task<Dossier> DossierOfAsync(Association association, params Entry[] entries)
    {
        var table = new MemoryTable();
        Entry[] all = [association, .. entries];
        await table.WriteAsync(Association.Partition(An.Association.Id), [.. all.Select(entry => Change.Put(entry.Key, DomainJson.Write(entry)))], TestContext.Current.CancellationToken);
        return (await Dossier.OpenAsync(table, An.Association.Id, TestContext.Current.CancellationToken))!;
    }

    private static async Task<ProjectTree> TreeAsync(params Entry[] entries) => ProjectTree.Of(await DossierAsync(entries));
}
