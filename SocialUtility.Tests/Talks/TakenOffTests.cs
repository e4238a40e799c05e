using System.Net;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.BotFramework;

namespace SocialUtility.Tests.Talks;

/// <summary>Somebody is taken off the team in Teams: they leave the association with care, unless they belong to it otherwise.</summary>
public sealed class TakenOffTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_taken_off_leaves_and_the_coordination_finds_somebody_for_what_they_kept()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer), ("Paul", Role.Volunteer));
        var (claire, awa) = (house.Somebody("Claire"), house.Somebody("Awa"));
        await AttachAsync(claire);
        await awa.SayAsync("bonjour");
        var kept = (await house.DossierAsync()).Indicators[0];
        await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Put(kept.Key, DomainJson.Write(kept with { Keeper = new(awa.Person), Deputy = null }))], Cancellation);
        var heard = house.Way.Said.All.Count;

        claire.Place = Somewhere.Channel;
        await Somebody.TakeOffAsync(claire, "Awa", "Somebody else");
        var room = claire.Screen.Count;
        claire.Place = Somewhere.Alone;

        Assert.Null((await RosterAsync(house)).Find(awa.Person));
        Assert.Contains("Awa a quitté Le Potager des Voisins.", claire.Screen[^2].Text!, StringComparison.Ordinal);
        Assert.Equal("Qui prend la suite ?", TranscriptText.Folded(claire.Screen[^1].Card!.Heading));
        Assert.Contains("l’équipe Teams du Potager des Voisins", awa.Screen[^1].Text!, StringComparison.Ordinal);
        Assert.Equal(heard + 3, house.Way.Said.All.Count);
        // What they gave stays, and the next word of theirs is answered with care.
        Assert.Contains(await house.KeptAsync(), row => row.Contains("member.taken-off", StringComparison.Ordinal));
        await awa.SayAsync("saisir");
        Assert.Contains("Vous ne faites plus partie du Potager des Voisins.", awa.Screen[^1].Text!, StringComparison.Ordinal);
        await claire.PressAsync("Confier", ("personne", "Paul"));
        Assert.Equal(house.Somebody("Paul").Person, (await house.DossierAsync()).Find(kept.Id)!.Keeper!.Person);
        Assert.True(room > 0);
    }

    [Fact]
    public async Task Told_twice_it_counts_once_and_strangers_leave_no_trace()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis du quartier", ("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        var claire = house.Somebody("Claire");
        await AttachAsync(claire);
        claire.Place = Somewhere.Channel;
        await Somebody.TakeOffAsync(claire, "Awa");
        var kept = await house.KeptAsync();
        var heard = house.Way.Said.All.Count;

        await Somebody.TakeOffAsync(claire, "Awa");
        await Somebody.TakeOffAsync(claire, "Inconnue");

        Assert.Equal(kept, await house.KeptAsync());
        Assert.Equal(heard, house.Way.Said.All.Count);
        Assert.Empty(await house.Table.RangeAsync($"person|{house.Somebody("Inconnue").Person.Key}", "", "~", Cancellation));
    }

    [Fact]
    public async Task The_only_coordinator_stays_and_is_asked_to_hand_over()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis du quartier", ("Claire", Role.Coordinator), ("Gérard", Role.Board));
        var (claire, gérard) = (house.Somebody("Claire"), house.Somebody("Gérard"));
        await AttachAsync(claire);
        await gérard.SayAsync("bonjour");
        gérard.Place = Somewhere.Channel;
        await Somebody.TakeOffAsync(gérard, "Claire");
        gérard.Place = Somewhere.Alone;

        Assert.NotNull((await RosterAsync(house)).Find(claire.Person));
        Assert.Contains("l’équipe Teams des Amis du quartier, et vous en tenez toujours la coordination", claire.Screen[^1].Text!, StringComparison.Ordinal);
        Assert.Equal(["Passer la main"], claire.Screen[^1].Taps);
        Assert.Contains("Claire n’est plus dans l’équipe Teams", gérard.Screen[^1].Text!, StringComparison.Ordinal);
        await claire.SayAsync("passer la main");
        await claire.PressAsync("Passer la main", ("personne", "Gérard"));
        Assert.Equal(gérard.Person, Assert.Single((await RosterAsync(house)).Coordinators).Person);
    }

    [Fact]
    public async Task Where_the_bot_itself_is_taken_off_nobody_leaves()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis du quartier", ("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        var claire = house.Somebody("Claire");
        await AttachAsync(claire);
        claire.Place = Somewhere.Channel;

        await Somebody.TakeOffAsync(claire, Somebody.Bot, "Awa");
        claire.Place = Somewhere.Alone;
        await Somebody.TakeOffAsync(claire, "Awa");

        Assert.NotNull((await RosterAsync(house)).Find(house.Somebody("Awa").Person));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, false, "")]
    [InlineData(HttpStatusCode.NotFound, true, "Awa a quitté Les Amis du quartier.")]
    [InlineData(HttpStatusCode.InternalServerError, false, "Awa n’est plus dans une équipe Teams des Amis du quartier, et garde sa place")]
    public async Task Who_is_in_another_room_of_the_association_stays_and_in_doubt_too(HttpStatusCode there, bool leaves, string told)
    {
        var connector = await Connector.OpenAsync();
        connector.Disturb = async http =>
        {
            if (http.Request.Method != "GET" || !http.Request.Path.Value!.Contains("/members/", StringComparison.Ordinal))
            {
                return false;
            }

            await FakeChannel.AnswerAsync(http, (int)there, there == HttpStatusCode.OK ? """{"id":"29:Awa","name":"Awa"}""" : """{"error":{"code":"x","message":"x"}}""");
            return true;
        };
        await using House house = new(await TeamsChannel.OpenAsync(new FakeTimeProvider(House.Monday), connector: connector));
        await house.SettleAsync("Les Amis du quartier", ("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        var claire = house.Somebody("Claire");
        await AttachAsync(claire);
        await AttachAsync(claire, Somewhere.Group);
        var heard = claire.Screen.Count;

        claire.Place = Somewhere.Channel;
        await Somebody.TakeOffAsync(claire, "Awa");
        claire.Place = Somewhere.Alone;

        Assert.Equal(leaves, (await RosterAsync(house)).Find(house.Somebody("Awa").Person) is null);
        Assert.Equal(told.Length > 0 ? heard + 1 : heard, claire.Screen.Count);
        Assert.Contains(told, claire.Screen[^1].Text!, StringComparison.Ordinal);
    }

    /// <summary>The room is about the association from then on; and Claire has a conversation of her own with the bot.</summary>
    private static async Task AttachAsync(Somebody claire, Somewhere where = Somewhere.Channel)
    {
        await claire.SayAsync("bonjour");
        claire.Place = where;
        await claire.SayAsync("rattacher");
        claire.Place = Somewhere.Alone;
    }

    private static ValueTask<Roster> RosterAsync(House house) => Roster.OpenAsync(house.Table, house.Association, Cancellation);
}
