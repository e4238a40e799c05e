using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Conversation;

/// <summary>The links of the tree, made and undone from a card; an objective completed, an action taken up by the coordination.</summary>
public sealed class LinkSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["link.criteria"] = (session, submission, _) => session.AsMember(() => On<Objective>(session, submission, objective => LinkGuide.Begin(session, Way.Criteria, objective))),
        ["link.purpose"] = (session, submission, _) => session.AsMember(() => On<Objective>(session, submission, objective => LinkGuide.Begin(session, Way.Purpose, objective))),
        ["link.objectives"] = (session, submission, _) => session.AsMember(() => On<Criterion>(session, submission, criterion => LinkGuide.Begin(session, Way.Objectives, criterion))),
        ["link.indicators"] = (session, submission, _) => session.AsMember(() => On<SocialAction>(session, submission, action => LinkGuide.Begin(session, Way.Indicators, action))),
        ["objective.complete"] = (session, submission, _) => session.AsMember(() => On<Objective>(session, submission, objective => ObjectiveGuide.Complete(session, objective))),
        ["action.confirm"] = (session, submission, _) => session.AsMember(() => On<SocialAction>(session, submission, action => Confirm(session, submission, action))),
        ["action.unlink"] = (session, submission, _) => session.AsMember(() => On<SocialAction>(session, submission, action => Unlink(session, submission, action))),
    };

    private static void Confirm(Session session, Submission submission, SocialAction action)
    {
        if (!session.May(Act.ConfirmObjective))
        {
            session.Refuse(Act.ConfirmObjective);
        }
        else if (action.Adopter is not null || action.Version != submission.Version)
        {
            session.Instead(StaleCard.For(session));
            session.Show(ActionCard.For(session, action));
        }
        else
        {
            Change(session, action with { Adopter = session.Person, AdoptedAt = session.Now }, "action.confirm");
        }
    }

    private static void Unlink(Session session, Submission submission, SocialAction action)
    {
        if (!session.May(Act.DescribeAction))
        {
            session.Refuse(Act.DescribeAction);
        }
        else if (action.Version != submission.Version || !action.Links.Any(link => link.Objective.ToString() == submission["lien"]))
        {
            session.Instead(StaleCard.For(session));
            session.Show(ActionCard.For(session, action));
        }
        else
        {
            Change(session, action with { Links = [.. action.Links.Where(link => link.Objective.ToString() != submission["lien"])] }, "action.unlink");
        }
    }

    private static void Change(Session session, SocialAction action, string what)
    {
        var changed = action with { Version = action.Version + 1 };
        session.Write(changed, what);
        session.Instead(ActionCard.For(session, changed));
    }

    private static void On<T>(Session session, Submission submission, Action<T> what)
        where T : Entry
    {
        if (RenameGuide.Find(session, submission["ligne"]) is T entry)
        {
            what(entry);
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    }
}
