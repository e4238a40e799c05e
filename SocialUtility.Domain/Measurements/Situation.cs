using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// Where an indicator stands in one year: its value, its target, how it moved, what is missing. One place for all that cards,
/// reports and exports say of it, so that they say the same. Nothing is scored, nothing is ranked.
/// </summary>
public sealed record Situation
{
    public required Indicator Indicator { get; init; }

    public required YearOf Year { get; init; }

    /// <summary>The year before, in the same way of measuring; null where it was not measured so.</summary>
    public required YearOf? Before { get; init; }

    /// <summary>The same indicator measured otherwise earlier in this year: said apart, never joined.</summary>
    public required IReadOnlyList<YearOf> OtherWays { get; init; }

    /// <summary>What the year says so far: its total, or the latest figure where years are not summed up; null where nothing can be said.</summary>
    public decimal? Value => Year.Total ?? (Indicator.Aggregation is null or Aggregation.None ? Latest?.Amount : null);

    /// <summary>The figure of the latest period that has one.</summary>
    public Reading.Figure? Latest => Year.Figures.Select(entry => entry.Figure).LastOrDefault();

    /// <summary>How it moved against the same periods of the year before.</summary>
    public Movement? Movement => Movement.Of(Year, Before);

    /// <summary>Is the movement good news? Never said where no direction was chosen (domain.md 8, rule 4).</summary>
    public News News => (Movement?.Bearing, Indicator.Direction) switch
    {
        (Bearing.Up, Direction.Up) or (Bearing.Down, Direction.Down) => News.Good,
        (Bearing.Down, Direction.Up) or (Bearing.Up, Direction.Down) => News.Other,
        _ => News.None,
    };

    public Aim Aim
    {
        get
        {
            if (Indicator.Target is not { } target || (Indicator.Direction == Direction.None && target.UpTo is null))
            {
                return Aim.None;
            }

            if (Value is not { } value)
            {
                return Aim.Unknown;
            }

            // A sum goes on growing: what is not over or has holes cannot have stayed below anything yet.
            var grows = Indicator is { Aggregation: Aggregation.Sum, Kind: not Kind.Percentage } && (Year.IsAtLeast || !Year.IsOver);
            return (target.UpTo, Indicator.Direction) switch
            {
                ({ } highest, _) when value > highest => Aim.NotYet,
                ({ }, _) when grows => Aim.Unknown,
                ({ }, _) => value >= target.Amount ? Aim.Reached : Aim.NotYet,
                (_, Direction.Up) => value >= target.Amount ? Aim.Reached : grows && Year.IsOver ? Aim.Unknown : Aim.NotYet,
                _ when value > target.Amount => Aim.NotYet,
                _ => grows ? Aim.Unknown : Aim.Reached,
            };
        }
    }

    /// <summary>
    /// How much of the way from the start to the target is made: (value − start) ÷ (target − start), 0.5 for half of it, whether the
    /// figure is to rise or to fall; below 0 where it went the other way. Null where the start, the target or the value is not known,
    /// where the target lies on the other side of the start, and for a target that is a range: no bar then.
    /// </summary>
    public decimal? Way =>
        (Indicator, Value) is ({ Baseline: { } start, Target: { UpTo: null } target, Direction: var direction }, { } value)
        && (direction, Math.Sign(target.Amount - start)) is (Direction.Up, 1) or (Direction.Down, -1)
            ? (value - start) / (target.Amount - start)
            : null;

    /// <summary>What the year's readings are, as a whole.</summary>
    public Known Known => Year.Periods switch
    {
        var periods when periods.Any(period => period.State == State.Late) => Known.Late,
        var periods when periods.Any(period => period.State == State.Measured) => Known.Measured,
        var periods when periods.Any(period => period.State == State.NotMeasured) => Known.NotMeasured,
        var periods when periods.Any(period => period.State == State.NotApplicable) => Known.NotApplicable,
        _ => Known.Expected,
    };

    /// <summary>
    /// Of each indicator in use, by number. The readings are those of the year and the one before:
    /// <see cref="Ledger.OfYearsAsync(int, int, CancellationToken)"/>, one range.
    /// </summary>
    public static IReadOnlyList<Situation> Of(Dossier dossier, IReadOnlyCollection<Measurement> measurements, int year, DateOnly today)
    {
        var all = Series.Of(dossier.Indicators, measurements, year - 1, year, dossier.Association.YearStartsIn, today).ToDictionary(series => series.Indicator.Id);
        return
        [
            .. all.Values.Where(series => !series.Indicator.Retired).OrderBy(series => series.Indicator.Number).Select(series => new Situation
            {
                Indicator = series.Indicator,
                Year = series.Of(year)!,
                Before = series.Of(year - 1) is { } before && before.Figures.Any() ? before : null,
                OtherWays = [.. Earlier(series.Indicator, all).Select(earlier => earlier.Of(year)!).Where(earlier => earlier.Periods.Count > 0)],
            }),
        ];
    }

    /// <summary>The ways of measuring before this one, the latest first.</summary>
    private static IEnumerable<Series> Earlier(Indicator indicator, Dictionary<Id<Indicator>, Series> all)
    {
        var seen = new HashSet<Id<Indicator>> { indicator.Id };
        for (var follows = indicator.Follows; follows is not null && seen.Add(follows.Earlier) && all.TryGetValue(follows.Earlier, out var earlier); follows = earlier.Indicator.Follows)
        {
            yield return earlier;
        }
    }
}

/// <summary>What a movement means to the group that chose a direction.</summary>
public enum News
{
    None,
    Good,

    /// <summary>It went the other way: a question for the group, never a fault.</summary>
    Other,
}

/// <summary>Where the value stands towards its target.</summary>
public enum Aim
{
    /// <summary>There is no target, or no direction to judge it by.</summary>
    None,

    /// <summary>It cannot be said yet: nothing measured, or a sum that may still grow past it.</summary>
    Unknown,
    NotYet,
    Reached,
}

/// <summary>What is known of a year: one word for a line of a dashboard.</summary>
public enum Known
{
    /// <summary>Nothing is due yet.</summary>
    Expected,
    Measured,
    NotMeasured,
    NotApplicable,

    /// <summary>A period is over and nothing was said of it.</summary>
    Late,
}
