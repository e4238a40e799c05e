using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Guides;

/// <summary>What the player says of its own: the open question, the way back, stopping and resuming.</summary>
public sealed partial class GuidePlayer
{
    /// <summary>The small questions of guides: stop or go on, keep or change.</summary>
    public async ValueTask<bool> AnswerAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (session.Desk.Drafts.GetValueOrDefault(waiting.Notes.GetValueOrDefault("guide", "")) is not { } draft || !guides.TryGetValue(draft.Guide, out var guide))
        {
            return false;
        }

        await guide.PrepareAsync(session, cancellation);
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
    public async ValueTask OfferToResumeAsync(Session session, string guideId, CancellationToken cancellation)
    {
        if (session.Desk.Drafts.GetValueOrDefault(guideId) is not { Answers.Count: > 0 } draft || !guides.TryGetValue(guideId, out var guide))
        {
            return;
        }

        await guide.PrepareAsync(session, cancellation);
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
    public async ValueTask ShowAgainAsync(Session session, CancellationToken cancellation)
    {
        if (session.Desk.OpenDraft is { } draft && guides.TryGetValue(draft.Guide, out var guide))
        {
            await guide.PrepareAsync(session, cancellation);
            Show(session, guide, draft);
        }
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

        if (Glossary.In(question.Ask, words.Language) is { } notion)
        {
            lines.Add(words.Say("glossary.see", words[$"glossary.{notion}.name"]));
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
