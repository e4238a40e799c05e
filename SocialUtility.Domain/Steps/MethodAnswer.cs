using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Steps;

/// <summary>
/// An answer to a question of the method that has no place of its own in the tree: why one starts, what is looked at, who is
/// concerned (steps e0 and e1). Who gave it and when is kept; it can be corrected.
/// </summary>
public sealed record MethodAnswer : Entry
{
    /// <summary>The answers that the association has one of: among its definitions.</summary>
    public const string Prefix = Dossier.Prefix + "answer|";

    /// <summary>The answers that everybody has one of: beside the definitions, since they grow with the members.</summary>
    public const string OwnPrefix = "answer|";

    /// <summary>The question's name in the method: <c>e0-decider.craintes</c>.</summary>
    public required string Question { get; init; }

    /// <summary>Tells one person's answer from another's; null where the association has one.</summary>
    public Id<MethodAnswer>? Id { get; init; }

    /// <summary>As written, or as read when it was chosen.</summary>
    public required string Text { get; init; }

    /// <summary>What was chosen: names of choices, and own words where none fitted; empty for an answer in words.</summary>
    public IReadOnlyList<string> Choices { get; init => field = value ?? []; } = [];

    /// <summary>Null once they have left.</summary>
    public Person? By { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string Key => Id is { } id ? $"{OwnPrefix}{Question}|{id}" : Prefix + Question;
}
