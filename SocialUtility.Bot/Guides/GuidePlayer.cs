using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// Plays any guide over its draft: asks what is not known yet, understands, keeps, and knows the words that hold in every
/// guide (?, je ne sais pas, passer, retour, corriger la question 3, annuler). Knows nothing of the bot framework.
/// </summary>
public sealed class GuidePlayer
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

        var earlier = session.Desk.Drafts.GetValueOrDefault(guide.Id);
        var draft = earlier ?? new Draft { Guide = guide.Id, Id = Id<Draft>.New().ToString(), Touched = session.Now };
        if (beginning.With is { } with)
        {
            draft = with(draft);
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

    /// <summary>Hears the answer to the open question, typed or from a card.</summary>
    public async ValueTask HearAsync(Session session, CancellationToken cancellation)
    {
        if (session.Desk.OpenDraft is not { } draft || !guides.TryGetValue(draft.Guide, out var guide))
        {
            return;
        }

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

    /// <summary>The small questions of guides: stop or go on, keep or change.</summary>
    public async ValueTask<bool> AnswerAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (session.Desk.Drafts.GetValueOrDefault(waiting.Notes.GetValueOrDefault("guide", "")) is not { } draft || !guides.TryGetValue(draft.Guide, out var guide))
        {
            return false;
        }

        var words = session.Words;
        switch (waiting.Kind, Vocabulary.Command(text))
        {
            case (Cancelling, "stop" or "yes"):
                session.Desk = session.Desk with { Open = null, Waiting = null };
                session.Say(words.Say("guide.stopped", words[$"guide.{guide.Id}.word"]));
                return true;
            case (Cancelling, "erase-now"):
                session.Desk = session.Desk.Without(guide.Id) with { Waiting = null };
                session.Say(words["guide.erased"]);
                return true;
            case (Cancelling, "continue" or "no"):
            case (GoingBack, "keep" or "yes"):
                session.Desk = session.Desk.With(draft with { Again = null }) with { Waiting = null, Open = guide.Id };
                await GoOnAsync(session, guide, cancellation);
                return true;
            case (GoingBack, "change" or "no"):
                session.Desk = session.Desk with { Waiting = null };
                Show(session, guide, draft);
                return true;
            case (Resuming, "resume" or "yes" or "continue"):
                session.Begin(guide.Id);
                return true;
            case (Resuming, "later" or "no"):
                session.Desk = session.Desk with { Waiting = null };
                session.Say(words.Say("guide.kept", words[$"guide.{guide.Id}.word"]));
                return true;
            default:
                return false;
        }
    }

    /// <summary>After a command in the middle of a guide: offers to go on with it.</summary>
    public void OfferToResume(Session session, string guideId)
    {
        if (session.Desk.Drafts.GetValueOrDefault(guideId) is not { Answers.Count: > 0 } draft || !guides.TryGetValue(guideId, out var guide))
        {
            return;
        }

        var questions = guide.Questions(session, draft);
        if (Current(questions, draft) is not { } question)
        {
            return;
        }

        var words = session.Words;
        session.WaitFor(Resuming, ("guide", guideId));
        session.Say(
            words.Say("guide.resume", words[$"guide.{guide.Id}.the"], Number(questions, question), Counted(questions)),
            words["button.resume"],
            words["button.later"]);
    }

    /// <summary>The open question once more: after a card that has already served.</summary>
    public void ShowAgain(Session session)
    {
        if (session.Desk.OpenDraft is { } draft && guides.TryGetValue(draft.Guide, out var guide))
        {
            Show(session, guide, draft);
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
            case "keep" when draft.Again is not null:
                session.Desk = session.Desk.With(draft with { Again = null });
                await GoOnAsync(session, guide, cancellation);
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
                session.Say(words.Say("guide.no-such-question", questions.Count));
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
                session.Desk = session.Desk.With(draft with { InDoubt = doubtful.Answer, Touched = session.Now });
                session.Say(doubtful.Question, session.Words["button.yes"], session.Words["button.correct"]);
                break;
            case Understood.Refused refused:
                session.Say(refused.Why);
                break;
        }
    }

    private static async ValueTask UnknownAsync(Session session, Guide guide, Draft draft, Question question, Answer answer, CancellationToken cancellation)
    {
        if (question.MayStayOpen)
        {
            await AcceptAsync(session, guide, draft, question, answer, cancellation);
        }
        else
        {
            session.Say(session.Words["guide.needed"]);
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
        else if (Current(guide.Questions(session, session.Desk.OpenDraft!), session.Desk.OpenDraft!) is not null)
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
        await guide.FinishAsync(session, draft, cancellation);
    }

    private static void Show(Session session, Guide guide, Draft draft)
    {
        var questions = guide.Questions(session, draft);
        if (Current(questions, draft) is { } question)
        {
            session.Show(question.Card is { } card ? card() : QuestionCard.For(session, guide, draft, question, Number(questions, question), Counted(questions)));
        }
    }

    private static void Back(Session session, Guide guide, Draft draft, IReadOnlyList<Question> questions, Question question)
    {
        var before = questions.Take(questions.ToList().IndexOf(question)).LastOrDefault(earlier => draft[earlier.Id] is not null);
        if (before is null)
        {
            session.Say(session.Words["guide.first-question"]);
            return;
        }

        if (draft[before.Id] is not { How: Answered.Said })
        {
            AskAgain(session, guide, draft, before);
            return;
        }

        session.Desk = session.Desk.With(draft with { Again = before.Id, Turn = draft.Turn + 1, Touched = session.Now });
        session.WaitFor(GoingBack, ("guide", guide.Id));
        session.Say(session.Words.Say("guide.back-to", Number(questions, before)), session.Words["button.keep"], session.Words["button.change"]);
    }

    private static void AskAgain(Session session, Guide guide, Draft draft, Question question)
    {
        var again = draft with { Again = question.Id, Turn = draft.Turn + 1, Touched = session.Now };
        session.Desk = session.Desk.With(again);
        if (draft.Said(question.Id) is { } said)
        {
            session.Say(session.Words.Say("guide.had-written", session.Words.Quoted(said)));
        }
        else
        {
            Show(session, guide, again);
        }
    }

    private static void Cancel(Session session, Guide guide, Draft draft)
    {
        var words = session.Words;
        session.WaitFor(Cancelling, ("guide", guide.Id));
        session.Say(
            draft.Answers.Count == 0 ? words["guide.cancel.empty"] : words.Count("guide.cancel", draft.Answers.Count),
            words["button.stop"],
            words["button.continue"],
            words["button.erase-now"]);
    }

    private static string Explanation(Session session, Question question)
    {
        var words = session.Words;
        var lines = new List<string>();
        if (question.Hint is { } hint)
        {
            lines.Add(hint);
        }

        if (question.Example is { } example)
        {
            lines.Add(words.Say("guide.example", words.Quoted(example)));
        }

        lines.Add(words[question.MayStayOpen ? "guide.ways" : "guide.ways.needed"]);
        return string.Join("\n\n", lines);
    }

    private static Question? Current(IReadOnlyList<Question> questions, Draft draft) =>
        questions.FirstOrDefault(question => question.Id == draft.Again) ?? questions.FirstOrDefault(question => draft[question.Id] is null);

    private static int Number(IReadOnlyList<Question> questions, Question question) => questions.Select(other => other.Id).ToList().IndexOf(question.Id) + 1;

    /// <summary>Rereading is no question.</summary>
    private static int Counted(IReadOnlyList<Question> questions) => questions.Count(question => question.Card is null);

    /// <summary>« corriger la question 3 », « change question 3 ».</summary>
    private static int? CorrectionOf(string text)
    {
        var words = text.AsWord().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4 && words[0] is "corriger" or "changer" or "modifier" or "correct" or "change"
            && words.Contains("question") && int.TryParse(words[^1], out var number)
                ? number
                : null;
    }
}
