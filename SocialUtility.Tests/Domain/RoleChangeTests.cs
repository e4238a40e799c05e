using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests;

public sealed class RoleChangeTests
{
    private static readonly Role[] AllRoles = Enum.GetValues<Role>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_are_listed_by_name_and_who_has_left_is_not_among_them()
    {
        MemoryTable table = new();
        await JoinAsync(table, ("zoé", [Role.Volunteer]), ("Élise", [Role.Coordinator]), ("Awa", [Role.Board]));
        var roster = await OpenAsync(table);
        await WriteAsync(table, roster.Part(Named(roster, "Awa"), An.Evening));

        roster = await OpenAsync(table);

        Assert.Equal(["Élise", "zoé"], roster.Members.Select(member => member.Name));
        Assert.Equal("Élise", Assert.Single(roster.Coordinators).Name);
        var gone = DomainJson.Read((await table.FindAsync(Partition, Member.KeyOf(new("web|Awa")), Cancellation))!, DomainJson.Default.Member);
        Assert.Equal((null, An.Evening, false), (gone.Name, gone.Left, gone.May(Act.ReadProject)));
    }

    [Fact]
    public async Task Roles_are_given_and_taken_each_by_itself()
    {
        MemoryTable table = new();
        await JoinAsync(table, ("Claire", [Role.Coordinator]), ("Awa", [Role.Volunteer]));
        var roster = await OpenAsync(table);

        await WriteAsync(table, roster.Give(Named(roster, "Awa"), [Role.Treasurer, Role.Board, Role.Board]));
        roster = await OpenAsync(table);

        Assert.Equal([Role.Board, Role.Treasurer], Named(roster, "Awa").Roles);
        Assert.IsType<RoleChange.Same>(roster.Give(Named(roster, "Awa"), [Role.Treasurer, Role.Board]));
        Assert.IsType<RoleChange.NoRole>(roster.Give(Named(roster, "Awa"), []));
        Assert.IsType<RoleChange.NoCoordinator>(roster.Give(Named(roster, "Claire"), [Role.Volunteer]));
        Assert.IsType<RoleChange.NoCoordinator>(roster.Part(Named(roster, "Claire"), An.Evening));
    }

    /// <summary>A law: whatever is asked, in whatever order, somebody coordinates.</summary>
    [Fact]
    public void No_change_leaves_an_association_without_a_coordinator()
    {
        var wish = from kind in Gen.Choose(0, 2)
                   from who in Gen.Choose(0, 3)
                   from to in Gen.Choose(0, 3)
                   from roles in Gen.Elements(AllRoles).ListOf()
                   select (kind, who, to, roles);
        Prop.ForAll(Arb.From(wish.ListOf(30)), wishes => IsCoordinatedAfter([.. wishes.Select(one => (one.kind, one.who, one.to, (IReadOnlyList<Role>)[.. one.roles]))])).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Of_two_coordinators_who_leave_at_the_same_moment_one_has_to_look_again()
    {
        MemoryTable table = new();
        await JoinAsync(table, ("Claire", [Role.Coordinator]), ("Paul", [Role.Coordinator]));
        var seenByBoth = await OpenAsync(table);

        await WriteAsync(table, seenByBoth.Part(Named(seenByBoth, "Claire"), An.Evening));
        await Assert.ThrowsAsync<ConflictException>(() => WriteAsync(table, seenByBoth.Part(Named(seenByBoth, "Paul"), An.Evening)));

        var now = await OpenAsync(table);
        Assert.IsType<RoleChange.NoCoordinator>(now.Part(Named(now, "Paul"), An.Evening));
    }

    [Fact]
    public void What_was_entrusted_goes_to_the_heir_else_to_the_deputy_else_to_nobody_yet()
    {
        Person awa = new("web|awa"), paul = new("web|paul");
        var alone = An.Indicator with { Keeper = new(awa) };
        var seconded = An.Indicator with { Id = Id<Indicator>.Parse("i2"), Number = 2, Keeper = new(awa), Deputy = new(paul) };
        var deputy = An.Indicator with { Id = Id<Indicator>.Parse("i3"), Number = 3, Keeper = new(paul), Deputy = new(awa) };
        var others = An.Indicator with { Id = Id<Indicator>.Parse("i4"), Number = 4, Keeper = new(null, "la trésorière") };
        var file = Dossier.New(An.Association).With(alone).With(seconded).With(deputy).With(others);
        Member heir = new() { Association = An.Association.Id, Person = new("web|heir"), Roles = [Role.Volunteer], Since = An.Evening };

        Assert.Equal([alone.Id, seconded.Id], Entrusted.To(awa, file).Select(indicator => indicator.Id));
        Assert.Equal([(null, null), (paul, null), (paul, null)], Entrusted.HandOver(awa, file, null).Select(indicator => (indicator.Keeper?.Person, indicator.Deputy?.Person)));
        Assert.Equal([(heir.Person, null), (heir.Person, paul), (paul, null)], Entrusted.HandOver(awa, file, heir).Select(indicator => (indicator.Keeper?.Person, indicator.Deputy?.Person)));
    }

    /// <summary>Rows in memory are there at once: nothing is waited for.</summary>
    private static bool IsCoordinatedAfter(IReadOnlyList<(int Kind, int Who, int To, IReadOnlyList<Role> Roles)> wishes) => AfterAsync(wishes).GetAwaiter().GetResult();

    private static async Task<bool> AfterAsync(IReadOnlyList<(int Kind, int Who, int To, IReadOnlyList<Role> Roles)> wishes)
    {
        MemoryTable table = new();
        await JoinAsync(table, ("0", [Role.Coordinator]), ("1", [Role.Coordinator, Role.Volunteer]), ("2", [Role.Volunteer]), ("3", [Role.Partner]));
        foreach (var (kind, who, to, roles) in wishes)
        {
            var roster = await OpenAsync(table);
            if (roster.Find(new Person($"web|{who}")) is { } member && roster.Find(new Person($"web|{to}")) is { } other)
            {
                await WriteAsync(table, kind switch
                {
                    0 => roster.Give(member, roles),
                    1 => roster.HandOver(member, other),
                    _ => roster.Part(member, An.Evening, to % 2 == 0 ? other : null),
                });
            }
        }

        return (await OpenAsync(table)).Coordinators.Count > 0;
    }

    private static string Partition => Association.Partition(An.Association.Id);

    private static Member Named(Roster roster, string name) => Assert.Single(roster.Named(name));

    private static ValueTask<Roster> OpenAsync(MemoryTable table) => Roster.OpenAsync(table, An.Association.Id, Cancellation);

    private static async Task JoinAsync(MemoryTable table, params (string Name, Role[] Roles)[] members)
    {
        foreach (var (name, roles) in members)
        {
            Member member = new() { Association = An.Association.Id, Person = new($"web|{name}"), Name = name, Roles = roles, Since = An.Evening };
            await table.WriteAsync(Partition, [Change.Add(member.Key, DomainJson.Write(member)), Change.Add(Member.PrefixOf(member.Person) + "desk", "{}")], Cancellation);
        }
    }

    private static async Task WriteAsync(MemoryTable table, RoleChange change)
    {
        if (change is RoleChange.Made made)
        {
            await table.WriteAsync(Partition, made.Changes, Cancellation);
        }
    }
}
