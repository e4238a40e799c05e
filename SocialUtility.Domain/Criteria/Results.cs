using System.Text.Json.Serialization;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Criteria;

/// <summary>The opinions of one kind of stakeholder, or of several kinds that are too few to be shown apart.</summary>
/// <param name="Kinds">One kind; several where they are shown together; none for a secret ballot, and where all are too few.</param>
/// <param name="Counts">Of each choice, none of them left out.</param>
public sealed record GroupOpinion(IReadOnlyList<Stakeholder> Kinds, IReadOnlyList<Count> Counts)
{
    [JsonIgnore]
    public int Total => Counts.Sum(count => count.Number);

    public int Of(Choice choice) => Counts.FirstOrDefault(count => count.Choice == choice)?.Number ?? 0;
}

/// <summary>A reason as said, without a name; with the kind of who said it only where that kind is shown apart.</summary>
public sealed record Reason(Choice Choice, string Text, Stakeholder? Kind);

/// <summary>What an institution answered, in its name.</summary>
public sealed record Stance(Stakeholder Kind, Choice Choice, string? Why);

/// <summary>What was thought of one thing, group by group.</summary>
public sealed record Result(Asked Asked, IReadOnlyList<GroupOpinion> Groups, IReadOnlyList<Stance> Institutions, IReadOnlyList<Reason> Reasons);

/// <summary>
/// What a consultation says once it is closed: by kind of stakeholder, never averaged (domain.md 1.5, step 4). A kind of
/// fewer than five is not shown apart, nor can it be found by subtraction (7.3, G9).
/// </summary>
public sealed record Results(Consultation Consultation, int Voters, IReadOnlyList<Result> Each)
{
    public const int FewestApart = 5;

    /// <summary>Too few put a secret ballot in: nothing of it is shown.</summary>
    public bool TooFew => Consultation.Secret && Voters < Consultation.FewestInSecret;

    public static Results Of(Consultation consultation, IReadOnlyList<Ballot> ballots)
    {
        var counted = ballots.Where(ballot => ballot.Consultation == consultation.Id).DistinctBy(ballot => ballot.Person).ToList();
        return new(consultation, counted.Count, [.. consultation.Asked.Select(asked => Of(consultation, asked, counted))]);
    }

    public static Results Of(Consultation consultation, Urn urn) => new(
        consultation,
        urn.Ballots,
        urn.Ballots < Consultation.FewestInSecret
            ? []
            : [.. consultation.Asked.Select(asked => new Result(asked, [new([], urn.Counts.First(counted => counted.On == asked.Id).Counts)], [], []))]);

    private static Result Of(Consultation consultation, Asked asked, IReadOnlyList<Ballot> ballots)
    {
        var given = ballots.Select(ballot => (ballot.Kind, ballot.Official, Opinion: ballot.On(asked.Id))).Where(one => one.Opinion is not null).ToList();
        var groups = Apart([
            .. given.Where(one => !one.Official)
                .GroupBy(one => one.Kind)
                .OrderBy(group => group.Key)
                .Select(group => new GroupOpinion([group.Key], CountsOf(consultation, group.Select(one => one.Opinion!.Choice)))),
        ]);
        var apart = groups.Where(group => group.Kinds.Count == 1).Select(group => group.Kinds[0]).ToHashSet();
        return new(
            asked,
            groups,
            [.. given.Where(one => one.Official).Select(one => new Stance(one.Kind, one.Opinion!.Choice, one.Opinion.Why))],
            // In the order of their letters: the order in which they came would tell who spoke.
            [
                .. given.Where(one => !one.Official && one.Opinion!.Why is not null)
                    .Select(one => new Reason(one.Opinion!.Choice, one.Opinion.Why!, apart.Contains(one.Kind) ? one.Kind : null))
                    .OrderBy(reason => reason.Choice == Choice.Objection ? 0 : 1)
                    .ThenBy(reason => reason.Text, StringComparer.Ordinal),
            ]);
    }

    /// <summary>
    /// Those who are too few are shown together; where that is still too few, the smallest of the others joins them, so that
    /// what is shown in all gives no group away.
    /// </summary>
    private static List<GroupOpinion> Apart(List<GroupOpinion> groups)
    {
        var apart = groups.Where(group => group.Total >= FewestApart).OrderByDescending(group => group.Total).ToList();
        var together = groups.Where(group => group.Total < FewestApart).ToList();
        while (together.Count > 0 && together.Sum(group => group.Total) < FewestApart && apart.Count > 0)
        {
            together.Add(apart[^1]);
            apart.RemoveAt(apart.Count - 1);
        }

        if (apart.Count == 0 && together.Count > 0 && together.Sum(group => group.Total) < FewestApart)
        {
            // So few in all: their kinds would give them.
            return [new([], Summed(together))];
        }

        List<GroupOpinion> shown = [.. apart.OrderBy(group => group.Kinds[0])];
        if (together.Count > 0)
        {
            shown.Add(new([.. together.SelectMany(group => group.Kinds).Order()], Summed(together)));
        }

        return shown;
    }

    private static List<Count> Summed(List<GroupOpinion> groups) =>
        [.. groups[0].Counts.Select(count => count with { Number = groups.Sum(group => group.Of(count.Choice)) })];

    private static List<Count> CountsOf(Consultation consultation, IEnumerable<Choice> choices)
    {
        var all = choices.ToList();
        return [.. consultation.Choices.Select(choice => new Count(choice, all.Count(other => other == choice)))];
    }
}
