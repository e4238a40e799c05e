using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests;

public sealed class DossierTests
{
    private static readonly string Partition = Association.Partition(An.Association.Id);

    private readonly MemoryTable table = new();
    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_nothing_was_written_there_is_no_dossier()
    {
        await table.WriteAsync(Association.Partition(Id<Association>.Parse("another")), [Put(An.Association)], cancellation);

        Assert.Null(await Dossier.OpenAsync(table, An.Association.Id, cancellation));
    }

    [Fact]
    public async Task It_holds_what_was_defined_in_the_order_people_know()
    {
        var second = An.Objective with { Id = Id<Objective>.Parse("a-second"), Number = 2 };
        var later = An.Action with { Id = Id<SocialAction>.Parse("a0"), Since = An.Evening.AddDays(1) };
        var dossier = await OpenAsync(An.Association, An.Purpose, second, An.Objective, later, An.Action, An.Criterion, An.Indicator, An.Measurement("2026-Q1", 3));

        Assert.Equal("Le Potager des Voisins", dossier.Association.Name);
        Assert.Equal(new ProjectStatement().Heard, dossier.Statement.Heard);
        Assert.Equal([1, 2], dossier.Objectives.Select(objective => objective.Number));
        Assert.Equal([An.Action.Id, later.Id], dossier.Actions.Select(action => action.Id));
        Assert.Equal(An.Purpose, Assert.Single(dossier.Purposes));
        Assert.NotNull(dossier.Find(An.Criterion.Id));
        Assert.NotNull(dossier.Find(An.Indicator.Id));
        Assert.Null(dossier.Find(Id<Objective>.Parse("nobody-knows")));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_thing_the_second_is_told_and_nothing_is_lost()
    {
        var mine = await OpenAsync(An.Association, An.Objective);
        var theirs = (await Dossier.OpenAsync(table, An.Association.Id, cancellation))!;
        await table.WriteAsync(Partition, [theirs.Write(An.Objective with { Name = "Le leur", Version = 2 })], cancellation);

        var conflict = await Assert.ThrowsAsync<ConflictException>(async () =>
            await table.WriteAsync(Partition, [mine.Write(An.Action), mine.Write(An.Objective with { Name = "Le mien", Version = 2 })], cancellation));

        var now = (await Dossier.OpenAsync(table, An.Association.Id, cancellation))!;
        Assert.Equal(An.Objective.Key, conflict.Key);
        Assert.Equal("Le leur", Assert.Single(now.Objectives).Name);
        Assert.Empty(now.Actions);
    }

    [Fact]
    public async Task Of_two_who_added_at_once_no_two_are_called_alike_and_rows_without_number_are_counted_as_they_came()
    {
        var twin = An.Objective with { Id = Id<Objective>.Parse("o2"), Since = An.Evening.AddSeconds(1) };
        var later = An.Action with { Id = Id<SocialAction>.Parse("a0"), Since = An.Evening.AddDays(1) };
        var newest = An.Action with { Id = Id<SocialAction>.Parse("a9"), Number = 3 };
        var dossier = await OpenAsync(An.Association, An.Objective, twin, newest, later, An.Action);

        Assert.Equal([("o1", "O1"), ("o2", "O2")], dossier.Objectives.Select(objective => (objective.Id.ToString(), objective.Code)));
        Assert.Equal([("a1", "A1"), ("a0", "A2"), ("a9", "A3")], dossier.Actions.Select(action => (action.Id.ToString(), action.Code)));
    }

    [Fact]
    public async Task Of_two_who_add_the_same_thing_the_second_is_told()
    {
        var mine = await OpenAsync(An.Association);
        await table.WriteAsync(Partition, [(await Dossier.OpenAsync(table, An.Association.Id, cancellation))!.Write(new ProjectStatement())], cancellation);

        await Assert.ThrowsAsync<ConflictException>(async () => await table.WriteAsync(Partition, [mine.Write(new ProjectStatement())], cancellation));
    }

    [Fact]
    public async Task What_is_read_can_be_changed()
    {
        var dossier = await OpenAsync(An.Association, An.Objective);
        await table.WriteAsync(Partition, [dossier.Write(An.Objective with { Retired = true }), dossier.Write(An.Action)], cancellation);

        var now = (await Dossier.OpenAsync(table, An.Association.Id, cancellation))!;
        Assert.True(Assert.Single(now.Objectives).Retired);
        Assert.Single(now.Actions);
    }

    private async Task<Dossier> OpenAsync(params Entry[] entries)
    {
        await table.WriteAsync(Partition, [.. entries.Select(Put)], cancellation);
        return (await Dossier.OpenAsync(table, An.Association.Id, cancellation))!;
    }

    private static Change Put(Entry entry) => Change.Put(entry.Key, DomainJson.Write(entry));
}
