using System.Globalization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.Reminders;

/// <summary>A value that an association waits for once the period is over.</summary>
public sealed record Expected(Indicator Indicator, Period Period)
{
    /// <summary>What it is called where it is noted that somebody was asked for it.</summary>
    public string Key { get; } = KeyOf(Indicator.Id, Period);

    /// <summary>The first day on which it can be given.</summary>
    public DateOnly Opening => Period.End.AddDays(1);

    /// <summary>By when it is waited for: the 5th after a month, the 10th after a quarter, the 15th after a year.</summary>
    public DateOnly Due => Period.End.AddDays(Period.Frequency switch { Frequency.Monthly => 5, Frequency.Quarterly => 10, _ => 15 });

    /// <summary>A week before; null where that is before it can be given.</summary>
    public DateOnly? Before => Due.AddDays(-7) is var before && before > Opening ? before : null;

    /// <summary>The last time that the person is asked.</summary>
    public DateOnly Last => Due.AddDays(3);

    /// <summary>After that day nobody is asked any more: the next period has had its own turn.</summary>
    public DateOnly Forgotten => Period.Next.Next.End;

    public static string KeyOf(Id<Indicator> indicator, Period period) => string.Create(CultureInfo.InvariantCulture, $"{indicator}|{period}");

    /// <summary>
    /// The periods of an indicator that somebody is asked for around that day: those that have ended last (two of the months, so
    /// that a pause in August loses none) and the one that runs. Nothing is asked for before the indicator was chosen.
    /// </summary>
    public static IEnumerable<Expected> Around(DateOnly day, Indicator indicator, Association association)
    {
        if (!indicator.IsInUse)
        {
            yield break;
        }

        var running = Period.Containing(day, indicator.Frequency, association.YearStartsIn);
        var first = Period.Containing(association.Today(indicator.Since), indicator.Frequency, association.YearStartsIn);
        Period[] periods = indicator.Frequency == Frequency.Monthly ? [running.Previous.Previous, running.Previous, running] : [running.Previous, running];
        foreach (var period in periods)
        {
            if (period >= first && indicator.Asks(period))
            {
                yield return new(indicator, period);
            }
        }
    }
}
