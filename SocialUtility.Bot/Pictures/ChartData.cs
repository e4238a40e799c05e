using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Pictures;

/// <summary>How a chart is drawn.</summary>
public enum ChartShape
{
    /// <summary>A line of points, broken where a period is missing.</summary>
    Trend,

    /// <summary>A column for each period.</summary>
    Bars,
}

/// <summary>One period of a chart: a figure, or the state that stands in its place.</summary>
public sealed record ChartPoint(Period Period, decimal? Value, State State = State.NotMeasured, string? Reason = null)
{
    public State State { get; } = Value is not null ? State.Measured : State is State.NotApplicable or State.Late ? State : State.NotMeasured;
}

/// <summary>
/// What a picture shows of one indicator; the drawing and its sentence are made from this and nothing else.
/// </summary>
public sealed record ChartData
{
    public const int MostPoints = 24;

    public required string Title { get; init; }

    public required string Unit { get; init; }

    public required Kind Kind { get; init; }

    public required ChartShape Shape { get; init; }

    public required Language Language { get; init; }

    /// <summary>In time order, all of one length, without those that still run: at least one, the last <see cref="MostPoints"/> count.</summary>
    public required IReadOnlyList<ChartPoint> Points
    {
        get;
        init => field = value.Count > 0 ? [.. value.TakeLast(MostPoints)] : throw new ArgumentException("A chart has at least one period.", nameof(value));
    }

    public Direction Direction { get; init; } = Direction.None;

    public Aggregation? Aggregation { get; init; }

    public Certainty? Certainty { get; init; }

    public decimal? Baseline { get; init; }

    public Period? BaselineIn { get; init; }

    /// <summary>The level that would be good news, for the year or by <see cref="TargetBy"/>.</summary>
    public decimal? Target { get; init; }

    public DateOnly? TargetBy { get; init; }

    /// <summary>
    /// What each single period is compared with. The target of a year is not shared out over its months: nobody said that
    /// August should be like October.
    /// </summary>
    public decimal? Line { get; init; }

    /// <summary>Figures above zero and under this are only said to be so: few people can be recognised (domain.md 7.3, G9).</summary>
    public int? HiddenUnder { get; init; }

    public Frequency Frequency => Points[0].Period.Frequency;

    /// <param name="years">One indicator over one year or several on end, oldest first.</param>
    /// <param name="language">The language of the words around it; what people wrote stays as it is.</param>
    /// <returns>Null where no period is over yet and none has a figure, or where the indicator has words and no figures.</returns>
    public static ChartData? From(IReadOnlyList<YearOf> years, Language language)
    {
        var indicator = years[^1].Indicator;
        List<ChartPoint> points =
        [
            .. years.SelectMany(year => year.Periods)
                .Where(period => period.State != State.Running)
                .Select(period => period.Measurement?.Reading switch
                {
                    Reading.Figure figure => new ChartPoint(period.Period, figure.Amount),
                    Reading.NotMeasured missing => new(period.Period, null, period.State, missing.Reason),
                    Reading.NotApplicable apart => new(period.Period, null, period.State, apart.Reason),
                    _ => new(period.Period, null, State.Late),
                }),
        ];
        return points.Count == 0 || !indicator.IsFigure ? null : new()
        {
            Title = indicator.Name,
            Unit = indicator.Unit,
            Kind = indicator.Kind,
            Shape = (points.Count, indicator.Aggregation) is (< 3, _) or (<= 12, Domain.Indicators.Aggregation.Sum) && indicator.Kind != Kind.Scale ? ChartShape.Bars : ChartShape.Trend,
            Language = language,
            Points = points,
            Direction = indicator.Direction,
            Aggregation = indicator.Aggregation,
            Certainty = years[^1].Certainty,
            Baseline = indicator.Baseline,
            Target = indicator.Target?.Amount,
            TargetBy = indicator.Target?.By,
            Line = indicator.Aggregation == Domain.Indicators.Aggregation.Sum && indicator.Frequency != Frequency.Yearly ? null : indicator.Target?.Amount,
        };
    }

    /// <summary>The figure that may be shown of a point, or null.</summary>
    internal decimal? Shown(ChartPoint point) => IsHidden(point) ? null : point.Value;

    internal bool IsHidden(ChartPoint point) => point.Value is > 0 and var value && value < HiddenUnder;
}
