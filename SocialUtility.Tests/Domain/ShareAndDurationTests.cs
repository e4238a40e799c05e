using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests;

/// <summary>« 45 sur 60 » and « 3 h 30 », and what a year says of shares.</summary>
public sealed class ShareAndDurationTests
{
    /// <summary>Four quarters of shares, each with its two figures, or with the percentage alone, or missing.</summary>
    private static readonly Arbitrary<Reading?[]> AnyShares = Gen.ArrayOf(
        Gen.Frequency(
            (6, Gen.Choose(1, 200).SelectMany(whole => Gen.Choose(0, whole).Select(Reading? (part) => new Reading.Figure(Math.Round(100m * part / whole, 2), null, part, whole)))),
            (1, Gen.Choose(0, 100).Select(Reading? (percent) => new Reading.Figure(percent))),
            (1, Gen.Constant<Reading?>(new Reading.NotApplicable())),
            (1, Gen.Constant<Reading?>(null))),
        4).ToArbitrary();

    [Fact]
    public void A_year_of_shares_is_parts_over_wholes_or_nothing_whatever_the_rule_but_the_last() =>
        Prop.ForAll(AnyShares, quarters =>
        {
            var figures = quarters.OfType<Reading.Figure>().ToList();
            var whole = figures.Count > 0 && !quarters.Contains(null) && figures.TrueForAll(figure => figure.Denominator > 0);
            decimal? expected = whole ? 100 * figures.Sum(figure => figure.Numerator) / figures.Sum(figure => figure.Denominator)
                : figures.Count == 1 && !quarters.Contains(null) ? figures[0].Amount
                : null;
            return Year(Aggregation.Average, quarters).Total == expected
                && Year(Aggregation.Sum, quarters).Total == expected
                && !Year(Aggregation.Sum, quarters).IsAtLeast
                && Year(Aggregation.None, quarters).Total is null
                && Year(Aggregation.Last, quarters).Total == (figures.Count == 0 ? null : figures[^1].Amount);
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void A_year_of_shares_lies_between_its_lowest_and_its_highest() =>
        Prop.ForAll(AnyShares, quarters =>
        {
            var figures = quarters.OfType<Reading.Figure>().ToList();
            return Year(Aggregation.Average, quarters).Total is not { } total || (total >= figures.Min(figure => figure.Amount) - 0.01m && total <= figures.Max(figure => figure.Amount) + 0.01m);
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void A_share_is_read_as_it_was_written() =>
        Prop.ForAll(Gen.Choose(0, 999).Two().ToArbitrary(), pair =>
            new[] { $"{pair.Item1} sur {pair.Item2}", $"{pair.Item1}/{pair.Item2}", $"{pair.Item1} out of {pair.Item2}" }
                .All(text => ShareText.Read(text, Language.French) is { } share && (share.Part, share.Whole) == (pair.Item1, pair.Item2)))
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Theory]
    [InlineData("45 personnes sur 60", 45, 60)]
    [InlineData("45 / 60", 45, 60)]
    [InlineData("1 250 sur 2 500 foyers", 1250, 2500)]
    [InlineData("12,5 SUR 20", 12.5, 20)]
    [InlineData("environ 45 sur 60", 45, 60)]
    public void A_share_is_read_as_people_write_it(string text, double part, double whole) =>
        Assert.Equal(((decimal)part, (decimal)whole), ShareText.Read(text, Language.French) is { } share ? (share.Part, share.Whole) : default);

    [Theory]
    [InlineData("45")]
    [InlineData("75 %")]
    [InlineData("sur 60")]
    [InlineData("45 sur")]
    [InlineData("12/11/2026")]
    [InlineData("-3 sur 60")]
    [InlineData("presque tous sur 60")]
    [InlineData("")]
    public void What_is_no_share_is_none(string text) => Assert.Null(ShareText.Read(text, Language.French));

    [Fact]
    public void Of_nothing_there_is_no_percentage() => Assert.Null(ShareText.Read("0 sur 0", Language.French)!.Percentage);

    [Theory]
    [InlineData("3 h 30", DurationUnit.Hours, 3.5)]
    [InlineData("1h05", DurationUnit.Minutes, 65)]
    [InlineData("90 min", DurationUnit.Hours, 1.5)]
    [InlineData("2 hours and 15 minutes", DurationUnit.Minutes, 135)]
    [InlineData("12 heures", DurationUnit.Hours, 12)]
    public void A_time_is_read_in_the_unit_of_the_indicator(string text, DurationUnit unit, double amount) => Assert.Equal((decimal)amount, DurationText.Read(text, unit));

    [Theory]
    [InlineData("3", DurationUnit.Hours)]
    [InlineData("3 h 75", DurationUnit.Hours)]
    [InlineData("3 h", DurationUnit.Days)]
    [InlineData("3 jours", DurationUnit.Hours)]
    [InlineData("h", DurationUnit.Hours)]
    public void What_is_no_such_time_is_none(string text, DurationUnit unit) => Assert.Null(DurationText.Read(text, unit));

    private static YearOf Year(Aggregation aggregation, Reading?[] quarters) => YearOf.Reading(
        An.Indicator with { Kind = Kind.Percentage, Aggregation = aggregation },
        2026,
        1,
        quarters.Select((reading, number) => (reading, number)).Where(entry => entry.reading is not null).Select(entry => An.Measurement($"2026-Q{entry.number + 1}", entry.reading!)),
        new(2027, 1, 5));
}
