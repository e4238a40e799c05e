using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Talks;

/// <summary>Who goes was entrusted with something: it finds somebody else, and the coordination is told.</summary>
public sealed class DepartureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_coordination_is_told_which_figures_have_no_keeper_any_more()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer), ("Paul", Role.Volunteer));
        var (claire, awa) = (house.Somebody("Claire"), house.Somebody("Awa"));
        await claire.SayAsync("bonjour");
        var indicators = (await house.DossierAsync()).Indicators;
        await EntrustAsync(house, indicators[0] with { Keeper = new(awa.Person), Deputy = null });
        await EntrustAsync(house, indicators[1] with { Keeper = new(awa.Person), Deputy = new(house.Somebody("Paul").Person) });

        await awa.SayAsync("je quitte l'association");
        Assert.Contains("Deux relevés vous étaient confiés", awa.Screen[^1].Text!, StringComparison.Ordinal);
        await awa.SayAsync("arrêter");

        var (told, card) = (claire.Screen[^2], claire.Screen[^1].Card!);
        Assert.Contains("Awa a quitté Le Potager des Voisins.", told.Text!, StringComparison.Ordinal);
        Assert.Contains(indicators[0].Name, told.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain(indicators[1].Name, told.Text!, StringComparison.Ordinal);
        Assert.Equal("Qui prend la suite ?", TranscriptText.Folded(card.Heading));
        Assert.Contains(card.Lines, line => line.Contains(indicators[0].Name, StringComparison.Ordinal));
        var now = await house.DossierAsync();
        Assert.Null(now.Find(indicators[0].Id)!.Keeper);
        Assert.Equal(house.Somebody("Paul").Person, now.Find(indicators[1].Id)!.Keeper!.Person);

        // One card finds them somebody, who is told; pressed again it changes nothing.
        await house.Somebody("Paul").SayAsync("bonjour");
        var (sent, pressed) = claire.Find("Confier", new Dictionary<string, string> { ["personne"] = "Paul" });
        await claire.SubmitAsync(pressed, sent);
        Assert.Equal(house.Somebody("Paul").Person, (await house.DossierAsync()).Find(indicators[0].Id)!.Keeper!.Person);
        Assert.Contains(indicators[0].Name, house.Somebody("Paul").Screen[^1].Text!, StringComparison.Ordinal);
        await claire.SubmitAsync(pressed, sent);
        Assert.Contains("ont déjà quelqu’un", claire.Screen[^1].Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_one_card_the_coordination_and_what_was_entrusted_go_to_the_same_person()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        var (claire, awa) = (house.Somebody("Claire"), house.Somebody("Awa"));
        var indicator = (await house.DossierAsync()).Indicators[0];
        await EntrustAsync(house, indicator with { Keeper = new(claire.Person) });

        await claire.SayAsync("je pars");
        await claire.PressAsync("Passer la main et partir", ("personne", "Awa"));

        Assert.Equal(awa.Person, (await house.DossierAsync()).Find(indicator.Id)!.Keeper!.Person);
        var roster = await Roster.OpenAsync(house.Table, house.Association, Cancellation);
        Assert.Equal(awa.Person, Assert.Single(roster.Coordinators).Person);
        Assert.Null(roster.Find(claire.Person));
        // What is kept of who has gone: nothing that names them.
        Assert.DoesNotContain(await house.KeptAsync(), row => row.Contains("\"name\":\"Claire\"", StringComparison.Ordinal));
    }

    private static async Task EntrustAsync(House house, Indicator indicator) =>
        await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Put(indicator.Key, DomainJson.Write(indicator))], Cancellation);
}
