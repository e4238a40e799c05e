using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Steps;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What the cards of the first two steps share: what each one said, without names and a page at a time; what is still open; their buttons.</summary>
internal static class StepParts
{
    private const int PageSize = 6;

    /// <summary>The newest first. Gives back the page that is shown: there may be fewer than were asked for.</summary>
    public static int Heard(List<AdaptiveElement> body, Session session, string heading, IReadOnlyList<MethodAnswer> said, int page)
    {
        page = Math.Clamp(page, 0, Math.Max(0, (said.Count - 1) / PageSize));
        if (said.Count > 0)
        {
            body.Add(SecondHeading(heading));
            body.AddRange(said.Reverse().Skip(page * PageSize).Take(PageSize).Select(answer => Tinted(Text(Voice(session.Words, answer.Text)))));
        }

        return page;
    }

    /// <summary>What nobody has answered yet; a gap is no fault.</summary>
    public static void StillOpen(List<AdaptiveElement> body, Session session, StepGuide step, IReadOnlyList<MethodAnswer> everybody)
    {
        List<string> open =
        [
            .. step.All.Where(id => StepQuestions.IsEachOnes(id) ? everybody.All(answer => answer.Question != id) : !session.Dossier.Answers.ContainsKey(id))
                .Where(id => id is not (StepQuestions.Type or StepQuestions.Agreed))
                .Select(id => RereadCard.NameOf(session, id)),
        ];
        if (open.Count > 0)
        {
            body.Add(SecondHeading(session.Words["project.still-open"]));
            body.Add(Text(Bullets(open), AdaptiveSpacing.Small));
        }
    }

    /// <summary>« Répondre », « Corriger », « Suite » for those who may.</summary>
    public static void Buttons(List<AdaptiveAction> buttons, Session session, StepGuide step, int said, int page, CardMark mark)
    {
        var words = session.Words;
        if (session.May(Act.AnswerForTeam))
        {
            buttons.Add(RereadCard.Correcting(session, "answer.edit", mark, step.All
                .Concat(step.Has(StepQuestions.OwnReason) && session.Dossier.Answers.ContainsKey(StepQuestions.OwnReason) ? [StepQuestions.OwnReason] : [])
                .Where(id => Audience.Reaches(StepQuestions.AudienceOf(id), session.Member?.Roles ?? [], boardSits: false))
                .Select(id => (id, RereadCard.NameOf(session, id)))));
        }

        if ((page + 1) * PageSize < said)
        {
            buttons.Add(Tap(words["button.more"], $"{step.Id}.show", mark, ("page", page + 1)));
        }
    }
}
