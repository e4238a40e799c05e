using SocialUtility.Bot.Cards;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;

namespace SocialUtility.Bot.Conversation;

/// <summary>« critères »: after what people said, and before what the catalogue says (deck rows D40, D42).</summary>
public sealed class CriteriaSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["criteria"] = (session, cancellation) => session.AsMember(() => CriteriaAsync(session, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["criterion.relate"] = (session, submission, _) => session.AsMember(() => Relate(session, submission, submission.Choices("proches"))),
        ["criterion.keep"] = (session, submission, _) => session.AsMember(() => Relate(session, submission, [])),
    };

    /// <summary>What people said comes first: sentences that nobody has put together yet are asked about before a criterion is written.</summary>
    private static async ValueTask CriteriaAsync(Session session, CancellationToken cancellation)
    {
        var left = session.May(Act.ProposeCriterion) ? await GroupingSubject.UngroupedAsync(session, cancellation) : [];
        if (left.Count > 0 && session.Dossier.Criteria.All(criterion => criterion.Retired))
        {
            await GroupingSubject.ShowAsync(session, 0, null, cancellation);
            return;
        }

        DefinitionsSubject.List(session, "criterion", 0, begin: true);
        if (left.Count > 0)
        {
            session.Say(session.Words.Count("grouping.left", left.Count), session.Words["word.group"]);
        }
    }

    private static void Relate(Session session, Submission submission, IReadOnlyList<string> codes)
    {
        if (submission.Id<Criterion>("criterion") is not { } id || session.Dossier.Find(id) is not { } criterion)
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        if (!session.May(Act.WriteCriterion))
        {
            session.Refuse(Act.WriteCriterion);
            return;
        }

        if (criterion.Version != submission.Version)
        {
            session.Instead(StaleCard.For(session));
            session.Show(CriterionCard.For(session, criterion, []));
            return;
        }

        var known = codes.Where(code => ReferenceCatalogue.Instance.Criterion(code) is not null).ToList();
        if (submission.Kind == "criterion.relate" && known.Count == 0)
        {
            session.Say(session.Words["slip.no-choice"]);
            return;
        }

        // « Garder mes mots seuls » is a decision too: the card has served.
        var decided = criterion with { Related = known.Count > 0 ? known : criterion.Related, Version = criterion.Version + 1 };
        session.Write(decided, known.Count > 0 ? "criterion.relate" : "criterion.keep");
        session.Instead(CriterionCard.For(session, decided, []));
        session.Say(session.Words[known.Count > 0 ? "criterion.related-now" : "criterion.kept"]);
        NextStep.Offer(session);
    }
}
