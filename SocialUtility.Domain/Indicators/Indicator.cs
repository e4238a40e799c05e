using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;

namespace SocialUtility.Domain.Indicators;

/// <summary>What is given: decides the editor (domain.md 8, rule 3).</summary>
public enum Kind
{
    Count,
    Percentage,
    Amount,
    Duration,
    Scale,
    Text,
}

/// <summary>What would be good news. <see cref="None"/>: no colour, no arrow, no « progrès » (domain.md 8, rule 4).</summary>
public enum Direction
{
    Up,
    Down,
    None,
}

/// <summary>How often it is read; the number is the length of the period in months.</summary>
public enum Frequency
{
    Monthly = 1,
    Quarterly = 3,
    Yearly = 12,
}

/// <summary>What a year says of its periods; never guessed (domain.md 8, rule 5).</summary>
public enum Aggregation
{
    Sum,
    Last,
    Average,
    None,
}

/// <summary>What is done, produced, or changed later.</summary>
public enum Level
{
    Realisation,
    Resultat,
    Impact,
}

/// <summary>The level that would be good news.</summary>
public sealed record Target(decimal Amount, DateOnly? By);

/// <summary>An instrument with which a criterion is looked at.</summary>
public sealed record Indicator : Entry
{
    public const string Prefix = Dossier.Prefix + "indicator|";

    public required Id<Indicator> Id { get; init; }

    public required int Number { get; init; }

    public required Id<Criterion> Criterion { get; init; }

    public required string Name { get; init; }

    /// <summary>As said after the figure: « kg », « personnes »; empty for words and percentages.</summary>
    public required string Unit { get; init; }

    public required Kind Kind { get; init; }

    public Direction Direction { get; init; } = Direction.None;

    public required Frequency Frequency { get; init; }

    /// <summary>Null until the group has chosen: the periods are then shown without summing up.</summary>
    public Aggregation? Aggregation { get; init; }

    public Level? Level { get; init; }

    /// <summary>Where the association stood at the start; null when unknown.</summary>
    public decimal? Baseline { get; init; }

    public Target? Target { get; init; }

    /// <summary>Totals only, never a list of people (domain.md 7.1).</summary>
    public bool Sensitive { get; init; }

    /// <summary>The catalogue indicator it was taken from.</summary>
    public string? Catalogue { get; init; }

    public required Person Author { get; init; }

    public required DateTimeOffset Since { get; init; }

    public bool Retired { get; init; }

    public override string Key => Prefix + Id;

    /// <summary>Words weigh as much as numbers: a text indicator has no figure.</summary>
    public bool IsFigure => Kind != Kind.Text;

    /// <summary>The lowest and the highest figure that make sense, or null where there is no bound.</summary>
    public (decimal Lowest, decimal? Highest) Bounds => Kind switch
    {
        Kind.Percentage => (0, Catalogue == "soc-acces-prix" ? null : 100),
        Kind.Scale => (1, 5),
        _ => (0, null),
    };

    /// <summary>How many decimals are kept and shown at most.</summary>
    public int Decimals => Kind is Kind.Amount ? 2 : Kind is Kind.Scale or Kind.Percentage ? 1 : 2;
}
