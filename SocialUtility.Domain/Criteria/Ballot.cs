using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Criteria;

/// <summary>One opinion of one person.</summary>
/// <param name="On">What it is about: <see cref="Asked.Id"/>.</param>
/// <param name="Choice">What they think.</param>
/// <param name="Why">Their reason, as said.</param>
public sealed record Opinion(string On, Choice Choice, string? Why = null);

/// <summary>
/// All that one person thinks of what a consultation asks: one row a person, so that each has one voice however often and
/// wherever they press. Never kept for a secret ballot.
/// </summary>
public sealed record Ballot : Entry
{
    public const string Prefix = "ballot|";

    public required Id<Consultation> Consultation { get; init; }

    public required Person Person { get; init; }

    public required Stakeholder Kind { get; init; }

    /// <summary>Given for an institution, not for oneself: it is shown as such, and stands in no group.</summary>
    public bool Official { get; init; }

    public required IReadOnlyList<Opinion> Opinions { get; init; }

    public override string Key => KeyOf(Consultation, Person);

    public static string KeyOf(Id<Consultation> consultation, Person person) => $"{PrefixOf(consultation)}{person.Key}";

    public static string PrefixOf(Id<Consultation> consultation) => $"{Prefix}{consultation}|";

    /// <summary>A member of the other side speaks for an institution.</summary>
    public static bool IsOfficialFor(Member member) => member.Roles.Count > 0 && member.Roles.All(role => role == Role.Partner);

    /// <summary>As whom a member speaks until they say it: as they once said, else as their part suggests.</summary>
    public static Stakeholder KindOf(Member member) => member.Kind ?? (IsOfficialFor(member) ? Stakeholder.Authorities
        : member.Roles.Contains(Role.Board) || member.Roles.Contains(Role.Treasurer) ? Stakeholder.Board
        : Stakeholder.Volunteers);

    public Opinion? On(string asked) => Opinions.FirstOrDefault(opinion => opinion.On == asked);

    /// <summary>With these opinions in the place of what was thought of the same things before; the others stay.</summary>
    /// <remarks>A reason once given stays with a choice that is only pressed again.</remarks>
    public Ballot With(IReadOnlyList<Opinion> opinions, Stakeholder kind)
    {
        List<Opinion> now = [.. Opinions];
        foreach (var opinion in opinions)
        {
            var before = now.FindIndex(other => other.On == opinion.On);
            if (before < 0)
            {
                now.Add(opinion);
            }
            else
            {
                now[before] = opinion.Why is null && now[before].Choice == opinion.Choice ? now[before] : opinion;
            }
        }

        return now.SequenceEqual(Opinions) && kind == Kind ? this : this with { Opinions = now, Kind = kind, Version = Version + 1 };
    }
}

/// <summary>Somebody has put in their secret ballot: that they did, neither what nor when.</summary>
public sealed record Voted : Entry
{
    public const string Prefix = "voted|";

    public required Id<Consultation> Consultation { get; init; }

    public required Person Person { get; init; }

    public override string Key => KeyOf(Consultation, Person);

    public static string KeyOf(Id<Consultation> consultation, Person person) => $"{PrefixOf(consultation)}{person.Key}";

    public static string PrefixOf(Id<Consultation> consultation) => $"{Prefix}{consultation}|";
}

/// <summary>So many of one choice.</summary>
public sealed record Count(Choice Choice, int Number);

/// <summary>So many of each choice for one thing that was asked.</summary>
public sealed record Counted(string On, IReadOnlyList<Count> Counts);

/// <summary>
/// The urn of a secret ballot: counts only, one row for all that is asked, so that every ballot changes the same row and the
/// row says nothing of who came last.
/// </summary>
public sealed record Urn : Entry
{
    public const string Prefix = "urn|";

    public required Id<Consultation> Consultation { get; init; }

    public int Ballots { get; init; }

    public IReadOnlyList<Counted> Counts { get; init => field = value ?? []; } = [];

    public override string Key => Prefix + Consultation;

    /// <summary>With one more ballot in it.</summary>
    public Urn With(Consultation consultation, IReadOnlyList<Opinion> opinions) => this with
    {
        Ballots = Ballots + 1,
        Counts =
        [
            .. consultation.Asked.Select(asked => new Counted(asked.Id,
            [
                .. consultation.Choices.Select(choice => new Count(choice, Of(asked.Id, choice) + (opinions.Any(opinion => opinion.On == asked.Id && opinion.Choice == choice) ? 1 : 0))),
            ])),
        ],
    };

    private int Of(string asked, Choice choice) =>
        Counts.FirstOrDefault(counted => counted.On == asked)?.Counts.FirstOrDefault(count => count.Choice == choice)?.Number ?? 0;
}
