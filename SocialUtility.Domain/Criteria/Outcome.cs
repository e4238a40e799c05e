using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Criteria;

/// <summary>
/// What a consultation said, counted once and kept: whoever reads the definition afterwards does not count two hundred ballots
/// again. It holds nothing that the results do not show.
/// </summary>
public sealed record Outcome : Entry
{
    public const string Prefix = Deliberation.Prefix + "outcome|";

    public required Id<Consultation> Consultation { get; init; }

    public required int Voters { get; init; }

    public required IReadOnlyList<Result> Each { get; init; }

    public override string Key => KeyOf(Consultation);

    public static string KeyOf(Id<Consultation> consultation) => Prefix + consultation;

    /// <summary>
    /// Whether it may be kept: a day lies between its end and today, so that no vote which was under way in the last instant is
    /// left out.
    /// </summary>
    public static bool IsSettled(Consultation consultation, DateOnly today) => consultation.End.AddDays(1) < today;

    public static Outcome Of(Results results) => new() { Consultation = results.Consultation.Id, Voters = results.Voters, Each = results.Each };

    public Results Of(Consultation consultation) => new(consultation, Voters, Each);
}
