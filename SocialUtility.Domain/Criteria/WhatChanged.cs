using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Criteria;

/// <summary>One difference between two definitions.</summary>
public abstract record Difference
{
    private Difference()
    {
    }

    public sealed record Added(AdoptedCriterion Criterion) : Difference;

    public sealed record Removed(AdoptedCriterion Criterion) : Difference;

    public sealed record Renamed(AdoptedCriterion Before, AdoptedCriterion After) : Difference;

    public sealed record Reworded(AdoptedCriterion Before, AdoptedCriterion After) : Difference;

    public sealed record HeardSince(Stakeholder Kind) : Difference;
}

/// <summary>« Ce qui a changé depuis »: what two definitions say differently, in the order of the later one.</summary>
public static class WhatChanged
{
    public static IReadOnlyList<Difference> Between(SharedDefinition before, SharedDefinition after)
    {
        var earlier = before.Criteria.ToDictionary(criterion => criterion.Id);
        var later = after.Criteria.Select(criterion => criterion.Id).ToHashSet();
        List<Difference> differences = [];
        foreach (var criterion in after.Criteria)
        {
            if (!earlier.TryGetValue(criterion.Id, out var was))
            {
                differences.Add(new Difference.Added(criterion));
                continue;
            }

            if (was.Name != criterion.Name)
            {
                differences.Add(new Difference.Renamed(was, criterion));
            }

            if (was.Definition != criterion.Definition)
            {
                differences.Add(new Difference.Reworded(was, criterion));
            }
        }

        differences.AddRange(before.Criteria.Where(criterion => !later.Contains(criterion.Id)).Select(criterion => new Difference.Removed(criterion)));
        differences.AddRange(after.Hearing.Heard.Except(before.Hearing.Heard).Select(kind => new Difference.HeardSince(kind)));
        return differences;
    }
}
