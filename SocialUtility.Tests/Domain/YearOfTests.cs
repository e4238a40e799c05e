using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests;

public sealed class YearOfTests
{
    private static readonly DateOnly NextYear = new(2027, 1, 5);

    /// <summary>Four quarters, each with a figure, or not measured, or without object, or not said at all.</summary>
    private static readonly Arbitrary<Reading?[]> AnyQuarters = Gen.ArrayOf(
        Gen.Frequency(
            (5, Gen.Choose(0, 500).Select(Reading? (amount) => new Reading.Figure(amount, Certainty.Counted))),
            (1, Gen.Constant<Reading?>(new Reading.NotMeasured())),
            (1, Gen.Constant<Reading?>(new Reading.NotApplicable())),
            (1, Gen.Constant<Reading?>(null))),
        4).ToArbitrary();

    [Fact]
    public void A_sum_is_the_sum_of_what_was_measured_and_at_least_so_where_something_is_missing() => Holds(Aggregation.Sum, (year, amounts, missing) =>
        year.Total == (amounts.Count == 0 ? null : amounts.Sum()) && year.IsAtLeast == (amounts.Count > 0 && missing > 0));

    [Fact]
    public void Distinct_people_are_never_summed_the_last_figure_counts() => Holds(Aggregation.Last, (year, amounts, _) =>
        year.Total == (amounts.Count == 0 ? null : amounts[^1]) && !year.IsAtLeast);

    [Fact]
    public void An_average_with_a_hole_is_not_said() => Holds(Aggregation.Average, (year, amounts, missing) =>
        year.Total == (amounts.Count == 0 || missing > 0 ? null : amounts.Average()) && !year.IsAtLeast);

    [Fact]
    public void Without_a_rule_nothing_is_summed_up()
    {
        Holds(Aggregation.None, (year, _, _) => year.Total is null);
        Holds(null, (year, _, _) => year.Total is null);
    }

    [Fact]
    public void Missing_is_not_zero()
    {
        var zero = Year(An.Indicator, [new Reading.Figure(0), new Reading.NotMeasured("pas compté"), new Reading.NotApplicable(), null]);

        Assert.Equal([State.Measured, State.NotMeasured, State.NotApplicable, State.Late], zero.Periods.Select(period => period.State));
        Assert.Equal((0m, 2, true), (zero.Total, zero.Missing, zero.IsAtLeast));
        Assert.Null(Year(An.Indicator, [null, null, null, null]).Total);
    }

    [Fact]
    public void What_does_not_apply_leaves_no_hole()
    {
        var year = Year(An.Indicator with { Aggregation = Aggregation.Average }, [new Reading.Figure(3), new Reading.Figure(4), new Reading.NotApplicable(), new Reading.Figure(5)]);

        Assert.Equal((4m, 0), (year.Total, year.Missing));
    }

    [Fact]
    public void A_period_that_still_runs_is_not_late_and_one_to_come_is_not_shown()
    {
        var year = YearOf.Reading(An.Indicator, 2026, 1, [An.Measurement("2026-Q1", 10), An.Measurement("2026-Q2", 20)], new(2026, 9, 30));

        Assert.Equal([State.Measured, State.Measured, State.Running], year.Periods.Select(period => period.State));
        Assert.Equal((30m, 0, false), (year.Total, year.Missing, year.IsAtLeast));
        Assert.Equal(State.Late, YearOf.Reading(An.Indicator, 2026, 1, [], new(2026, 10, 1)).Periods[2].State);
    }

    [Fact]
    public void A_reading_given_before_its_period_begins_is_shown() =>
        Assert.Equal(2, YearOf.Reading(An.Indicator, 2026, 1, [An.Measurement("2026-Q4", 10)], new(2026, 2, 1)).Periods.Count);

    [Fact]
    public void A_percentage_over_the_year_is_parts_over_wholes()
    {
        var share = An.Indicator with { Kind = Kind.Percentage, Aggregation = Aggregation.Average };
        Reading first = new Reading.Figure(50, Numerator: 1, Denominator: 2);
        Reading second = new Reading.Figure(100, Numerator: 98, Denominator: 98);

        Assert.Equal(99, Year(share, [first, second, first, second])!.Total!.Value, 0);
        Assert.Equal((198m, 200m), Year(share, [first, second, first, second]).Parts);
        Assert.Null(Year(share, [new Reading.Figure(50), second, new Reading.Figure(50), second]).Total);
        Assert.Null(Year(share, [new Reading.Figure(50, Denominator: 2), second, first, second]).Total);
        Assert.Null(Year(share, [first, second, first, null]).Total);
        Assert.Equal(50, Year(share, [new Reading.Figure(50), new Reading.NotApplicable(), new Reading.NotApplicable(), new Reading.NotApplicable()]).Total);
        Assert.Equal((98m, 98m), Year(share with { Aggregation = Aggregation.Last }, [new Reading.Figure(50), null, null, second]).Parts);
    }

    [Fact]
    public void The_year_is_as_certain_as_its_least_certain_figure_or_as_the_last_where_the_last_counts()
    {
        Reading?[] quarters = [new Reading.Figure(1, Certainty.ByEye), new Reading.Figure(2, Certainty.Estimated), new Reading.Figure(3, Certainty.Counted), null];

        Assert.Equal(Certainty.ByEye, Year(An.Indicator, quarters).Certainty);
        Assert.Equal(Certainty.Counted, Year(An.Indicator with { Aggregation = Aggregation.Last }, quarters).Certainty);
        Assert.Null(Year(An.Indicator, [null, null, null, null]).Certainty);
    }

    [Fact]
    public void Words_are_the_last_said()
    {
        var words = An.Indicator with { Kind = Kind.Text, Aggregation = Aggregation.None };

        Assert.Equal("je reste pour les gens", Year(words, [new Reading.Words("on m’appelle"), new Reading.Words("je reste pour les gens"), new Reading.NotMeasured(), null]).Words);
        Assert.Null(Year(words, [null, null, null, null]).Words);
    }

    [Fact]
    public void The_readings_of_another_indicator_are_not_counted() =>
        Assert.Null(YearOf.Reading(An.Indicator, 2026, 1, [An.Measurement("2026-Q1", 10) with { Indicator = SocialUtility.Domain.Id<Indicator>.Parse("i2") }], NextYear).Total);

    [Fact]
    public void A_year_from_September_goes_to_the_end_of_August()
    {
        var year = YearOf.Reading(An.Indicator, 2026, 9, [An.Measurement("2026-Q1@09", 10), An.Measurement("2026-Q4@09", 20)], new(2027, 9, 1));

        Assert.Equal(["2026-Q1@09", "2026-Q2@09", "2026-Q3@09", "2026-Q4@09"], year.Periods.Select(period => period.Period.ToString()));
        Assert.Equal((30m, 2), (year.Total, year.Missing));
    }

    private static YearOf Year(Indicator indicator, Reading?[] quarters) => YearOf.Reading(
        indicator,
        2026,
        1,
        quarters.Select((reading, number) => (reading, number)).Where(entry => entry.reading is not null).Select(entry => An.Measurement($"2026-Q{entry.number + 1}", entry.reading!)),
        NextYear);

    private static void Holds(Aggregation? aggregation, Func<YearOf, List<decimal>, int, bool> law) => Prop.ForAll(AnyQuarters, quarters => law(
        Year(An.Indicator with { Aggregation = aggregation }, quarters),
        [.. quarters.OfType<Reading.Figure>().Select(figure => figure.Amount)],
        quarters.Count(reading => reading is null or Reading.NotMeasured))).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
}
