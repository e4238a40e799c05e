using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests;

public sealed class RosterTests
{
    [Fact]
    public async Task Members_are_found_by_person_and_by_name_and_nothing_else_of_them_is_read()
    {
        var cancellation = TestContext.Current.CancellationToken;
        MemoryTable table = new();
        Member[] members = [Named("é", "Émile Durand"), Named("a", "Awa Diop"), Named("b", "Awa Ba"), Named("n", null)];
        await table.WriteAsync(
            Association.Partition(An.Association.Id),
            [.. members.Select(member => Change.Add(member.Key, DomainJson.Write(member))), Change.Add(Member.PrefixOf(members[0].Person) + "desk", "{}")],
            cancellation);

        var roster = await Roster.OpenAsync(table, An.Association.Id, cancellation);

        Assert.Equal([null, "Awa Ba", "Awa Diop", "Émile Durand"], roster.Members.Select(member => member.Name));
        Assert.Equal("Awa Diop", roster.Find(members[1].Person)?.Name);
        Assert.Equal("Émile Durand", Assert.Single(roster.Named("emile")).Name);
        Assert.Equal(2, roster.Named("Awa").Count);
        Assert.Equal("Awa Ba", Assert.Single(roster.Named("awa ba")).Name);
        Assert.Empty(roster.Named("la trésorière"));
    }

    private static Member Named(string key, string? name) =>
        new() { Association = An.Association.Id, Person = new($"teams|t|{key}"), Name = name, Roles = [Role.Volunteer], Since = An.Evening };
}
