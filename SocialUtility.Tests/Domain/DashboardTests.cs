using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Profiles;

namespace SocialUtility.Tests;

/// <summary>The dashboard: in the order of the tree, never an empty place, and moves that compare what can be compared.</summary>
public sealed class DashboardTests
{
    private static readonly DateOnly NextYear = new(2027, 1, 5);

    /// <summary>How high a figure is never changes where its indicator stands (deck row D47).</summary>
    [Fact]
    [Trait("Deck", "D47")]
    public void Nothing_is_put_in_order_by_how_high_it_is() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(0, 1000), 6).ToArbitrary(),
        amounts =>
        {
            Indicator Nth(int n) => An.Indicator with { Id = Id<Indicator>.Parse($"i{n}"), Number = n + 1, Name = $"Indicateur {n}" };
            var dossier = Enumerable.Range(0, 6).Aggregate(Dossier.New(An.Association).With(An.Criterion), (file, n) => file.With(Nth(n)));
            var readings = amounts.Select((amount, n) => An.Measurement("2026-Q1", amount) with { Indicator = Nth(n).Id });
            return Dashboard.Of(dossier, readings, 2026, NextYear).Lines.Select(line => line.Indicator.Number).SequenceEqual(Enumerable.Range(1, 6));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void A_year_before_the_indicator_was_chosen_is_not_late()
    {
        var line = Line(An.Indicator, 2025);

        Assert.Equal((false, 0, false), (line.IsFollowed, line.Late, line.IsMissing));
        Assert.True(Line(An.Indicator, 2025, An.Measurement("2025-Q3", 4)).IsFollowed);
    }

    [Fact]
    public void What_nobody_said_is_late_and_what_nobody_had_is_missing()
    {
        var old = An.Indicator with { Since = An.Evening.AddYears(-2) };

        Assert.Equal((State.Late, 4, true), (Line(old, 2026).State, Line(old, 2026).Late, Line(old, 2026).IsMissing));
        var given = Line(old, 2026, Given("2026-Q1", new Reading.Figure(0)), Given("2026-Q2", new Reading.NotMeasured()), Given("2026-Q3", new Reading.NotApplicable()), Given("2026-Q4", new Reading.Figure(3)));
        Assert.Equal((State.Measured, 0, true), (given.State, given.Late, given.IsMissing));
        Assert.Equal(State.NotApplicable, Line(old with { Frequency = Frequency.Yearly }, 2026, Given("2026", new Reading.NotApplicable())).State);
    }

    [Theory]
    [InlineData(Direction.Up, 40, 39, false)]
    [InlineData(Direction.Up, 40, 40, true)]
    [InlineData(Direction.Down, 40, 41, false)]
    [InlineData(Direction.Down, 40, 40, true)]
    [InlineData(Direction.None, 40, 40, false)]
    public void A_target_is_reached_in_the_direction_that_was_said(Direction direction, int target, int last, bool reached) =>
        Assert.Equal(reached, Line(An.Indicator with { Aggregation = Aggregation.Last, Direction = direction, Target = new(target, null) }, 2026, An.Measurement("2026-Q4", last)).ReachesTarget);

    /// <summary>« peers.md » 4, row 3: a descending sum that is only half counted is no success yet.</summary>
    [Fact]
    public void A_sum_that_should_stay_low_is_not_reached_before_its_year_is_over_and_whole()
    {
        var waste = An.Indicator with { Direction = Direction.Down, Target = new(40, null) };
        Measurement[] half = [An.Measurement("2026-Q1", 5), An.Measurement("2026-Q2", 5)];
        Measurement[] whole = [.. half, An.Measurement("2026-Q3", 5), An.Measurement("2026-Q4", 5)];

        Assert.False(Line(waste, 2026, half).ReachesTarget);
        Assert.False(new DashboardLine(An.Criterion, YearOf.Reading(waste, 2026, 1, half, new(2026, 7, 2))).ReachesTarget);
        Assert.True(Line(waste, 2026, whole).ReachesTarget);
    }

    [Fact]
    public void What_is_added_up_is_compared_with_the_same_periods_of_the_year_before()
    {
        var now = YearOf.Reading(An.Indicator, 2026, 1, [An.Measurement("2026-Q1", 30), An.Measurement("2026-Q2", 10)], new(2026, 8, 1));
        var before = YearOf.Reading(An.Indicator, 2025, 1, [An.Measurement("2025-Q1", 20), An.Measurement("2025-Q2", 15), An.Measurement("2025-Q3", 500), An.Measurement("2025-Q4", 500)], new(2026, 8, 1));

        Assert.Equal(new Move(An.Period("2026-Q2"), 40, An.Period("2025-Q2"), 35, SoFar: true), Move.Of(now, before));
        // Where the year before has a hole, one figure is compared with the same time of the year before.
        var hole = YearOf.Reading(An.Indicator, 2025, 1, [An.Measurement("2025-Q2", 15)], new(2026, 8, 1));
        Assert.Equal(new Move(An.Period("2026-Q2"), 10, An.Period("2025-Q2"), 15), Move.Of(now, hole));
        Assert.Equal(new Move(An.Period("2026-Q2"), 10, An.Period("2026-Q1"), 30), Move.Of(now, null));
    }

    [Fact]
    public void People_who_come_back_are_compared_with_the_figure_before_and_never_added_up()
    {
        var people = An.Indicator with { Aggregation = Aggregation.Last };
        var before = YearOf.Reading(people, 2025, 1, [An.Measurement("2025-Q1", 3), An.Measurement("2025-Q4", 8)], NextYear);

        Assert.Equal(new Move(An.Period("2026-Q1"), 10, An.Period("2025-Q4"), 8), Move.Of(YearOf.Reading(people, 2026, 1, [An.Measurement("2026-Q1", 10)], NextYear), before));
        Assert.Null(Move.Of(YearOf.Reading(people, 2026, 1, [An.Measurement("2026-Q1", 10)], NextYear), null));
    }

    private static Measurement Given(string period, Reading reading) => An.Measurement(period, reading);

    private static DashboardLine Line(Indicator indicator, int year, params Measurement[] readings) => new(An.Criterion, YearOf.Reading(indicator, year, 1, readings, NextYear));
}
