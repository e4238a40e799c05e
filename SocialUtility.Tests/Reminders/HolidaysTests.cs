using SocialUtility.Domain.Reminders;

namespace SocialUtility.Tests.Reminders;

/// <summary>The days on which nobody is written to.</summary>
public sealed class HolidaysTests
{
    [Theory]
    [InlineData(1961, "1961-04-02")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2011, "2011-04-24")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_is_where_the_calendar_has_it(int year, string day) => Assert.Equal(DateOnly.Parse(day, null), Holidays.Easter(year));

    [Fact]
    public void A_year_has_eleven_holidays()
    {
        Assert.Equal(
            ["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"],
            InYear(2026, Territory.Metropole));
        Assert.All(Enumerable.Range(2026, 100), year => Assert.InRange(InYear(year, Territory.Metropole).Count, 10, 11));
    }

    [Theory]
    [InlineData(Territory.AlsaceMoselle, "04-03 12-26")]
    [InlineData(Territory.Guadeloupe, "05-27")]
    [InlineData(Territory.Martinique, "05-22")]
    [InlineData(Territory.Guyane, "06-10")]
    [InlineData(Territory.Reunion, "12-20")]
    [InlineData(Territory.Mayotte, "04-27")]
    [InlineData(Territory.SaintBarthelemy, "10-09")]
    [InlineData(Territory.SaintMartin, "05-28")]
    public void Some_territories_have_days_of_their_own(Territory territory, string days) =>
        Assert.Equal(days.Split(' '), InYear(2026, territory).Except(InYear(2026, Territory.Metropole)));

    [Theory]
    [InlineData("Indian/Reunion", Territory.Reunion)]
    [InlineData("America/Cayenne", Territory.Guyane)]
    [InlineData("Europe/Paris", Territory.Metropole)]
    [InlineData("Asia/Tokyo", Territory.Metropole)]
    public void An_association_s_time_zone_says_whose_days_it_keeps(string zone, Territory territory)
    {
        Assert.Equal(territory, (An.Association with { TimeZone = zone }).Territory);
        Assert.Equal(Territory.AlsaceMoselle, (An.Association with { AlsaceMoselle = true }).Territory);
    }

    [Theory]
    // A Monday at seven in the morning, in the middle of the day, in the evening.
    [InlineData("Europe/Paris", "2026-11-23T06:00Z", "2026-11-23T08:00Z")]
    [InlineData("Europe/Paris", "2026-11-23T12:34Z", "2026-11-23T12:34Z")]
    [InlineData("Europe/Paris", "2026-11-23T19:00Z", "2026-11-24T08:00Z")]
    // A Friday evening; Christmas, a Friday; Easter.
    [InlineData("Europe/Paris", "2026-11-27T20:00Z", "2026-11-30T08:00Z")]
    [InlineData("Europe/Paris", "2026-12-24T22:00Z", "2026-12-28T08:00Z")]
    [InlineData("Europe/Paris", "2026-04-04T10:00Z", "2026-04-07T07:00Z")]
    // August is quiet.
    [InlineData("Europe/Paris", "2026-07-31T18:30Z", "2026-09-01T07:00Z")]
    // Overseas it is another hour and another day.
    [InlineData("Indian/Reunion", "2026-11-23T06:00Z", "2026-11-23T06:00Z")]
    [InlineData("America/Guadeloupe", "2026-11-23T08:00Z", "2026-11-23T13:00Z")]
    [InlineData("America/Guadeloupe", "2026-05-27T14:00Z", "2026-05-28T13:00Z")]
    // The clocks go forward on 28 March 2027, back on 25 October 2026.
    [InlineData("Europe/Paris", "2027-03-26T20:00Z", "2027-03-30T07:00Z")]
    [InlineData("Europe/Paris", "2026-10-23T20:00Z", "2026-10-26T08:00Z")]
    public void The_next_moment_is_a_working_day_and_an_hour_of_the_day(string zone, string now, string next)
    {
        QuietTimes times = new(TimeZoneInfo.FindSystemTimeZoneById(zone), Holidays.Of(zone));

        Assert.Equal(DateTimeOffset.Parse(next, null), times.Next(DateTimeOffset.Parse(now, null)));
        Assert.True(times.Allows(DateTimeOffset.Parse(next, null)));
    }

    [Fact]
    public void An_hour_that_the_clock_leaps_over_is_after_the_leap()
    {
        // Nowhere in France; a rule that leaps from 9 to 10 in the morning.
        var leap = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            new(2026, 1, 1), new(2026, 12, 31), TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 9, 0, 0), 3, 10), TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 10, 0, 0), 11, 10));
        QuietTimes times = new(TimeZoneInfo.CreateCustomTimeZone("leaping", TimeSpan.Zero, "leaping", "leaping", "leaping", [leap]), Territory.Metropole);

        Assert.Equal(new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero), times.From(new(2026, 3, 10)));
        Assert.Equal(new(2026, 11, 10, 8, 0, 0, TimeSpan.Zero), times.From(new(2026, 11, 10)));
    }

    private static List<string> InYear(int year, Territory territory) =>
        [.. Enumerable.Range(0, 366).Select(n => new DateOnly(year, 1, 1).AddDays(n)).Where(day => day.Year == year && Holidays.FallsOn(day, territory)).Select(day => day.ToString("MM-dd", null))];
}
