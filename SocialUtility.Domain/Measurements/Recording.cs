using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// What somebody gives for a period, before any rule looked at it: by card, as a typed line, from a sheet.
/// <see cref="RuleBook"/> says what becomes of it.
/// </summary>
public sealed record Recording
{
    public required Indicator Indicator { get; init; }

    public required Period Period { get; init; }

    /// <summary>A figure, words, « non relevé », « sans objet »: in the unit of the indicator, not rounded yet.</summary>
    public required Reading Reading { get; init; }

    /// <summary>What was going on, if somebody said.</summary>
    public string? Context { get; init; }

    /// <summary>A link to a proof, as it was typed: <see cref="ProofLink"/> says what is one.</summary>
    public string? Proof { get; init; }

    public required Person By { get; init; }

    /// <summary>Whose figure it is, where another person types it (« saisi par X pour Y »).</summary>
    public Keeper? For { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why what stood before was not right.</summary>
    public string? Because { get; init; }

    /// <summary>The version of the value that the person had before their eyes when they gave theirs; 0 where nothing was noted.</summary>
    public int Seen { get; init; }

    /// <summary>What was asked already and answered with yes.</summary>
    public Sure Sure { get; init; }

    public string Key => Measurement.KeyOf(Indicator.Id, Period);

    /// <summary>As it stands in the ledger once it is written as that version.</summary>
    public Measurement Noted(int version) => new()
    {
        Indicator = Indicator.Id,
        Period = Period,
        Reading = Reading,
        Context = Context,
        Proof = Proof is { } proof ? ProofLink.Read(proof)?.AbsoluteUri : null,
        By = By,
        For = For,
        At = At,
        Because = Because,
        Version = version,
    };

    /// <summary>What was said in words about the value itself: what the guards of free texts look at.</summary>
    public IEnumerable<string> Said => ((string?[])
    [
        (Reading as Reading.Words)?.Text, (Reading as Reading.NotMeasured)?.Reason, (Reading as Reading.NotApplicable)?.Reason, Context, Because,
    ]).OfType<string>();
}

/// <summary>The doubts that a person has answered with yes.</summary>
[Flags]
public enum Sure
{
    Nothing = 0,

    /// <summary>Zero is what was measured.</summary>
    Zero = 1,

    /// <summary>It is more than usually makes sense.</summary>
    Bound = 2,

    /// <summary>It is far from what was usual, and right.</summary>
    History = 4,

    /// <summary>The words are kept whole.</summary>
    Personal = 8,

    /// <summary>It takes the place of what somebody else noted meanwhile.</summary>
    Meanwhile = 16,

    /// <summary>The correction goes without a reason.</summary>
    Unexplained = 32,
}
