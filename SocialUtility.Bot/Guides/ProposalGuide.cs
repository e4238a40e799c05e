using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Guides;

/// <summary>« On pourrait appeler ces phrases… »: a name and one sentence for a group, proposed by anybody of the association (deck row D11).</summary>
public sealed class ProposalGuide : Guide
{
    public const string Name = "proposal";

    public override string Id => Name;

    public override Act? Needs => Act.ProposeCriterion;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft) =>
    [
        Method.Open(session, CriterionGuide.Named, Texts.Title, mayStayOpen: false) with { Ask = session.Words[draft.Chosen(CriterionGuide.Grouped).Count > 0 ? "ask.grouping.name" : "ask.proposal.name"] },
        Method.Open(session, CriterionGuide.Defined, Texts.ShortText),
    ];

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var words = session.Words;
        Proposal proposal = new()
        {
            Id = Id<Proposal>.Parse(draft.Id),
            Name = draft.Said(CriterionGuide.Named)!,
            Definition = draft.Said(CriterionGuide.Defined),
            Voices = [.. draft.Chosen(CriterionGuide.Grouped).Select(Id<Voice>.Parse)],
            Authors = [session.Person],
            Origin = Authorship.IsOpenTo(session.Member!.Roles) ? Origin.Association : Origin.Partner,
            Since = session.Now,
        };
        var others = (await session.Deliberation.ProposalsAsync(cancellation)).Select(found => found.Entry).Where(other => other.IsOpen && other.Id != proposal.Id);
        session.Write([Change.Add(proposal.Key, DomainJson.Write(proposal))], "proposal.create", proposal.Key);
        if (!session.May(Act.ReadProject))
        {
            // What others propose is the association's, and not open to who proposes from outside.
            session.Say(words.Say("proposal.made.partner", words.Quoted(proposal.Name)));
            foreach (var coordinator in (await session.RosterAsync(cancellation)).Coordinators)
            {
                await session.TellAsync(coordinator.Person, theirs => theirs.Say("proposal.by-partner", theirs.Quoted(proposal.Name)), cancellation, "word.proposals");
            }

            return;
        }

        session.Say(words.Say("proposal.made", words.Quoted(proposal.Name)));
        var alike = others.Where(other => Resemblance.Between(proposal, other, words.Language)).Select(other => other.Name)
            .Concat(session.Dossier.Criteria.Where(criterion => !criterion.Retired && Resemblance.Between(proposal, criterion, words.Language)).Select(criterion => criterion.Name))
            .Take(3)
            .Select(words.Quoted)
            .ToList();
        if (alike.Count > 0)
        {
            session.Say(words.Say("proposal.alike", words.List(alike)));
        }
    }
}
