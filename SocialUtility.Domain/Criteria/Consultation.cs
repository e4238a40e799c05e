using System.Text.Json.Serialization;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Criteria;

/// <summary>How opinions are given.</summary>
public enum Mode
{
    /// <summary>Essential, important or secondary.</summary>
    Priority,

    /// <summary>Consent, a reservation, or an objection with its reason.</summary>
    Consent,
}

/// <summary>What somebody thinks of one thing; « je ne sais pas » is an answer.</summary>
public enum Choice
{
    Essential,
    Important,
    Secondary,
    Consent,
    Reservation,
    Objection,
    Unknown,
}

/// <summary>What is asked about, in the words it had when the question was opened.</summary>
/// <param name="Id">The criterion's identity; <see cref="Consultation.Whole"/> for the definition as a whole.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Definition">What is meant by it.</param>
public sealed record Asked(string Id, string Name, string? Definition);

/// <summary>
/// The question to everybody: what does each criterion, or the whole definition, mean to you? Open to a day, that day
/// included; whether it is open follows from the clock alone.
/// </summary>
public sealed record Consultation : Entry
{
    public const string Prefix = Deliberation.Prefix + "consultation|";

    /// <summary>Names the definition as a whole among what is asked.</summary>
    public const string Whole = "definition";

    /// <summary>A secret ballot of fewer is none.</summary>
    public const int FewestInSecret = 5;

    public required Id<Consultation> Id { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>Counts only: who chose what is kept nowhere.</summary>
    public bool Secret { get; init; }

    /// <summary>Public partners are asked too.</summary>
    public bool WithPartners { get; init; }

    public required IReadOnlyList<Asked> Asked { get; init; }

    public required Person By { get; init; }

    public required DateOnly Opened { get; init; }

    /// <summary>The last day on which opinions are counted.</summary>
    public required DateOnly Closes { get; init; }

    /// <summary>The day it was closed by hand; null where the date closes it.</summary>
    public DateOnly? ClosedByHand { get; init; }

    public override string Key => Prefix + Id;

    /// <summary>The day on which it ended, or will.</summary>
    [JsonIgnore]
    public DateOnly End => ClosedByHand is { } day && day < Closes ? day : Closes;

    [JsonIgnore]
    public IReadOnlyList<Choice> Choices => Mode == Mode.Priority
        ? [Choice.Essential, Choice.Important, Choice.Secondary, Choice.Unknown]
        : [Choice.Consent, Choice.Reservation, Choice.Objection, Choice.Unknown];

    public bool IsOpen(DateOnly today) => ClosedByHand is null && today <= Closes;

    /// <summary>Whether it is asked of that member.</summary>
    public bool Concerns(Member member) =>
        member.May(Act.GiveOpinion) && (WithPartners || member.Roles.Any(role => role is not Role.Partner));

    /// <summary>In the order in which they were asked.</summary>
    public static IReadOnlyList<T> OldestFirst<T>(IEnumerable<T> all, Func<T, Consultation> of) =>
        [.. all.OrderBy(one => of(one).Opened).ThenBy(one => of(one).End).ThenBy(one => of(one).Id)];

    public Asked? Find(string id) => Asked.FirstOrDefault(asked => asked.Id == id);
}
