using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Criteria;

/// <summary>
/// The last adoption in few words, in the range that every turn reads: so that whoever spoke and could not be written to is told
/// once they come back, and nobody twice (deck row D44).
/// </summary>
public sealed record Adoption : Entry
{
    public const string RowKey = Dossier.Prefix + "adoption";

    /// <summary>The definition's number.</summary>
    public required int Number { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>The kinds that were heard for it.</summary>
    public required IReadOnlyList<Stakeholder> Heard { get; init; }

    /// <summary>The consultation whose opinions stand in it; null for none.</summary>
    public Id<Consultation>? Asked { get; init; }

    /// <summary>Marks of those who were told when it was adopted, or to whom it says nothing new.</summary>
    public IReadOnlyList<string> Told { get; init => field = value ?? []; } = [];

    public override string Key => RowKey;
}

/// <summary>What became of what one person, or one group, said: their words, and the criteria made of them.</summary>
/// <param name="Words">One sentence of theirs; null where they gave an opinion alone.</param>
/// <param name="Into">The criteria in which it is found; none where it is kept without being one this time.</param>
public sealed record GivenBack(Voice? Words, IReadOnlyList<AdoptedCriterion> Into)
{
    /// <summary>Of one person: a sentence that became part of a criterion before one that did not.</summary>
    public static GivenBack? Of(IEnumerable<Voice> own, Dossier dossier, IReadOnlyList<AdoptedCriterion> adopted) => own
        .Where(voice => !voice.Withdrawn)
        .Select(voice => new GivenBack(voice, IntoWhich(voice, dossier, adopted)))
        .OrderByDescending(one => one.Into.Count > 0)
        .ThenBy(one => one.Words!.Id)
        .FirstOrDefault();

    public static IReadOnlyList<AdoptedCriterion> IntoWhich(Voice voice, Dossier dossier, IReadOnlyList<AdoptedCriterion> adopted) =>
        [.. adopted.Where(one => dossier.Find(one.Id)?.Voices.Contains(voice.Id) == true)];
}
