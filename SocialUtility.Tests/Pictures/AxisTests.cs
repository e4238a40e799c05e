using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Bot.Pictures;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Tests.Pictures;

public sealed class AxisTests
{
    [Theory]
    [InlineData("0", "0 0.01")]
    [InlineData("3", "0 1 2 3")]
    [InlineData("7", "0 2 4 6 8")]
    [InlineData("10", "0 2.5 5 7.5 10")]
    [InlineData("25", "0 10 20 30")]
    [InlineData("60", "0 20 40 60")]
    [InlineData("445", "0 200 400 600")]
    [InlineData("4310", "0 2000 4000 6000")]
    public void Marks_are_round_and_begin_at_zero(string highest, string marks) =>
        Assert.Equal(marks.Split(' ').Select(Decimal), Axis.Of([Decimal(highest)], Kind.Count).Marks);

    [Fact]
    public void A_scale_goes_from_1_to_5() => Assert.Equal([1, 2, 3, 4, 5], Axis.Of([3.4m], Kind.Scale).Marks);

    [Fact]
    public void Every_figure_lies_between_five_marks_at_most() =>
        Prop.ForAll(Gen.Choose(-1_000_000, 1_000_000).Select(number => number / 100m).ArrayOf().ToArbitrary(), amounts =>
        {
            var marks = Axis.Of(amounts, Kind.Count).Marks;
            return marks.Count is >= 2 and <= 5 && marks.Contains(0) && amounts.All(amount => amount >= marks[0] && amount <= marks[^1]);
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
