using System.Text;
using System.Text.Json.Nodes;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Tests.Talks;

/// <summary>A meeting as it really goes: all at once on one card, on cards that are old, forged, long.</summary>
public sealed class MeetingAtWorkTests
{
    private const int Budget = 20 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_people_who_answer_on_one_card_at_once_are_all_heard_each_with_a_line_of_the_journal()
    {
        await using var house = await House.OpenAsync(Way.Within);
        var people = Enumerable.Range(0, 30).Select(number => $"Voix{number}").ToList();
        await house.SettleExampleAsync([("Claire", Role.Coordinator), .. people.Select(name => (name, Role.Volunteer))]);
        await TableAsync(house.Somebody("Claire"));

        await Task.WhenAll(people.SelectMany(name => (int[])[0, 1], (name, _) =>
        {
            var somebody = house.Somebody(name);
            somebody.Place = Somewhere.Channel;
            // A phone and a computer, at the same time.
            return somebody.PressAsync("Noter", ("reponse", $"Ce que {name} a vu"));
        }));

        var remarks = (await BookAsync(house)).Remarks(2026, (await house.DossierAsync()).Criteria[0].Id);
        Assert.Equal(people.Select(name => $"Ce que {name} a vu").Order(StringComparer.Ordinal), remarks.Select(remark => remark.Text).Order(StringComparer.Ordinal));
        Assert.Equal(30, (await house.KeptAsync()).Count(row => row.StartsWith("journal|", StringComparison.Ordinal) && row.Contains("|meeting.remark|", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task On_an_old_card_the_second_sees_both_and_nothing_is_overwritten()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Sophie", Role.Coordinator));
        var claire = house.Somebody("Claire");
        var sophie = house.Somebody("Sophie");
        await TableAsync(claire);
        await claire.PressAsync("Question suivante");
        sophie.Place = Somewhere.Channel;
        var (card, old) = claire.Find("Noter", new Dictionary<string, string> { ["reponse"] = "Le bus" });

        await claire.PressAsync("Noter", ("reponse", "Les repas"));
        await sophie.SubmitAsync(old, card);

        Assert.Equal("Les repas", (await ConclusionAsync(house)).Why);
        sophie.Place = Somewhere.Alone;
        Assert.Contains("Les repas", sophie.Screen[^1].Text, StringComparison.Ordinal);
        Assert.Contains("Le bus", sophie.Screen[^1].Text, StringComparison.Ordinal);

        await sophie.SayAsync("garder la mienne");

        Assert.Equal(("Le bus", 1), ((await ConclusionAsync(house)).Why, (await ConclusionAsync(house)).Corrections));
        Assert.Contains(await house.KeptAsync(), row => row.StartsWith("meeting-past|2026|", StringComparison.Ordinal) && row.Contains("Les repas", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_another_association_nothing_is_found_and_what_is_forged_writes_nothing()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Paul", Role.Partner), ("Olga", Role.Observer));
        var theirs = (await house.ElsewhereAsync()).Criteria[0].Id;
        var ours = (await house.DossierAsync()).Criteria[0].Id;
        var before = (await house.KeptAsync()).Count;
        var claire = house.Somebody("Claire");
        foreach (var kind in (string[])["meeting.open", "meeting.begin", "meeting.answer", "meeting.next", "meeting.conclusion", "meeting.correct", "meeting.earlier"])
        {
            foreach (var sujet in (string[])[$"2026|gone{theirs}"[..12], "2026", $"99999|{ours}", $"2026|{ours}|x", "|", ""])
            {
                await claire.SubmitAsync(new JsonObject { ["kind"] = kind, ["nonce"] = "n-1", ["v"] = 1, ["sujet"] = sujet, ["question"] = "e7-analyser.conclusion", ["reponse"] = "Forgé" });
                Assert.Contains("Je ne trouve rien", claire.Screen[^1].Text, StringComparison.Ordinal);
            }
        }

        foreach (var question in (string[])["e7-analyser.suite.2025", "e7-analyser.suite.x", "e7-analyser.quoi", "e0-decider.craintes", ""])
        {
            await claire.SubmitAsync(new JsonObject { ["kind"] = "meeting.answer", ["nonce"] = "n-1", ["v"] = 1, ["sujet"] = $"2026|{ours}", ["question"] = question, ["reponse"] = "Forgé" });
            Assert.Contains("Je ne trouve rien", claire.Screen[^1].Text, StringComparison.Ordinal);
        }

        foreach (var who in (string[])["Paul", "Olga"])
        {
            var somebody = house.Somebody(who);
            await somebody.SubmitAsync(new JsonObject { ["kind"] = "meeting.answer", ["nonce"] = "n-1", ["v"] = 1, ["sujet"] = $"2026|{ours}", ["question"] = "e7-analyser.surprise", ["reponse"] = "Forgé" });
            await somebody.SubmitAsync(new JsonObject { ["kind"] = "decision.follow", ["nonce"] = "n-1", ["v"] = 1, ["decision"] = $"2026|{ours}", ["suite"] = "Done" });
        }

        Assert.Equal(before, (await house.KeptAsync()).Count);
    }

    [Fact]
    public async Task The_words_a_criterion_was_made_of_are_read_by_kind_and_a_small_kind_is_named_to_the_coordination_alone()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        var criterion = (await house.DossierAsync()).Criteria[1];
        List<Voice> voices = [.. Enumerable.Range(0, 13).Select(number => Said($"v{number}", number < 8 ? Stakeholder.Neighbours : Stakeholder.Schools, "manque"))];
        voices.AddRange([Said("few", Stakeholder.Businesses, "manque"), Said("limit", Stakeholder.Neighbours, "limites")]);
        criterion = criterion with { Voices = [voices[0].Id, voices[1].Id, voices[2].Id, voices[12].Id, voices[13].Id], Version = criterion.Version + 1 };
        await house.Table.WriteAsync(
            Association.Partition(house.Association),
            [Change.Put(criterion.Key, DomainJson.Write(criterion)), .. voices.Select(voice => Change.Add(voice.Key, DomainJson.Write(voice)))],
            Cancellation);

        async Task<IReadOnlyList<string>> ReadAsync(string who)
        {
            await house.Somebody(who).SayAsync("comprendre C2");
            return [.. house.Somebody(who).Screen[^1].Card!.Lines.Select(TranscriptText.Folded)];
        }

        var all = await ReadAsync("Claire");
        var few = await ReadAsync("Awa");
        Assert.Contains("Entreprises", all);
        Assert.DoesNotContain("Entreprises", few);
        Assert.Contains("Voisins", few);
        Assert.All((IReadOnlyList<string>[])[all, few], lines => Assert.Contains(lines, line => line.Contains("dit par few", StringComparison.Ordinal)));
        Assert.All((IReadOnlyList<string>[])[all, few], lines => Assert.Contains(lines, line => line.Contains("dit par limit", StringComparison.Ordinal)));
        Assert.Contains("et une autre", few.Concat(all).Select(line => line.ToLowerInvariant()));

        static Voice Said(string id, Stakeholder kind, string question) => new()
        {
            Id = Id<Voice>.Parse(id),
            Kind = kind,
            Text = $"Dit par {id}".ToLowerInvariant(),
            Question = $"e3-recueillir.{question}",
            Reported = true,
            Day = new(2026, 5, 4),
        };
    }

    [Theory]
    [InlineData("On se parle en travaillant. ")]
    [InlineData("👩‍🌾🍅")]
    [InlineData("*_[]`<&~|\\\"")]
    public async Task However_long_people_write_each_card_stays_under_20_KB_and_is_read_to_its_end(string said)
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        var text = string.Concat(Enumerable.Repeat(said, 300));
        string Cut(int most) => char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
        var book = MeetingBook.Empty;
        List<Change> changes = [];
        foreach (var criterion in (await house.DossierAsync()).Criteria)
        {
            changes.AddRange(((int[])[2025, 2026]).Select(year => book.Write(new Conclusion
            {
                Year = year,
                Criterion = criterion.Id,
                Why = Cut(500),
                StillUnknown = Cut(500),
                Text = Cut(500),
                Appreciation = Appreciation.Partly,
                Cause = Cause.Both,
                Decision = new(Course.Change, Cut(500), new(null, null, Cut(200)), new(2027, 6, 30)),
                At = House.Monday,
            })));
            changes.AddRange(Enumerable.Range(0, 12).Select(number => book.Write(new Remark
            {
                Id = Id<Remark>.Parse($"r{number}"),
                Year = 2026,
                Criterion = criterion.Id,
                Question = "e7-analyser.fierte",
                Text = $"{number} {Cut(490)}",
                At = House.Monday.AddMinutes(number),
            })));
        }

        await house.Table.WriteAsync(Association.Partition(house.Association), changes, Cancellation);
        var claire = house.Somebody("Claire");
        foreach (var asked in (string[])["comprendre", "comprendre C1", "conclusions", "décisions", "comprendre 2026"])
        {
            await claire.SayAsync(asked);
            await ReadToTheEndAsync(claire);
        }

        await claire.PressAsync("La conclusion", ("sujet", $"2026|{(await house.DossierAsync()).Criteria[0].Id}"));
        await ReadToTheEndAsync(claire);
        claire.Place = Somewhere.Channel;
        await TableAsync(claire);
        Assert.True(Bytes(claire) < Budget);
    }

    private static async Task ReadToTheEndAsync(Somebody reader)
    {
        for (var page = 0; ; page++)
        {
            Assert.True(Bytes(reader) < Budget, $"{reader.Screen[^1].Card!.Heading}: {Bytes(reader)} bytes");
            Assert.True(page < 40);
            if (!reader.Screen[^1].Card!.Buttons.Contains("Suite"))
            {
                return;
            }

            await reader.PressAsync("Suite");
        }
    }

    private static int Bytes(Somebody reader) => Encoding.UTF8.GetByteCount(reader.Screen.Last(said => said.Card is not null).Card!.Json.ToJsonString());

    /// <summary>The first question of the first criterion, on a card for all.</summary>
    private static async Task TableAsync(Somebody somebody)
    {
        somebody.Place = Somewhere.Channel;
        await somebody.SayAsync("comprendre C1");
        await somebody.PressAsync("Répondre aux questions");
    }

    private static ValueTask<MeetingBook> BookAsync(House house) => MeetingBook.OpenAsync(house.Table, house.Association, Cancellation);

    private static async Task<Conclusion> ConclusionAsync(House house) => (await BookAsync(house)).Find(2026, (await house.DossierAsync()).Criteria[0].Id)!;
}
