using SocialUtility.Domain.Associations;

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

    /// <summary>What follows « Nous agissons pour que… ».</summary>
    public required Sentence Text { get; init; }

    public override string Key => Prefix + Id;
}

/// <summary>A result wanted by a date; begins with a verb. Authored by the association, never by a partner.</summary>
public sealed record Objective : Entry
{
    public const string Prefix = Dossier.Prefix + "objective|";

    public required Id<Objective> Id { get; init; }

    /// <summary>As people call it: objective 1, 2, 3. Never given twice.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    public string? ForWhom { get; init; }

    public string? HowMany { get; init; }

    public string? ByWhen { get; init; }

    public IReadOnlyList<Id<Purpose>> Purposes { get; init => field = value ?? []; } = [];

    public required Person Author { get; init; }

    /// <summary>The coordinator who confirmed it; null while it is proposed.</summary>
    public Person? Adopter { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>No longer pursued; it stays readable.</summary>
    public bool Retired { get; init; }

    public override string Key => Prefix + Id;
}

/// <summary>Which objective an action serves, and why, in the words of who linked it.</summary>
public sealed record Link(Id<Objective> Objective, string? Because);

/// <summary>What the association does. Named so because <see cref="System.Action"/> has the plain name.</summary>
public sealed record SocialAction : Entry
{
    public const string Prefix = Dossier.Prefix + "action|";

    public required Id<SocialAction> Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<Link> Links { get; init => field = value ?? []; } = [];

    /// <summary>« Elle sert quel objectif ? » was answered once with « je ne sais pas »: it is listed « à relier », not asked again.</summary>
    public bool AskedOnce { get; init; }

    public required Person Author { get; init; }

    public required DateTimeOffset Since { get; init; }

    public bool Retired { get; init; }

    public override string Key => Prefix + Id;

    public bool Serves(Objective objective) => Links.Any(link => link.Objective == objective.Id);
}
