using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Spreadsheets;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Talks;

namespace SocialUtility.Tests.Spreadsheets;

/// <summary>A table taken from the page, filled in and sent back: first what would change, then all of it or nothing.</summary>
[Trait("Deck", "D22")]
public sealed partial class TableDoorTests
{
    private static readonly string[] Machine = ["su:criterion", "su:indicator", "su:period", "su:now", "su:value", "su:part", "su:whole", "su:state", "su:certainty", "su:context", "su:because", "su:proof", "su:key"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_chat_to_the_readings()
    {
        await using var house = await OpenAsync();
        var awa = house.Somebody("Awa");
        var (food, _) = await IndicatorsAsync(house);
        await awa.SayAsync("tableur");
        var page = Address(awa);

        var start = await PageAsync(house, HttpMethod.Get, page);
        Assert.Contains("1. Prendre le tableau", start, StringComparison.Ordinal);
        using var taken = await Channel(house).SendAsync(HttpMethod.Get, YearLink().Match(start).Groups[1].Value, null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Contains("releves-2026.xlsx", taken.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(Workbook.Read(await taken.Content.ReadAsByteArrayAsync(Cancellation)));

        var plan = await SendAsync(house, page, Table(Line(food, "2026-09", 0, "420"), Line(food, "2026-08", 1, "402", why: "pesée relue"), Line(food, "2025-13", 0, "1"), Line(food, "2026-07", 1, "9 000"))
            .ToFile(house.Association.ToString()));
        Assert.Contains("Voici ce qui changerait", plan, StringComparison.Ordinal);
        Assert.Contains("Un relevé nouveau", plan, StringComparison.Ordinal);
        Assert.Contains("Un relevé corrigé", plan, StringComparison.Ordinal);
        Assert.Contains("Une ligne à confirmer", plan, StringComparison.Ordinal);
        Assert.Contains("Je ne reconnais pas cette période", plan, StringComparison.Ordinal);
        Assert.Null(await FindAsync(house, food, "2026-09"));

        var written = await ConfirmAsync(house, page, plan);
        Assert.Contains("2 relevés sont notés", written.Replace("Deux", "2", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(new Reading.Figure(420), (await FindAsync(house, food, "2026-09"))!.Reading);
        var corrected = await FindAsync(house, food, "2026-08");
        Assert.Equal((new Reading.Figure(402), 2, "pesée relue"), (corrected!.Reading, corrected.Version, corrected.Because));
        Assert.Contains(await house.KeptAsync(), row => row.Contains("value.import", StringComparison.Ordinal));

        // A second click on the same page tells what the first one did, and writes nothing.
        var writes = house.Table.Writes;
        Assert.Contains("notés", await ConfirmAsync(house, page, plan), StringComparison.Ordinal);
        Assert.Equal(writes, house.Table.Writes);
    }

    [Fact]
    public async Task A_line_that_surprises_is_noted_only_when_it_is_ticked_with_a_word_of_why()
    {
        await using var house = await OpenAsync();
        var (food, _) = await IndicatorsAsync(house);
        var page = await AddressOfAsync(house, "Awa");
        var plan = await SendAsync(house, page, Table(Line(food, "2026-07", 1, "9000")).ToFile(house.Association.ToString()));

        var again = await ConfirmAsync(house, page, plan, ("sure", "3"));
        Assert.Contains("Dites en un mot pourquoi", again, StringComparison.Ordinal);
        Assert.Contains("checked", again, StringComparison.Ordinal);
        Assert.Equal(1, (await FindAsync(house, food, "2026-07"))!.Version);

        await ConfirmAsync(house, page, again, ("sure", "3"), ("why", "grande collecte"));
        var noted = (await FindAsync(house, food, "2026-07"))!;
        Assert.Equal((new Reading.Figure(9000), "grande collecte"), (noted.Reading, noted.Context));
    }

    [Fact]
    public async Task Nothing_is_written_where_something_was_noted_since_it_was_shown()
    {
        await using var house = await OpenAsync();
        var (food, _) = await IndicatorsAsync(house);
        var page = await AddressOfAsync(house, "Awa");
        var plan = await SendAsync(house, page, Table(Line(food, "2026-09", 0, "420"), Line(food, "2026-08", 1, "402", why: "pesée relue")).ToFile(house.Association.ToString()));
        await NoteAsync(house, food, "2026-09", 777, "Claire");

        var shown = await ConfirmAsync(house, page, plan);

        Assert.Contains("Quelque chose a changé depuis", shown, StringComparison.Ordinal);
        Assert.Contains("777", shown, StringComparison.Ordinal);
        Assert.Equal(1, (await FindAsync(house, food, "2026-08"))!.Version);
        Assert.Equal(new Reading.Figure(777), (await FindAsync(house, food, "2026-09"))!.Reading);
        Assert.Contains("notés", await ConfirmAsync(house, page, shown, ("sure", "3"), ("why", "recompté")), StringComparison.Ordinal);
        Assert.Equal(new Reading.Figure(420), (await FindAsync(house, food, "2026-09"))!.Reading);
    }

    [Fact]
    public async Task Two_people_who_note_at_the_same_moment_lose_nothing_and_none_is_half_written()
    {
        await using var house = await OpenAsync();
        var (food, _) = await IndicatorsAsync(house);
        var page = await AddressOfAsync(house, "Awa");
        var plan = await SendAsync(house, page, Table(Line(food, "2026-09", 0, "420"), Line(food, "2026-08", 1, "402", why: "pesée relue")).ToFile(house.Association.ToString()));
        house.Table.BeforeWriting = async partition =>
        {
            // Between the last look and the writing.
            house.Table.BeforeWriting = null;
            await NoteAsync(house, food, "2026-09", 777, "Claire");
        };

        var shown = await ConfirmAsync(house, page, plan);

        Assert.Contains("Quelque chose a changé depuis", shown, StringComparison.Ordinal);
        Assert.Equal(1, (await FindAsync(house, food, "2026-08"))!.Version);
    }

    [Fact]
    public async Task A_table_larger_than_one_batch_is_written_to_its_end_by_whoever_starts_next()
    {
        await using var house = await OpenAsync();
        var (food, _) = await IndicatorsAsync(house);
        var page = await AddressOfAsync(house, "Awa");
        List<(string, int, string)> lines = [.. Enumerable.Range(0, 150).Select(month => ($"{2014 + (month / 12)}-{(month % 12) + 1:00}", 0, "420"))];
        var plan = await SendAsync(house, page, Table([.. lines.Select(line => Line(food, line.Item1, line.Item2, line.Item3))]).ToFile(house.Association.ToString()));
        var before = house.Table.Writes;
        house.Table.BeforeWriting = _ =>
        {
            // The process ends after the mark, the confirmation and the first batch.
            if (house.Table.Writes == before + 3)
            {
                house.Table.Now = WatchedTable.Door.NoWriting;
                throw new StoreUnavailableException("The process ends here.");
            }

            return Task.CompletedTask;
        };
        Assert.Contains("Un instant", await ConfirmAsync(house, page, plan), StringComparison.OrdinalIgnoreCase);
        var half = await CountAsync(house, food);
        Assert.InRange(half, 20, 149);

        house.Table.BeforeWriting = null;
        house.Table.Now = WatchedTable.Door.Open;
        await Channel(house).Services.GetRequiredService<Importing>().ResumeAsync(Cancellation);

        Assert.Equal(150, await CountAsync(house, food));
        Assert.Empty(await house.Table.RangeAsync("imports", "", "\uffff", Cancellation));
        Assert.Contains("150 relevés sont notés", await ConfirmAsync(house, page, plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_is_one_persons_for_a_while_and_tells_nothing_to_others()
    {
        await using var house = await OpenAsync();
        await IndicatorsAsync(house);
        var first = await AddressOfAsync(house, "Awa");
        var second = await AddressOfAsync(house, "Awa");
        var elsewhere = (await house.ElsewhereAsync()).Association.Id;
        var path = second.Split('?')[0];

        foreach (var forged in (string[]) [first, path.Replace(house.Association.ToString(), elsewhere.ToString(), StringComparison.Ordinal), path[..^1] + (path[^1] == 'A' ? 'B' : 'A'), path[..path.LastIndexOf('/')] + "/x", path.Replace(house.Somebody("Awa").Person.Mark, house.Somebody("Claire").Person.Mark, StringComparison.Ordinal)])
        {
            using var answer = await Channel(house).SendAsync(HttpMethod.Get, forged, null, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Contains("1. Prendre", await PageAsync(house, HttpMethod.Get, second), StringComparison.Ordinal);
        Assert.DoesNotContain("Awa", second, StringComparison.Ordinal);
        house.Clock.Advance(TimeAddressLife);
        using var over = await Channel(house).SendAsync(HttpMethod.Get, second, null, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, over.StatusCode);
    }

    [Fact]
    public async Task A_file_from_elsewhere_gets_a_sentence_and_keeps_nothing()
    {
        await using var house = await OpenAsync();
        await IndicatorsAsync(house);
        var page = await AddressOfAsync(house, "Awa");
        var writes = house.Table.Writes;

        Assert.Contains("Je n’arrive pas à lire", await SendAsync(house, page, "pas un classeur"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("trop grand", await SendAsync(house, page, new byte[Workbook.MaxBytes + (1024 * 1024)]), StringComparison.Ordinal);
        Assert.Contains("d’une autre association", await SendAsync(house, page, Table().ToFile("ailleurs")), StringComparison.Ordinal);
        Assert.Contains("aucune case remplie", await SendAsync(house, page, Table().ToFile(house.Association.ToString())), StringComparison.Ordinal);
        Assert.Contains("Choisissez le fichier", await PageAsync(house, HttpMethod.Post, page, new MultipartFormDataContent { { new StringContent("x"), "autre" } }), StringComparison.Ordinal);
        Assert.Equal(writes, house.Table.Writes);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, new Uri(Channel(house).Address, page)) { Content = new MultipartFormDataContent() };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var client = new HttpClient();
        using var refused = await client.SendAsync(foreign, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static TimeSpan TimeAddressLife => TableAddress.Life + TimeSpan.FromMinutes(1);

    private static async Task<House> OpenAsync()
    {
        var channel = await TeamsChannel.OpenAsync(new(House.Monday), settings: new Dictionary<string, string?> { ["PublicUrl"] = "https://utilite.test" });
        await channel.Services.GetRequiredService<HouseKey>().ReadAsync(channel.Services.GetRequiredService<ITable>(), Cancellation);
        var house = new House(channel);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        return house;
    }

    /// <summary>The saved food, by month, with its readings of last summer put to 400 and 350.</summary>
    private static async Task<(Id<Indicator> Food, Indicator Indicator)> IndicatorsAsync(House house)
    {
        var food = (await house.DossierAsync()).Indicators.First(indicator => indicator.Unit == "kg");
        foreach (var row in await house.Table.RangeAsync(Association.Partition(house.Association), Measurement.Prefix, Row.After(Measurement.Prefix), Cancellation))
        {
            await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Delete(row.Key)], Cancellation);
        }

        await NoteAsync(house, food.Id, "2026-08", 400, "Claire");
        await NoteAsync(house, food.Id, "2026-07", 350, "Claire");
        return (food.Id, food);
    }

    private static async Task NoteAsync(House house, Id<Indicator> indicator, string period, decimal amount, string by)
    {
        Measurement noted = new() { Indicator = indicator, Period = At(period), Reading = new Reading.Figure(amount), By = house.Somebody(by).Person, At = House.Monday };
        await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Add(noted.Key, DomainJson.Write(noted))], Cancellation);
    }

    private static Period At(string period) => Period.TryParse(period, out var parsed) ? parsed : throw new ArgumentException(period);

    private static async Task<Measurement?> FindAsync(House house, Id<Indicator> indicator, string period) =>
        await house.Table.FindAsync(Association.Partition(house.Association), Measurement.KeyOf(indicator, At(period)), Cancellation) is { } row ? DomainJson.Read(row, DomainJson.Default.Measurement) : null;

    private static async Task<int> CountAsync(House house, Id<Indicator> indicator) =>
        (await house.Table.RangeAsync(Association.Partition(house.Association), Measurement.Prefix, Row.After(Measurement.Prefix), Cancellation)).Count(row => row.Key.Contains(indicator.ToString(), StringComparison.Ordinal) && !row.Key.EndsWith("2026-07", StringComparison.Ordinal) && !row.Key.EndsWith("2026-08", StringComparison.Ordinal));

    private static SavedBy Table(params string?[][] lines)
    {
        var table = SavedBy.LibreOffice.Line(1, Machine).Line(2, Machine);
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            table.Line(index + 3, line);
        }

        return table;
    }

    private static string?[] Line(Id<Indicator> indicator, string period, int seen, string value, string? why = null) =>
        [null, "Denrées", period, null, value, null, null, null, null, null, why, null, $"{indicator}|{period}|{seen}"];

    private static async Task<string> AddressOfAsync(House house, string who)
    {
        await house.Somebody(who).SayAsync("tableur");
        return Address(house.Somebody(who));
    }

    private static string Address(Somebody somebody) => ((string)somebody.Screen[^1].Card!.Json["actions"]!.AsArray().Single(action => (string?)action!["type"] == "Action.OpenUrl")!["url"]!).Replace("https://utilite.test", "", StringComparison.Ordinal);

    private static TeamsChannel Channel(House house) => (TeamsChannel)house.Way;

    private static Task<string> SendAsync(House house, string page, byte[] file) =>
        PageAsync(house, HttpMethod.Post, page, new MultipartFormDataContent { { new ByteArrayContent(file), "tableur", "releves.xlsx" } });

    private static Task<string> ConfirmAsync(House house, string page, string shown, params (string Name, string Value)[] fields) => PageAsync(
        house,
        HttpMethod.Post,
        page.Replace("?", "/confirm?", StringComparison.Ordinal),
        new FormUrlEncodedContent([new("form", FormField().Match(shown).Groups[1].Value), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]));

    private static async Task<string> PageAsync(House house, HttpMethod method, string path, HttpContent? body = null)
    {
        using var answer = await Channel(house).SendAsync(method, path, body, Cancellation);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [GeneratedRegex("name=\"form\" value=\"([0-9a-f]+)\"")]
    private static partial Regex FormField();

    [GeneratedRegex("href=\"(/tables/[^\"]+2026\\.xlsx[^\"]*)\"")]
    private static partial Regex YearLink();
}
