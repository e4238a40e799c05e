using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// A meeting before others: one card with one question on which everybody answers. The card stays, with what was noted; each
/// person is answered alone.
/// </summary>
public sealed class TableSubject : ISubject
{
    /// <summary>Words that looked personal, once the person has decided about them.</summary>
    private const string Settled = "meeting.said";

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["meeting.answer"] = (session, submission, cancellation) => OnQuestionAsync(session, submission, (topic, question) => AnswerAsync(session, submission, topic, question, cancellation), cancellation),
        ["meeting.next"] = (session, submission, cancellation) => OnQuestionAsync(session, submission, (topic, question) => NextAsync(session, topic, question, cancellation), cancellation),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Settled] = SettledAsync,
    };

    /// <summary>The card for all, at that question; at the first one that is open where none is named.</summary>
    internal static async ValueTask ShowAsync(Session session, Topic topic, string? question, CancellationToken cancellation)
    {
        var book = await session.MeetingsAsync(cancellation);
        await session.RosterAsync(cancellation);
        var all = MeetingQuestions.Of(book, topic);
        question ??= all.FirstOrDefault(id => MeetingQuestions.Standing(session, book, topic, id) is null
            && !book.Remarks(topic.Year, topic.Criterion).Any(remark => remark.Question == id)) ?? all[0];
        session.Instead(TableCard.For(session, topic, book, question), forAll: true);
    }

    /// <summary>Of a card that was passed on elsewhere, or of another association, nothing is found.</summary>
    private static async ValueTask OnQuestionAsync(Session session, Submission submission, Func<Topic, string, ValueTask> what, CancellationToken cancellation)
    {
        session.Whisper(session.Words["not-found"]);
        await MeetingSubject.OnTopicAsync(session, submission, async topic =>
        {
            var book = await session.MeetingsAsync(cancellation);
            await session.RosterAsync(cancellation);
            if (!MeetingQuestions.Of(book, topic).Contains(submission["question"]))
            {
                session.Say(session.Words["not-found"]);
                return;
            }

            await what(topic, submission["question"]);
        });
    }

    private static async ValueTask AnswerAsync(Session session, Submission submission, Topic topic, string question, CancellationToken cancellation)
    {
        if (!await MayAsync(session, topic, question, cancellation))
        {
            return;
        }

        switch (MeetingQuestions.Ask(session, session.Meetings!, topic, question).Understand(session, submission))
        {
            case Understood.Refused refused:
                Tell(session, refused.Why);
                break;
            case Understood.Personal personal:
                var text = personal.Answer.Because ?? personal.Answer.Text;
                PersonalGuard.Holds(session, text, new(Settled, new Dictionary<string, string>
                {
                    ["sujet"] = topic.ToString(),
                    ["question"] = question,
                    ["vu"] = submission["vu"],
                    ["choix"] = personal.Answer.Choices is [var chosen] ? chosen : "",
                }));
                break;
            case Understood.Accepted accepted:
                await KeepAsync(session, topic, question, accepted.Answer, submission["vu"], cancellation);
                break;
        }
    }

    /// <summary>What is left of the words; with « passer » nothing is.</summary>
    private static async ValueTask<bool> SettledAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        session.Desk = session.Desk with { Waiting = null };
        if (session.Member is null || Topic.Read(waiting.Notes["sujet"]) is not { } topic || session.Dossier.Find(topic.Criterion) is not { Retired: false })
        {
            return false;
        }

        await session.MeetingsAsync(cancellation);
        await session.RosterAsync(cancellation);
        var question = waiting.Notes["question"];
        if (Vocabulary.Means(text, "skip"))
        {
            session.Say(session.Words["personal.nothing-kept"]);
        }
        else if (await MayAsync(session, topic, question, cancellation))
        {
            var answer = waiting.Notes["choix"] is { Length: > 0 } chosen
                ? Answer.Chosen([chosen], (MeetingQuestions.Ask(session, session.Meetings!, topic, question) as ChoiceQuestion)!.Choices.First(one => one.Value == chosen).Title, text)
                : Answer.Said(text);
            await KeepAsync(session, topic, question, answer, waiting.Notes["vu"], cancellation);
        }

        return true;
    }

    private static async ValueTask<bool> MayAsync(Session session, Topic topic, string question, CancellationToken cancellation)
    {
        if (await MeetingGuide.MayAnswerAsync(session, session.Meetings!, topic, question, cancellation))
        {
            return true;
        }

        var act = MeetingQuestions.IsFollowUp(question) ? Act.FollowDecision : Domain.Steps.Audience.ActOf(MeetingQuestions.AudienceOf(question));
        session.Whisper(session.Words["meeting.others"]);
        session.Refuse(act);
        return false;
    }

    private static async ValueTask KeepAsync(Session session, Topic topic, string question, Answer answer, string seen, CancellationToken cancellation)
    {
        var kept = MeetingWriting.Keep(session, topic, question, answer, Id<Draft>.New().ToString(), _ =>
            MeetingQuestions.MarkOf(MeetingQuestions.Standing(session, session.Meetings!, topic, question)) == seen);
        // For all, before anything is asked of the one who pressed.
        await ShowAsync(session, topic, question, cancellation);
        if (kept)
        {
            Tell(session, session.Words["guide.noted"]);
        }
        else
        {
            session.Whisper(session.Words["meeting.two"]);
            MeetingWriting.AskWhich(session, topic, question, answer);
        }
    }

    private static async ValueTask NextAsync(Session session, Topic topic, string question, CancellationToken cancellation)
    {
        var all = MeetingQuestions.Of(session.Meetings!, topic);
        var next = all.SkipWhile(id => id != question).Skip(1).FirstOrDefault();
        if (next is not null)
        {
            await ShowAsync(session, topic, next, cancellation);
            return;
        }

        session.Instead(ConclusionCard.For(session, topic, session.Meetings!, [], await session.BoardSitsAsync(cancellation), 0), forAll: true);
    }

    private static void Tell(Session session, string sentence)
    {
        session.Whisper(sentence);
        session.Say(sentence);
    }
}
