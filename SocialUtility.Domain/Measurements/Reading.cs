using System.Text.Json.Serialization;

namespace SocialUtility.Domain.Measurements;

/// <summary>How the figure is known.</summary>
public enum Certainty
{
    Counted,
    Estimated,
    ByEye,
}

/// <summary>
/// What was given for a period. Measured (zero included), not measured and not applicable are three different things;
/// the fourth state, expected, is the absence of any reading (domain.md 8, rule 7: missing is not zero).
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Figure), "figure")]
[JsonDerivedType(typeof(Words), "words")]
[JsonDerivedType(typeof(NotMeasured), "notMeasured")]
[JsonDerivedType(typeof(NotApplicable), "notApplicable")]
public abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>A figure, in the unit of the indicator. A percentage keeps what it was computed from, when known.</summary>
    public sealed record Figure(decimal Amount, Certainty? Certainty = null, decimal? Numerator = null, decimal? Denominator = null) : Reading;

    /// <summary>A sentence that somebody said, without their name.</summary>
    public sealed record Words(string Text) : Reading;

    /// <summary>Nobody has the figure, which is not zero.</summary>
    public sealed record NotMeasured(string? Reason = null) : Reading;

    /// <summary>The question did not arise.</summary>
    public sealed record NotApplicable(string? Reason = null) : Reading;
}
