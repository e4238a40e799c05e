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
    public async Task Actions_stand_under_each_objective_they_serve()
    {
        var tree = await TreeAsync(An.Objective, Second, An.Action with { Links = [new(An.Objective.Id, "on s’y parle"), new(Second.Id, null)] });

        Assert.All(tree.Branches, branch => Assert.Single(branch.Actions));
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

        Assert.Equal("Journal du quartier", Assert.Single(tree.ToBeLinked).Name);
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
        var tree = await TreeAsync(An.Objective, An.Criterion with { Objectives = [An.Objective.Id] }, apart, An.Indicator);

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

    internal static async Task<Dossier> DossierAsync(params Entry[] entries)
    {
        var table = new MemoryTable();
        Entry[] all = [An.Association, .. entries];
        await table.WriteAsync(Association.Partition(An.Association.Id), [.. all.Select(entry => Change.Put(entry.Key, DomainJson.Write(entry)))], TestContext.Current.CancellationToken);
        return (await Dossier.OpenAsync(table, An.Association.Id, TestContext.Current.CancellationToken))!;
    }

    private static async Task<ProjectTree> TreeAsync(params Entry[] entries) => ProjectTree.Of(await DossierAsync(entries));
}
