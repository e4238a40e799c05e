using System.Text;
using System.Text.Json.Nodes;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Tests.Talks;

/// <summary>Buttons that somebody makes up, cards that are forwarded, and the longest indicator there can be.</summary>
public sealed class IndicatorsAtTheDoorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Awa", "indicator.pause")]
    [InlineData("Awa", "indicator.resume")]
    [InlineData("Awa", "indicator.open")]
    [InlineData("Awa", "indicator.correct")]
    [InlineData("Awa", "indicator.complete")]
    [InlineData("Awa", "indicator.keep-all")]
    [InlineData("Awa", "recognition.answer")]
    [InlineData("Awa", "recognition.list")]
    [InlineData("Yves", "indicator.pause")]
    [InlineData("Yves", "indicator.open")]
    [InlineData("Yves", "indicator.correct")]
    [InlineData("Yves", "indicator.complete")]
    [InlineData("Yves", "indicator.show")]
    [InlineData("Yves", "recognition.answer")]
    public async Task A_button_made_up_changes_nothing_that_its_person_may_not(string who, string kind)
    {
        await using var house = await HouseAsync();
        var indicator = (await house.DossierAsync()).Indicators[0];
        var before = await house.KeptAsync();

        await house.Somebody(who).SubmitAsync(Button(kind, indicator, ("champ", "e5-indicateurs.cible"), ("indicateur", indicator.Id.ToString())));

        Assert.Equal(before, await house.KeptAsync());
        Assert.DoesNotContain(house.Way.Said.All.Where(_ => who == "Yves").SelectMany(said => said.Card?.Lines ?? []), line => line.Contains(indicator.Name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("indicator.pause")]
    [InlineData("indicator.open")]
    [InlineData("indicator.correct")]
    [InlineData("indicator.complete")]
    public async Task Another_association_s_indicator_is_not_found(string kind)
    {
        await using var house = await HouseAsync();
        var theirs = (await house.ElsewhereAsync()).Indicators[0];
        var before = await house.KeptAsync();

        await house.Somebody("Claire").SubmitAsync(Button(kind, theirs, ("champ", "e5-indicateurs.qui")));

        Assert.Equal(before, await house.KeptAsync());
        Assert.Contains("Je ne trouve rien de ce nom", house.Way.Said.All[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_s_word_lies_beside_the_indicator_dated_once_however_often_it_is_given()
    {
        await using var house = await HouseAsync();
        var (claire, yves) = (house.Somebody("Claire"), house.Somebody("Yves"));
        var indicator = (await house.DossierAsync()).Indicators[0];
        await claire.SubmitAsync(Button("indicator.open", indicator));
        var opened = (await house.DossierAsync()).Find(indicator.Id)!;

        foreach (var answer in (string[])["oui", "non"])
        {
            await yves.SayAsync("indicateurs");
            await yves.SubmitAsync(Button("recognition.answer", indicator, ("indicateur", indicator.Id.ToString())));
            await yves.SayAsync(answer);
        }

        await yves.SayAsync("On compte des présences, pas des liens.");
        var recognition = Assert.Single(await new Recognitions(house.Table, house.Association).OfAsync(indicator.Id, Cancellation));
        Assert.Equal((Recognised.No, "On compte des présences, pas des liens.", 2, yves.Person), (recognition.Answer, recognition.Words, recognition.Version, recognition.By));
        Assert.Equal(DomainJson.Write(opened), DomainJson.Write((await house.DossierAsync()).Find(indicator.Id)!));
    }

    [Fact]
    public async Task Names_in_a_row_are_kept_nowhere_where_totals_alone_are_kept()
    {
        await using var house = await HouseAsync();
        var awa = house.Somebody("Awa");
        await awa.SayAsync("saisir");
        await awa.SayAsync("personnes isolées");

        await awa.SayAsync("Mme Vasseur, Paulette, Gilberte");

        Assert.Contains("un total seulement", house.Way.Said.All[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await house.Table.RangeAsync(Association.Partition(house.Association), "", "~", Cancellation), row => row.Json.Contains("Gilberte", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_longest_indicator_still_fits_its_card()
    {
        await using var house = await HouseAsync();
        var claire = house.Somebody("Claire");
        var long500 = Long(Texts.ShortText);
        var indicator = (await house.DossierAsync()).Indicators[0] with
        {
            Name = Long(Texts.Title),
            Kind = Kind.Scale,
            Levels = [.. Enumerable.Repeat(Long(60), 5)],
            Keeper = new(null, Long(Texts.Title)),
            Deputy = new(null, Long(Texts.Title)),
            Source = new(Found.Elsewhere, Long(Texts.Title)),
            Warning = long500,
            Follows = new(Id<Indicator>.New(), long500),
            Level = Level.Impact,
            OpenToPartners = true,
            Version = 2,
        };
        var change = (await house.DossierAsync()).Write(indicator);
        var partners = Enumerable.Range(0, 12).Select(number => new Recognition
        {
            Indicator = indicator.Id,
            By = new($"teams|{Somebody.Tenant}|partner-{number}"),
            Answer = Recognised.WithReservation,
            Words = long500,
            At = house.Clock.GetUtcNow().AddMinutes(number),
        });
        await house.Table.WriteAsync(Association.Partition(house.Association), [change, .. partners.Select(partner => SocialUtility.Domain.Storage.Change.Add(partner.Key, DomainJson.Write(partner)))], Cancellation);

        await claire.SubmitAsync(Button("indicator.show", indicator));

        var card = house.Way.Said.All[^1].Card!;
        Assert.InRange(Encoding.UTF8.GetByteCount(card.Json.ToJsonString()), 1000, 20_000);
    }

    /// <summary>As long as it may be, in French as people write it.</summary>
    private static string Long(int length) => string.Concat(Enumerable.Repeat("dit en entier, sans rien ôter, à l’été ", 20))[..length];

    private static async Task<House> HouseAsync()
    {
        var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer), ("Yves", Role.Partner));
        return house;
    }

    private static JsonObject Button(string kind, Indicator indicator, params (string Name, string Value)[] fields)
    {
        JsonObject button = new() { ["kind"] = kind, ["nonce"] = "n-1", ["v"] = indicator.Version, ["indicator"] = indicator.Id.ToString() };
        foreach (var (name, value) in fields)
        {
            button[name] = value;
        }

        return button;
    }
}
