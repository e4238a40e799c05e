using SocialUtility.Bot.Pictures;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Example;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Profiles;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests.Pictures;

public sealed class ChartDataTests
{
    private static readonly DateTimeOffset November = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset January = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_food_of_the_example_stands_in_bars_up_to_October_and_says_so()
    {
        var food = await ChartAsync(3, November);

        Assert.Equal((ChartShape.Bars, 10, (decimal?)null), (food!.Shape, food.Points.Count, food.Line));
        Assert.StartsWith("Denrées sauvées du gaspillage (kg)\u00A0: 3\u00A0510 de janvier à octobre 2026 (estimé), pour une cible de 4\u00A0000", ChartSentence.Of(food), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_end_of_the_year_the_whole_year_is_said() =>
        Assert.StartsWith("Denrées sauvées du gaspillage (kg)\u00A0: 4\u00A0310 en 2026", ChartSentence.Of((await ChartAsync(3, January))!), StringComparison.Ordinal);

    [Fact]
    public async Task People_who_come_back_stand_in_a_line_with_their_target_across()
    {
        var people = await ChartAsync(1, January);

        Assert.Equal((ChartShape.Trend, 4, 60m), (people!.Shape, people.Points.Count, people.Line));
        Assert.Equal(
            "Personnes isolées en contact régulier\u00A0: 52 au 4e trimestre 2026, pour une cible de 60 d’ici décembre 2027\u00A0; départ\u00A0: 31.",
            ChartSentence.Of(people));
    }

    [Fact]
    public async Task What_was_not_measured_keeps_its_reason() =>
        Assert.Equal(new ChartPoint(An.Period("2026"), null, State.NotMeasured, "questionnaire reporté"), Assert.Single((await ChartAsync(2, January))!.Points));

    [Fact]
    public async Task A_year_that_still_runs_and_says_nothing_has_no_chart() => Assert.Null(await ChartAsync(2, November));

    [Fact]
    public async Task Words_have_no_chart() => Assert.Null(await ChartAsync(5, January));

    [Fact]
    public void Two_years_on_end_are_one_line()
    {
        var last = An.Indicator with { Aggregation = Aggregation.Last };
        Measurement[] readings = [An.Measurement("2025-Q4", 10), An.Measurement("2026-Q1", 12)];
        var today = new DateOnly(2026, 4, 5);

        var data = ChartData.From([YearOf.Reading(last, 2025, 1, readings, today), YearOf.Reading(last, 2026, 1, readings, today)], Language.French)!;

        Assert.Equal([State.Late, State.Late, State.Late, State.Measured, State.Measured], data.Points.Select(point => point.State));
        Assert.Equal(ChartShape.Trend, data.Shape);
    }

    [Theory]
    [InlineData(Aggregation.Sum, 4, ChartShape.Bars)]
    [InlineData(Aggregation.Last, 4, ChartShape.Trend)]
    [InlineData(Aggregation.Average, 3, ChartShape.Trend)]
    [InlineData(Aggregation.Last, 2, ChartShape.Bars)]
    public void Flows_stand_in_bars_and_levels_in_a_line(Aggregation aggregation, int quarters, ChartShape shape)
    {
        var readings = Enumerable.Range(1, quarters).Select(quarter => An.Measurement($"2026-Q{quarter}", quarter));
        var year = YearOf.Reading(An.Indicator with { Aggregation = aggregation }, 2026, 1, readings, new DateOnly(2026, 1, 1).AddMonths(3 * quarters));

        Assert.Equal(shape, ChartData.From([year], Language.French)!.Shape);
    }

    [Fact]
    public void A_chart_of_nothing_is_a_mistake() => Assert.Throws<ArgumentException>(() => A.Trend with { Points = [] });

    private static async Task<ChartData?> ChartAsync(int number, DateTimeOffset now)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var table = new MemoryTable();
        var id = Id<Association>.Parse("potager");
        await table.WriteAsync(Association.Partition(id), WorkedExample.Rows(id, An.Coordinator, now), cancellation);
        var dossier = (await Dossier.OpenAsync(table, id, cancellation))!;
        var profile = Profile.Of(dossier, await new Ledger(table, id).OfYearsAsync(2026, 2026, cancellation), 2026, dossier.Association.Today(now));
        return ChartData.From([profile.Portraits.SelectMany(portrait => portrait.Indicators).Single(year => year.Indicator.Number == number)], Language.French);
    }
}
