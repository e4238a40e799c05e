using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Talks;

namespace SocialUtility.Tests.Web;

/// <summary>« arbre »: the picture on the card, and the page that somebody outside reads it on.</summary>
public sealed partial class TreeDoorTests
{
    private const string Public = "https://bot.example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Deck", "D13")]
    public async Task Who_has_the_address_reads_which_actions_serve_objective_2_and_how_one_would_know()
    {
        await using var house = await Asked.OpenAsync();
        var page = await house.GetAsync(await house.AddressAsync());
        var html = await page.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var lines = Lines(html);
        var second = lines.FindIndex(line => line.StartsWith("Objectif O2 : Sauver du gaspillage", StringComparison.Ordinal));
        Assert.Equal(["Action A2 : Glanage et distribution", "Critère C2 : « Manger bien sans se cacher »"], lines[(second + 1)..(second + 3)]);
        Assert.StartsWith("Indicateur : Denrées sauvées du gaspillage — 3 510 kg (départ 2 600 · cible 4 000 · estimé)", lines[second + 3], StringComparison.Ordinal);

        // The picture says the same, in the page and without a script.
        Assert.Contains("A2 · Glanage et distribution</text>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("default-src 'none'; style-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("noindex, nofollow", page.Headers.GetValues("X-Robots-Tag").Single());
    }

    [Fact]
    [Trait("Deck", "D07")]
    public async Task The_card_shows_the_picture_and_keeps_the_text()
    {
        await using var house = await Asked.OpenAsync();
        var card = await house.CardAsync();
        var image = Assert.Single(Elements(card.Json, "Image"));

        Assert.Equal("1 finalité, 3 objectifs, 4 actions dont 1 à relier, 3 critères, 5 indicateurs. Le même contenu existe en texte indenté.", (string?)image["altText"]);
        var lines = card.Lines.Select(line => line.Replace('\u00A0', ' ')).ToList();
        Assert.Contains(lines, line => line.Contains("Action A2 : Glanage et distribution", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("jusqu’au 23 décembre 2026", StringComparison.Ordinal));
        using var picture = await house.GetAsync(Path((string)image["url"]!));
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        using var drawn = SKBitmap.Decode(await picture.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(780, drawn.Width);
    }

    [Fact]
    public async Task With_more_than_twelve_actions_each_objective_has_its_own_picture()
    {
        await using var house = await Asked.OpenAsync();
        var objective = (await house.House.DossierAsync()).Objectives[0];
        await house.KeepAsync([.. Enumerable.Range(1, 12).Select(number => An.Action with { Id = Id<SocialAction>.Parse($"more-{number}"), Name = $"Action de plus {number}", Number = 10 + number, Links = [new(objective.Id, null)] })]);
        var card = await house.CardAsync();
        var images = Elements(card.Json, "Image").ToList();

        Assert.Equal(3, images.Count);
        Assert.StartsWith("Objectif O1, 14 actions, 1 critère, 3 indicateurs.", (string?)images[0]["altText"], StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(card.Json.ToJsonString()) < 20_000);
        foreach (var image in images)
        {
            using var picture = await house.GetAsync(Path((string)image["url"]!));
            Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        }
    }

    [Fact]
    public async Task Where_no_public_address_is_known_the_card_is_text_alone()
    {
        await using var house = await Asked.OpenAsync(address: null);
        var card = await house.CardAsync();

        Assert.Empty(Elements(card.Json, "Image"));
        Assert.DoesNotContain("Voir l’arbre en grand", card.Buttons);
        Assert.Contains(card.Lines, line => line.Contains("Glanage et distribution", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("arbre.svg", "image/svg+xml")]
    [InlineData("arbre.png", "image/png")]
    [InlineData("telephone.svg", "image/svg+xml")]
    [InlineData("telephone.png", "image/png")]
    [InlineData("telephone-O2.png", "image/png")]
    [InlineData("arbre.txt", "text/plain")]
    public async Task Each_file_is_there_to_keep(string file, string type)
    {
        await using var house = await Asked.OpenAsync();
        using var answer = await house.GetAsync($"{await house.AddressAsync()}/{file}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        switch (type)
        {
            case "image/svg+xml":
                Assert.Equal("img", XElement.Parse(Encoding.UTF8.GetString(bytes)).Attribute("role")!.Value);
                break;
            case "image/png":
                Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
                break;
            default:
                Assert.Contains("\n    Action A2\u00A0: Glanage et distribution\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
                break;
        }
    }

    [Theory]
    [InlineData("arbre-2.svg")]
    [InlineData("arbre-0.png")]
    [InlineData("arbre.exe")]
    [InlineData("telephone-O9.png")]
    [InlineData("telephone-..%2F.png")]
    [InlineData("autre.txt")]
    public async Task A_file_that_there_is_not_is_not_found(string file)
    {
        await using var house = await Asked.OpenAsync();
        using var answer = await house.GetAsync($"{await house.AddressAsync()}/{file}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_address_cannot_be_guessed_nor_edited_to_another_association_year_language_or_day()
    {
        await using var house = await Asked.OpenAsync();
        var other = (await house.House.ElsewhereAsync()).Association.Id;
        var address = await house.AddressAsync();
        var parts = address.Split('/');
        var (name, signature) = (parts[2], parts[3]);
        var named = name.Split('_');
        string[] edited =
        [
            $"/trees/{other}_{named[1]}_{named[2]}_{named[3]}/{signature}",
            $"/trees/{named[0]}_2025_{named[2]}_{named[3]}/{signature}",
            $"/trees/{named[0]}_{named[1]}_en_{named[3]}/{signature}",
            $"/trees/{named[0]}_{named[1]}_{named[2]}_{long.Parse(named[3], System.Globalization.CultureInfo.InvariantCulture) + 9_000_000}/{signature}",
            $"/trees/{name}/{new string('A', signature.Length)}",
            $"/trees/{name}/x",
            $"/trees/{name}/%C3%A9",
            $"/trees/x/{signature}",
            $"/pictures/{name}/{signature}.png",
        ];
        foreach (var path in edited)
        {
            using var page = await house.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
            using var file = await house.GetAsync(path + "/arbre.txt");
            Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        }
    }

    [Fact]
    [Trait("Deck", "D13")]
    public async Task The_card_says_in_words_what_the_picture_and_the_page_say()
    {
        await using var house = await Asked.OpenAsync();
        var card = await house.CardAsync();
        using var page = await house.GetAsync(Path((string)Elements(card.Json, "Action.OpenUrl").Single()["url"]!) + "/arbre.txt");
        var text = (await page.Content.ReadAsStringAsync(Cancellation)).Replace('\u00A0', ' ');
        var said = string.Join('\n', card.Lines).Replace('\u00A0', ' ');

        var indicators = text.Split('\n').Where(line => line.TrimStart().StartsWith("Indicateur", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
        Assert.NotEmpty(indicators);
        Assert.All(indicators, line => Assert.Contains(line, said, StringComparison.Ordinal));
        Assert.Contains(text.Split('\n')[1], said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_is_taken_back_before_its_time_and_the_others_stay()
    {
        await using var house = await Asked.OpenAsync();
        var first = await house.AddressAsync();
        house.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await house.AddressAsync();
        var claire = house.House.Somebody("Claire");
        Assert.NotEqual(first, second);

        await claire.PressAsync("Retirer l’adresse");

        Assert.Contains("cette adresse ne montre plus rien", claire.Screen[^1].Text!, StringComparison.Ordinal);
        foreach (var ending in (string[])["", "/arbre.png", "/telephone.png", "/arbre.txt"])
        {
            using var gone = await house.GetAsync(second + ending);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
            using var stays = await house.GetAsync(first + ending);
            Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        }

        // The card in its place leads nowhere any more, and another « arbre » gives a new address.
        Assert.Empty(Elements(claire.Screen.Last(one => one.Card is not null).Card!.Json, "Action.OpenUrl"));
        house.House.Clock.Advance(TimeSpan.FromMinutes(1));
        using var next = await house.GetAsync(await house.AddressAsync());
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Who_may_not_take_an_address_back_is_told_and_another_association_s_is_not_known()
    {
        await using var house = await Asked.OpenAsync();
        var address = await house.AddressAsync();
        var claire = house.House.Somebody("Claire");
        var (card, sent) = claire.Find("Retirer l’adresse");
        await house.House.JoinAsync("Le Potager des Voisins", ("Awa", Role.Volunteer));
        await house.House.Somebody("Awa").SubmitAsync(sent, card);
        var forged = sent.DeepClone();
        forged["adresse"] = $"{(await house.House.ElsewhereAsync()).Association.Id}_2026_fr_1800000000";
        await claire.SubmitAsync(forged, card);

        using var stays = await house.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        Assert.DoesNotContain(await house.House.KeptAsync(), row => row.StartsWith("tree-closed|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_has_run_out_says_so_and_shows_nothing()
    {
        await using var house = await Asked.OpenAsync();
        var address = await house.AddressAsync();
        house.House.Clock.Advance(TimeSpan.FromDays(31));
        using var page = await house.GetAsync(address);
        using var file = await house.GetAsync(address + "/arbre.png");

        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, file.StatusCode);
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Demandez-en une autre", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Potager", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_the_client_has_is_not_sent_again_and_a_changed_tree_is()
    {
        await using var house = await Asked.OpenAsync();
        var address = await house.AddressAsync() + "/arbre.svg";
        using var first = await house.GetAsync(address);
        var mark = first.Headers.ETag!.ToString();
        using var again = await house.GetAsync(address, mark);
        await house.KeepAsync(An.Action with { Id = Id<SocialAction>.Parse("new"), Name = "Une action de plus", Number = 9 });
        using var changed = await house.GetAsync(address, mark);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task The_page_is_in_the_language_of_who_asked()
    {
        await using var house = await Asked.OpenAsync(locale: "en-GB");
        var html = await (await house.GetAsync(await house.AddressAsync())).Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("Read the tree as text", html, StringComparison.Ordinal);
        Assert.Contains("Objectives — what we want", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_is_shown_as_words_and_never_run()
    {
        await using var house = await Asked.OpenAsync();
        await house.KeepAsync(An.Action with { Id = Id<SocialAction>.Parse("hostile"), Name = "<script>alert(1)</script><img src=x onerror=alert(1)>", Number = 9 });
        var address = await house.AddressAsync();
        var html = await (await house.GetAsync(address)).Content.ReadAsStringAsync(Cancellation);
        var svg = await (await house.GetAsync(address + "/arbre.svg")).Content.ReadAsStringAsync(Cancellation);

        Assert.All((string[])[html, svg], shown =>
        {
            Assert.DoesNotContain("<script", shown, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", shown, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static string Path(string url) => url[Public.Length..];

    private static List<string> Lines(string html) =>
        [.. Item.Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["text"].Value).Replace('\u00A0', ' '))];

    private static IEnumerable<JsonObject> Elements(JsonNode node, string type) => node switch
    {
        JsonObject one => ((string?)one["type"] == type ? [one] : Array.Empty<JsonObject>()).Concat(one.SelectMany(pair => pair.Value is { } value ? Elements(value, type) : [])),
        JsonArray many => many.SelectMany(item => item is null ? [] : Elements(item, type)),
        _ => [],
    };

    [GeneratedRegex("<li>(?<text>[^<]+)")]
    private static partial Regex Item { get; }

    /// <summary>The whole program, with the worked example, and Claire who asks for its tree.</summary>
    private sealed class Asked(TeamsChannel channel, House house) : IAsyncDisposable
    {
        public House House => house;

        public static async Task<Asked> OpenAsync(string? address = Public, string locale = "fr-FR")
        {
            var channel = await TeamsChannel.OpenAsync(new FakeTimeProvider(House.Monday), settings: new Dictionary<string, string?> { ["PublicUrl"] = address });
            House house = new(channel);
            await house.SettleExampleAsync(("Claire", Role.Coordinator));
            house.Somebody("Claire").Locale = locale;
            Asked asked = new(channel, house);
            // The first one who comes makes the house's key.
            (await asked.GetAsync("/trees/x/y")).Dispose();
            return asked;
        }

        public async Task<ShownCard> CardAsync()
        {
            var claire = house.Somebody("Claire");
            await claire.SayAsync(claire.Locale.StartsWith("en", StringComparison.Ordinal) ? "tree" : "arbre");
            return claire.Screen.Last(said => said.Card is not null).Card!;
        }

        public async Task<string> AddressAsync() => Path((string)Elements((await CardAsync()).Json, "Action.OpenUrl").Single()["url"]!);

        public async Task<HttpResponseMessage> GetAsync(string path, string? known = null)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, new Uri(channel.Address, path));
            if (known is not null)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", known);
            }

            using HttpClient http = new();
            return await http.SendAsync(request, Cancellation);
        }

        public Task KeepAsync(params Entry[] entries) =>
            house.Table.WriteAsync(Association.Partition(house.Association), [.. entries.Select(entry => Change.Put(entry.Key, DomainJson.Write(entry)))], Cancellation).AsTask();

        public ValueTask DisposeAsync() => channel.DisposeAsync();
    }
}
