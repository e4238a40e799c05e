using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Profiles;

namespace SocialUtility.Tests;

/// <summary>The coordinator's week: what came in, what surprises, what is awaited, whom to thank.</summary>
public sealed class WeekTests
{
    private static readonly Indicator Old = An.Indicator with { Since = An.Evening.AddYears(-2) };

    [Fact]
    public void What_is_over_and_was_not_given_is_awaited_the_longest_awaited_first()
    {
        var week = Of([An.Measurement("2026-Q1", 3) with { At = An.Evening.AddMonths(-6) }], Old);

        Assert.Equal(["2025-Q4", "2026-Q2", "2026-Q3"], Assert.Single(week.Awaited).Periods.Select(period => period.ToString()));
        Assert.Empty(week.Arrived);
    }

    [Fact]
    public void Nothing_is_awaited_from_before_an_indicator_was_chosen_nor_of_one_that_is_paused_nor_of_a_time_that_is_closed()
    {
        Assert.Empty(Of([], An.Indicator).Awaited);
        Assert.Empty(Of([], Old with { Pauses = [new(new(2025, 1, 1), null)] }).Awaited);
        var closed = Of([], Old, new Closure { Period = An.Period("2026"), By = An.Coordinator, At = An.Evening }, new Closure { Period = An.Period("2025"), By = An.Coordinator, At = An.Evening });
        Assert.Empty(closed.Awaited);
    }

    [Fact]
    public void What_is_far_from_its_history_comes_first_and_is_said_to_surprise()
    {
        Measurement[] readings =
        [
            .. ((string[])["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]).Select(period => An.Measurement(period, 40) with { At = An.Evening.AddMonths(-3) }),
            An.Measurement("2026-Q3", 400),
        ];
        var week = Of(readings, Old);

        Assert.True(Assert.Single(week.Arrived).Surprises);
        Assert.Equal((1, 1), (week.Given, week.Givers.Count));
    }

    [Fact]
    public void Who_typed_for_another_is_not_thanked_in_their_place()
    {
        var week = Of([An.Measurement("2026-Q3", 4) with { For = new Keeper(null, "l’équipe du glanage") }], Old);

        Assert.Equal([new Keeper(null, "l’équipe du glanage")], week.Givers);
    }

    [Fact]
    public void What_nobody_had_is_named_and_is_no_value()
    {
        var week = Of([An.Measurement("2026-Q3", new Reading.NotMeasured("pas compté"))], Old);

        Assert.Empty(week.Arrived);
        Assert.Single(week.NotMeasured);
        Assert.DoesNotContain(week.Awaited.SelectMany(awaited => awaited.Periods), period => period == An.Period("2026-Q3"));
    }

    private static Week Of(IReadOnlyList<Measurement> readings, params Entry[] entries) =>
        Week.Of(entries.Aggregate(Dossier.New(An.Association).With(An.Criterion), (file, entry) => file.With(entry)), readings, [], MeetingBook.Empty, An.Evening);
}
