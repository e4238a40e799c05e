using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;

namespace SocialUtility.Bot.Conversation;

/// <summary>« pas d'accord »: words kept beside the definition as they are said, voted away by nobody.</summary>
public sealed class DisagreementSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["disagree"] = (session, cancellation) => DisagreeAsync(session, null, cancellation),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["disagreement.write"] = (session, submission, cancellation) => DisagreeAsync(session, submission.Id<Criterion>("criterion"), cancellation),
    };

    /// <summary>« Vous n'êtes pas d'accord ? Dites-le. »; a partner, of what they were asked about.</summary>
    private static async ValueTask DisagreeAsync(Session session, Id<Criterion>? criterion, CancellationToken cancellation)
    {
        if (session.Member is not { } member)
        {
            session.NoAssociation();
            return;
        }

        var seen = session.May(Act.ReadProject);
        if (!seen)
        {
            var asked = (await session.Deliberation.ConsultationsAsync(cancellation)).Select(found => found.Entry).Where(consultation => consultation.Concerns(member)).ToList();
            if (asked.Count == 0)
            {
                session.Say(session.Words["refused.partner.read"]);
                return;
            }

            seen = criterion is { } one && asked.Exists(consultation => consultation.Find(one.ToString()) is not null);
        }

        session.Begin(DisagreementGuide.Name, draft => draft with { Subject = seen && criterion is { } id && session.Dossier.Find(id) is not null ? id.ToString() : null });
    }
}
