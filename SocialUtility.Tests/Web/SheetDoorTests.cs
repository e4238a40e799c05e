using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Machine;
using SocialUtility.Tests.Talks;

namespace SocialUtility.Tests.Web;

/// <summary>The sheet to print, for those without a screen: one A4, nothing of anybody on it, and no other association's.</summary>
public sealed class SheetDoorTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Deck", "D44")]
    public async Task Its_address_is_given_in_the_chat_and_shows_the_name_and_the_questions()
    {
        await using var house = await OpenAsync("Les Amis <b>du</b> quartier & Cie");
        var awa = house.Somebody("Awa");
        await awa.SayAsync("feuille");
        var address = Address(awa.Screen[^1].Card!);

        using var answer = await GetAsync(house, address);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<html lang=\"fr\">", page, StringComparison.Ordinal);
        Assert.Contains("Les Amis &lt;b&gt;du&lt;/b&gt; quartier &amp; Cie", page, StringComparison.Ordinal);
        Assert.Contains("Ce qui marche moins bien", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Awa", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("noindex", string.Join(' ', answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var english = await GetAsync(house, address.Replace("lang=fr", "lang=en", StringComparison.Ordinal));
        Assert.Contains("Place and date:", await english.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reaches_another_association_by_changing_the_address()
    {
        await using var house = await OpenAsync("Les Amis");
        var elsewhere = (await house.ElsewhereAsync()).Association.Id;
        await house.Somebody("Awa").SayAsync("feuille");
        var address = Address(house.Somebody("Awa").Screen[^1].Card!);
        var own = house.Association.ToString();

        foreach (var forged in (string[])[address.Replace(own, elsewhere.ToString(), StringComparison.Ordinal), $"/sheets/{own}/x", $"/sheets/{own}/", $"/sheets/{own}", "/sheets/..%2f..%2fx/y", address.Replace("/sheets/", "/pictures/", StringComparison.Ordinal)])
        {
            using var answer = await GetAsync(house, forged);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        // An association that has left leaves no sheet.
        var stored = await house.Table.RangeAsync(Association.Partition(house.Association), "", "~", Cancellation);
        await house.Table.WriteAsync(Association.Partition(house.Association), [.. stored.Select(row => Change.Delete(row.Key))], Cancellation);
        using var gone = await GetAsync(house, address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task It_is_one_page_of_A4_and_fits_a_phone(string language)
    {
        await using var house = await OpenAsync("Association pour la promotion du jardinage partagé et de la convivialité dans les quartiers nord");
        await house.Somebody("Awa").SayAsync("feuille");
        var channel = (TeamsChannel)house.Way;
        var page = await chromium.PageAsync(390, 844, Cancellation);
        await using var closing = page.Context;

        await page.GotoAsync(new Uri(channel.Address, Path(Address(house.Somebody("Awa").Screen[^1].Card!)).Replace("lang=fr", $"lang={language}", StringComparison.Ordinal)).ToString());

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 390"), "wider than a phone");
        Assert.True(await page.EvaluateAsync<bool>("document.styleSheets.length === 1 && document.styleSheets[0].cssRules.length > 5"), "without its style");
        if (Environment.GetEnvironmentVariable("SHEET_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, $"sheet-{language}-390.png"), FullPage = true });
            await page.PdfAsync(new() { Path = System.IO.Path.Combine(folder, $"sheet-{language}.pdf"), PreferCSSPageSize = true, PrintBackground = true });
        }

        Assert.Equal(1, Pages(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true })));
    }

    private static async Task<House> OpenAsync(string name)
    {
        var channel = await TeamsChannel.OpenAsync(new(House.Monday), settings: new Dictionary<string, string?> { ["PublicUrl"] = "https://utilite.test" });
        await channel.Services.GetRequiredService<HouseKey>().ReadAsync(channel.Services.GetRequiredService<ITable>(), Cancellation);
        var house = new House(channel);
        await house.SettleAsync(name, ("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        return house;
    }

    private static Task<HttpResponseMessage> GetAsync(House house, string address) => ((TeamsChannel)house.Way).SendAsync(HttpMethod.Get, Path(address), null, Cancellation);

    private static string Path(string address) => address.Replace("https://utilite.test", "", StringComparison.Ordinal);

    private static string Address(ShownCard card) => (string)card.Json["actions"]!.AsArray().Single(action => (string?)action!["type"] == "Action.OpenUrl")!["url"]!;

    private static int Pages(byte[] pdf) => System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b(?!s)");
}
