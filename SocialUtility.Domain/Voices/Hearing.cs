using SocialUtility.Domain.Projects;

namespace SocialUtility.Domain.Voices;

/// <summary>
/// Which kinds of stakeholders were heard and which were not: it stands beside whatever is concluded from their words
/// (deck rows D18, D44). What the association declared counts as well as what it kept.
/// </summary>
public sealed record Hearing
{
    public required IReadOnlyList<Stakeholder> Heard { get; init; }

    /// <summary>Groups that were heard, which the association calls by a name of its own.</summary>
    public required IReadOnlyList<string> AlsoHeard { get; init; }

    public required IReadOnlyList<Stakeholder> NotHeard { get; init; }

    /// <summary>Groups that were not heard, which the association calls by a name of its own.</summary>
    public required IReadOnlyList<string> AlsoNotHeard { get; init; }

    public bool SaysNothing => Heard.Count + AlsoHeard.Count + NotHeard.Count + AlsoNotHeard.Count == 0;

    /// <param name="statement">Whom the association concerns, and whom it says it has heard.</param>
    /// <param name="voices">Its voices; the withdrawn ones do not count.</param>
    public static Hearing Of(ProjectStatement statement, IEnumerable<Voice> voices) => Of(statement, voices.Where(voice => !voice.Withdrawn).Select(voice => voice.Kind));

    /// <param name="statement">Whom the association concerns, and whom it says it has heard.</param>
    /// <param name="spoke">The kinds of whom voices stand.</param>
    public static Hearing Of(ProjectStatement statement, IEnumerable<Stakeholder> spoke)
    {
        var heard = spoke.Concat(Named(statement.Heard)).ToHashSet();
        // An association that has named groups itself knows whom it concerns better than a list of ours.
        var usual = heard.Count > 0 && statement.Heard.Count + statement.NotHeard.Count == 0;
        IReadOnlyList<Stakeholder> concerned = statement.Concerned.Count > 0 ? statement.Concerned : usual ? Stakeholders.Usual : [];
        return new()
        {
            Heard = [.. heard.Order()],
            AlsoHeard = Own(statement.Heard),
            NotHeard = [.. concerned.Concat(Named(statement.NotHeard)).Distinct().Where(kind => kind != Stakeholder.Others && !heard.Contains(kind)).Order()],
            AlsoNotHeard = Own(statement.NotHeard),
        };
    }

    private static IEnumerable<Stakeholder> Named(IEnumerable<string> groups) => groups.Select(Stakeholders.Named).OfType<Stakeholder>();

    private static IReadOnlyList<string> Own(IEnumerable<string> groups) => [.. groups.Where(group => Stakeholders.Named(group) is null)];
}
