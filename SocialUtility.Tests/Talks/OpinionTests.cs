using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Web;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests.Talks;

/// <summary>Opinions as they really come: all at once, twice, too late, from elsewhere.</summary>
public sealed class OpinionTests
{
    private static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_hundred_people_who_press_one_card_at_once_are_each_counted_once(bool secret)
    {
        await using var house = await House.OpenAsync(Way.Within);
        var people = Enumerable.Range(0, 200).Select(number => $"Voix{number}").ToList();
        await house.SettleExampleAsync([("Claire", Role.Coordinator), .. people.Select(name => (name, Role.Volunteer))]);
        var consultation = await AskAsync(house, secret);
        var claire = house.Somebody("Claire");
        claire.Place = Somewhere.Channel;
        await claire.SayAsync("avis");
        var before = house.Way.Said.All.Count;
        var field = $"avis-{consultation.Asked[0].Id}";

        await Task.WhenAll(people.SelectMany(name => (int[])[0, 1], (name, _) =>
        {
            var somebody = house.Somebody(name);
            somebody.Place = Somewhere.Channel;
            // A phone and a computer, at the same time.
            return somebody.PressAsync("Donner mon avis", (field, name.EndsWith('7') ? "Secondaire" : "Indispensable"));
        }));

        var results = await DeliberationOf(house).ResultsAsync(consultation, Cancellation);
        var group = Assert.Single(results.Each[0].Groups);
        Assert.Equal((200, 180, 20), (results.Voters, group.Of(Choice.Essential), group.Of(Choice.Secondary)));
        // Each was answered alone: nothing new stands in the channel.
        Assert.All(house.Way.Said.All.Skip(before), said => Assert.NotEqual(claire.Conversation, said.Conversation));
    }

    [Fact]
    public async Task Nothing_that_is_kept_says_who_chose_what_in_secret()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync([("Claire", Role.Coordinator), .. Enumerable.Range(0, 6).Select(number => ($"Voix{number}", Role.Volunteer))]);
        var consultation = await AskAsync(house, secret: true);
        foreach (var number in Enumerable.Range(0, 6))
        {
            var somebody = house.Somebody($"Voix{number}");
            await somebody.SayAsync("avis");
            await somebody.PressAsync("Donner mon avis", ($"avis-{consultation.Asked[0].Id}", number == 0 ? "Secondaire" : "Indispensable"));
            Assert.Contains(somebody.Screen, said => said.Instead && said.Card!.Heading == "Votre bulletin est dans l’urne");
            await somebody.SayAsync("avis");
            Assert.StartsWith("Votre bulletin est déjà dans l’urne", somebody.Screen[^1].Text, StringComparison.Ordinal);
        }

        var rows = await house.Table.RangeAsync(Association.Partition(house.Association), "", "~", Cancellation);
        // Where the choice stands, no person does; where the person stands, neither the choice nor the hour.
        Assert.Equal([$"urn|{consultation.Id}"], rows.Where(row => row.Json.Contains("Secondary", StringComparison.Ordinal)).Select(row => row.Key));
        var voted = rows.Where(row => row.Key.StartsWith(Voted.Prefix, StringComparison.Ordinal)).ToList();
        Assert.Equal(6, voted.Count);
        Assert.All(voted, row => Assert.DoesNotContain("2026", row.Json, StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Key.StartsWith(JournalLine.Prefix, StringComparison.Ordinal) && row.Json.Contains("vot", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(rows, row => row.Key.StartsWith(Ballot.Prefix, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_ballot_that_cannot_be_kept_does_not_travel_in_a_card()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        var consultation = await AskAsync(house, secret: true);
        var awa = house.Somebody("Awa");
        await awa.SayAsync("avis");
        house.Table.Now = WatchedTable.Door.NoWriting;

        await awa.PressAsync("Donner mon avis", ($"avis-{consultation.Asked[0].Id}", "Secondaire"));

        Assert.Null(awa.Screen[^1].Card);
        Assert.Contains("n’est pas dans l’urne", awa.Screen[^1].Text!, StringComparison.Ordinal);
        house.Table.Now = WatchedTable.Door.Open;
        await awa.PressAsync("Donner mon avis", ($"avis-{consultation.Asked[0].Id}", "Secondaire"));
        Assert.Equal(1, (await DeliberationOf(house).UrnAsync(consultation.Id, Cancellation))!.Entry.Ballots);
    }

    [Fact]
    public async Task The_web_chat_keeps_that_a_secret_ballot_was_sent_and_not_what_it_says()
    {
        MemoryTable table = new();
        ChatTranscript transcript = new(table, "w-1", TimeProvider.System);
        JsonObject sent = new() { ["type"] = "message", ["value"] = new JsonObject { ["kind"] = VoteCard.InSecret, ["nonce"] = "n-0123456789ab", ["avis-k1"] = "Secondary" } };

        await transcript.AppendAsync(sent, Cancellation);

        var kept = string.Concat((await table.RangeAsync("chat|w-1", "", "~", Cancellation)).Select(row => row.Json));
        Assert.Contains("n-0123456789ab", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Secondary", kept, StringComparison.Ordinal);
        // The bot hears it whole.
        Assert.Equal("Secondary", (string?)sent["value"]!["avis-k1"]);
    }

    [Fact]
    public async Task A_secret_ballot_is_not_offered_to_four()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer), ("Luc", Role.Volunteer), ("Marie", Role.Board));
        var claire = house.Somebody("Claire");
        foreach (var said in (string[])["avis", "1", "1", "3 décembre 2026"])
        {
            await claire.SayAsync(said);
        }

        // Not asked for, and the reason is said.
        Assert.Contains(claire.Screen, said => said.Text?.Contains("ne le serait pas", StringComparison.Ordinal) == true);
        var asked = Assert.Single(await DeliberationOf(house).ConsultationsAsync(Cancellation)).Entry;
        Assert.False(asked.Secret);
    }

    [Theory]
    [InlineData("closed", "Les avis sont clos depuis le 3 décembre 2026.")]
    [InlineData("left", "Les avis sont ceux de l’association, et je ne vous y connais pas ou plus.")]
    [InlineData("forwarded", "Cette carte a été faite pour une autre conversation.")]
    [InlineData("another association", "Je ne trouve pas cette demande d’avis")]
    [InlineData("partner", "Je ne trouve pas cette demande d’avis")]
    [InlineData("forged", "Rien n’est choisi encore.")]
    public async Task A_voice_that_cannot_count_is_told_kindly_and_nothing_is_written(string what, string said)
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Awa", Role.Volunteer), ("Mairie", Role.Partner));
        await AskAsync(house, secret: false);
        var awa = house.Somebody("Awa");
        await awa.SayAsync("avis");
        var (card, sent) = awa.Find("Donner mon avis", new Dictionary<string, string> { ["priorite"] = "Important" });
        var presser = awa;
        switch (what)
        {
            case "closed":
                house.Clock.Advance(TimeSpan.FromDays(11));
                break;
            case "left":
                await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Delete($"{Member.PrefixOf(awa.Person)}roles")], Cancellation);
                break;
            case "forwarded":
                presser = house.Somebody("Claire");
                break;
            case "another association":
                sent["consultation"] = "c-elsewhere";
                break;
            case "partner":
                presser = house.Somebody("Mairie");
                break;
            default:
                sent["priorite"] = "Objection";
                break;
        }

        var before = await house.KeptAsync();
        await presser.SubmitAsync(sent, card);

        Assert.Contains(presser.Screen, one => one.Text is { } text && TranscriptText.Says(text, said));
        Assert.Equal(before, await house.KeptAsync());
    }

    [Fact]
    public async Task Of_two_coordinators_who_merge_at_once_on_two_instances_one_wins_and_the_other_sees_it()
    {
        FakeTimeProvider clock = new(House.Monday);
        WatchedTable table = new(new MemoryTable());
        WithinTheProcess first = new(clock, table);
        await using WithinTheProcess second = new(clock, table);
        await using House house = new(first);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator), ("Paul", Role.Coordinator));
        var partition = Association.Partition(house.Association);
        foreach (var (index, name) in ((string[])["Bien manger", "On mange bien"]).Index())
        {
            Proposal proposal = new() { Id = Id<Proposal>.Parse($"p-{index}"), Name = name, Authors = [new Person($"teams|t|{index}")], Since = House.Monday.AddMinutes(index) };
            await table.WriteAsync(partition, [Change.Add(proposal.Key, DomainJson.Write(proposal))], Cancellation);
        }

        var (claire, paul) = (house.Somebody("Claire"), new Somebody(second, "Paul"));
        await claire.SayAsync("propositions");
        await paul.SayAsync("propositions");
        var both = 0;
        TaskCompletionSource met = new();
        table.BeforeWriting = async written =>
        {
            if (written == partition && Interlocked.Increment(ref both) <= 2)
            {
                // Both have read and decided before either writes.
                if (both == 2)
                {
                    met.SetResult();
                }

                await met.Task;
            }
        };

        await Task.WhenAll(claire.PressAsync("Les réunir"), paul.PressAsync("Les réunir"));

        var proposals = (await DeliberationOf(house).ProposalsAsync(Cancellation)).Select(found => found.Entry).ToList();
        var kept = Assert.Single(proposals, proposal => proposal.IsOpen);
        Assert.Equal((2, 2), (kept.Version, kept.Authors.Count));
        Assert.Equal([new SaidAs("On mange bien", null)], kept.AlsoSaid);
        string[] told = [.. ((Somebody[])[claire, paul]).Select(one => one.Screen.Last(said => said.Text is not null).Text!)];
        Assert.Single(told, text => text.StartsWith("C’est réuni", StringComparison.Ordinal));
        Assert.Single(told, text => text.StartsWith("Une autre personne vient de changer ces propositions.", StringComparison.Ordinal));
        Assert.All((Somebody[])[claire, paul], one => Assert.Contains(one.Screen, said => said.Instead && said.Card!.Heading == "Une proposition"));
    }

    [Fact]
    public async Task Five_hundred_voices_are_reached_to_the_last_page_and_the_ticks_come_along()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator));
        await house.HearVoicesAsync([.. Enumerable.Range(0, 500).Select(number => $"Neighbours {new string('é', 300)} phrase {number}")]);
        var claire = house.Somebody("Claire");
        await claire.SayAsync("regrouper");
        for (var page = 1; page < 50; page++)
        {
            var card = claire.Screen[^1].Card!;
            var size = Encoding.UTF8.GetByteCount(card.Json.ToJsonString(AsSent));
            Assert.True(size < 20 * 1024, $"{size} bytes on page {page}");
            await claire.PressAsync("Suite", page == 1 ? [("phrases", "v-003")] : []);
        }

        Assert.Contains("page 50 sur 50", claire.Screen[^1].Card!.Lines[0], StringComparison.Ordinal);
        Assert.Contains(claire.Screen[^1].Card!.Lines, line => line.StartsWith("Une phrase cochée", StringComparison.Ordinal));
        await claire.PressAsync("Les mettre ensemble", ("phrases", "v-499"));
        await claire.SayAsync("On se retrouve");
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await claire.SayAsync("passer");
        }

        Assert.Equal(["v-003", "v-499"], Assert.Single((await house.DossierAsync()).Criteria).Voices.Select(id => id.ToString()));
    }

    [Fact]
    public async Task Cards_of_sixty_long_criteria_and_twelve_groups_stay_small_and_are_reached_to_their_end()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis", [("Claire", Role.Coordinator), ("Marie", Role.Board)]);
        var partition = Association.Partition(house.Association);
        var name = new string('é', 190);
        foreach (var number in Enumerable.Range(1, 60))
        {
            Criterion criterion = new()
            {
                Id = Id<Criterion>.Parse($"k-{number}"),
                Number = number,
                Name = $"{name} {number}",
                Definition = new string('è', Texts.ShortText),
                Singular = new string('à', Texts.ShortText),
                Origin = Origin.Association,
                Author = house.Somebody("Claire").Person,
                Since = House.Monday,
            };
            await house.Table.WriteAsync(partition, [Change.Add(criterion.Key, DomainJson.Write(criterion))], Cancellation);
        }

        var consultation = await AskAsync(house, secret: false);
        foreach (var number in Enumerable.Range(0, 72))
        {
            Ballot ballot = new()
            {
                Consultation = consultation.Id,
                Person = new Person($"teams|t|{number}"),
                Kind = (Domain.Voices.Stakeholder)(number % 12),
                Opinions = [.. consultation.Asked.Select(asked => new Opinion(asked.Id, Choice.Important, number < 8 ? new string('ô', Texts.ShortText) : null))],
            };
            await house.Table.WriteAsync(partition, [Change.Add(ballot.Key, DomainJson.Write(ballot))], Cancellation);
        }

        var claire = house.Somebody("Claire");
        claire.Place = Somewhere.Channel;
        await claire.SayAsync("avis");
        Assert.Equal(8, await LastPageAsync(claire));
        claire.Place = Somewhere.Alone;
        await claire.SayAsync("avis");
        foreach (var _ in consultation.Asked)
        {
            await claire.SayAsync("passer");
        }

        Assert.Equal("Vos avis", claire.Screen[^1].Card!.Heading);
        Assert.Equal(8, await LastPageAsync(claire));
        house.Clock.Advance(TimeSpan.FromDays(11));
        await claire.SayAsync("avis");
        Assert.Equal(120, await LastPageAsync(claire));
        await claire.SayAsync("définition");
        Assert.Equal(10, await LastPageAsync(claire));
        var marie = house.Somebody("Marie");
        await marie.SayAsync("adopter");
        await marie.SayAsync("oui");
        Assert.Equal(10, await LastPageAsync(marie));
    }

    /// <summary>Turns the pages to the last; none of them is large.</summary>
    private static async Task<int> LastPageAsync(Somebody somebody)
    {
        for (var page = 1; ; page++)
        {
            var card = somebody.Screen.Last(said => said.Card is not null).Card!;
            var size = Encoding.UTF8.GetByteCount(card.Json.ToJsonString(AsSent));
            Assert.True(size < 20_000, $"{size} bytes on page {page} of {card.Lines[0]}");
            if (!card.Buttons.Contains("Suite"))
            {
                return page;
            }

            await somebody.PressAsync("Suite");
        }
    }

    private static Deliberation DeliberationOf(House house) => new(house.Table, house.Association);

    /// <summary>A consultation over the example's criteria, open for ten days.</summary>
    private static async Task<Consultation> AskAsync(House house, bool secret)
    {
        var file = await house.DossierAsync();
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().Date);
        Consultation consultation = new()
        {
            Id = Id<Consultation>.New(),
            Mode = Mode.Priority,
            Secret = secret,
            Asked = [.. file.Criteria.Select(criterion => new Asked(criterion.Id.ToString(), criterion.Name, criterion.Definition))],
            By = house.Somebody("Claire").Person,
            Opened = today,
            Closes = today.AddDays(10),
        };
        await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Add(consultation.Key, DomainJson.Write(consultation))], Cancellation);
        return consultation;
    }
}
