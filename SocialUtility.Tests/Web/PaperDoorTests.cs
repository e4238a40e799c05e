using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Machine;
using SocialUtility.Tests.Talks;

namespace SocialUtility.Tests.Web;

/// <summary>The sheets with which an indicator is gathered by hand: one A4 each, no value and nobody on them.</summary>
[Trait("Deck", "D23")]
public sealed class PaperDoorTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sheet_of_an_indicator_is_found_from_the_chat()
    {
        await using var house = await OpenAsync("Les Amis <b>du</b> quartier");
        var indicator = await KeepAsync(house, "soc-lien-nouveaux");
        var awa = house.Somebody("Awa");

        await awa.SayAsync("outils");
        Assert.Contains("Feuille de présence", string.Join(" ", awa.Screen[^1].Card!.Lines), StringComparison.Ordinal);
        await awa.PressAsync("Voir la feuille", ("indicator", indicator.Id.ToString()));
        using var answer = await GetAsync(house, Address(awa.Screen[^1].Card!));
        var raw = await answer.Content.ReadAsStringAsync(Cancellation);
        var page = WebUtility.HtmlDecode(raw);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Les Amis &lt;b&gt;du&lt;/b&gt; quartier", raw, StringComparison.Ordinal);
        Assert.Contains("Première venue", page, StringComparison.Ordinal);
        Assert.Contains("On ne reporte que les totaux", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Awa", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reaches_another_sheet_by_changing_the_address()
    {
        await using var house = await OpenAsync("Les Amis");
        var (one, other) = (await KeepAsync(house, "soc-lien-nouveaux"), await KeepAsync(house, "env-alimentation-gaspillage"));
        var elsewhere = (await house.ElsewhereAsync()).Association.Id;
        var address = Of(house, one, Language.French);

        foreach (var forged in (string[])
        [
            address.Replace(one.Id.ToString(), other.Id.ToString(), StringComparison.Ordinal),
            address.Replace(house.Association.ToString(), elsewhere.ToString(), StringComparison.Ordinal),
            address.Replace("/papers/", "/sheets/", StringComparison.Ordinal),
            $"/papers/{house.Association}/{one.Id}/x",
            $"/papers/{house.Association}/{one.Id}",
        ])
        {
            using var answer = await GetAsync(house, forged);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_sensitive_indicator_has_no_line_for_a_name()
    {
        await using var house = await OpenAsync("Les Amis");
        var open = await KeepAsync(house, "env-sensibilisation-participations");
        var sensitive = await KeepAsync(house, "env-sensibilisation-participations", indicator => indicator with { Sensitive = true });

        Assert.Contains("Prénom ou initiale", await PageAsync(house, open, Language.French), StringComparison.Ordinal);
        var page = await PageAsync(house, sensitive, Language.French);
        Assert.DoesNotContain("Prénom ou initiale", page, StringComparison.Ordinal);
        Assert.Contains("sans nom ni prénom", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_sheet_is_one_A4_that_fits_a_phone()
    {
        await using var house = await OpenAsync("Association pour la promotion du jardinage partagé et de la convivialité dans les quartiers nord");
        var channel = (TeamsChannel)house.Way;
        var page = await chromium.PageAsync(390, 844, Cancellation);
        await using var closing = page.Context;
        var folder = Environment.GetEnvironmentVariable("SHEET_PICTURES");

        var all = ReferenceCatalogue.Instance.Criteria.SelectMany(criterion => criterion.Indicators).ToList();
        var fullest = all.GroupBy(one => PaperSheet.ForCatalogue(one.Id).Tool).SelectMany(tool => tool.OrderByDescending(one => one.Fr.Length + (PaperSheet.ForCatalogue(one.Id).Ask?.Fr.Length ?? 0)).Take(2));
        var inFrench = all.Where(one => PaperSheet.ForCatalogue(one.Id).Columns.Count > 1).Union(fullest).ToList();
        var inEnglish = inFrench.DistinctBy(one => PaperSheet.ForCatalogue(one.Id).Tool);
        foreach (var (reference, language) in inFrench.Select(one => (one, Language.French)).Concat(inEnglish.Select(one => (one, Language.English))))
        {
            var indicator = await KeepAsync(house, reference.Id);
            await page.GotoAsync(new Uri(channel.Address, Path(Of(house, indicator, language))).ToString());

            Assert.Contains(language == Language.English ? "lang=\"en\"" : "lang=\"fr\"", await page.ContentAsync(), StringComparison.Ordinal);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 390"), $"{reference.Id} is wider than a phone");
            if (folder is { Length: > 0 })
            {
                await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, $"paper-{reference.Id}-{language}.png"), FullPage = true });
                await page.SetViewportSizeAsync(794, 1123);
                await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, $"paper-{reference.Id}-{language}-a4.png"), FullPage = true });
                await page.SetViewportSizeAsync(390, 844);
            }

            Assert.True(Pages(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true })) == 1, $"{reference.Id} in {language} takes more than one A4");
        }
    }

    [Fact]
    public async Task Each_indicator_of_the_catalogue_has_its_sheet_with_its_name()
    {
        await using var house = await OpenAsync("Les Amis");
        foreach (var reference in ReferenceCatalogue.Instance.Criteria.SelectMany(criterion => criterion.Indicators))
        {
            var indicator = await KeepAsync(house, reference.Id);
            var ask = PaperSheet.ForCatalogue(reference.Id).Ask?.Fr ?? reference.Fr;
            Assert.Contains(ask[..Math.Min(ask.Length, 20)].Replace('\'', '’'), (await PageAsync(house, indicator, Language.French)).Replace('\'', '’'), StringComparison.Ordinal);
        }
    }

    private static async Task<House> OpenAsync(string name)
    {
        var channel = await TeamsChannel.OpenAsync(new(House.Monday), settings: new Dictionary<string, string?> { ["PublicUrl"] = "https://utilite.test" });
        await channel.Services.GetRequiredService<HouseKey>().ReadAsync(channel.Services.GetRequiredService<ITable>(), Cancellation);
        var house = new House(channel);
        await house.SettleAsync(name, ("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        return house;
    }

    /// <summary>The indicator as the association took it from the catalogue.</summary>
    private static async Task<Indicator> KeepAsync(House house, string code, Func<Indicator, Indicator>? otherwise = null)
    {
        var reference = ReferenceCatalogue.Instance.Indicator(code)!;
        Indicator indicator = new()
        {
            Id = Id<Indicator>.New(),
            Number = 1,
            Criterion = Id<Criterion>.New(),
            Name = reference.Fr,
            Unit = reference.UnitFr,
            Kind = reference.Kind,
            Direction = reference.Direction,
            Frequency = reference.Frequency,
            Aggregation = reference.Aggregation,
            Sensitive = reference.Sensitive,
            Catalogue = code,
            Author = house.Somebody("Claire").Person,
            Since = House.Monday,
        };
        indicator = otherwise?.Invoke(indicator) ?? indicator;
        await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Add(indicator.Key, DomainJson.Write(indicator))], Cancellation);
        return indicator;
    }

    private static string Of(House house, Indicator indicator, Language language) =>
        Path(((TeamsChannel)house.Way).Services.GetRequiredService<PaperAddress>().Of(house.Association, indicator.Id, language)!);

    private static async Task<string> PageAsync(House house, Indicator indicator, Language language)
    {
        using var answer = await GetAsync(house, Of(house, indicator, language));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static Task<HttpResponseMessage> GetAsync(House house, string address) => ((TeamsChannel)house.Way).SendAsync(HttpMethod.Get, Path(address), null, Cancellation);

    private static string Path(string address) => address.Replace("https://utilite.test", "", StringComparison.Ordinal);

    private static string Address(ShownCard card) => (string)card.Json["actions"]!.AsArray().Single(action => (string?)action!["type"] == "Action.OpenUrl")!["url"]!;

    private static int Pages(byte[] pdf) => System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b(?!s)");
}
