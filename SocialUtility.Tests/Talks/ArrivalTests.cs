using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Talks;

/// <summary>An invitation pasted into the conversation opens what its page would open, and nothing else.</summary>
public sealed class ArrivalTests
{
    private const string Closed = "Cette invitation n’ouvre rien.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_alone_is_enough_and_it_serves_once()
    {
        await using var house = await OpenAsync();
        var (invitation, link) = await InviteAsync(house);
        var marcel = house.Somebody("Marcel");

        await marcel.SayAsync($"Bonjour, j'ai reçu ceci : <{link}>.");
        Assert.Contains("Les Amis du quartier vous invite. Votre place : bénévole.", TranscriptText.Folded(marcel.Screen[^1].Text!), StringComparison.Ordinal);
        Assert.Null((await InvitationAsync(house, invitation)).Used);
        await marcel.SayAsync("oui");
        // The notice comes before anything of a person is kept, and leads on to what they wanted.
        Assert.Null((await RosterAsync(house)).Find(marcel.Person));
        await marcel.PressAsync("J’ai lu");

        Assert.Contains("Bienvenue dans l’équipe des Amis du quartier.", marcel.Screen[^1].Text!, StringComparison.Ordinal);
        var member = (await RosterAsync(house)).Find(marcel.Person)!;
        Assert.Equal(("Marcel", Role.Volunteer), (member.Name, Assert.Single(member.Roles)));
        Assert.Equal(marcel.Person, (await InvitationAsync(house, invitation)).Joined);
        Assert.DoesNotContain(await AllAsync(house), row => row.Contains(link.Split('.')[^1], StringComparison.Ordinal));
        await marcel.SayAsync("association");
        Assert.Equal("Les Amis du quartier", marcel.Screen[^1].Card!.Heading);

        var awa = house.Somebody("Awa");
        await awa.SayAsync(link);
        Assert.Contains(Closed, awa.Screen[^1].Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Said_first_then_pasted_by_its_code_alone_and_declined_it_stays_open()
    {
        await using var house = await OpenAsync();
        var (invitation, link) = await InviteAsync(house);
        var marcel = house.Somebody("Marcel");

        await marcel.SayAsync("j'ai une invitation");
        Assert.Contains("Collez ici le lien", marcel.Screen[^1].Text!, StringComparison.Ordinal);
        await marcel.SayAsync(link.Split('/')[^1]);
        await marcel.SayAsync("plus tard");
        Assert.Contains("L’invitation n’a pas servi", marcel.Screen[^1].Text!, StringComparison.Ordinal);
        Assert.Null((await InvitationAsync(house, invitation)).Used);
        Assert.Null((await RosterAsync(house)).Find(marcel.Person));
    }

    [Fact]
    public async Task Used_over_revoked_guessed_and_never_made_are_answered_alike()
    {
        await using var house = await OpenAsync();
        var (over, revoked, used) = (await InviteAsync(house, until: -1), await InviteAsync(house, change: i => i with { Revoked = true }), await InviteAsync(house, change: i => i with { Used = house.Clock.GetUtcNow() }));
        var (known, open) = await InviteAsync(house);
        string[] wrong =
        [
            over.Link, revoked.Link, used.Link,
            $"{house.Association}.{known.Id}.{Invitation.NewSecret()}",
            $"{Id<Association>.New()}.{Id<Invitation>.New()}.{Invitation.NewSecret()}",
            open[..^1],
        ];
        HashSet<string> answers = [];
        foreach (var (index, link) in wrong.Index())
        {
            var somebody = house.Somebody($"Personne {index}");
            await somebody.SayAsync(link);
            answers.Add(somebody.Screen[^1].Text!);
        }

        Assert.Contains(Closed, Assert.Single(answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_guesses_is_asked_to_wait_also_with_a_good_one()
    {
        await using var house = await OpenAsync();
        var (_, link) = await InviteAsync(house);
        var marcel = house.Somebody("Marcel");
        for (var guess = 0; guess < Desk.MostKnocks; guess++)
        {
            await marcel.SayAsync($"{Id<Association>.New()}.{Id<Invitation>.New()}.{Invitation.NewSecret()}");
            Assert.Contains(Closed, marcel.Screen[^1].Text!, StringComparison.Ordinal);
        }

        await marcel.SayAsync(link);
        Assert.Contains("Collez la vôtre de nouveau dans dix minutes.", marcel.Screen[^1].Text!, StringComparison.Ordinal);
        house.Clock.Advance(Desk.KnocksWithin);
        await marcel.SayAsync(link);
        Assert.Contains("vous invite", marcel.Screen[^1].Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_others_it_is_not_used_and_what_is_open_waits()
    {
        await using var house = await OpenAsync();
        var (invitation, link) = await InviteAsync(house, Role.Board);
        var claire = house.Somebody("Claire");
        await claire.SayAsync("rattacher");
        claire.Place = Somewhere.Channel;
        await claire.SayAsync(link);
        claire.Place = Somewhere.Alone;
        Assert.Contains("elle ne sert qu’une fois", claire.Screen[^1].Text!, StringComparison.Ordinal);
        Assert.Null((await InvitationAsync(house, invitation)).Used);

        // A member gains the place that it gives; one who has it already uses nothing up.
        await claire.SayAsync("objectifs");
        await claire.SayAsync(link);
        await claire.SayAsync("oui");
        Assert.Equal([Role.Coordinator, Role.Board], (await RosterAsync(house)).Find(claire.Person)!.Roles);
        var (second, again) = await InviteAsync(house, Role.Board);
        await claire.SayAsync(again);
        Assert.Contains("Vous êtes déjà dans l’équipe des Amis du quartier", claire.Screen[^1].Text!, StringComparison.Ordinal);
        Assert.Null((await InvitationAsync(house, second)).Used);
    }

    [Fact]
    public async Task Of_two_who_say_yes_at_once_one_comes_in()
    {
        await using var house = await OpenAsync();
        var (_, link) = await InviteAsync(house);
        Somebody[] both = [house.Somebody("Marcel"), house.Somebody("Yves")];
        foreach (var one in both)
        {
            await one.SayAsync(link);
            await one.SayAsync("oui");
        }

        await Task.WhenAll(both.Select(one => one.PressAsync("J’ai lu")));

        Assert.Single(both, one => one.Screen[^1].Text!.Contains("Bienvenue", StringComparison.Ordinal));
        Assert.Single(both, one => one.Screen[^1].Text!.Contains(Closed, StringComparison.Ordinal));
        Assert.Equal(2, (await RosterAsync(house)).Members.Count);
    }

    private static async Task<House> OpenAsync()
    {
        var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis du quartier", ("Claire", Role.Coordinator));
        return house;
    }

    private static async Task<(Invitation Invitation, string Link)> InviteAsync(House house, Role role = Role.Volunteer, int until = 14, Func<Invitation, Invitation>? change = null)
    {
        var secret = Invitation.NewSecret();
        var now = house.Clock.GetUtcNow();
        var invitation = new Invitation { Id = Id<Invitation>.New(), Role = role, By = house.Somebody("Claire").Person, Since = now, Until = now.AddDays(until) }.WithSecret(secret);
        invitation = change?.Invoke(invitation) ?? invitation;
        await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Add(invitation.Key, DomainJson.Write(invitation))], Cancellation);
        return (invitation, $"{House.PublicUrl}/invitation/{house.Association}.{invitation.Id}.{secret}");
    }

    private static async Task<Invitation> InvitationAsync(House house, Invitation invitation) => (await new Invitations(house.Table, house.Association).FindAsync(invitation.Id, Cancellation))!.Value.Invitation;

    private static ValueTask<Roster> RosterAsync(House house) => Roster.OpenAsync(house.Table, house.Association, Cancellation);

    /// <summary>Everything that is written anywhere, of the association and of Marcel.</summary>
    private static async Task<IReadOnlyList<string>> AllAsync(House house) =>
    [
        .. (await house.Table.RangeAsync(Association.Partition(house.Association), "", "~", Cancellation)).Select(row => row.Json),
        .. (await house.Table.RangeAsync(Acquaintance.Partition(house.Somebody("Marcel").Person), "", "~", Cancellation)).Select(row => row.Json),
    ];
}
