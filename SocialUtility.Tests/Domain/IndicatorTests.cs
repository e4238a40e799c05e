using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests;

public sealed class IndicatorTests
{
    private static readonly Indicator Visits = An.Indicator with
    {
        Unit = "venues",
        Baseline = 31,
        Target = new(60, null),
        Catalogue = "soc-lien-rencontres",
        Keeper = new(null, "l’accueil"),
        MinutesPerPeriod = 10,
        Warning = "Compter sans parler.",
        OpenToPartners = true,
        Pauses = [new(new(2026, 7, 1), new(2026, 9, 1))],
        Version = 4,
    };

    [Fact]
    public void Measured_otherwise_it_is_another_row_and_the_earlier_one_stays()
    {
        var (earlier, next) = Visits.MeasuredOtherwise(Id<Indicator>.Parse("i2"), Visits.Way with { Unit = "personnes", Aggregation = Aggregation.Last }, "On comptait deux fois les mêmes.", An.Coordinator, An.Evening);

        Assert.Equal((true, 5, Id<Indicator>.Parse("i2")), (earlier.Retired, earlier.Version, earlier.FollowedBy!.Value));
        Assert.Equal((31m, "venues", "soc-lien-rencontres"), (earlier.Baseline, earlier.Unit, earlier.Catalogue));
        Assert.Equal((false, 1, 2, new Succession(Visits.Id, "On comptait deux fois les mêmes.")), (next.Retired, next.Version, next.Edition, next.Follows));
        Assert.Equal((Visits.Number, Visits.Criterion, "l’accueil", 10, "Compter sans parler."), (next.Number, next.Criterion, next.Keeper!.Words, next.MinutesPerPeriod, next.Warning));
        Assert.Equal((null, null, null, false), (next.Baseline, next.Target, next.Catalogue, next.OpenToPartners));
        Assert.Empty(next.Pauses);
    }

    [Fact]
    public void The_old_trend_is_never_joined()
    {
        var (_, next) = Visits.MeasuredOtherwise(Id<Indicator>.Parse("i2"), Visits.Way with { Frequency = Frequency.Monthly }, "plus souvent", An.Coordinator, An.Evening);
        Measurement[] readings = [An.Measurement("2026-Q1", 10), An.Measurement("2026-Q2", 20), An.Measurement("2026-11", 7) with { Indicator = next.Id }];

        Assert.Equal(30, YearOf.Reading(Visits, 2026, 1, readings, new(2026, 6, 30)).Total);
        var after = YearOf.Reading(next, 2026, 1, readings, new(2026, 12, 31));
        Assert.Equal([7m], after.Figures.Select(entry => entry.Figure.Amount));
        Assert.Equal(["2026-11", "2026-12"], after.Periods.Select(state => state.Period.ToString()));
    }

    [Fact]
    public void What_was_said_in_the_unit_stays_where_the_unit_stays()
    {
        var changed = Visits.With(Visits.Way with { Aggregation = Aggregation.Average });

        Assert.Equal((31m, 60m, "soc-lien-rencontres", Aggregation.Average, Visits.Id), (changed.Baseline, changed.Target!.Amount, changed.Catalogue, changed.Aggregation, changed.Id));
    }

    [Fact]
    public void A_scale_that_becomes_words_has_no_levels_and_no_direction()
    {
        var scale = An.Indicator with { Kind = Kind.Scale, Unit = "", Levels = ["a", "b", "c", "d", "e"], Direction = Direction.Up };

        var words = scale.With(scale.Way with { Kind = Kind.Text, Aggregation = Aggregation.None });

        Assert.Equal((Direction.None, 0), (words.Direction, words.Levels.Count));
    }

    [Fact]
    public void A_pause_is_not_late_and_what_came_before_and_after_is()
    {
        var paused = An.Indicator with { Pauses = [new(new(2026, 4, 10), new(2026, 10, 1))] };

        var year = YearOf.Reading(paused, 2026, 1, [An.Measurement("2026-Q3", 5)], new(2027, 1, 5));

        Assert.Equal(["2026-Q1", "2026-Q3", "2026-Q4"], year.Periods.Select(state => state.Period.ToString()));
        Assert.Equal([State.Late, State.Measured, State.Late], year.Periods.Select(state => state.State));
        Assert.Equal(2, year.Missing);
    }

    [Fact]
    public void A_period_rests_when_its_end_lies_in_the_pause() =>
        Prop.ForAll(Gen.Choose(0, 700).Two().ToArbitrary(), days =>
        {
            var first = new DateOnly(2026, 1, 1);
            var pause = new Pause(first.AddDays(Math.Min(days.Item1, days.Item2)), first.AddDays(Math.Max(days.Item1, days.Item2)));
            return Period.OfYear(2026, Frequency.Monthly).All(period => pause.Rests(period) == (pause.From <= period.End && period.End < pause.Until));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void In_use_is_neither_retired_nor_paused(bool retired, bool paused, bool inUse) =>
        Assert.Equal(inUse, (An.Indicator with { Retired = retired, Pauses = paused ? [new(new(2026, 11, 1))] : [new(new(2026, 1, 1), new(2026, 2, 1))] }).IsInUse);

    [Theory]
    [InlineData(Frequency.Monthly, 120)]
    [InlineData(Frequency.Quarterly, 40)]
    [InlineData(Frequency.Yearly, 10)]
    public void Minutes_a_year_are_those_of_its_periods(Frequency frequency, int minutes) =>
        Assert.Equal(minutes, (Visits with { Frequency = frequency }).MinutesPerYear);

    [Theory]
    [InlineData("Awa, Claire et Jean", true)]
    [InlineData("3 : Awa, Claire, Jean", true)]
    [InlineData("- Awa Diop\n- Jean-Luc Martin", true)]
    [InlineData("avec Mme Dupont", true)]
    [InlineData("M. Martin est revenu", true)]
    [InlineData("Ana and Bob", true)]
    [InlineData("52", false)]
    [InlineData("52 personnes", false)]
    [InlineData("Je reviens pour les tomates, je reste pour les gens.", false)]
    [InlineData("Local fermé, gel, moins de monde", false)]
    [InlineData("Deux ateliers et un repas", false)]
    [InlineData("Lyon", false)]
    public void A_list_of_people_is_seen_by_its_look(string text, bool people) => Assert.Equal(people, PeopleList.IsIn(text));
}
