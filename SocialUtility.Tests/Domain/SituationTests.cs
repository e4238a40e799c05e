using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests;

/// <summary>What a year says: the laws, and one test for each wrong total that users of other tools complained of (peers.md 4, row 3).</summary>
[Trait("Deck", "D22")]
public sealed class SituationTests
{
    private static readonly Config Quietly = Config.QuickThrowOnFailure.WithQuietOnSuccess(true);
    private static readonly DateOnly Afterwards = new(2027, 1, 5);

    private static readonly Arbitrary<decimal[]> FourQuarters = Gen.Choose(0, 10_000).Select(amount => (decimal)amount).ArrayOf(4).ToArbitrary();

    [Fact(DisplayName = "akvo-rsr 5194: a running total of people is not added up again")]
    public void A_running_total_is_not_added_up_again() =>
        Assert.Equal(52, Of(An.Indicator with { Aggregation = Aggregation.Last }, 38, 44, 47, 52).Value);

    [Fact(DisplayName = "akvo-rsr 5211: a cumulative value is not carried over into the next year")]
    public void A_new_year_begins_with_nothing()
    {
        var series = Assert.Single(Series.Of([An.Indicator], [An.Measurement("2025-Q4", 100), An.Measurement("2026-Q1", 10)], 2025, 2026, 1, Afterwards));

        Assert.Equal([100, 10], series.Years.Select(year => year.Total!.Value));
    }

    [Fact(DisplayName = "akvo-rsr 5212: a later correction changes the total once")]
    public void A_correction_counts_once()
    {
        var corrected = An.Measurement("2026-Q2", 12) with { Version = 2 };

        Assert.Equal(22, YearOf.Reading(An.Indicator, 2026, 1, [An.Measurement("2026-Q1", 10), corrected], Afterwards).Total);
    }

    [Fact(DisplayName = "akvo-rsr 5239: a period without a value is no zero in the total, and the total says so")]
    public void A_hole_is_no_zero()
    {
        var standing = Of(An.Indicator, 10, null, 12, 8);

        Assert.Equal((30m, true, 1, Known.Late), (standing.Value, standing.Year.IsAtLeast, standing.Year.Missing, standing.Known));
    }

    [Fact(DisplayName = "akvo-rsr 5241: what was measured in another way is not added to what follows")]
    public void Two_ways_of_measuring_are_never_added()
    {
        var (earlier, next) = An.Indicator.MeasuredOtherwise(Id<Indicator>.Parse("i9"), An.Indicator.Way with { Unit = "personnes" }, "on compte les gens", An.Coordinator, new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero));
        var dossier = SocialUtility.Domain.Associations.Dossier.New(An.Association).With(earlier).With(next);

        var standing = Assert.Single(Situation.Of(dossier, [An.Measurement("2026-Q1", 400), An.Measurement("2026-Q2", 410), An.Measurement("2026-Q3", 31) with { Indicator = next.Id }, An.Measurement("2026-Q4", 33) with { Indicator = next.Id }, An.Measurement("2025-Q3", 390)], 2026, Afterwards));

        Assert.Equal((64m, (Movement?)null), (standing.Value, standing.Movement));
        var before = Assert.Single(standing.OtherWays);
        Assert.Equal((810m, 0, false), (before.Total, before.Missing, before.IsAtLeast));
    }

    [Fact(DisplayName = "akvo-rsr 2944: several percentages are parts over wholes, neither added nor averaged")]
    public void Percentages_are_parts_over_wholes()
    {
        var share = An.Indicator with { Kind = Kind.Percentage, Aggregation = Aggregation.Average };

        Assert.Equal(20m, Math.Round(Standing(share, Part(10, 10), Part(10, 90), null, null, today: new(2026, 7, 1)).Value!.Value, 3));
        // Percentages of which nobody has the parts say nothing of the year.
        Assert.Null(Standing(share, new Reading.Figure(80), new Reading.Figure(20), null, null, today: new(2026, 7, 1)).Value);
    }

    [Theory(DisplayName = "akvo-rsr 4098: a figure that is to fall makes its way downwards")]
    [InlineData(100, 0.0)]
    [InlineData(70, 0.5)]
    [InlineData(40, 1.0)]
    [InlineData(130, -0.5)]
    public void A_descending_indicator_makes_its_way(int value, double way)
    {
        var falls = An.Indicator with { Direction = Direction.Down, Aggregation = Aggregation.Last, Baseline = 100, Target = new(40, null) };

        Assert.Equal((decimal)way, Of(falls, null, null, null, value).Way);
    }

    [Fact(DisplayName = "akvo-product-design 232: the start is no value of the first year")]
    public void The_start_is_not_counted() =>
        Assert.Equal(40, Of(An.Indicator with { Baseline = 1000 }, 10, 10, 10, 10).Value);

    [Fact(DisplayName = "LogAlto 224/231: the same four figures say what the group chose, and nothing where it has not chosen")]
    public void The_group_chooses_what_a_year_says()
    {
        Assert.Equal([100m, 40m, 25m], ((Aggregation[])[Aggregation.Sum, Aggregation.Last, Aggregation.Average]).Select(rule => Of(An.Indicator with { Aggregation = rule }, 10, 20, 30, 40).Year.Total!.Value));
        Assert.Null(Of(An.Indicator with { Aggregation = null }, 10, 20, 30, 40).Year.Total);
        Assert.Null(Of(An.Indicator with { Aggregation = Aggregation.None }, 10, 20, 30, 40).Year.Total);
    }

    [Fact(DisplayName = "metabase 5054: a missing period leaves its place in the line, and the line does not join over it")]
    public void A_missing_period_keeps_its_place()
    {
        var year = Of(An.Indicator, 10, null, 12, 8).Year;

        Assert.Equal([State.Measured, State.Late, State.Measured, State.Measured], year.Periods.Select(period => period.State));
        Assert.Equal([1, 3, 4], year.Figures.Select(figure => figure.Period.Number));
    }

    [Fact]
    public void Three_months_are_never_set_against_twelve()
    {
        var monthly = An.Indicator with { Frequency = Frequency.Monthly };
        List<Measurement> noted = [.. Enumerable.Range(1, 12).Select(month => An.Measurement($"2025-{month:00}", 100)), .. Enumerable.Range(1, 3).Select(month => An.Measurement($"2026-{month:00}", 120))];

        var standing = Only(monthly, noted, new(2026, 4, 5));

        Assert.Equal((new Movement(300, 360, 3), Bearing.Up), (standing.Movement, standing.Movement!.Bearing));
    }

    [Fact]
    public void Whether_it_is_good_news_is_said_where_a_direction_was_chosen()
    {
        List<Measurement> noted = [An.Measurement("2025-Q1", 10), An.Measurement("2026-Q1", 12)];

        Assert.Equal([News.Good, News.Other, News.None], Enum.GetValues<Direction>().Select(direction => Only(An.Indicator with { Direction = direction }, noted, Afterwards).News));
        Assert.Equal(Aim.None, Of(An.Indicator with { Direction = Direction.None, Target = new(5, null) }, 10, 10, 10, 10).Aim);
    }

    [Theory]
    [InlineData(Direction.Up, 40, Aim.Reached)]
    [InlineData(Direction.Up, 41, Aim.NotYet)]
    [InlineData(Direction.Down, 40, Aim.Reached)]
    [InlineData(Direction.Down, 39, Aim.NotYet)]
    public void A_target_is_reached_from_its_own_side(Direction direction, int target, Aim aim) =>
        Assert.Equal(aim, Of(An.Indicator with { Direction = direction, Target = new(target, null) }, 10, 10, 10, 10).Aim);

    [Fact]
    public void A_sum_that_goes_on_or_has_holes_has_not_stayed_below_anything_yet()
    {
        var atMost = An.Indicator with { Direction = Direction.Down, Target = new(40, null) };

        Assert.Equal(Aim.Unknown, Of(atMost, 10, 10, null, 10).Aim);
        Assert.Equal(Aim.Unknown, Standing(atMost, new Reading.Figure(10), null, null, null, today: new(2026, 5, 1)).Aim);
        Assert.Equal(Aim.NotYet, Of(atMost, 41, null, null, null).Aim);
        Assert.Equal(Aim.Reached, Of(atMost with { Direction = Direction.Up }, 41, null, null, null).Aim);
        Assert.Equal(Aim.Unknown, Of(atMost with { Direction = Direction.Up }, 10, null, null, null).Aim);
    }

    [Theory]
    [InlineData(4, Aim.NotYet)]
    [InlineData(5, Aim.Reached)]
    [InlineData(10, Aim.Reached)]
    [InlineData(11, Aim.NotYet)]
    public void A_range_is_reached_between_its_ends_whatever_the_direction(int value, Aim aim)
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var standing = Of(An.Indicator with { Aggregation = Aggregation.Last, Direction = direction, Baseline = 1, Target = new(5, null, 10) }, null, null, null, value);

            Assert.Equal((aim, (decimal?)null), (standing.Aim, standing.Way));
        }
    }

    [Fact]
    public void Several_rhythms_stand_side_by_side_in_a_year_that_starts_in_September()
    {
        var association = An.Association with { YearStartsIn = 9 };
        var monthly = An.Indicator with { Id = Id<Indicator>.Parse("i7"), Frequency = Frequency.Monthly };
        var yearly = An.Indicator with { Id = Id<Indicator>.Parse("i8"), Frequency = Frequency.Yearly };
        var dossier = SocialUtility.Domain.Associations.Dossier.New(association).With(monthly).With(yearly);

        var standings = Situation.Of(dossier, [An.Measurement("2027-08@09", 3) with { Indicator = monthly.Id }, An.Measurement("2026-09@09", 4) with { Indicator = monthly.Id }, An.Measurement("2026@09", 100) with { Indicator = yearly.Id }], 2026, new(2027, 9, 1));

        Assert.Equal([(7m, 10), (100m, 0)], standings.OrderBy(standing => standing.Indicator.Id.ToString()).Select(standing => (standing.Value!.Value, standing.Year.Missing)));
    }

    [Fact]
    public void The_order_in_which_values_were_given_does_not_matter() => Prop.ForAll(FourQuarters, quarters =>
    {
        var noted = quarters.Select((amount, number) => An.Measurement($"2026-Q{number + 1}", amount)).ToList();
        return Enum.GetValues<Aggregation>().All(rule =>
            Only(An.Indicator with { Aggregation = rule }, noted, Afterwards).Value == Only(An.Indicator with { Aggregation = rule }, Enumerable.Reverse(noted).ToList(), Afterwards).Value);
    }).Check(Quietly);

    [Fact]
    public void A_year_against_itself_has_not_moved() => Prop.ForAll(FourQuarters, quarters =>
    {
        List<Measurement> noted = [.. quarters.SelectMany((amount, number) => (Measurement[])[An.Measurement($"2025-Q{number + 1}", amount), An.Measurement($"2026-Q{number + 1}", amount)])];
        return Enum.GetValues<Aggregation>().All(rule => Only(An.Indicator with { Aggregation = rule }, noted, Afterwards) is { Movement.Bearing: Bearing.Level, News: News.None });
    }).Check(Quietly);

    [Fact]
    public void A_share_of_the_year_lies_between_its_least_and_its_greatest() => Prop.ForAll(
        (from part in Gen.Choose(0, 50) from more in Gen.Choose(1, 50) select (Part: part, Whole: part + more)).ArrayOf(4).ToArbitrary(),
        shares =>
        {
            var share = An.Indicator with { Kind = Kind.Percentage, Aggregation = Aggregation.Average };
            var figures = shares.Select(one => Part(one.Part, one.Whole)).ToArray();
            var value = Standing(share, figures[0], figures[1], figures[2], figures[3], Afterwards).Value!.Value;
            return value >= figures.Min(figure => figure.Amount) - 0.01m && value <= figures.Max(figure => figure.Amount) + 0.01m;
        }).Check(Quietly);

    [Fact]
    public void Halfway_is_halfway_up_or_down() => Prop.ForAll(Gen.Choose(-1000, 1000).Two().ToArbitrary(), ends =>
    {
        var (start, target) = (ends.Item1 + 2000m, ends.Item2 + 2000m);
        var indicator = An.Indicator with { Aggregation = Aggregation.Last, Baseline = start, Target = new(target, null), Direction = target >= start ? Direction.Up : Direction.Down };
        return Of(indicator, null, null, null, (start + target) / 2).Way == (start == target ? null : 0.5m);
    }).Check(Quietly);

    [Fact]
    public void Nothing_but_zero_makes_a_zero() => Prop.ForAll(
        Gen.Elements<Reading?>(null, new Reading.NotMeasured(), new Reading.NotApplicable(), new Reading.Words("rien")).ArrayOf(4).ToArbitrary(),
        quarters => Enum.GetValues<Aggregation>().All(rule => Standing(An.Indicator with { Aggregation = rule }, quarters[0], quarters[1], quarters[2], quarters[3], Afterwards).Value is null)).Check(Quietly);

    private static Reading.Figure Part(decimal part, decimal whole) => new(Math.Round(100 * part / whole, 2), null, part, whole);

    private static Situation Of(Indicator indicator, params decimal?[] quarters) =>
        Standing(indicator, Figure(quarters[0]), Figure(quarters[1]), Figure(quarters[2]), Figure(quarters[3]), Afterwards);

    private static Reading.Figure? Figure(decimal? amount) => amount is { } known ? new(known) : null;

    private static Situation Standing(Indicator indicator, Reading? first, Reading? second, Reading? third, Reading? fourth, DateOnly today) => Only(
        indicator,
        [.. ((Reading?[])[first, second, third, fourth]).Index().Where(entry => entry.Item is not null).Select(entry => An.Measurement($"2026-Q{entry.Index + 1}", entry.Item!))],
        today);

    private static Situation Only(Indicator indicator, List<Measurement> noted, DateOnly today) =>
        Assert.Single(Situation.Of(SocialUtility.Domain.Associations.Dossier.New(An.Association).With(indicator), noted, 2026, today));
}
