using SocialUtility.Bot.Pictures;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests.Pictures;

/// <summary>The charts of the reference pages, as data.</summary>
internal static class A
{
    public static readonly ChartData Trend = new()
    {
        Title = "Personnes isolées en contact régulier",
        Unit = "personnes",
        Kind = Kind.Count,
        Shape = ChartShape.Trend,
        Language = Language.French,
        Aggregation = Aggregation.Last,
        Direction = Direction.Up,
        Certainty = Certainty.Counted,
        Baseline = 31,
        BaselineIn = An.Period("2025-Q1"),
        Target = 60,
        TargetBy = new(2027, 12, 31),
        Line = 60,
        Points = [Of("2025-Q1", 31), Of("2025-Q2", 34), Not("2025-Q3"), Of("2025-Q4", 38), Of("2026-Q1", 41), Of("2026-Q2", 47), Not("2026-Q3"), Of("2026-Q4", 52)],
    };

    public static readonly ChartData Bars = new()
    {
        Title = "Participations d’habitants à une décision",
        Unit = "participations",
        Kind = Kind.Count,
        Shape = ChartShape.Bars,
        Language = Language.French,
        Aggregation = Aggregation.Sum,
        Direction = Direction.Up,
        Certainty = Certainty.Counted,
        Target = 80,
        Line = 20,
        Points = [Of("2026-Q1", 0), Of("2026-Q2", 25), Not("2026-Q3", State.NotApplicable, "fermé"), Of("2026-Q4", 20)],
    };

    public static readonly ChartData Scale = new()
    {
        Title = "Sentiment de solitude déclaré",
        Unit = "sur 5",
        Kind = Kind.Scale,
        Shape = ChartShape.Trend,
        Language = Language.French,
        Aggregation = Aggregation.Average,
        Direction = Direction.Down,
        Baseline = 3.8m,
        Target = 3.0m,
        Line = 3.0m,
        Points = [Of("2025", 3.6m), Of("2026", 3.4m)],
    };

    public static readonly ChartData Months = new()
    {
        Title = "Denrées sauvées du gaspillage",
        Unit = "kg",
        Kind = Kind.Count,
        Shape = ChartShape.Bars,
        Language = Language.French,
        Aggregation = Aggregation.Sum,
        Direction = Direction.Up,
        Certainty = Certainty.Estimated,
        Baseline = 2600,
        Target = 4000,
        Points = [.. ((decimal[])[290, 275, 310, 335, 380, 410, 395, 240, 430, 445, 420, 380]).Select((kg, month) => Of($"2026-{month + 1:00}", kg))],
    };

    public static ChartPoint Of(string period, decimal value) => new(An.Period(period), value);

    public static ChartPoint Not(string period, State state = State.NotMeasured, string? reason = null) => new(An.Period(period), null, state, reason);
}
