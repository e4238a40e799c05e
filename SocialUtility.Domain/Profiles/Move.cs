using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.Profiles;

/// <summary>
/// How a figure moved: the newest beside the one it is fairly compared with. What is added up is compared over as many periods
/// as there are so far, or with the same time of the year before: an August with an August. Another way of measuring is
/// another indicator, and never the other end of a move (docs/decisions/0014).
/// </summary>
/// <param name="Now">The period of the newest figure.</param>
/// <param name="Amount">The newest figure, or what the year has so far.</param>
/// <param name="Before">The period it is compared with.</param>
/// <param name="Earlier">What there was then.</param>
/// <param name="SoFar">Both are what was added up since the year began, over the same periods.</param>
public sealed record Move(Period Now, decimal Amount, Period Before, decimal Earlier, bool SoFar = false)
{
    public int Sign => Amount.CompareTo(Earlier);

    /// <param name="now">The year that is looked at.</param>
    /// <param name="before">The year before, of the same indicator; null where it is not known.</param>
    /// <returns>Null where there is nothing to compare: one figure is no trend.</returns>
    public static Move? Of(YearOf now, YearOf? before)
    {
        var figures = now.Figures.ToList();
        if (figures is not [.., var last])
        {
            return null;
        }

        var earlier = before?.Figures.ToDictionary(entry => entry.Period.Number) ?? [];
        if (now.Indicator is { Aggregation: Aggregation.Sum, Kind: not Kind.Percentage } && now.Missing == 0
            && Movement.Of(now, before) is { } movement && movement.Periods == figures.Count)
        {
            return new(last.Period, movement.Now, earlier[last.Period.Number].Period, movement.Before, SoFar: true);
        }

        (Period Period, Reading.Figure Figure)? other = now.Indicator.Aggregation == Aggregation.Sum && earlier.TryGetValue(last.Period.Number, out var season) ? season
            : figures.Count > 1 ? figures[^2]
            : earlier.Count > 0 ? before!.Figures.Last()
            : null;
        return other is var (period, figure) ? new(last.Period, last.Figure.Amount, period, figure.Amount) : null;
    }
}
