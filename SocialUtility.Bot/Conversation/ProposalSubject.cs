using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>« propositions »: what was proposed, which of it says the same, and what becomes a criterion; decided before all.</summary>
public sealed class ProposalSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["propose-criterion"] = (session, _) => Propose(session),
        ["proposals"] = (session, cancellation) => session.AsMember(() => ListAsync(session, 0, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["proposal.list"] = (session, submission, cancellation) => session.AsMember(() => ListAsync(session, submission.Page, cancellation)),
        ["proposal.merge"] = (session, submission, cancellation) => session.AsMember(() => MergeAsync(session, submission, cancellation)),
        ["proposal.adopt"] = (session, submission, cancellation) => session.AsMember(() => AdoptAsync(session, submission, cancellation)),
    };

    /// <summary>A name and a sentence, of nobody's words yet: a partner, who reads nothing of the association, says it this way.</summary>
    private static ValueTask Propose(Session session)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
        }
        else
        {
            session.Begin(ProposalGuide.Name);
        }

        return ValueTask.CompletedTask;
    }

    private static async ValueTask ListAsync(Session session, int page, CancellationToken cancellation)
    {
        var open = (await session.Deliberation.ProposalsAsync(cancellation)).Select(found => found.Entry).Where(proposal => proposal.IsOpen).ToList();
        Show(session, open, page, instead: false);
    }

    private static void Show(Session session, List<Proposal> open, int page, bool instead)
    {
        if (open.Count == 0 && !instead)
        {
            session.Say(session.Words["proposals.none"], session.Words["word.group"]);
            return;
        }

        var card = ProposalsCard.For(session, open, page);
        if (instead)
        {
            session.Instead(card, forAll: true);
        }
        else
        {
            session.Show(card, forAll: true);
        }
    }

    /// <summary>What the button names, as it was on the card: null where one of them has changed since, and the present list is shown.</summary>
    private static async ValueTask<List<Found<Proposal>>?> NamedAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!session.May(Act.WriteCriterion))
        {
            session.Whisper(session.Words["proposals.refused"]);
            session.Refuse(Act.WriteCriterion);
            return null;
        }

        var all = await session.Deliberation.ProposalsAsync(cancellation);
        List<Found<Proposal>> named = [];
        foreach (var choice in submission.Choices("propositions").Distinct())
        {
            if (choice.Split('.') is not [var id, var version] || all.FirstOrDefault(found => found.Entry.Id.ToString() == id) is not { } found)
            {
                session.Say(session.Words["not-found"]);
                return null;
            }

            if (!found.Entry.IsOpen || found.Entry.Version.ToString(CultureInfo.InvariantCulture) != version)
            {
                session.Say(session.Words["proposals.changed"]);
                Show(session, [.. all.Select(one => one.Entry).Where(proposal => proposal.IsOpen)], 0, instead: true);
                return null;
            }

            named.Add(found);
        }

        return named;
    }

    private static async ValueTask MergeAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await NamedAsync(session, submission, cancellation) is not { } named)
        {
            return;
        }

        if (named.Count < 2)
        {
            session.Whisper(session.Words["proposals.two"]);
            session.Say(session.Words["proposals.two"]);
            return;
        }

        // The oldest takes the others up, one after the other, in one batch: all or none.
        var oldestFirst = named.OrderBy(found => found.Entry.Since).ThenBy(found => found.Entry.Id).ToList();
        var kept = oldestFirst[0].Entry;
        List<Change> changes = [];
        foreach (var other in oldestFirst.Skip(1))
        {
            (kept, var merged) = Proposal.Merge(kept, other.Entry);
            changes.Add(other.Write(merged));
        }

        kept = kept with { Version = oldestFirst[0].Entry.Version + 1 };
        changes.Add(oldestFirst[0].Write(kept));
        session.Write(changes, "proposal.merge", kept.Key);
        var open = (await session.Deliberation.ProposalsAsync(cancellation)).Select(found => found.Entry)
            .Where(proposal => proposal.IsOpen && named.TrueForAll(found => found.Entry.Id != proposal.Id));
        Show(session, [.. open.Append(kept).OrderBy(proposal => proposal.Since).ThenBy(proposal => proposal.Id)], 0, instead: true);
        session.Whisper(session.Words["proposals.merged"]);
        session.Say(session.Words.Say("proposals.merged.as", session.Words.Quoted(kept.Name)));
    }

    private static async ValueTask AdoptAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await NamedAsync(session, submission, cancellation) is not { } named)
        {
            return;
        }

        if (named is not [{ Entry: var proposal }])
        {
            session.Whisper(session.Words["proposals.one"]);
            session.Say(session.Words["proposals.one"]);
            return;
        }

        if (session.Desk.Drafts.GetValueOrDefault(CriterionGuide.Name) is { } begun && begun.Said(CriterionGuide.Named) is not null && !begun.Chosen(CriterionGuide.Proposed).Contains(proposal.Id.ToString()))
        {
            // Words that somebody has begun to write are not written over.
            session.Say(session.Words["proposals.another-begun"]);
            session.Begin(CriterionGuide.Name);
            return;
        }

        session.Begin(CriterionGuide.Name, draft => Answers(draft, proposal).Aggregate(draft, (now, answer) => now.With(answer.Question, answer.Answer, session.Now)));
    }

    /// <summary>What a proposal says already is not asked again.</summary>
    private static IEnumerable<(string Question, Answer Answer)> Answers(Draft draft, Proposal proposal)
    {
        yield return (CriterionGuide.Proposed, Answer.Chosen([proposal.Id.ToString()], proposal.Name));
        yield return (CriterionGuide.Named, Answer.Said(proposal.Name));
        yield return (CriterionGuide.Grouped, Answer.Chosen([.. proposal.Voices.Select(id => id.ToString())], ""));
        if (draft[CriterionGuide.Defined] is null && proposal.Definition is { } definition)
        {
            yield return (CriterionGuide.Defined, Answer.Said(definition));
        }
    }
}
