using SkiaSharp;
using SocialUtility.Bot.Pictures;
using SocialUtility.Domain;

namespace SocialUtility.Tests.Pictures;

public sealed class ChartPictureTests
{
    private static readonly SKColor Blue = new(0x0B, 0x4F, 0x82);
    private static readonly SKColor Hatch = new(0xD9, 0xB9, 0x8C);
    private static readonly SKColor Violet = new(0x6A, 0x35, 0x77);

    public static TheoryData<ChartData> Charts => [A.Trend, A.Bars, A.Scale, A.Months];

    [Theory]
    [MemberData(nameof(Charts))]
    public void It_is_a_picture_of_the_width_asked(ChartData data)
    {
        foreach (var (width, density) in ((int, int)[])[(640, 1), (400, 1), (400, 2)])
        {
            using var picture = Draw(data, width, density);

            Assert.Equal((width * density, ChartPicture.Height * density), (picture.Width, picture.Height));
            Assert.Equal(SKColors.White, picture.GetPixel(1, 1));
            Assert.True(picture.Pixels.Count(pixel => pixel == Blue) > 100 * density);
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public async Task The_same_data_give_the_same_bytes(ChartData data)
    {
        var first = ChartPicture.Png(data, 640);
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ChartPicture.Png(data, 640), TestContext.Current.CancellationToken)));

        Assert.All(others, other => Assert.Equal(first, other));
    }

    [Fact]
    public void The_line_breaks_at_a_missing_period_and_never_falls_to_zero()
    {
        using var broken = Draw(A.Trend);
        using var whole = Draw(A.Trend with { Points = [.. A.Trend.Points.Select(point => point.Value is null ? point with { Value = 36 } : point)] });

        // The third of eight columns, between the points of the second and the fourth.
        var (from, to) = Column(2, 8);
        Assert.Equal(0, Count(broken, Blue, from, to));
        Assert.True(Count(whole, Blue, from, to) > 50);
        Assert.True(Count(broken, Hatch, from, to) > 100);
        Assert.Equal(0, Count(whole, Hatch, from, to));
    }

    [Fact]
    public void A_lone_figure_between_missing_periods_stays_a_point()
    {
        using var picture = Draw(A.Trend with { Line = null, Points = [A.Not("2026-Q1"), A.Of("2026-Q2", 12), A.Not("2026-Q3"), A.Not("2026-Q4")] });

        Assert.InRange(Count(picture, Blue, Column(1, 4)), 30, 400);
    }

    [Fact]
    public void Zero_is_drawn_as_zero_and_what_is_missing_is_not()
    {
        using var zero = Draw(A.Bars);
        using var missing = Draw(A.Bars with { Points = [A.Not("2026-Q1"), .. A.Bars.Points.Skip(1)] });

        var first = Column(0, 4);
        Assert.InRange(Count(zero, Blue, first), 64 * 4, 64 * 8);
        Assert.Equal(0, Count(missing, Blue, first));
        Assert.True(Count(missing, Hatch, first) > 100);
    }

    [Fact]
    public void What_does_not_apply_is_empty_and_not_hatched()
    {
        using var picture = Draw(A.Bars);

        Assert.Equal((0, 0, 0), (Count(picture, Blue, Column(2, 4)), Count(picture, Hatch, Column(2, 4)), Count(picture, Violet, Column(2, 4))));
    }

    [Fact]
    public void The_taller_column_is_the_larger_figure()
    {
        using var picture = Draw(A.Months);
        var heights = Enumerable.Range(0, 12).Select(month => Count(picture, Blue, Column(month, 12))).ToList();

        Assert.Equal(7, heights.IndexOf(heights.Min()));
        Assert.Equal(9, heights.IndexOf(heights.Max()));
        Assert.InRange((double)heights[7] / heights[9], 240 / 445.0 - 0.03, 240 / 445.0 + 0.03);
    }

    [Fact]
    public void The_target_stands_across_each_column_that_has_a_figure()
    {
        using var picture = Draw(A.Bars);

        Assert.All((int[])[0, 1, 3], column => Assert.True(Count(picture, Violet, Column(column, 4)) > 100));
    }

    [Fact]
    public void The_target_of_a_year_is_not_drawn_across_its_months()
    {
        using var picture = Draw(A.Months);

        Assert.Equal(0, Count(picture, Violet, (0, 640)));
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void Nothing_is_red_or_green(ChartData data)
    {
        using var picture = Draw(data with { Points = [.. data.Points.SkipLast(1), data.Points[^1] with { Value = null }] });

        Assert.DoesNotContain(picture.Pixels, pixel => pixel.Green > Math.Max(pixel.Red, pixel.Blue) + 24);
        Assert.DoesNotContain(picture.Pixels, pixel => pixel.Red > 170 && pixel.Red > Math.Max(pixel.Green, pixel.Blue) + 80);
    }

    [Fact]
    public void A_narrow_picture_shows_the_last_six_and_says_so()
    {
        var nine = A.Scale with { Points = [.. Enumerable.Range(2018, 9).Select(year => A.Of($"{year}", 2 + (year % 3)))] };
        var otherwise = nine with { Points = [A.Of("2018", 5), A.Not("2019"), A.Of("2020", 1), .. nine.Points.Skip(3)] };

        Assert.Equal(ChartPicture.Png(nine, 400), ChartPicture.Png(otherwise, 400));
        Assert.NotEqual(ChartPicture.Png(nine, 640), ChartPicture.Png(otherwise, 640));
        Assert.NotEqual(ChartPicture.Png(nine with { Points = [.. nine.Points.Skip(3)] }, 400), ChartPicture.Png(nine, 400));
    }

    [Fact]
    public void Letters_are_not_shrunk_in_a_narrow_picture()
    {
        using var wide = Draw(A.Months);
        using var narrow = Draw(A.Months, 400);

        Assert.Equal(Head(wide), Head(narrow));

        static List<SKColor> Head(SKBitmap picture) => [.. from y in Enumerable.Range(0, 36) from x in Enumerable.Range(0, 400) select picture.GetPixel(x, y)];
    }

    [Fact]
    public void More_than_two_years_of_months_are_cut_to_the_last_24()
    {
        var months = Enumerable.Range(0, 100).Select(month => new ChartPoint(An.Period($"{2018 + (month / 12)}-{(month % 12) + 1:00}"), month)).ToList();

        Assert.Equal(ChartData.MostPoints, (A.Trend with { Points = months }).Points.Count);
        Assert.Equal(ChartPicture.Png(A.Trend with { Points = [.. months.TakeLast(24)] }, 640), ChartPicture.Png(A.Trend with { Points = months }, 640));
    }

    [Fact]
    public void Letters_that_the_font_lacks_leave_no_box()
    {
        Assert.Equal(ChartPicture.Png(A.Trend with { Title = "Tomates mûres" }, 640), ChartPicture.Png(A.Trend with { Title = "Tomates \U0001F345\u200D mûres" }, 640));
        Assert.Equal(ChartPicture.Png(A.Trend with { Title = "4\u2009310" }, 640), ChartPicture.Png(A.Trend with { Title = "4\u202F310" }, 640));

        using var regular = Ink.Font(13);
        using var bold = Ink.Font(13, bold: true);
        const string French = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ «»’“”…–—·−€%²\u00A0\u2009";
        Assert.All((SKFont[])[regular, bold], font => Assert.True(font.ContainsGlyphs(French)));
        foreach (var words in (ChartWords[])[ChartWords.OnPicture(Language.French), ChartWords.OnPicture(Language.English)])
        {
            Assert.True(regular.ContainsGlyphs(words.Number(-1234567.5m, Domain.Indicators.Kind.Count)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("شجرة الزيتون")]
    [InlineData("a\uD83D")]
    [InlineData("Unmotsansespacequinefinitpasetquinefinitpasetquinefinitpasetquinefinitpasetquinefinitpasetquinefinitpasetquinefinitpasetquinefinitpas")]
    public void Whatever_somebody_called_it_there_is_a_picture(string title)
    {
        foreach (var data in (ChartData[])[A.Trend with { Title = title, Unit = title }, A.Bars with { Title = title, Unit = title }])
        {
            Assert.NotEmpty(ChartPicture.Png(data, 320));
            Assert.NotEmpty(ChartSentence.Of(data));
        }
    }

    [Theory]
    [InlineData("999999999999999")]
    [InlineData("0.01")]
    [InlineData("-5")]
    [InlineData("0")]
    public void Whatever_the_figures_there_is_a_picture(string figure)
    {
        var amount = decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var data in (ChartData[])[A.Trend, A.Bars, A.Months])
        {
            using var picture = Draw(data with { Points = [.. data.Points.Select(point => point with { Value = amount })], Line = amount }, 400);
            Assert.True(picture.Pixels.Count(pixel => pixel == Blue) > 20);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100_000, 1)]
    [InlineData(640, 0)]
    [InlineData(640, 50)]
    public void No_picture_is_without_bounds(int width, int density) => Assert.Throws<ArgumentOutOfRangeException>(() => ChartPicture.Png(A.Trend, width, density));

    [Fact]
    public void A_figure_about_few_people_cannot_be_measured_off_the_drawing()
    {
        var few = A.Bars with { HiddenUnder = 5, Line = null, Points = [A.Of("2026-Q1", 12), A.Of("2026-Q2", 3), A.Of("2026-Q3", 12)] };

        Assert.Equal(ChartPicture.Png(few, 640), ChartPicture.Png(few with { Points = [few.Points[0], A.Of("2026-Q2", 2), few.Points[2]] }, 640));
        Assert.Contains("au moins 24", ChartSentence.Of(few), StringComparison.Ordinal);
    }

    /// <summary>From the second third of a column to its end: the marks at the left edge of the first are outside.</summary>
    private static (int From, int To) Column(int number, int of)
    {
        const double Left = 44;
        const double Right = 616;
        var step = (Right - Left) / of;
        return ((int)(Left + (step * (number + 0.25))), (int)(Left + (step * (number + 0.75))));
    }

    private static int Count(SKBitmap picture, SKColor colour, (int From, int To) columns) => Count(picture, colour, columns.From, columns.To);

    /// <summary>Under the title and its subtitle, above the notes.</summary>
    private static int Count(SKBitmap picture, SKColor colour, int from, int to) =>
        Enumerable.Range(from, to - from).Sum(x => Enumerable.Range(60, 256).Count(y => picture.GetPixel(x, y) == colour));

    private static SKBitmap Draw(ChartData data, int width = 640, int density = 1) => SKBitmap.Decode(ChartPicture.Png(data, width, density));
}
