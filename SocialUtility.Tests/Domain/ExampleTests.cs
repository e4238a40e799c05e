using System.Text.Json;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Example;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Profiles;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests;

/// <summary>« Le Potager des Voisins », as a newcomer meets it.</summary>
public sealed class ExampleTests
{
    private static readonly Id<Association> Potager = Id<Association>.Parse("potager");
    private static readonly DateTimeOffset November = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset January = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly MemoryTable table = new();
    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_5_January_2027_the_figures_are_those_of_the_table()
    {
        var years = (await ProfileAsync(January)).Portraits.SelectMany(portrait => portrait.Indicators).OrderBy(year => year.Indicator.Number).ToList();

        Assert.Equal(
            [
                ("soc-isolement-suivies", 31m, 60m, 52m, Certainty.Counted),
                ("soc-isolement-solitude", 3.8m, 3.0m, null, null),
                ("env-alimentation-gaspillage", 2600m, 4000m, 4310m, Certainty.Estimated),
                ("dem-participation-associees", 0m, 80m, 45m, Certainty.Counted),
                ("soc-lien-parole", (decimal?)null, (decimal?)null, null, (Certainty?)null),
            ],
            years.Select(year => (year.Indicator.Catalogue, year.Indicator.Baseline, year.Indicator.Target?.Amount, year.Total, year.Certainty)));
        Assert.Equal([38, 44, 47, 52], years[0].Figures.Select(entry => entry.Figure.Amount));
        Assert.Equal(new Reading.NotMeasured("questionnaire reporté"), Assert.Single(years[1].Periods).Measurement?.Reading);
        Assert.Equal([290, 275, 310, 335, 380, 410, 395, 240, 430, 445, 420, 380], years[2].Figures.Select(entry => entry.Figure.Amount));
        Assert.Equal("Je reviens pour les tomates, je reste pour les gens.", years[4].Words);
        Assert.All(years, year => Assert.DoesNotContain(year.Periods, period => period.IsOver && period.State == State.Late));
    }

    [Fact]
    public async Task On_23_November_2026_November_is_still_open()
    {
        var years = (await ProfileAsync(November)).Portraits.SelectMany(portrait => portrait.Indicators).ToDictionary(year => year.Indicator.Number);

        Assert.Equal((An.Period("2026-10"), 445m), (years[3].Figures.Last().Period, years[3].Figures.Last().Figure.Amount));
        Assert.Equal((3510m, State.Running, false), (years[3].Total, years[3].Periods[^1].State, years[3].IsAtLeast));
        Assert.Equal((47m, 30m), (years[1].Total, years[4].Total));
        Assert.Equal(State.Running, Assert.Single(years[2].Periods).State);
    }

    [Fact]
    public async Task The_project_is_the_one_of_the_reference()
    {
        var dossier = await OpenAsync(January);
        var tree = ProjectTree.Of(dossier);

        Assert.True(dossier.Association.IsExample);
        Assert.Equal((38, 1.4m, 1), (dossier.Association.Volunteers, dossier.Association.Jobs, dossier.Association.YearStartsIn));
        Assert.Equal("chacun, quels que soient son âge et ses moyens, ait sa place dans le quartier et mange bien.", Assert.Single(tree.Purposes).Text.Text);
        Assert.Equal(
            [
                "Permettre à 60 habitants isolés de participer chaque mois à une activité, d’ici décembre 2027",
                "Sauver du gaspillage 4 tonnes de denrées par an",
                "Associer les habitants aux choix du jardin",
            ],
            tree.Branches.Select(branch => branch.Objective.Name));
        Assert.All(dossier.Objectives, objective => Assert.True(objective is { Adopter: not null, ForWhom: not null, HowMany: not null, ByWhen: not null, Purposes: [_] }));
        Assert.Equal([["Repas partagés", "Ateliers jardin du mercredi"], ["Glanage et distribution"], []],
            tree.Branches.Select(branch => branch.Actions.Select(action => action.Item.Name).ToArray()));
        Assert.Equal(["Ateliers jardin du mercredi"], tree.Branches.SelectMany(branch => branch.AlsoServedBy).Select(action => action.Item.Name));
        Assert.Equal("on mange rarement seul ce jour-là", dossier.Actions.Single(action => action.Name == "Repas partagés").Links[0].Because);
        Assert.True(Assert.Single(tree.ToBeLinked).Item is { Name: "Journal du quartier", AskedOnce: true });
        Assert.Equal((75m, 100m), (tree.LinkedActions, tree.ServedObjectives));
    }

    [Fact]
    [Trait("Deck", "D40")]
    [Trait("Deck", "D42")]
    public async Task The_criteria_are_its_own_words_beside_codes_of_the_catalogue()
    {
        var profile = await ProfileAsync(January);

        Assert.Equal(
            [("On n’est plus seul", "soc-isolement"), ("Manger bien sans se cacher", "env-alimentation,soc-fragilite"), ("On décide ensemble", "dem-participation")],
            profile.Portraits.Select(portrait => (portrait.Criterion.Name, string.Join(',', portrait.Criterion.Related))));
        Assert.All(profile.Portraits, portrait => Assert.Equal(Origin.Association, portrait.Criterion.Origin));
        Assert.All(profile.Portraits.SelectMany(portrait => portrait.Criterion.Related), code => Assert.NotNull(ReferenceCatalogue.Instance.Criterion(code)));
        Assert.Equal([52m, 4310m, 45m], profile.Portraits.Select(portrait => portrait.Figure?.Total));
        Assert.Equal(["bénévoles", "salariée", "participants", "voisins", "commune"], profile.Statement.Heard);
        Assert.Equal(["jeunes"], profile.Statement.NotHeard);
        Assert.Equal(["Qui décide de l’avenir du jardin\u00A0?"], profile.Statement.Debates);
    }

    [Fact]
    public async Task The_indicators_say_what_those_of_the_catalogue_say()
    {
        var dossier = await OpenAsync(January);

        Assert.Equal("", dossier.Indicators.Single(indicator => indicator.Kind == Kind.Text).Unit);
        Assert.All(dossier.Indicators, indicator =>
        {
            var known = ReferenceCatalogue.Instance.Indicator(indicator.Catalogue!)!;
            Assert.Equal(
                (known.Kind, known.Direction, known.Frequency, known.Aggregation, known.Level, known.Sensitive),
                (indicator.Kind, indicator.Direction, indicator.Frequency, indicator.Aggregation!.Value, indicator.Level!.Value, indicator.Sensitive));
        });
    }

    [Fact]
    public async Task Each_indicator_says_who_gives_it_where_it_is_found_and_what_it_costs()
    {
        var indicators = (await OpenAsync(January)).Indicators;

        Assert.All(indicators, indicator => Assert.True(indicator is { Keeper.Words: not null, Source: not null, MinutesPerPeriod: > 0 }, indicator.Name));
        Assert.All(indicators.Where(indicator => indicator.IsFigure), indicator => Assert.NotNull(indicator.Warning));
        Assert.Equal(500, indicators.Sum(indicator => indicator.MinutesPerYear));
        Assert.Equal(5, indicators.Single(indicator => indicator.Kind == Kind.Scale).Levels.Count);
    }

    [Fact]
    public async Task What_was_corrected_can_be_read_with_its_reason()
    {
        var dossier = await OpenAsync(January);
        var ledger = new Ledger(table, Potager);
        var food = dossier.Indicators.Single(indicator => indicator.Number == 3).Id;

        var present = await ledger.FindAsync(food, An.Period("2026-05"), cancellation);
        var past = Assert.Single(await ledger.PastAsync(food, An.Period("2026-05"), cancellation));

        Assert.Equal((2, new Reading.Figure(380, Certainty.Estimated)), (present!.Measurement.Version, present.Measurement.Reading));
        Assert.NotNull(present.Measurement.Because);
        Assert.Equal((1, new Reading.Figure(308, Certainty.Estimated)), (past.Version, past.Reading));
        Assert.True(past.At < present.Measurement.At);
    }

    [Fact]
    public void It_is_one_batch_that_every_store_takes_with_a_journal_line_for_each_thing()
    {
        var rows = WorkedExample.Rows(Potager, An.Coordinator, January);

        Row.Check("association|potager", rows);
        Assert.All(rows, row => Assert.True(row.MustBeAbsent));
        Assert.Equal(rows.Count(row => row.Key.StartsWith("def|", StringComparison.Ordinal) || row.Key.StartsWith("value|", StringComparison.Ordinal) || row.Key.StartsWith("past|", StringComparison.Ordinal)),
            rows.Count(row => row.Key.StartsWith(JournalLine.Prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_arguments_give_the_same_rows_and_another_association_other_identities()
    {
        var rows = WorkedExample.Rows(Potager, An.Coordinator, January);
        var others = WorkedExample.Rows(Id<Association>.Parse("another"), An.Coordinator, January);

        Assert.Equal(rows.Select(row => (row.Key, row.Json)), WorkedExample.Rows(Potager, An.Coordinator, January).Select(row => (row.Key, row.Json)));
        Assert.Empty(rows.Select(row => row.Key).Where(key => key.StartsWith(Indicator.Prefix, StringComparison.Ordinal)).Intersect(others.Select(row => row.Key)));
    }

    [Theory]
    [InlineData("2026-03-15", 2026)]
    [InlineData("2026-11-23", 2026)]
    [InlineData("2027-12-31", 2026)]
    [InlineData("2028-01-01", 2027)]
    [InlineData("2031-06-01", 2030)]
    public async Task It_never_grows_old(string day, int year)
    {
        var now = DateTimeOffset.Parse(day + "T09:00:00Z", null);
        var dossier = await OpenAsync(now);
        var readings = await new Ledger(table, Potager).OfYearsAsync(1900, 2200, cancellation);

        Assert.Contains($"d’ici décembre {year + 1}", dossier.Objectives[0].Name, StringComparison.Ordinal);
        Assert.Equal(new(year + 1, 12, 31), dossier.Indicators[0].Target!.By);
        Assert.All(readings, reading => Assert.True(reading.Period.Year == year && reading.Period.End < dossier.Association.Today(now)));
        if (year < now.Year)
        {
            Assert.Equal(25, readings.Count);
        }
    }

    [Theory]
    [InlineData("2025-06-01T00:00:00Z")]
    [InlineData("2026-01-01T00:00:00Z")]
    [InlineData("2026-06-01T00:30:00Z")]
    [InlineData("2026-12-31T23:30:00Z")]
    public void Nothing_in_it_was_done_later_than_now(string instant)
    {
        var now = DateTimeOffset.Parse(instant, null);
        foreach (var row in WorkedExample.Rows(Potager, An.Coordinator, now))
        {
            using var json = JsonDocument.Parse(row.Json!);
            foreach (var name in (string[])["at", "since"])
            {
                Assert.False(json.RootElement.TryGetProperty(name, out var at) && at.GetDateTimeOffset() > now, row.Key);
            }
        }
    }

    [Theory]
    [InlineData("2026-05-31T21:59:59Z", false)]
    [InlineData("2026-05-31T22:00:00Z", true)]
    public void Midnight_in_Paris_closes_the_month(string instant, bool closed) =>
        Assert.Equal(closed, WorkedExample.Rows(Potager, An.Coordinator, DateTimeOffset.Parse(instant, null)).Any(row => row.Key.EndsWith("|2026-05", StringComparison.Ordinal)));

    private async Task<Profile> ProfileAsync(DateTimeOffset now)
    {
        var dossier = await OpenAsync(now);
        return Profile.Of(dossier, await new Ledger(table, Potager).OfYearsAsync(2026, 2026, cancellation), 2026, dossier.Association.Today(now));
    }

    private async Task<Dossier> OpenAsync(DateTimeOffset now)
    {
        await table.WriteAsync(Association.Partition(Potager), WorkedExample.Rows(Potager, An.Coordinator, now), cancellation);
        return (await Dossier.OpenAsync(table, Potager, cancellation))!;
    }
}
