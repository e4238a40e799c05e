using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Guides;

/// <summary>A criterion in the association's own words; close ideas of the catalogue are offered after, never before (deck rows D40, D42).</summary>
public sealed class CriterionGuide : Guide
{
    public const string Name = "criterion";

    /// <summary>The sentences it is made of, ticked before it begins.</summary>
    internal const string Grouped = "e4-definir.regrouper";

    /// <summary>The proposal it is made of.</summary>
    internal const string Proposed = "critere.proposition";

    internal const string Named = "e4-definir.nommer";
    internal const string Defined = "e4-definir.definir";
    private const string Family = "e4-definir.dimension";
    private const string Seen = "e4-definir.preuve";
    private const string Singular = "e4-definir.singulier";
    private const string About = "critere.objectifs";

    public override string Id => Name;

    public override Act? Needs => Act.WriteCriterion;

    public override string Opening(Session session, Draft draft) => draft.Chosen(Grouped).Count + draft.Chosen(Proposed).Count > 0 ? "" : session.Words["guide.criterion.opening"];

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var words = session.Words;
        var named = Method.Open(session, Named, Texts.Title, mayStayOpen: false);
        List<Question> questions =
        [
            draft.Chosen(Grouped).Count > 0 ? named with { Ask = words["ask.grouping.name"] } : named,
            Method.Open(session, Defined, Texts.ShortText),
            Method.Choose(session, Family, [.. ReferenceCatalogue.Instance.Dimensions.Select(dimension => new Choice(dimension.Id, words.Set(dimension.Name(words.Language))))]),
            Method.Open(session, Seen),
            Method.Open(session, Singular, Texts.ShortText),
        ];
        var objectives = LinkQuestions.Objectives(session);
        if (objectives.Count > 0)
        {
            questions.Add(new ChoiceQuestion(About)
            {
                Ask = words["ask.critere.objectifs"],
                Hint = words["hint.critere.objectifs"],
                Readers = words["readers.team"],
                Several = true,
                AsksWhy = true,
                Choices = objectives,
            });
        }

        questions.AddRange(LinkQuestions.MainlyWhich(session, LinkQuestions.Links(draft, About)));
        return questions;
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var words = session.Words;
        var proposal = draft.Chosen(Proposed) is [var id] ? await session.Deliberation.ProposalAsync(Id<Proposal>.Parse(id), cancellation) : null;
        Criterion criterion = new()
        {
            Id = Id<Criterion>.Parse(draft.Id),
            Number = session.Dossier.Criteria.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
            Name = draft.Said(Named)!,
            Definition = draft.Said(Defined),
            Dimension = draft.Chosen(Family) is [var family] ? family : null,
            Seen = draft.Said(Seen),
            Singular = draft.Said(Singular),
            Origin = proposal?.Entry.Origin ?? Origin.Association,
            Voices = [.. draft.Chosen(Grouped).Select(Id<Voice>.Parse).Union(proposal?.Entry.Voices ?? [])],
            Proposers = proposal?.Entry.Authors ?? [],
            Links = LinkQuestions.Links(draft, About),
            Mainly = LinkQuestions.SaidMainly(draft),
            Author = session.Person,
            Since = session.Now,
        };
        session.Write(criterion, "criterion.create");
        session.Say(words.Say("criterion.as-it-is", words.Quoted(criterion.Name)));
        if (proposal is { Entry.IsOpen: true })
        {
            session.Write([proposal.Write(proposal.Entry with { AdoptedAs = criterion.Id, Version = proposal.Entry.Version + 1 })], "proposal.adopt", proposal.Entry.Key);
            await TellPartnersAsync(session, proposal.Entry, criterion, cancellation);
        }
        else if (proposal is not null)
        {
            // Somebody else was first: both stand, no word is lost, and the person knows.
            session.Say(words.Say("proposals.taken-meanwhile", words.Quoted(proposal.Entry.Name)));
        }

        var close = Closeness.In(words.Language).To($"{criterion.Name} {criterion.Definition} {criterion.Seen}");
        session.Show(CriterionCard.For(session, criterion, close));
        if (close.Count == 0)
        {
            session.Say(words["criterion.nothing-close"]);
            NextStep.Offer(session);
        }
    }

    /// <summary>A partner who proposed it learns that it is kept; the team sees it with « critères ».</summary>
    private static async ValueTask TellPartnersAsync(Session session, Proposal proposal, Criterion criterion, CancellationToken cancellation)
    {
        if (proposal.Origin == Origin.Association)
        {
            return;
        }

        var roster = await session.RosterAsync(cancellation);
        foreach (var author in proposal.Authors.Select(roster.Find).OfType<Member>().Where(member => !member.May(Act.ReadProject)))
        {
            await session.TellAsync(author.Person, theirs => theirs.Say("proposal.kept", theirs.Quoted(criterion.Name), session.Association.Name), cancellation);
        }
    }
}
