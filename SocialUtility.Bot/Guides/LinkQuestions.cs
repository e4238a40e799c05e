using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// To which objectives something belongs, why, and to which of them mainly. Asked in the same words wherever a link is made;
/// the last is asked only where there are several, and « je ne sais pas » leaves the first that was linked.
/// </summary>
internal static class LinkQuestions
{
    private const string Mainly = "lien.surtout";

    /// <summary>The objectives that are pursued, by the numbers people call them by.</summary>
    public static IReadOnlyList<Choice> Objectives(Session session) =>
        [.. session.Dossier.Objectives.Where(objective => !objective.Retired).Select(objective => new Choice(objective.Id.ToString(), session.Words.Say("list.objective.line", objective.Number, objective.Name), objective.Number))];

    /// <summary>« Surtout pour lequel ? », where several were linked.</summary>
    public static IEnumerable<Question> MainlyWhich(Session session, IReadOnlyList<Link> links)
    {
        List<Choice> choices = [.. Objectives(session).Where(choice => links.Any(link => link.Objective.ToString() == choice.Value))];
        if (choices.Count > 1)
        {
            yield return new ChoiceQuestion(Mainly)
            {
                Ask = session.Words["ask.lien.surtout"],
                Hint = session.Words["hint.lien.surtout"],
                Readers = session.Words["readers.team"],
                Choices = choices,
            };
        }
    }

    public static Id<Objective>? SaidMainly(Draft draft) => draft.Chosen(Mainly) is [var id] ? Id<Objective>.Parse(id) : null;

    /// <summary>The links that an answer makes; the reason that was given is one for all of them.</summary>
    public static IReadOnlyList<Link> Links(Draft draft, string question) =>
        [.. draft.Chosen(question).Select(id => new Link(Id<Objective>.Parse(id), draft[question]!.Because))];

    /// <summary>What stood before stays, in its place; a new reason for the same objective takes the place of the earlier one, none leaves it.</summary>
    public static IReadOnlyList<Link> Joined(IReadOnlyList<Link> before, IReadOnlyList<Link> added) =>
    [
        .. before.Select(link => added.FirstOrDefault(other => other.Objective == link.Objective) is { } again ? again with { Because = again.Because ?? link.Because } : link),
        .. added.Where(link => before.All(other => other.Objective != link.Objective)),
    ];
}
