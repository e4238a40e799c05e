using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>« reprendre l'arbre »: definitions, never values — into another year, or from another association of the same person.</summary>
public sealed class ReuseSubject(ITable table) : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["reuse"] = (session, _) => session.AsMember(() => Show(session)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["reuse.review"] = (session, _, _) => session.AsMember(() => session.Begin(ReviewGuide.Name, draft => new() { Guide = draft.Guide, Id = draft.Id, Touched = session.Now })),
        ["reuse.take"] = (session, submission, cancellation) => session.AsMember(() => TakeAsync(session, submission, cancellation)),
    };

    private static void Show(Session session)
    {
        if (session.May(Act.ConfirmObjective))
        {
            session.Show(ReuseCard.For(session, [.. Others(session).Take(20)]));
        }
        else
        {
            session.Refuse(Act.ConfirmObjective);
        }
    }

    private static IEnumerable<Belonging> Others(Session session) => session.Who.Associations.Where(other => other.Association != session.Association.Id);

    private async ValueTask TakeAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var words = session.Words;
        if (!session.May(Act.ConfirmObjective))
        {
            session.Refuse(Act.ConfirmObjective);
            return;
        }

        var parts = submission.Choices("parties").Aggregate(Parts.None, (all, part) => all | (Enum.TryParse<Parts>(part, out var known) && Enum.IsDefined(known) ? known : Parts.None));
        if (parts == Parts.None)
        {
            session.Say(words["slip.no-choice"]);
            return;
        }

        if (await ReadAsync(session, submission.Id<Association>("association"), cancellation) is not { } other)
        {
            session.Say(words["not-found"]);
            return;
        }

        var all = Reuse.Of(other, session.Dossier, parts, session.Person, session.Person, session.Now);
        var now = all.Take(Reuse.MostAtOnce).ToList();
        if (now.Count > 0)
        {
            session.Write(now, "tree.reuse", Dossier.Prefix);
        }

        session.Instead(ReuseCard.Outcome(session, other.Association.Name, now.Count, all.Count - now.Count, [("association", other.Association.Id), ("parties", submission["parties"])]));
    }

    /// <summary>Only an association that the person still belongs to, in a role that may read its project.</summary>
    private async ValueTask<Dossier?> ReadAsync(Session session, Id<Association>? id, CancellationToken cancellation)
    {
        if (id is not { } other || Others(session).All(known => known.Association != other)
            || await table.FindAsync(Association.Partition(other), Member.KeyOf(session.Person), cancellation) is not { } row
            || !DomainJson.Read(row, DomainJson.Default.Member).May(Act.ReadProject))
        {
            return null;
        }

        return await Dossier.OpenAsync(table, other, cancellation);
    }
}
