using System.Text;
using System.Text.Json.Nodes;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Tests.Talks;

/// <summary>Many voices, long ones and strange ones; forged buttons and double clicks.</summary>
public sealed class VoicesAtWorkTests
{
    private const int Budget = 20 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Texts => new()
    {
        { "usual", "On se parle en travaillant, et on revient le mercredi suivant." },
        { "long", string.Concat(Enumerable.Repeat("On se parle en travaillant. ", 140)) },
        { "one word", new string('a', 4000) },
        { "emoji", string.Concat(Enumerable.Repeat("👩‍🌾🍅", 500)) },
        { "Arabic", string.Concat(Enumerable.Repeat("نتكلم هنا ", 390)) },
        { "signs", string.Concat(Enumerable.Repeat("*_[]`<&~|\\\"", 360)) },
        { "lines", string.Concat(Enumerable.Repeat("ici\n", 900)) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Five_hundred_voices_are_read_to_the_last_on_cards_of_less_than_20_KB(string what, string text)
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        var voices = Enumerable.Range(0, 500).Select(number => Said($"{number} {text}", (Stakeholder)(number % 4), $"teams|t|{number % 60}")).ToList();
        await KeepAsync(house, voices);
        foreach (var reader in (Somebody[])[house.Somebody("Claire"), house.Somebody("Awa")])
        {
            var read = new HashSet<string>();
            await reader.SayAsync("paroles");
            while (true)
            {
                var card = reader.Screen[^1].Card!;
                Assert.True(Bytes(card) < Budget, $"{what}: {Bytes(card)} bytes");
                read.UnionWith(card.Lines.Select(TranscriptText.Folded).Where(line => line.StartsWith('«')).Select(line => line[1..].Trim().Split(' ')[0]));
                if (!card.Buttons.Contains("Suite"))
                {
                    break;
                }

                await reader.PressAsync("Suite");
            }

            Assert.Equal(500, read.Count(number => int.TryParse(number, out _)));
        }
    }

    [Fact]
    public async Task A_long_voice_is_read_to_its_last_word()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator));
        var text = string.Concat(Enumerable.Range(0, 400).Select(number => $"mot{number} 🍅 ")).Trim();
        var voice = Said(text, Stakeholder.Volunteers, "teams|t|1");
        await KeepAsync(house, [voice]);
        var claire = house.Somebody("Claire");
        await claire.SayAsync("paroles");
        await claire.PressAsync("Lire en entier", ("parole", voice.Id.ToString()));
        var read = "";
        for (var part = 0; part < 5; part++)
        {
            read += string.Concat(claire.Screen[^1].Card!.Lines.Where(line => line.StartsWith('«')).Select(line => line.Trim('«', '»', '\u00A0', ' ')));
            if (!claire.Screen[^1].Card!.Buttons.Contains("Suite"))
            {
                break;
            }

            await claire.PressAsync("Suite");
        }

        Assert.Contains("mot399", read, StringComparison.Ordinal);
        Assert.Contains("mot200", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_touches_what_is_not_theirs()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator), ("Awa", Role.Volunteer), ("Yves", Role.Partner));
        var elsewhere = (await house.ElsewhereAsync()).Association.Id;
        var theirs = Said("Ailleurs.", Stakeholder.Volunteers, "teams|elsewhere|somebody");
        await house.Table.WriteAsync(Association.Partition(elsewhere), [Change.Add(theirs.Key, DomainJson.Write(theirs))], Cancellation);
        var ours = Said("Ici.", Stakeholder.Volunteers, house.Somebody("Claire").Person.Key);
        await KeepAsync(house, [ours]);
        var kept = await house.KeptAsync();
        foreach (var who in (string[])["Awa", "Yves", "Claire"])
        {
            foreach (var kind in (string[])["voice.read", "voice.correct", "voice.withdraw"])
            {
                foreach (var id in (string[])[theirs.Id.ToString(), who == "Claire" ? "" : ours.Id.ToString(), "x|y", "../..", new('a', 4000)])
                {
                    await house.Somebody(who).SubmitAsync(new JsonObject { ["kind"] = kind, ["parole"] = id, ["nonce"] = "n-1", ["v"] = 1, ["page"] = "999999999" });
                    Assert.Contains("Je ne trouve rien de ce nom", TranscriptText.Folded(house.Somebody(who).Screen[^1].Text ?? ""), StringComparison.Ordinal);
                }
            }
        }

        Assert.Equal(kept, await house.KeptAsync());
    }

    [Fact]
    public async Task A_partner_types_no_sheets_and_reads_no_voices()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator), ("Yves", Role.Partner));
        await KeepAsync(house, [.. Enumerable.Range(0, 9).Select(number => Said("Ici.", Stakeholder.Volunteers, $"teams|t|{number}"))]);
        var kept = await house.KeptAsync();
        var yves = house.Somebody("Yves");
        foreach (var kind in (string[])["sheet.keep", "sheet.grid", "sheet.show", "reported-voice.begin", "voices.list"])
        {
            await yves.SubmitAsync(new JsonObject { ["kind"] = kind, ["nonce"] = "n-1", ["v"] = 1, ["mots1"] = "Ici.", ["qui1"] = "Volunteers" });
            Assert.Contains("Cela se décide par", TranscriptText.Folded(yves.Screen[^1].Text ?? ""), StringComparison.Ordinal);
        }

        Assert.Equal(kept, await house.KeptAsync());
    }

    [Theory]
    [InlineData(Way.Within)]
    [InlineData(Way.Teams)]
    public async Task A_grid_sent_four_times_at_once_is_kept_once(Way way)
    {
        await using var house = await House.OpenAsync(way);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        var awa = house.Somebody("Awa");
        await awa.SayAsync("grille");
        var (card, sent) = awa.Find("Garder ces paroles", new Dictionary<string, string> { ["mots1"] = "On rit.", ["qui1"] = "Neighbours", ["mots2"] = "On apprend.", ["qui2"] = "YoungPeople" });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => awa.SubmitAsync(sent, card)));

        Assert.Equal(2, (await VoicesAsync(house)).Count);
    }

    [Fact]
    public async Task Of_a_grid_with_strange_fields_what_is_fit_is_kept_and_the_rest_comes_back_as_it_was()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        var awa = house.Somebody("Awa");
        var tooLong = string.Concat(Enumerable.Repeat("🍅 ", 900));
        await awa.SubmitAsync(new JsonObject
        {
            ["kind"] = "sheet.keep", ["nonce"] = "forged", ["v"] = 7,
            ["mots1"] = "On rit.", ["qui1"] = "Neighbours", ["question1"] = "e0-decider.pourquoi",
            ["mots2"] = "Sans groupe.", ["qui2"] = "99",
            ["mots3"] = tooLong, ["qui3"] = "Families",
            ["mots4"] = "", ["qui4"] = "Board",
            ["mots5"] = "Elle est au 06 12 34 56 78.", ["qui5"] = "Families",
            ["mots6"] = "Tout le monde a le 06 12 34 56 78.", ["qui6"] = "Families", ["garder6"] = "true",
            ["mots11"] = "Une ligne de trop.", ["qui11"] = "Families",
        });

        Assert.Equal(["On rit.", "Tout le monde a le 06 12 34 56 78."], (await VoicesAsync(house)).Select(voice => voice.Text).Order(StringComparer.Ordinal));
        Assert.All(await VoicesAsync(house), voice => Assert.True(voice.Reported && voice.QuotedAs is null && VoiceQuestions.Exists(voice.Question)));
        var back = string.Join('\n', awa.Screen.SelectMany(said => said.Card?.Lines ?? []));
        foreach (var line in (string[])["= Sans groupe.", $"= {tooLong.Trim()}", "= Board", "= Elle est au 06 12 34 56 78."])
        {
            Assert.Contains(line, back, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ten_long_lines_that_come_back_make_cards_of_less_than_20_KB()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator));
        var claire = house.Somebody("Claire");
        JsonObject sent = new() { ["kind"] = "sheet.keep", ["nonce"] = "n", ["v"] = 1 };
        for (var number = 1; number <= SheetLine.MostLines; number++)
        {
            sent[$"mots{number}"] = $"{number} " + new string('é', 1500);
        }

        await claire.SubmitAsync(sent);

        var cards = claire.Screen.Select(said => said.Card!).ToList();
        Assert.All(cards, card => Assert.InRange(Bytes(card), 1, Budget));
        Assert.Equal(SheetLine.MostLines, cards.SelectMany(card => card.Lines).Count(line => line.Contains("ééé", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_empty_grid_is_small_and_a_correction_of_somebody_who_left_nothing_writes_nothing()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator));
        var claire = house.Somebody("Claire");
        await claire.SayAsync("grille");
        Assert.InRange(Bytes(claire.Screen[^1].Card!), 1, Budget);
        var kept = await house.KeptAsync();

        await claire.PressAsync("Garder ces paroles");

        Assert.Contains("La grille est vide.", claire.Screen[^1].Text, StringComparison.Ordinal);
        Assert.Equal(kept, await house.KeptAsync());
    }

    [Fact]
    [Trait("Deck", "D11")]
    public async Task A_volunteer_contributes_in_six_messages_and_the_next_list_counts_it_without_naming_them()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        string[] messages = ["parole", "bénévole", "On apprend à s’attendre.", "passer", "passer", "non"];
        foreach (var message in messages)
        {
            await house.Somebody("Awa").SayAsync(message);
        }

        var voice = Assert.Single(await VoicesAsync(house));
        Assert.Equal((Stakeholder.Volunteers, (string?)null, "On apprend à s’attendre."), (voice.Kind, voice.QuotedAs, voice.Text));
        await house.Somebody("Claire").SayAsync("paroles");
        var shown = string.Join('\n', house.Somebody("Claire").Screen[^1].Card!.Lines);
        Assert.Contains("On apprend", shown, StringComparison.Ordinal);
        Assert.Contains("Une personne", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Awa", shown, StringComparison.Ordinal);
    }

    private static int Bytes(ShownCard card) => Encoding.UTF8.GetByteCount(card.Json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    private static Voice Said(string text, Stakeholder kind, string by) =>
        new() { Id = Id<Voice>.New(), Text = text, Question = VoiceQuestions.Usual, Kind = kind, WrittenBy = new(by), Day = new(2026, 11, 23) };

    private static async Task KeepAsync(House house, IReadOnlyList<Voice> voices)
    {
        foreach (var some in voices.Chunk(20))
        {
            await house.Table.WriteAsync(Association.Partition(house.Association), [.. some.Select(voice => Change.Add(voice.Key, DomainJson.Write(voice)))], Cancellation);
        }
    }

    private static async Task<IReadOnlyList<Voice>> VoicesAsync(House house) => (await VoiceBook.OpenAsync(house.Table, house.Association, Cancellation)).Standing;
}
