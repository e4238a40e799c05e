using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.QuickLines;

/// <summary>
/// What a line says of the time: days from one to the other, in one way or in two (« 2025 » of a year that starts in
/// September). A part of a month fits no rhythm: « le 12 mars » does not say that the month had no other day.
/// </summary>
internal sealed record SaidPeriod(IReadOnlyList<(DateOnly Start, DateOnly End)> Spans, bool Part = false)
{
    private const int MostChoices = 12;

    public SaidPeriod(DateOnly start, DateOnly end, bool part = false)
        : this([(start, end)], part)
    {
    }

    public static SaidPeriod Month(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static SaidPeriod Day(DateOnly day) => new(day, day, part: true);

    public static SaidPeriod Of(Period period) => new(period.Start, period.End);

    /// <summary>The period of the indicator that is exactly meant; null where none is.</summary>
    public Period? Exactly(Indicator indicator, int yearStartsIn)
    {
        if (Part || Spans is not [var (start, end)])
        {
            return null;
        }

        var period = Period.Containing(start, indicator.Frequency, yearStartsIn);
        return period.Start == start && period.End == end ? period : null;
    }

    /// <summary>The periods of the indicator that lie in what was said, or in which it lies; none that has not begun.</summary>
    public IReadOnlyList<Period> Around(Indicator indicator, int yearStartsIn, DateOnly today)
    {
        var around = new List<Period>();
        foreach (var (start, end) in Spans)
        {
            for (var period = Period.Containing(start, indicator.Frequency, yearStartsIn); period.Start <= end && period.Start <= today && around.Count < MostChoices; period = period.Next)
            {
                if (!around.Contains(period))
                {
                    around.Add(period);
                }
            }
        }

        return around;
    }

    /// <summary>Nothing of it has begun.</summary>
    public bool IsAhead(DateOnly today) => Spans.All(span => span.Start > today);

    public bool Equals(SaidPeriod? other) => other is not null && Part == other.Part && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => Spans[0].GetHashCode();
}
