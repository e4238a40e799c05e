using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;

namespace SocialUtility.Bot.Guides;

/// <summary>A criterion in the association's own words; close ideas of the catalogue are offered after, never before (deck rows D40, D42).</summary>
public sealed class CriterionGuide : Guide
{
    public const string Name = "criterion";

    private const string Named = "e4-definir.nommer";
    private const string Defined = "e4-definir.definir";
    private const string Seen = "e4-definir.preuve";
    private const string About = "critere.objectifs";

    public override string Id => Name;

    public override Act? Needs => Act.WriteCriterion;

    public override string Opening(Session session, Draft draft) => session.Words["guide.criterion.opening"];

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        List<Question> questions =
        [
            Method.Open(session, Named, Texts.Title, mayStayOpen: false),
            Method.Open(session, Defined, Texts.ShortText),
            Method.Open(session, Seen),
        ];
        var objectives = LinkQuestions.Objectives(session);
        if (objectives.Count > 0)
        {
            questions.Add(new ChoiceQuestion(About)
            {
                Ask = session.Words["ask.critere.objectifs"],
                Hint = session.Words["hint.critere.objectifs"],
                Readers = session.Words["readers.team"],
                Several = true,
                AsksWhy = true,
                Choices = objectives,
            });
        }

        questions.AddRange(LinkQuestions.MainlyWhich(session, LinkQuestions.Links(draft, About)));
        return questions;
    }

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        Criterion criterion = new()
        {
            Id = Id<Criterion>.Parse(draft.Id),
            Number = session.Dossier.Criteria.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
            Name = draft.Said(Named)!,
            Definition = draft.Said(Defined),
            Seen = draft.Said(Seen),
            Origin = Origin.Association,
            Links = LinkQuestions.Links(draft, About),
            Mainly = LinkQuestions.SaidMainly(draft),
            Author = session.Person,
            Since = session.Now,
        };
        session.Write(criterion, "criterion.create");
        session.Say(session.Words.Say("criterion.as-it-is", session.Words.Quoted(criterion.Name)));
        var close = Closeness.In(session.Words.Language).To($"{criterion.Name} {criterion.Definition} {criterion.Seen}");
        session.Show(CriterionCard.For(session, criterion, close));
        if (close.Count == 0)
        {
            session.Say(session.Words["criterion.nothing-close"]);
            NextStep.Offer(session);
        }

        return ValueTask.CompletedTask;
    }
}
