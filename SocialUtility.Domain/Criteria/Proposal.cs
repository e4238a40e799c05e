using System.Text.Json.Serialization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Criteria;

/// <summary>
/// « On pourrait appeler ces phrases… »: a group of sentences with a name that somebody proposes. The coordinator makes a
/// criterion of it; two that say the same are merged, with the words and the authors of both.
/// </summary>
public sealed record Proposal : Entry
{
    public const string Prefix = "proposal|";

    public required Id<Proposal> Id { get; init; }

    public required string Name { get; init; }

    public string? Definition { get; init; }

    /// <summary>How those who were merged into it had called the same thing.</summary>
    public IReadOnlyList<SaidAs> AlsoSaid { get; init => field = value ?? []; } = [];

    public IReadOnlyList<Id<Voice>> Voices { get; init => field = value ?? []; } = [];

    /// <summary>Who proposed it, the first one first.</summary>
    public required IReadOnlyList<Person> Authors { get; init; }

    /// <summary>Who proposed it: the association, a partner, or both once two proposals were merged (domain.md 8, rule 2).</summary>
    public Origin Origin { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>Where its words went on; null while it stands for itself.</summary>
    public Id<Proposal>? MergedInto { get; init; }

    public Id<Criterion>? AdoptedAs { get; init; }

    public override string Key => Prefix + Id;

    [JsonIgnore]
    public bool IsOpen => MergedInto is null && AdoptedAs is null;

    /// <summary>
    /// The first takes up the second: its name stands, no word and no author of either is lost, and the second says where it
    /// went.
    /// </summary>
    public static (Proposal Kept, Proposal Merged) Merge(Proposal one, Proposal other)
    {
        // Whoever spoke first names it, whichever was ticked first.
        var (first, second) = (one.Since, one.Id).CompareTo((other.Since, other.Id)) <= 0 ? (one, other) : (other, one);
        return (
            first with
            {
                AlsoSaid = [.. first.AlsoSaid, new(second.Name, second.Definition), .. second.AlsoSaid],
                Voices = [.. first.Voices.Union(second.Voices)],
                Authors = [.. first.Authors.Union(second.Authors)],
                Origin = first.Origin == second.Origin ? first.Origin : Origin.Joint,
                Version = first.Version + 1,
            },
            second with { MergedInto = first.Id, Version = second.Version + 1 });
    }
}

/// <summary>A name and what is meant by it.</summary>
public sealed record SaidAs(string Name, string? Definition);
