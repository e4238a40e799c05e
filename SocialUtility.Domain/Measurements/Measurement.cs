using System.Globalization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// The reading of one indicator for one period. Its key is both, so that a message heard twice writes one row;
/// a correction is the next version and the earlier one stays readable (domain.md 8, rule 10).
/// </summary>
public sealed record Measurement : Entry
{
    public const string Prefix = "value|";

    public const string PastPrefix = "past|";

    public required Id<Indicator> Indicator { get; init; }

    public required Period Period { get; init; }

    public required Reading Reading { get; init; }

    /// <summary>What was going on, if somebody said.</summary>
    public string? Context { get; init; }

    /// <summary>The address of a proof, which starts with https; the proof itself stays where it lies.</summary>
    public string? Proof { get; init; }

    public required Person By { get; init; }

    /// <summary>Whose figure it is, where <see cref="By"/> typed it for them; null where it is their own.</summary>
    public Keeper? For { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why the version before was not right, if somebody said.</summary>
    public string? Because { get; init; }

    /// <summary>The second pair of eyes; null where the association asks for none.</summary>
    public Rereading? Reread { get; init; }

    /// <summary>When whoever gave it took it back, within minutes; null for what stands or stood.</summary>
    public DateTimeOffset? Undone { get; init; }

    /// <summary>One entry of one person: it may lie in the ledger twice, where it stands again after what superseded it was taken back.</summary>
    public bool IsSameEntryAs(Measurement other) => (By, At, Reading, Context) == (other.By, other.At, other.Reading, other.Context);

    /// <summary>The same reading with the same words beside it: nothing to write.</summary>
    public bool SaysTheSameAs(Measurement other) =>
        (Reading, Context, Proof ?? other.Proof, For ?? other.For) == (other.Reading, other.Context, other.Proof, other.For);

    public override string Key => KeyOf(Indicator, Period);

    /// <summary>Where this version lies once another supersedes it.</summary>
    public string PastKey => string.Create(CultureInfo.InvariantCulture, $"{PastPrefix}{Indicator}|{Period}|{Version:0000}");

    /// <summary>By year first, so that one range reads a whole year of all indicators.</summary>
    public static string KeyOf(Id<Indicator> indicator, Period period) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{period.Year:0000}|{indicator}|{period}");
}
