using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.QuickLines;

/// <summary>What a quick line is read against: the indicators in use, the day it is, what is noted already.</summary>
public sealed record QuickSetting
{
    public required Dossier Dossier { get; init; }

    /// <summary>The language of who writes: it decides what <c>1,250</c> is. Words are understood in both.</summary>
    public required Language Language { get; init; }

    /// <summary>The day it is for the association.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Is anything noted for that period?</summary>
    public required Func<Indicator, Period, bool> IsNoted { get; init; }

    /// <summary>The indicator that was just asked for: it alone takes a figure without a name.</summary>
    public (Indicator Indicator, Period Period)? Asked { get; init; }

    internal int YearStartsIn => Dossier.Association.YearStartsIn;

    /// <summary>
    /// The period that is meant where none was said: the last one that has ended while its value is missing, else the one that
    /// runs; and the other of the two.
    /// </summary>
    public (Period Usual, Period? Other) UsualPeriod(Indicator indicator)
    {
        if (Asked is var (asked, period) && asked.Id == indicator.Id)
        {
            return (period, null);
        }

        var current = Period.Containing(Today, indicator.Frequency, YearStartsIn);
        var over = current.Previous;
        var first = Period.Containing(DateOnly.FromDateTime(indicator.Since.UtcDateTime), indicator.Frequency, YearStartsIn);
        return over < first || !indicator.Asks(over) ? (current, null) : IsNoted(indicator, over) ? (current, over) : (over, current);
    }
}
