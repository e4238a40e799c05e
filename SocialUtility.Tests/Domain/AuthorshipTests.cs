using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Tests;

/// <summary>Whose the objectives are: the association's, always (law 2000-321, art. 9-1).</summary>
[Trait("Deck", "D31")]
public sealed class AuthorshipTests
{
    private static readonly Person Partner = new("local|partner");

    [Theory]
    [InlineData(Role.Partner)]
    [InlineData(Role.Partner, Role.Coordinator)]
    public void A_partner_writes_no_objective_and_no_action_whoever_forgot_to_ask(params Role[] roles)
    {
        var partner = Member(Partner, roles);

        Assert.Throws<InvalidOperationException>(() => Authorship.Check(An.Objective with { Author = Partner }, partner));
        Assert.Throws<InvalidOperationException>(() => Authorship.Check(An.Objective with { Adopter = Partner }, partner));
        Assert.Throws<InvalidOperationException>(() => Authorship.Check(An.Action, partner));
        Authorship.Check(An.Criterion, partner);
    }

    [Fact]
    public async Task The_trail_names_author_and_adopter_of_each_and_finds_a_partner_among_them()
    {
        var proposed = An.Objective with { Id = Domain.Id<Objective>.Parse("o2"), Number = 2 };
        var slipped = An.Action with { Adopter = Partner };
        var dossier = await ProjectTreeTests.DossierAsync(An.Objective with { Adopter = An.Coordinator }, proposed, slipped);
        var trail = Authorship.Of(dossier, [Member(An.Coordinator, Role.Coordinator), Member(Partner, Role.Partner)]);

        Assert.Equal(
            [(An.Coordinator, An.Coordinator, false), (An.Coordinator, null, false), (An.Coordinator, Partner, true)],
            trail.Select(one => (one.Author, one.Adopter, one.ByPartner)));
        Assert.Equal(["O1", "O2", "A1"], trail.Select(one => one.Code));
    }

    private static Member Member(Person person, params Role[] roles) =>
        new() { Association = An.Association.Id, Person = person, Roles = roles, Since = An.Evening };
}
