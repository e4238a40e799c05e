using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Projects;

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
/// <param name="Amount">In the unit of the indicator; of a range its lower end.</param>
/// <param name="By">By which day; null where nobody has said.</param>
/// <param name="UpTo">The upper end, where the good news lies between two levels; null for a single level.</param>
public sealed record Target(decimal Amount, DateOnly? By, decimal? UpTo = null);

/// <summary>A way of measuring: what may not change under a trend that has begun.</summary>
public sealed record WayOfMeasuring(Kind Kind, string Unit, Frequency Frequency, Aggregation? Aggregation, Source? Source);

/// <summary>What an indicator followed when its way of measuring was changed, and the reason the group gave.</summary>
public sealed record Succession(Id<Indicator> Earlier, string Because);

/// <summary>An instrument with which a criterion is looked at.</summary>
public sealed record Indicator : Entry
{
    public const string Prefix = Dossier.Prefix + "indicator|";

    public required Id<Indicator> Id { get; init; }

    public required int Number { get; init; }

    public required Id<Criterion> Criterion { get; init; }

    /// <summary>The actions it is counted in, where somebody said so; for most it is all of them.</summary>
    public IReadOnlyList<Id<SocialAction>> Actions { get; init => field = value ?? []; } = [];

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

    /// <summary>The group has said that the target is still to be built (« à construire »): known to be open, which is not unknown.</summary>
    public bool TargetToBeBuilt { get; init; }

    /// <summary>What 1, 2, 3, 4 and 5 mean on this scale, in the group's words; empty for the usual ones.</summary>
    public IReadOnlyList<string> Levels { get; init => field = value ?? []; } = [];

    /// <summary>Who gives the figure; null while nobody is named.</summary>
    public Keeper? Keeper { get; init; }

    /// <summary>Who gives it when the keeper cannot.</summary>
    public Keeper? Deputy { get; init; }

    public Source? Source { get; init; }

    /// <summary>What one reading costs, in minutes; null when nobody has said.</summary>
    public int? MinutesPerPeriod { get; init; }

    /// <summary>
    /// How many hours a day has where it is counted in hours or in days: what makes one of the other. Null while the
    /// association has not said, and nothing is converted then.
    /// </summary>
    public decimal? HoursPerDay { get; init => field = value is > 0 and <= 24 ? value : null; }

    /// <summary>« Si on ne regardait que ce chiffre, que risquerait-on d'oublier ou d'abîmer ? », in the board's words.</summary>
    public string? Warning { get; init; }

    /// <summary>Totals only, never a list of people (domain.md 7.1).</summary>
    public bool Sensitive { get; init; }

    /// <summary>The definition, without any value, lies open to the partners, who may recognise it.</summary>
    public bool OpenToPartners { get; init; }

    /// <summary>The catalogue indicator it was taken from.</summary>
    public string? Catalogue { get; init; }

    public required Person Author { get; init; }

    public required DateTimeOffset Since { get; init; }

    public bool Retired { get; init; }

    /// <summary>The times in which it was not asked for, the last one perhaps still going on.</summary>
    public IReadOnlyList<Pause> Pauses { get; init => field = value ?? []; } = [];

    /// <summary>Which way of measuring this is: 1 for the first. Another way is another row, with a trend of its own (docs/decisions/0014).</summary>
    public int Edition { get; init => field = Math.Max(value, 1); } = 1;

    /// <summary>The way of measuring that this one follows, and why it was changed.</summary>
    public Succession? Follows { get; init; }

    /// <summary>The way of measuring that came after this one.</summary>
    public Id<Indicator>? FollowedBy { get; init; }

    public override string Key => Prefix + Id;

    public bool IsPaused => Pauses is [.., { Until: null }];

    /// <summary>Neither retired nor paused: it is asked for, and counts among those a team has to carry.</summary>
    public bool IsInUse => !Retired && !IsPaused;

    /// <summary>Minutes of collecting in a year; null when nobody has said what one reading costs.</summary>
    public int? MinutesPerYear => MinutesPerPeriod * (12 / (int)Frequency);

    /// <summary>Not while it is paused, and not before this way of measuring began where it follows another.</summary>
    public bool Asks(Measurements.Period period) =>
        !Pauses.Any(pause => pause.Rests(period)) && (Follows is null || period.End >= DateOnly.FromDateTime(Since.UtcDateTime));

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
    public int Decimals => Kind is Kind.Scale or Kind.Percentage ? 1 : 2;

    /// <summary>
    /// The same indicator measured in another way: from the first reading on that is another row with a trend of its own, and
    /// this one stays readable (docs/decisions/0014). What was said in the old unit does not go over.
    /// </summary>
    public (Indicator Earlier, Indicator Next) MeasuredOtherwise(Id<Indicator> id, WayOfMeasuring way, string because, Person by, DateTimeOffset at)
    {
        var next = With(way) with
        {
            Id = id,
            Version = 1,
            Edition = Edition + 1,
            Follows = new(Id, because),
            FollowedBy = null,
            Pauses = [],
            OpenToPartners = false,
            Author = by,
            Since = at,
        };
        return (this with { Retired = true, FollowedBy = id, Version = Version + 1 }, next);
    }

    /// <summary>With that way of measuring: for an indicator that has no reading yet.</summary>
    public Indicator With(WayOfMeasuring way)
    {
        var sameUnit = (Kind, Unit) == (way.Kind, way.Unit);
        return this with
        {
            Kind = way.Kind,
            Unit = way.Unit,
            Frequency = way.Frequency,
            Aggregation = way.Aggregation,
            Source = way.Source,
            Levels = way.Kind == Kind.Scale ? Levels : [],
            Direction = way.Kind == Kind.Text ? Direction.None : Direction,
            Baseline = sameUnit ? Baseline : null,
            Target = sameUnit ? Target : null,
            Catalogue = sameUnit ? Catalogue : null,
        };
    }

    /// <summary>How it is measured now.</summary>
    public WayOfMeasuring Way => new(Kind, Unit, Frequency, Aggregation, Source);
}
