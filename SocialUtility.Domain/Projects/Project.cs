using System.Text.Json.Serialization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Projects;

/// <summary>A sentence as somebody of the association wrote it.</summary>
public sealed record Sentence(string Text, Person By, DateTimeOffset At);

/// <summary>
/// What the association says of itself before any figure (step e2 of the method). Each sentence is kept as written;
/// an open one is null. The purpose is a <see cref="Purpose"/>.
/// </summary>
public sealed record ProjectStatement : Entry
{
    public const string RowKey = Dossier.Prefix + "statement";

    public Sentence? Origin { get; init; }

    public Sentence? Need { get; init; }

    public Sentence? Dream { get; init; }

    public Sentence? Values { get; init; }

    public Sentence? Difference { get; init; }

    /// <summary>Whom the association concerns, as the association sees it; empty until it has said so.</summary>
    public IReadOnlyList<Stakeholder> Concerned { get; init => field = value ?? []; } = [];

    /// <summary>Stakeholder groups whose words were heard, in the association's terms.</summary>
    public IReadOnlyList<string> Heard { get; init => field = value ?? []; } = [];

    /// <summary>Stakeholder groups not heard yet.</summary>
    public IReadOnlyList<string> NotHeard { get; init => field = value ?? []; } = [];

    /// <summary>Questions on which people do not agree, as said.</summary>
    public IReadOnlyList<string> Debates { get; init => field = value ?? []; } = [];

    public override string Key => RowKey;
}

/// <summary>A lasting direction, never finished (finalité): « Nous agissons pour que… ».</summary>
public sealed record Purpose : Entry
{
    public const string Prefix = Dossier.Prefix + "purpose|";

    public required Id<Purpose> Id { get; init; }

    /// <summary>As people call it: the first, the second. Never given twice; rows from before there could be several have none, and are the first.</summary>
    public int Number { get; init => field = Math.Max(value, 1); } = 1;

    /// <summary>What follows « Nous agissons pour que… ».</summary>
    public required Sentence Text { get; init; }

    /// <summary>No longer pursued; it is not shown any more.</summary>
    public bool Retired { get; init; }

    /// <summary>As the tree names it: F1 (finalité), the same in each language.</summary>
    [JsonIgnore]
    public string Code => $"F{Number}";

    public override string Key => Prefix + Id;
}

/// <summary>A result wanted by a date; begins with a verb. Authored by the association, never by a partner.</summary>
public sealed record Objective : Entry, IAuthored
{
    public const string Prefix = Dossier.Prefix + "objective|";

    public required Id<Objective> Id { get; init; }

    /// <summary>As people call it: objective 1, 2, 3. Never given twice.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    public string? ForWhom { get; init; }

    public string? Where { get; init; }

    public string? HowMany { get; init; }

    public string? ByWhen { get; init; }

    /// <summary>The purposes it pursues, the one it pursues first at the beginning.</summary>
    public IReadOnlyList<Id<Purpose>> Purposes { get; init => field = value ?? []; } = [];

    public required Person Author { get; init; }

    /// <summary>The coordinator who confirmed it; null while it is proposed.</summary>
    public Person? Adopter { get; init; }

    public DateTimeOffset? AdoptedAt { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>No longer pursued; it stays readable.</summary>
    public bool Retired { get; init; }

    /// <summary>
    /// It begins with a verb, as an objective should (permettre, sauver, associer). Only French shows it by the form of a word;
    /// in another language the first word is taken for one.
    /// </summary>
    public string? VerbIn(Language language)
    {
        var first = Name.Split((char[])[' ', '\u00A0', '’', '\''], 2)[0].Trim('«', '»', '"', '“', '”', '.', ',');
        var form = first.Folded();
        var isVerb = language == Language.English || form is "etre" or "avoir" || (form.Length > 3 && (form.EndsWith("er", StringComparison.Ordinal) || form.EndsWith("ir", StringComparison.Ordinal) || form.EndsWith("re", StringComparison.Ordinal)));
        return isVerb && first.Length > 0 ? first : null;
    }

    /// <summary>As the tree names it: O1.</summary>
    [JsonIgnore]
    public string Code => $"O{Number}";

    public override string Key => Prefix + Id;
}

/// <summary>What the association does. Named so because <see cref="System.Action"/> has the plain name.</summary>
public sealed record SocialAction : Entry, IAuthored, ILinked
{
    public const string Prefix = Dossier.Prefix + "action|";

    public required Id<SocialAction> Id { get; init; }

    /// <summary>As the tree names it: A1. Rows from before actions had numbers have none, and are counted as they came.</summary>
    public int Number { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<Link> Links { get; init => field = value ?? []; } = [];

    public Id<Objective>? Mainly { get; init; }

    /// <summary>« Elle sert quel objectif ? » was answered once with « je ne sais pas »: it is listed « à relier », not asked again.</summary>
    public bool AskedOnce { get; init; }

    public required Person Author { get; init; }

    /// <summary>Who of the coordination took it up as the association's; null while it is only proposed.</summary>
    public Person? Adopter { get; init; }

    public DateTimeOffset? AdoptedAt { get; init; }

    public required DateTimeOffset Since { get; init; }

    public bool Retired { get; init; }

    public override string Key => Prefix + Id;

    [JsonIgnore]
    public string Code => $"A{Number}";

    public bool Serves(Objective objective) => Links.Any(link => link.Objective == objective.Id);
}
