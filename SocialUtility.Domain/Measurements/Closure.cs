using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// The figures of a time that are closed: a report was made of them, and they stay as they were told. Reopening needs a
/// reason and is announced; the row says both, and the journal each time.
/// </summary>
/// <remarks>It lies among the definitions, so that every turn that records knows of it without another reading.</remarks>
public sealed record Closure : Entry
{
    public const string Prefix = Dossier.Prefix + "closure|";

    /// <summary>A year, a quarter or a month: all values that lie in it whole.</summary>
    public required Period Period { get; init; }

    public required Person By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null while it is closed.</summary>
    public Reopening? Reopened { get; init; }

    /// <summary>The times it was opened again before, oldest first: what was said then stays readable.</summary>
    public IReadOnlyList<Reopening> Earlier { get; init => field = value ?? []; } = [];

    public bool IsClosed => Reopened is null;

    /// <summary>Closed for the first time or once more, over what was opened again.</summary>
    public static Closure Of(Period period, Closure? before, Person by, DateTimeOffset at) => new()
    {
        Period = period,
        By = by,
        At = at,
        Version = (before?.Version ?? 0) + 1,
        Earlier = before?.Reopened is { } reopened ? [.. before.Earlier, reopened] : before?.Earlier ?? [],
    };

    public Closure OpenedAgain(Person by, DateTimeOffset at, string because) => this with { Reopened = new(by, at, because), Version = Version + 1 };

    public bool Closes(Period period) => Reopened is null && Period.Start <= period.Start && period.End <= Period.End;

    public override string Key => Prefix + Period;
}

/// <summary>Who opened it again, when and why.</summary>
public sealed record Reopening(Person By, DateTimeOffset At, string Because);
