using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Indicators;

/// <summary>What a partner says of an indicator (domain.md 1.5, étape 5, <c>partenaire-ok</c>).</summary>
public enum Recognised
{
    Yes,
    WithReservation,
    No,
}

/// <summary>
/// One partner's word on one indicator, dated. It lies beside the indicator, which the partner never edits; a later answer
/// takes the place of the earlier one.
/// </summary>
public sealed record Recognition : Entry
{
    public const string Prefix = "recognition|";

    public required Id<Indicator> Indicator { get; init; }

    public required Person By { get; init; }

    public required Recognised Answer { get; init; }

    /// <summary>The reservation, or why not, in the partner's words.</summary>
    public string? Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string Key => KeyOf(Indicator, By);

    public static string PrefixOf(Id<Indicator> indicator) => $"{Prefix}{indicator}|";

    public static string KeyOf(Id<Indicator> indicator, Person by) => PrefixOf(indicator) + by.Key;
}
