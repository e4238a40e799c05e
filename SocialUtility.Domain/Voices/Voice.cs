using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Voices;

/// <summary>Who is concerned by what the association does, as a kind of person and never as a name (domain.md 1.3).</summary>
public enum Stakeholder
{
    Volunteers,
    Employees,
    Board,
    Participants,
    Families,
    Neighbours,
    YoungPeople,
    Associations,
    Schools,
    Businesses,
    Authorities,
    Others,
}

/// <summary>
/// What one person said the association brings, or does less well, in their own words (step e3 of the method). The kind of
/// stakeholder is kept; the name only where they wish to be quoted.
/// </summary>
/// <remarks>Voices lie beside the definitions, not among them: most turns need none of them. All of an association's are one range.</remarks>
public sealed record Voice : Entry
{
    public const string Prefix = "voice|";

    public required Id<Voice> Id { get; init; }

    public required string Text { get; init; }

    /// <summary>The question it answers: <c>e3-recueillir.manque</c>.</summary>
    public required string Question { get; init; }

    public required Stakeholder Kind { get; init; }

    /// <summary>Said by somebody else and written down for them (parole rapportée).</summary>
    public bool Reported { get; init; }

    /// <summary>The name they wish to be quoted by; null, as a rule, for none.</summary>
    public string? QuotedAs { get; init; }

    /// <summary>Who wrote it down; null once they have left or where it came on paper without a name.</summary>
    public Person? WrittenBy { get; init; }

    /// <summary>The day, no finer.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Taken back by who gave it; it is no longer shown.</summary>
    public bool Withdrawn { get; init; }

    public override string Key => Prefix + Id;
}
