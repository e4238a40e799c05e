using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests;

public sealed class PeriodTests
{
    private static readonly Arbitrary<Period> AnyPeriod = (
        from day in Gen.Choose(new DateOnly(1950, 1, 1).DayNumber, new DateOnly(2150, 12, 31).DayNumber)
        from frequency in Gen.Elements(Enum.GetValues<Frequency>())
        from month in Gen.Choose(1, 12)
        select Period.Containing(DateOnly.FromDayNumber(day), frequency, month)).ToArbitrary();

    [Theory]
    [InlineData("2026-11-23", Frequency.Monthly, 1, "2026-11", "2026-11-01", "2026-11-30")]
    [InlineData("2028-02-29", Frequency.Monthly, 1, "2028-02", "2028-02-01", "2028-02-29")]
    [InlineData("2026-11-23", Frequency.Quarterly, 1, "2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("2026-03-31", Frequency.Quarterly, 1, "2026-Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-11-23", Frequency.Yearly, 1, "2026", "2026-01-01", "2026-12-31")]
    [InlineData("2026-11-23", Frequency.Monthly, 9, "2026-11@09", "2026-11-01", "2026-11-30")]
    [InlineData("2026-11-23", Frequency.Quarterly, 9, "2026-Q1@09", "2026-09-01", "2026-11-30")]
    [InlineData("2026-08-31", Frequency.Quarterly, 9, "2025-Q4@09", "2026-06-01", "2026-08-31")]
    [InlineData("2026-08-31", Frequency.Yearly, 9, "2025@09", "2025-09-01", "2026-08-31")]
    [InlineData("2026-01-31", Frequency.Quarterly, 12, "2025-Q1@12", "2025-12-01", "2026-02-28")]
    [InlineData("2026-02-01", Frequency.Quarterly, 2, "2026-Q1@02", "2026-02-01", "2026-04-30")]
    public void A_day_lies_in_a_period(string day, Frequency frequency, int yearStartsIn, string text, string start, string end)
    {
        var period = Period.Containing(Day(day), frequency, yearStartsIn);

        Assert.Equal(text, period.ToString());
        Assert.Equal((Day(start), Day(end)), (period.Start, period.End));
    }

    [Fact]
    public void A_year_from_September_has_four_quarters_of_its_own() =>
        Assert.Equal(["2026-Q1@09", "2026-Q2@09", "2026-Q3@09", "2026-Q4@09"], Period.OfYear(2026, Frequency.Quarterly, 9).Select(period => period.ToString()));

    [Fact]
    public void The_next_of_the_previous_is_the_same() =>
        Prop.ForAll(AnyPeriod, period => period.Next.Previous == period && period.Previous.Next == period).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void The_next_starts_the_day_after_the_end() =>
        Prop.ForAll(AnyPeriod, period => period.Next.Start == period.End.AddDays(1) && period < period.Next && period.Next > period).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void What_is_written_reads_as_the_same_period() =>
        Prop.ForAll(AnyPeriod, period => Period.TryParse(period.ToString(), out var read) && read == period).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void In_JSON_it_is_its_text() =>
        Prop.ForAll(AnyPeriod, period => JsonSerializer.Serialize(period) == $"\"{period}\"" && JsonSerializer.Deserialize<Period>($"\"{period}\"") == period)
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void Each_of_its_days_lies_in_it() =>
        Prop.ForAll(AnyPeriod, period => new[] { period.Start, period.Start.AddDays(14), period.End }
            .All(day => Period.Containing(day, period.Frequency, period.YearStartsIn) == period)).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void The_periods_of_a_year_cover_it_without_gap_or_overlap() =>
        Prop.ForAll(AnyPeriod, any =>
        {
            var periods = Period.OfYear(any.Year, any.Frequency, any.YearStartsIn).ToList();
            return periods.Count == 12 / (int)any.Frequency
                && periods[0].Start == new DateOnly(any.Year, any.YearStartsIn, 1)
                && periods[^1].End == periods[0].Start.AddYears(1).AddDays(-1)
                && periods.Zip(periods.Skip(1)).All(pair => pair.First.End.AddDays(1) == pair.Second.Start)
                && periods.Select(period => period.Number).SequenceEqual(Enumerable.Range(1, periods.Count))
                && periods.Contains(any);
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void Only_equal_periods_come_at_the_same_place() =>
        Prop.ForAll(AnyPeriod, AnyPeriod, (one, other) => (one.CompareTo(other) == 0) == (one == other)).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void A_month_and_the_quarter_that_starts_with_it_are_two_periods() =>
        Assert.True(An.Period("2026-01").CompareTo(An.Period("2026-Q1")) < 0);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-1")]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q0")]
    [InlineData("2026-q1")]
    [InlineData("2026Q1")]
    [InlineData("2026@13")]
    [InlineData("2026@00")]
    [InlineData("2026@")]
    [InlineData("@2026")]
    [InlineData("2026-11-23")]
    [InlineData("1026")]
    [InlineData("9999")]
    [InlineData(" 2026")]
    [InlineData("٢٠٢٦")]
    [InlineData("2026-Q1@09@09")]
    public void Other_text_is_no_period(string? text) => Assert.False(Period.TryParse(text, out _));

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void There_is_no_such_month(int month) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Containing(new(2026, 1, 1), Frequency.Monthly, month));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
