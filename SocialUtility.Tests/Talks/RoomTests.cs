using System.Text;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Tests.Talks;

/// <summary>A team with many people, as the channel lists them page by page.</summary>
public sealed class RoomTests
{
    private const int Many = 70;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_present_come_into_the_team_a_page_at_a_time_and_are_greeted_in_private()
    {
        await using var house = await OpenAsync();
        var claire = house.Somebody("Claire");
        claire.Place = Somewhere.Channel;
        await claire.SayAsync("rattacher");
        await claire.SayAsync("équipe");
        await claire.PressAsync("Inviter d’ici");
        Assert.DoesNotContain("( ) Claire", claire.Screen[^1].Card!.Lines);
        Assert.DoesNotContain("( ) Utilité sociale", claire.Screen[^1].Card!.Lines);
        await claire.PressAsync("Suite");
        await claire.PressAsync("Suite");
        Assert.Contains("( ) Personne 69", claire.Screen[^1].Card!.Lines);
        Assert.DoesNotContain("Suite", claire.Screen[^1].Card!.Buttons);

        await claire.PressAsync("Faire entrer", ("personnes", "Personne 65;Personne 69"));

        var roster = await Roster.OpenAsync(house.Table, house.Association, Cancellation);
        Assert.Equal(["Claire", "Personne 65", "Personne 69"], roster.Members.Where(member => member.Name != "Awa").Select(member => member.Name));
        Assert.Equal([Role.Volunteer], Assert.Single(roster.Named("Personne 69")).Roles);
        foreach (var user in (string[])["29:Personne 65", "29:Personne 69"])
        {
            Assert.Contains("Claire vous fait entrer dans l’équipe des Amis du quartier", Assert.Single(house.Way.Said.Screen(Somebody.AloneWith(user))).Text!, StringComparison.Ordinal);
        }

        // They are known from their first word on.
        var guest = house.Somebody("Personne 69");
        await guest.SayAsync("association");
        Assert.Equal("Les Amis du quartier", guest.Screen[^1].Card!.Heading);
    }

    [Fact]
    public async Task Only_who_is_present_comes_in_and_only_who_may_lets_them()
    {
        await using var house = await OpenAsync();
        var claire = house.Somebody("Claire");
        claire.Place = Somewhere.Channel;
        await claire.SayAsync("rattacher");
        await claire.SayAsync("équipe");
        await claire.PressAsync("Inviter d’ici");
        var (card, sent) = claire.Find("Faire entrer", new Dictionary<string, string> { ["personnes"] = "Personne 1" });
        sent["personnes"] = house.Somebody("Personne 300").Person.Mark;
        await claire.SubmitAsync(sent, card);
        Assert.Contains("déjà dans l’équipe", claire.Screen[^1].Text!, StringComparison.Ordinal);

        var awa = house.Somebody("Awa");
        awa.Place = Somewhere.Channel;
        sent["personnes"] = house.Somebody("Personne 1").Person.Mark;
        await awa.SubmitAsync(sent, card);

        Assert.Contains("Cela se décide par", awa.Screen[^1].Text!, StringComparison.Ordinal);
        Assert.Equal(2, (await Roster.OpenAsync(house.Table, house.Association, Cancellation)).Members.Count);
    }

    [Fact]
    public async Task Two_hundred_members_are_read_to_the_last_on_small_cards()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis du quartier", [("Claire", Role.Coordinator), .. Enumerable.Range(1, 199).Select(number => ($"Bénévole au nom plutôt long, numéro {number:000}", Role.Volunteer))]);
        var claire = house.Somebody("Claire");
        HashSet<string> read = [];
        await claire.SayAsync("équipe");
        for (var page = 0; page < 17; page++)
        {
            var card = claire.Screen[^1].Card!;
            read.UnionWith(card.Lines.Where(line => line.StartsWith("Bénévole au nom", StringComparison.Ordinal)));
            Assert.InRange(Encoding.UTF8.GetByteCount(card.Json.ToJsonString()), 1, 20_000);
            if (page < 16)
            {
                await claire.PressAsync("Suite");
            }
        }

        Assert.Equal(199, read.Count);
        Assert.DoesNotContain("Suite", claire.Screen[^1].Card!.Buttons);

        await claire.SayAsync("passer la main");
        Assert.InRange(Encoding.UTF8.GetByteCount(claire.Screen[^1].Card!.Json.ToJsonString()), 1, 20_000);
    }

    private static async Task<House> OpenAsync()
    {
        House house = new(await TeamsChannel.OpenAsync(new FakeTimeProvider(House.Monday)));
        house.Way.Present.AddRange(["Claire", .. Enumerable.Range(1, Many - 1).Select(number => $"Personne {number}")]);
        await house.SettleAsync("Les Amis du quartier", ("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        return house;
    }
}
