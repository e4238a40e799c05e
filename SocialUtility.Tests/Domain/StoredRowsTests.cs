using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests;

/// <summary>What a row holds today is read tomorrow.</summary>
public sealed class StoredRowsTests
{
    public static TheoryData<Reading> Readings =>
    [
        new Reading.Figure(0),
        new Reading.Figure(1250.5m, Certainty.ByEye),
        new Reading.Figure(62.5m, Certainty.Counted, Numerator: 5, Denominator: 8),
        new Reading.Words("Je reviens pour les tomates, je reste pour les gens. « 🍅 »"),
        new Reading.NotMeasured(),
        new Reading.NotMeasured("questionnaire reporté"),
        new Reading.NotApplicable("pas d’activité cet été"),
    ];

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_reading_comes_back_as_it_was_given(Reading reading)
    {
        var noted = An.Measurement("2026-Q3", reading) with { Context = "du gel", Because = "une feuille retrouvée", Version = 2 };

        Assert.Equal(noted, Read(DomainJson.Write(noted)));
    }

    [Fact]
    public void People_can_read_the_row() =>
        Assert.Contains("reporté", DomainJson.Write(An.Measurement("2026", new Reading.NotMeasured("questionnaire reporté"))), StringComparison.Ordinal);

    [Fact]
    public void A_row_written_before_a_property_existed_is_understood()
    {
        var old = Read("""{"indicator":"i1","period":"2026-Q3","reading":{"kind":"figure","amount":12},"by":{"key":"local|awa"},"at":"2026-10-02T10:00:00+02:00"}""");

        Assert.Equal((1, 1, (string?)null), (old.Schema, old.Version, old.Context));
        Assert.Equal(new Reading.Figure(12), old.Reading);
    }

    [Fact]
    public void A_row_with_nothing_but_what_is_required_has_empty_lists_and_usual_settings()
    {
        const string Author = "\"author\":{\"key\":\"local|awa\"},\"since\":\"2026-10-02T10:00:00+02:00\"";

        var association = Of("""{"id":"potager","name":"Potager","since":"2026-10-02T10:00:00+02:00"}""", DomainJson.Default.Association);
        var statement = Of("{}", DomainJson.Default.ProjectStatement);
        var objective = Of($$"""{"id":"o1","number":1,"name":"Associer",{{Author}}}""", DomainJson.Default.Objective);
        var action = Of($$"""{"id":"a1","name":"Repas","links":null,{{Author}}}""", DomainJson.Default.SocialAction);
        var criterion = Of($$"""{"id":"c1","number":1,"name":"On rit","origin":"Joint",{{Author}}}""", DomainJson.Default.Criterion);

        var indicator = Of($$"""{"id":"i1","number":1,"criterion":"c1","name":"Repas","unit":"repas","kind":"Count","frequency":"Monthly",{{Author}}}""", DomainJson.Default.Indicator);

        Assert.Equal((1, true, (Keeper?)null, (int?)null, (string?)null), (indicator.Edition, indicator.IsInUse, indicator.Keeper, indicator.MinutesPerYear, indicator.Warning));
        Assert.Equal(("Europe/Paris", 1, 1), (association.TimeZone, association.YearStartsIn, association.Version));
        Assert.All((IEnumerable<System.Collections.IEnumerable>)[statement.Heard, statement.NotHeard, statement.Debates, objective.Purposes, action.Links, criterion.Related, criterion.Links, indicator.Levels, indicator.Pauses, indicator.Actions], Assert.Empty);
    }

    [Fact]
    public void What_an_association_mostly_does_is_kept_by_its_name_and_may_be_unknown()
    {
        var sport = DomainJson.Write(An.Association with { Type = AssociationType.Sport });

        Assert.Contains("\"type\":\"Sport\"", sport, StringComparison.Ordinal);
        Assert.Equal(AssociationType.Sport, Of(sport, DomainJson.Default.Association).Type);
        Assert.Null(Of("""{"id":"potager","name":"Potager","since":"2026-10-02T10:00:00+02:00"}""", DomainJson.Default.Association).Type);
    }

    [Fact]
    public void A_criterion_from_before_links_had_reasons_keeps_its_objectives()
    {
        var criterion = Of("""{"id":"c1","number":1,"name":"On rit","origin":"Association","objectives":["o1","o2"],"author":{"key":"local|awa"},"since":"2026-10-02T10:00:00+02:00"}""", DomainJson.Default.Criterion);

        Assert.Equal([new(Id<Objective>.Parse("o1"), null), new(Id<Objective>.Parse("o2"), null)], criterion.Links);
        Assert.Equal(criterion.Links, Of(DomainJson.Write(criterion), DomainJson.Default.Criterion).Links);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("""["a b"]""")]
    [InlineData("""[{"objective":{"id":"o1"}}]""")]
    public void A_link_that_is_none_is_damage(string links) =>
        Assert.Throws<JsonException>(() => Of($$"""{"id":"a1","name":"Repas","links":{{links}},"author":{"key":"local|awa"},"since":"2026-10-02T10:00:00+02:00"}""", DomainJson.Default.SocialAction));

    [Fact]
    public void A_property_of_a_later_program_is_passed_over()
    {
        var newer = Read("""
            {"schema":2,"weather":{"sun":true},"indicator":"i1","period":"2026-Q3",
             "reading":{"amount":12,"mood":"fine","certainty":"Estimated","kind":"figure"},"by":{"key":"local|awa"},"at":"2026-10-02T10:00:00+02:00"}
            """);

        Assert.Equal(new Reading.Figure(12, Certainty.Estimated), newer.Reading);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"indicator\":\"a|b\"}")]
    [InlineData("""{"indicator":"i1","period":"2026-13","reading":{"kind":"figure","amount":12},"by":{"key":"local|awa"},"at":"2026-10-02T10:00:00+02:00"}""")]
    [InlineData("""{"indicator":"i1","period":"2026","reading":{"kind":"smell"},"by":{"key":"local|awa"},"at":"2026-10-02T10:00:00+02:00"}""")]
    public void Damage_is_said_to_be_damage(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void Every_thing_comes_back_as_it_was_written()
    {
        var statement = new ProjectStatement { Origin = new("En 2015…", An.Coordinator, An.Evening), Heard = ["voisins"], NotHeard = ["jeunes"] };
        var action = An.Action with { Links = [new(An.Objective.Id, "on s’y parle")], Mainly = An.Objective.Id, AskedOnce = true, Adopter = An.Coordinator };
        var indicator = An.Indicator with { Target = new(60, new(2027, 12, 31)), Baseline = 31, Sensitive = true, Catalogue = "soc-isolement-suivies", Actions = [An.Action.Id] } with
        {
            TargetToBeBuilt = true,
            Levels = ["jamais", "rarement", "parfois", "souvent", "toujours"],
            Keeper = new(An.Coordinator),
            Deputy = new(null, "la trésorière"),
            Source = new(Found.Elsewhere, "le cahier de pesée"),
            MinutesPerPeriod = 15,
            Warning = "Compter sans regarder si les gens se parlent.",
            OpenToPartners = true,
            Pauses = [new(new(2026, 7, 1), new(2026, 9, 1)), new(new(2026, 11, 1))],
            Edition = 2,
            Follows = new(Id<Indicator>.Parse("i0"), "on comptait des venues"),
            FollowedBy = Id<Indicator>.Parse("i2"),
        };

        Same(An.Association with { TimeZone = "Indian/Reunion", YearStartsIn = 9, Jobs = 1.4m, IsExample = true }, DomainJson.Default.Association);
        Same(new Member { Association = An.Association.Id, Person = An.Coordinator, Name = "Awa", Roles = [Role.Coordinator, Role.Board], Since = An.Evening }, DomainJson.Default.Member);
        Same(new JournalLine { At = An.Evening, By = An.Coordinator, What = "value.record", Subject = "value|2026|i1|2026-Q3" }, DomainJson.Default.JournalLine);
        Same(new Closure { Period = An.Period("2026"), By = An.Coordinator, At = An.Evening, Reopened = new(An.Coordinator, An.Evening, "une feuille"), Earlier = [new(An.Coordinator, An.Evening, "une autre")], Version = 4 }, DomainJson.Default.Closure);
        Same(An.Measurement("2026-Q3", 12) with { Proof = "https://exemple.org/a", For = new(null, "la trésorière"), Undone = An.Evening, Reread = new(An.Coordinator, An.Evening, "à revoir") }, DomainJson.Default.Measurement);
        Same(statement, DomainJson.Default.ProjectStatement);
        Same(An.Purpose with { Number = 2, Retired = true }, DomainJson.Default.Purpose);
        Same(An.Objective with { Purposes = [An.Purpose.Id], Adopter = An.Coordinator }, DomainJson.Default.Objective);
        Same(action, DomainJson.Default.SocialAction);
        Same(An.Criterion with { Related = ["soc-lien"], Links = [new(An.Objective.Id, "c’est là qu’on s’y parle")], Mainly = An.Objective.Id }, DomainJson.Default.Criterion);
        Same(indicator, DomainJson.Default.Indicator);
        Same(new Recognition { Indicator = indicator.Id, By = An.Coordinator, Answer = Recognised.WithReservation, Words = "petit nombre de réponses", At = An.Evening }, DomainJson.Default.Recognition);
    }

    /// <summary>Lists are compared by what is written of them.</summary>
    private static void Same<T>(T entry, JsonTypeInfo<T> type)
        where T : Entry
    {
        var json = DomainJson.Write(entry);
        var read = DomainJson.Read(new Row("p", entry.Key, json, "1"), type);
        Assert.Equal(json, DomainJson.Write(read));
        Assert.Equal(entry.Key, read.Key);
    }

    private static T Of<T>(string json, JsonTypeInfo<T> type) => DomainJson.Read(new Row("p", "k", json, "1"), type);

    private static Measurement Read(string json) => DomainJson.Read(new Row("association|potager", "value|2026|i1|2026-Q3", json, "1"), DomainJson.Default.Measurement);
}
