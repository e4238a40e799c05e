namespace SocialUtility.Domain.Reminders;

/// <summary>
/// When a person may be written to: on working days of their association, from the hour they like until eight in the evening
/// where they are; not on public holidays, nor in August unless the association works then (domain.md 6.2, reason 6).
/// </summary>
/// <param name="Zone">Where the person is.</param>
/// <param name="Territory">Whose public holidays are kept.</param>
/// <param name="WorksInAugust">Whether August is a month like another.</param>
/// <param name="Hour">From which hour on, 8 to 19.</param>
public sealed record QuietTimes(TimeZoneInfo Zone, Territory Territory, bool WorksInAugust = false, int Hour = QuietTimes.UsualHour)
{
    public const int UsualHour = 9;

    /// <summary>Quiet from here on in the evening.</summary>
    public const int Evening = 20;

    /// <summary>Quiet until here in the morning.</summary>
    public const int Morning = 8;

    /// <summary>The calendar day it is for the person.</summary>
    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.FallsOn(day, Territory) && (WorksInAugust || day.Month != 8);

    public bool Allows(DateTimeOffset instant) => Next(instant) == instant;

    /// <summary>That instant, or the first after it at which the person may be written to.</summary>
    public DateTimeOffset Next(DateTimeOffset instant)
    {
        for (var day = Day(instant); ; day = day.AddDays(1))
        {
            if (!IsWorkingDay(day))
            {
                continue;
            }

            var from = At(day, Hour);
            if (instant <= from)
            {
                return from;
            }

            if (instant < At(day, Evening))
            {
                return instant.ToUniversalTime();
            }
        }
    }

    /// <summary>The first instant of that day or later at which the person may be written to.</summary>
    public DateTimeOffset From(DateOnly day) => Next(At(day, 0));

    /// <summary>That hour of that day as an instant: an hour that the clock leaps over begins when the leap is done, one that comes twice the first time.</summary>
    private DateTimeOffset At(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
