using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Conversation;

/// <summary>« finalités »: the purposes, where there are several; each objective says which it pursues first.</summary>
public sealed class PurposeSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["purposes"] = (session, _) => session.AsMember(() => List(session)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["purpose.list"] = (session, submission, _) => session.AsMember(() => session.Show(PurposesCard.For(session, submission.Page))),
        ["purpose.add"] = (session, _, _) => session.AsMember(() => session.Begin(PurposeGuide.Name)),
        ["purpose.edit"] = (session, submission, _) => session.AsMember(() => On(session, submission, purpose => RenameGuide.Begin(session, purpose))),
        ["purpose.retire"] = (session, submission, _) => session.AsMember(() => On(session, submission, purpose => RetireSubject.Ask(session, purpose))),
    };

    /// <summary>The first purpose is a question of the project; the others are asked here.</summary>
    private static void List(Session session)
    {
        if (session.Dossier.Purposes.Count == 0 && session.May(Act.RewriteProject))
        {
            session.Begin(PurposeGuide.Name);
        }
        else
        {
            session.Show(PurposesCard.For(session));
        }
    }

    private static void On(Session session, Submission submission, Action<Purpose> what)
    {
        if (RenameGuide.Find(session, submission["ligne"]) is Purpose purpose)
        {
            what(purpose);
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    }
}
