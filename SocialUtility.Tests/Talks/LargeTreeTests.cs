using System.Text;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;
using Choice = SocialUtility.Domain.Criteria.Choice;

namespace SocialUtility.Tests.Talks;

/// <summary>An association with 60 actions, 40 indicators and long names: every card stays small, and « suite » reaches the end.</summary>
public sealed class LargeTreeTests
{
    [Theory]
    [Trait("Deck", "D07")]
    [InlineData("arbre", "tree.show")]
    [InlineData("cohérence", "coherence.show")]
    [InlineData("odd", "goals.show")]
    [InlineData("finalités", "purpose.list")]
    public async Task Every_page_is_small_and_the_last_is_reached(string command, string kind)
    {
        await using var house = await OpenAsync();
        var claire = house.Somebody("Claire");
        await claire.SayAsync(command);
        var pages = 1;
        var read = new StringBuilder();
        while (true)
        {
            var card = house.Way.Said.All[^1].Card!;
            read.AppendJoin('\n', card.Lines);
            Assert.InRange(Encoding.UTF8.GetByteCount(card.Json.ToJsonString()), 1, 20_000);
            if (!card.Buttons.Contains("Suite"))
            {
                break;
            }

            Assert.Equal(kind, (string?)card.Press("Suite", new Dictionary<string, string>())!["kind"]);
            await claire.PressAsync("Suite");
            Assert.InRange(++pages, 2, 80);
        }

        if (kind == "tree.show")
        {
            var tree = ProjectTree.Of(await house.DossierAsync());
            Assert.All(tree.Actions, action => Assert.Contains($"Action {action.Code}\u00A0:", read.ToString(), StringComparison.Ordinal));
            Assert.All(tree.Criteria.SelectMany(measured => measured.Indicators), indicator => Assert.Contains($"Mesurer {indicator.Number}.", read.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Questions_about_many_things_fit_on_a_card()
    {
        await using var house = await OpenAsync();
        var claire = house.Somebody("Claire");
        foreach (var said in (string[])["reprendre l'arbre", "actions"])
        {
            await claire.SayAsync(said);
        }

        await claire.PressAsync("Revoir ce qui continue");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var card = house.Way.Said.All[^1].Card!;
            Assert.InRange(Encoding.UTF8.GetByteCount(card.Json.ToJsonString()), 1, 20_000);
            await claire.SayAsync("passer");
        }
    }

    [Theory]
    [InlineData("arbre", 1)]
    [InlineData("cohérence", 1)]
    [InlineData("définition", 1)]
    [InlineData("profil", 1)]
    public async Task It_costs_the_ranges_of_any_turn_and_one_more_at_most(string command, int more)
    {
        await using var house = await OpenAsync();
        await SpeakAsync(house);
        var claire = house.Somebody("Claire");
        await claire.SayAsync("aide");
        var plain = await RangesAsync("aide");

        // The first look counts the ballots of the last consultation, once and for all.
        await RangesAsync(command);
        Assert.Equal(plain + more, await RangesAsync(command));

        async Task<int> RangesAsync(string said)
        {
            var before = house.Table.Ranges;
            await claire.SayAsync(said);
            return house.Table.Ranges - before;
        }
    }

    /// <summary>Five hundred have spoken and two hundred have voted, and some do not agree.</summary>
    private static async Task SpeakAsync(House house)
    {
        var kinds = Enum.GetValues<Stakeholder>();
        List<Voice> voices = [.. Enumerable.Range(0, 500).Select(n => new Voice { Id = Id<Voice>.Parse($"v{n}"), Text = $"Phrase {n}", Question = VoiceQuestions.Usual, Kind = kinds[n % kinds.Length], Reported = true, Day = new(2026, 3, 1) })];
        Consultation asked = new()
        {
            Id = Id<Consultation>.Parse("asked0001"),
            Mode = Mode.Consent,
            Asked = [.. Enumerable.Range(1, 14).Select(n => new Asked($"c{n}", $"Regarder {n}", null))],
            By = house.Somebody("Claire").Person,
            Opened = new(2026, 3, 1),
            Closes = new(2026, 3, 10),
        };
        var ballots = Enumerable.Range(0, 200).Select(n => new Ballot
        {
            Consultation = asked.Id,
            Person = new($"teams|t|{n}"),
            Kind = kinds[n % 4],
            Opinions = [.. asked.Asked.Select(one => new Opinion(one.Id, n % 9 == 0 ? Choice.Objection : Choice.Consent, n % 50 == 0 ? "Trop large." : null))],
        });
        IEnumerable<Entry> all = [.. voices, VoiceTally.Of(voices), asked, .. ballots, new Disagreement { Id = Id<Disagreement>.Parse("d1"), Text = "Je ne suis pas d’accord.", Kind = Stakeholder.Neighbours, Author = house.Somebody("Claire").Person, Day = new(2026, 3, 2) }];
        foreach (var some in all.Chunk(90))
        {
            await house.Table.WriteAsync(Association.Partition(house.Association), [.. some.Select(entry => Change.Add(entry.Key, DomainJson.Write(entry)))], TestContext.Current.CancellationToken);
        }
    }

    private static async Task<House> OpenAsync()
    {
        var house = await House.OpenAsync(Way.Within);
        await house.SettleAsync("Les Amis du quartier", ("Claire", Role.Coordinator));
        var by = house.Somebody("Claire").Person;
        var now = house.Clock.GetUtcNow();
        string Long(string name) => $"{name} {string.Join(' ', Enumerable.Repeat("très longuement dit", 6))}";
        List<Entry> all = [.. Enumerable.Range(1, 9).Select(n => new Purpose { Id = Id<Purpose>.Parse($"p{n}"), Number = n, Text = new(Long($"chacun ait sa place {n}"), by, now) })];
        all.AddRange(Enumerable.Range(1, 12).Select(n => new Objective { Id = Id<Objective>.Parse($"o{n}"), Number = n, Name = Long($"Vouloir {n}"), Purposes = [Id<Purpose>.Parse($"p{(n % 7) + 1}")], Author = by, Since = now }));
        // One objective is served by most actions; some are linked to nothing.
        all.AddRange(Enumerable.Range(1, 60).Select(n => new SocialAction
        {
            Id = Id<SocialAction>.Parse($"a{n}"),
            Number = n,
            Name = Long($"Faire {n}"),
            Links = n > 50 ? [] : [new(Id<Objective>.Parse("o1"), "on s’y parle"), .. n % 3 == 0 ? [new Link(Id<Objective>.Parse($"o{(n % 12) + 1}"), null)] : (Link[])[]],
            Author = by,
            Since = now,
        }));
        all.AddRange(Enumerable.Range(1, 14).Select(n => new Criterion { Id = Id<Criterion>.Parse($"c{n}"), Number = n, Name = Long($"Regarder {n}"), Origin = Origin.Association, Related = ["soc-lien", "soc-isolement", "env-alimentation", "dem-participation", "int-benevolat", "eco-emploi"], Links = [new(Id<Objective>.Parse($"o{((n - 1) % 12) + 1}"), null)], Author = by, Since = now }));
        all.AddRange(Enumerable.Range(1, 40).Select(n => new Indicator { Id = Id<Indicator>.Parse($"i{n}"), Number = n, Criterion = Id<Criterion>.Parse($"c{(n % 13) + 1}"), Name = Long($"Mesurer {n}."), Unit = "kg", Kind = Kind.Count, Frequency = Frequency.Monthly, Level = Level.Realisation, MinutesPerPeriod = 30, Baseline = 3, Author = by, Since = now }));
        foreach (var some in all.Chunk(90))
        {
            await house.Table.WriteAsync(Association.Partition(house.Association), [.. some.Select(entry => Change.Add(entry.Key, DomainJson.Write(entry)))], TestContext.Current.CancellationToken);
        }

        return house;
    }
}
