using SocialUtility.Bot.Cards;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Profiles;

namespace SocialUtility.Bot.Conversation;

/// <summary>« odd »: to which Sustainable Development Goals the criteria contribute, and why; there is no way to add one by hand (deck row D48).</summary>
public sealed class GoalsSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["goals"] = (session, _) => session.AsMember(() => Show(session, 0)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["goals.show"] = (session, submission, _) => session.AsMember(() => Show(session, submission.Page)),
    };

    private static void Show(Session session, int page)
    {
        if (session.May(Act.ReadProfile))
        {
            session.Show(GoalsCard.For(session, Contribution.Of(session.Dossier), page));
        }
        else
        {
            session.Refuse(Act.ReadProfile);
        }
    }
}
