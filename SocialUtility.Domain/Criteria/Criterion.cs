using System.Text.Json.Serialization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Criteria;

/// <summary>Whose criterion it is (domain.md 8, rule 2; deck row D42: not to let criteria be imposed).</summary>
public enum Origin
{
    Association,
    Partner,
    Joint,
    Catalogue,
}

/// <summary>
/// What the association looks at to say its social utility, in its own words. Related catalogue criteria are kept
/// beside them, for aggregation, and never instead of them.
/// </summary>
public sealed record Criterion : Entry, ILinked
{
    public const string Prefix = Dossier.Prefix + "criterion|";

    public required Id<Criterion> Id { get; init; }

    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>One sentence that a neighbour would understand.</summary>
    public string? Definition { get; init; }

    /// <summary>Something seen with one's own eyes.</summary>
    public string? Seen { get; init; }

    /// <summary>The family it belongs to: an identity of the catalogue's seven dimensions; null where nobody knows.</summary>
    public string? Dimension { get; init; }

    /// <summary>What sets the association apart in it from a public service or a company (deck row D16).</summary>
    public string? Singular { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>The sentences it was made of.</summary>
    public IReadOnlyList<Id<Voice>> Voices { get; init => field = value ?? []; } = [];

    /// <summary>All who proposed it, where others did before it was written.</summary>
    public IReadOnlyList<Person> Proposers { get; init => field = value ?? []; } = [];

    /// <summary>The association of the network whose definition it was taken from; null for none (deck row D41).</summary>
    public string? After { get; init; }

    /// <summary>Codes of close catalogue criteria, taken after the own words.</summary>
    public IReadOnlyList<string> Related { get; init => field = value ?? []; } = [];

    /// <summary>The objectives it speaks of, and why.</summary>
    [JsonPropertyName("objectives")]
    public IReadOnlyList<Link> Links { get; init => field = value ?? []; } = [];

    public Id<Objective>? Mainly { get; init; }

    public required Person Author { get; init; }

    public required DateTimeOffset Since { get; init; }

    public bool Retired { get; init; }

    /// <summary>As the tree names it: C1.</summary>
    [JsonIgnore]
    public string Code => $"C{Number}";

    public bool SpeaksOf(Objective objective) => Links.Any(link => link.Objective == objective.Id);

    public override string Key => Prefix + Id;
}
