using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Criteria;

/// <summary>What a complete definition still lacks: said, and in nobody's way (deck row D32).</summary>
public abstract record StillOpen
{
    /// <summary>A definition has three to six criteria (domain.md 1.5, step 4).</summary>
    public const int FewestCriteria = 3;

    public const int MostCriteria = 6;

    private StillOpen()
    {
    }

    public sealed record TooFewCriteria(int Number) : StillOpen;

    public sealed record TooManyCriteria(int Number) : StillOpen;

    public sealed record WithoutSentence(string Criterion) : StillOpen;

    public sealed record WithoutOpinions : StillOpen;

    public sealed record NotHeard(IReadOnlyList<Stakeholder> Kinds) : StillOpen;

    /// <param name="definition">As it stands.</param>
    /// <param name="asked">A consultation was closed.</param>
    public static IReadOnlyList<StillOpen> Of(SharedDefinition definition, bool asked)
    {
        List<StillOpen> open = [];
        switch (definition.Criteria.Count)
        {
            case < FewestCriteria:
                open.Add(new TooFewCriteria(definition.Criteria.Count));
                break;
            case > MostCriteria:
                open.Add(new TooManyCriteria(definition.Criteria.Count));
                break;
        }

        open.AddRange(definition.Criteria.Where(criterion => criterion.Definition is null).Select(criterion => new WithoutSentence(criterion.Name)));
        if (!asked)
        {
            open.Add(new WithoutOpinions());
        }

        if (definition.Hearing.NotHeard.Count > 0)
        {
            open.Add(new NotHeard(definition.Hearing.NotHeard));
        }

        return open;
    }
}
