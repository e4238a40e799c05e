using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Criteria;

/// <summary>Somebody does not agree: their words, kept as said and voted away by nobody (domain.md 4.5).</summary>
public sealed record Disagreement : Entry
{
    public const string Prefix = Deliberation.Prefix + "disagreement|";

    public required Id<Disagreement> Id { get; init; }

    public required string Text { get; init; }

    /// <summary>What it is about; null for the definition as a whole.</summary>
    public Id<Criterion>? Criterion { get; init; }

    /// <summary>Who said it, as a kind of person.</summary>
    public required Stakeholder Kind { get; init; }

    /// <summary>Said for an institution: shown as such.</summary>
    public bool Official { get; init; }

    /// <summary>Who wrote it: so that they can take it back; never shown.</summary>
    public required Person Author { get; init; }

    public required DateOnly Day { get; init; }

    public override string Key => Prefix + Id;
}
