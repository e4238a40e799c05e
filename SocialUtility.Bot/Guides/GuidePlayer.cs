using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// Plays any guide over its draft: asks what is not known yet, understands, keeps, and knows the words that hold in every
/// guide (?, je ne sais pas, passer, retour, corriger la question 3, annuler). Knows nothing of the bot framework.
/// </summary>
public sealed partial class GuidePlayer
{
    public const string Cancelling = "guide.cancel";
    public const string GoingBack = "guide.back";
    public const string Resuming = "guide.resume";

    private readonly Dictionary<string, Guide> guides;

    public GuidePlayer(IEnumerable<Guide> guides) => this.guides = guides.ToDictionary(guide => guide.Id);

    /// <summary>Begins a guide, or takes it up where it was left; a person who may not is told who may.</summary>
    public async ValueTask BeginAsync(Session session, Beginning beginning, CancellationToken cancellation)
    {
        var guide = guides[beginning.Guide];
        if (guide.Needs is { } act && !session.May(act))
        {
            session.Refuse(act);
            return;
        }

        await guide.PrepareAsync(session, cancellation);
        var earlier = session.Desk.Drafts.GetValueOrDefault(guide.Id);
        var draft = earlier ?? new Draft { Guide = guide.Id, Id = Id<Draft>.New().ToString(), Touched = session.Now };
        if (beginning.With is { } with)
        {
            draft = with(draft);
        }

        if (beginning.With is not null || earlier is null)
        {
            draft = draft with { From = session.Submission?["from"] is NextStep.Coherence ? NextStep.Coherence : session.CameFrom };
            session.CameFrom = null;
        }

        session.Desk = session.Desk.With(draft) with { Open = guide.Id, Waiting = null, Left = session.Desk.Left == guide.Id ? null : session.Desk.Left };
        if (earlier is { Answers.Count: > 0 } && beginning.With is null)
        {
            var open = earlier.Answers.Count(answer => answer.Value.How != Answered.Said);
            session.Say(session.Words.Count(open > 0 ? "guide.back-again.open" : "guide.back-again", earlier.Answers.Count - open));
        }
        else if (earlier is null && guide.Opening(session, draft) is { Length: > 0 } opening)
        {
            session.Say(opening);
        }

        await GoOnAsync(session, guide, cancellation);
    }

    /// <summary>The words are a choice that the open question offers: they answer it, though elsewhere they would be a command (« l'équipe »).</summary>
    public async ValueTask<bool> OffersAsync(Session session, string text, CancellationToken cancellation)
    {
        if (session.Desk.OpenDraft is not { } draft || !guides.TryGetValue(draft.Guide, out var guide))
        {
            return false;
        }

        await guide.PrepareAsync(session, cancellation);
        return Current(guide.Questions(session, draft), draft) is ChoiceQuestion question && question.Offers(text);
    }

    /// <summary>Hears the answer to the open question, typed or from a card.</summary>
    public async ValueTask HearAsync(Session session, CancellationToken cancellation)
    {
        if (session.Desk.OpenDraft is not { } draft || !guides.TryGetValue(draft.Guide, out var guide))
        {
            return;
        }

        await guide.PrepareAsync(session, cancellation);
        var questions = guide.Questions(session, draft);
        var question = Current(questions, draft);
        if (question is null)
        {
            await GoOnAsync(session, guide, cancellation);
            return;
        }

        if (session.Submission is { } submission)
        {
            await PressedAsync(session, guide, draft, questions, question, submission, cancellation);
        }
        else
        {
            await TypedAsync(session, guide, draft, questions, question, session.Text, cancellation);
        }
    }

    private static async ValueTask TypedAsync(
        Session session, Guide guide, Draft draft, IReadOnlyList<Question> questions, Question question, string text, CancellationToken cancellation)
    {
        var words = session.Words;
        switch (Vocabulary.Command(text))
        {
            case "explain":
                session.Say(Explanation(session, question));
                return;
            case "unknown":
                await UnknownAsync(session, guide, draft, question, Answer.Unknown, cancellation);
                return;
            case "skip":
                await UnknownAsync(session, guide, draft, question, Answer.Skipped, cancellation);
                return;
            case "back":
                Back(session, guide, draft, questions, question);
                return;
            case "cancel":
                Cancel(session, guide, draft);
                return;
            case "later":
                session.Desk = session.Desk with { Open = null };
                session.Say(words.Say("guide.kept", words[$"guide.{guide.Id}.word"]));
                return;
            case "continue" when question is not ChoiceQuestion choices || !choices.Offers(text):
                await GoOnAsync(session, guide, cancellation);
                return;
            case "keep" when draft.Again is not null:
                session.Desk = session.Desk.With(draft with { Again = null });
                await GoOnAsync(session, guide, cancellation);
                return;
            case var decision when draft is { LooksPersonal: true, InDoubt: { } personal } && PersonalGuard.Decides(decision):
                await DecidePersonalAsync(session, guide, draft, question, personal, decision!, cancellation);
                return;
            case "yes" when draft.InDoubt is { } doubtful:
                await AcceptAsync(session, guide, draft, question, doubtful, cancellation);
                return;
            case "no" or "correct" when draft.InDoubt is not null:
                session.Desk = session.Desk.With(draft with { InDoubt = null });
                session.Say(question.Ask);
                return;
        }

        if (CorrectionOf(text) is { } number)
        {
            if (number >= 1 && number <= questions.Count)
            {
                AskAgain(session, guide, draft, questions[number - 1]);
            }
            else
            {
                session.Say(words.Count("guide.no-such-question", questions.Count));
            }

            return;
        }

        await UnderstandAsync(session, guide, draft, question, question.Understand(session, text), cancellation);
    }

    private static async ValueTask PressedAsync(
        Session session, Guide guide, Draft draft, IReadOnlyList<Question> questions, Question question, Submission submission, CancellationToken cancellation)
    {
        if (submission["draft"] != draft.Id || submission["question"] != question.Id || submission.Version != draft.Turn)
        {
            session.Instead(StaleCard.For(session));
            Show(session, guide, draft);
            return;
        }

        switch (submission.Kind)
        {
            case "guide.answer":
                await UnderstandAsync(session, guide, draft, question, question.Understand(session, submission), cancellation);
                break;
            case "guide.unknown":
                await UnknownAsync(session, guide, draft, question, Answer.Unknown, cancellation);
                break;
            case "guide.skip":
                await UnknownAsync(session, guide, draft, question, Answer.Skipped, cancellation);
                break;
            case "guide.back":
                Back(session, guide, draft, questions, question);
                break;
            case "guide.correct":
                if (questions.FirstOrDefault(one => one.Id == submission["phrase"]) is { } wrong)
                {
                    AskAgain(session, guide, draft, wrong);
                }
                else
                {
                    session.Say(session.Words["slip.no-choice"]);
                }

                break;
            case "guide.later":
                session.Desk = session.Desk with { Open = null };
                session.Instead(QuestionCard.Outcome(session, guide, question, session.Words.Say("guide.kept", session.Words[$"guide.{guide.Id}.word"])));
                break;
        }
    }

    private static async ValueTask UnderstandAsync(Session session, Guide guide, Draft draft, Question question, Understood understood, CancellationToken cancellation)
    {
        switch (understood)
        {
            case Understood.Accepted accepted:
                await AcceptAsync(session, guide, draft, question, accepted.Answer, cancellation);
                break;
            case Understood.Doubtful doubtful:
                session.Desk = session.Desk.With(draft with { InDoubt = doubtful.Answer, LooksPersonal = false, Touched = session.Now });
                session.Say(doubtful.Question, session.Words["button.yes"], session.Words["button.correct"]);
                break;
            case Understood.Personal personal:
                session.Desk = session.Desk.With(draft with { InDoubt = personal.Answer, LooksPersonal = true, Touched = session.Now });
                PersonalGuard.Ask(session, personal.Seen);
                break;
            case Understood.Refused refused:
                session.Say(refused.Why);
                break;
        }
    }

    /// <summary>« Retirer », « Garder la phrase entière », « Ne rien garder ».</summary>
    private static async ValueTask DecidePersonalAsync(Session session, Guide guide, Draft draft, Question question, Answer answer, string decision, CancellationToken cancellation)
    {
        if (question.Decided(answer, text => PersonalGuard.Left(decision, text)) is { } decided)
        {
            await UnderstandAsync(session, guide, draft, question, decided, cancellation);
            return;
        }

        session.Desk = session.Desk.With(draft with { InDoubt = null, LooksPersonal = false, Touched = session.Now });
        session.Say(session.Words["personal.nothing-kept"]);
        session.Say(question.Ask);
    }

    private static async ValueTask UnknownAsync(Session session, Guide guide, Draft draft, Question question, Answer answer, CancellationToken cancellation)
    {
        if (question.MayStayOpen)
        {
            await AcceptAsync(session, guide, draft, question, answer, cancellation);
        }
        else
        {
            session.Say(session.Words[question is ChoiceQuestion { OrOwnWords: false } ? "guide.needed.choice" : "guide.needed"]);
        }
    }

    private static async ValueTask AcceptAsync(Session session, Guide guide, Draft draft, Question question, Answer answer, CancellationToken cancellation)
    {
        var words = session.Words;
        var replaced = draft[question.Id] is { How: Answered.Said };
        session.Desk = session.Desk.With(draft.With(question.Id, answer, session.Now));
        var said = words[answer.How switch
        {
            Answered.Unknown => "guide.left-open",
            Answered.Skipped => "guide.skipped",
            _ when replaced => "guide.replaced",
            _ when draft.Answers.Count == 0 => "guide.noted-first",
            _ => "guide.noted",
        }];
        if (session.Submission is not null)
        {
            session.Instead(QuestionCard.Outcome(session, guide, question, answer.How == Answered.Said ? null : said, answer));
        }

        if (guide.Heard(session, draft, question, answer))
        {
            return;
        }

        if (session.Submission is null && Current(guide.Questions(session, session.Desk.OpenDraft!), session.Desk.OpenDraft!) is not null)
        {
            // The end of a guide says itself what became of the answers.
            session.Say(said);
        }

        await GoOnAsync(session, guide, cancellation);
    }

    private static async ValueTask GoOnAsync(Session session, Guide guide, CancellationToken cancellation)
    {
        var draft = session.Desk.OpenDraft!;
        if (Current(guide.Questions(session, draft), draft) is not null)
        {
            Show(session, guide, draft);
            return;
        }

        session.Desk = session.Desk.Without(guide.Id);
        session.CameFrom = draft.From;
        await guide.FinishAsync(session, draft, cancellation);
        if (session.CameFrom is not null && session.Beginning is null)
        {
            NextStep.Offer(session);
        }
    }
}
