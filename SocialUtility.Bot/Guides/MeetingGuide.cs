using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Meetings;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// « Comprendre ensemble », one criterion at a time: earlier decisions, then the questions of the method that are put to this person.
/// Each answer is the group's at once, so that somebody else goes on where one stopped.
/// </summary>
public sealed class MeetingGuide : Guide
{
    public const string Name = "meeting";

    public override string Id => Name;

    public override Act? Needs => Act.AnswerForTeam;

    public override async ValueTask PrepareAsync(Session session, CancellationToken cancellation)
    {
        await session.MeetingsAsync(cancellation);
        await session.RosterAsync(cancellation);
    }

    public override string Opening(Session session, Draft draft) =>
        draft.Asked is { Count: > 1 } && session.Dossier.Find(Topic.Read(draft.Subject)!.Criterion) is { } criterion
            ? session.Words.Say("guide.meeting.opening", session.Words.Quoted(criterion.Name))
            : "";

    /// <summary>Those of this sitting, whatever others answer meanwhile: an answer that is being typed must not fall on another question.</summary>
    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        if (Topic.Read(draft.Subject) is not { } topic || session.Dossier.Find(topic.Criterion) is not { Retired: false })
        {
            return [];
        }

        var book = session.Meetings!;
        Course? course = draft.Chosen(MeetingQuestions.Decision) is [var chosen] ? Enum.Parse<Course>(chosen) : null;
        // Of a decision that was left open nobody is asked who takes it on.
        var applying = draft[MeetingQuestions.Decision] is { How: not Answered.Said } ? MeetingQuestions.Of(book, topic, Course.Nothing) : MeetingQuestions.Of(book, topic, course);
        return [.. applying.Where((draft.Asked ?? []).Contains).Select(id => MeetingQuestions.Ask(session, book, topic, id))];
    }

    public override bool Heard(Session session, Draft before, Question question, Answer answer)
    {
        if (answer.How != Answered.Said || Topic.Read(before.Subject) is not { } topic)
        {
            return false;
        }

        if (MeetingWriting.Keep(session, topic, question.Id, answer, before.Id, standing =>
            before[question.Id] is { How: Answered.Said } earlier && MeetingQuestions.With(session, standing, question.Id, earlier) == standing))
        {
            return false;
        }

        // Until it is decided which of the two stays, this question is the open one.
        session.Desk = session.Desk.With(session.Desk.OpenDraft! with { Again = question.Id });
        MeetingWriting.AskWhich(session, topic, question.Id, answer);
        return true;
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        if (Topic.Read(draft.Subject) is not { } topic || session.Dossier.Find(topic.Criterion) is not { Retired: false })
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        await MeetingSubject.ConcludedAsync(session, topic, goOn: draft.SubjectVersion == 0, cancellation);
    }

    /// <summary>The questions on that criterion that are put to this person and still open; all of them were answered where there is none.</summary>
    public static async ValueTask<IReadOnlyList<string>> OpenForAsync(Session session, Topic topic, CancellationToken cancellation)
    {
        var book = await session.MeetingsAsync(cancellation);
        List<string> open = [];
        foreach (var id in MeetingQuestions.Of(book, topic, Course.GoOn))
        {
            var answered = MeetingQuestions.IsEachOnes(id)
                ? book.Remarks(topic.Year, topic.Criterion).Any(remark => remark.Question == id && remark.By == session.Person)
                : MeetingQuestions.Standing(session, book, topic, id) is not null;
            if (!answered && await MayAnswerAsync(session, book, topic, id, cancellation))
            {
                open.Add(id);
            }
        }

        // Explicitly no decision wants no owner.
        return book.Find(topic.Year, topic.Criterion) is { Decision.Course: Course.Nothing }
            ? [.. open.Except([MeetingQuestions.What, MeetingQuestions.Who, MeetingQuestions.When])]
            : open;
    }

    /// <summary>To whom the method puts it; of an earlier decision also who took it on.</summary>
    public static async ValueTask<bool> MayAnswerAsync(Session session, MeetingBook book, Topic topic, string id, CancellationToken cancellation) =>
        MeetingQuestions.IsFollowUp(id)
            ? MeetingQuestions.Decided(book, topic, id) is { } decided && MayFollow(session, decided)
            : await session.ReachesAsync(MeetingQuestions.AudienceOf(id), cancellation);

    public static bool MayFollow(Session session, Conclusion decided) =>
        session.May(Act.FollowDecision)
        || (session.Member is { } member && member.May(Act.AnswerForTeam) && decided.Decision?.Owner switch
        {
            { Person: { } person } => person == member.Person,
            { Role: { } role } => member.Roles.Contains(role),
            _ => false,
        });

    /// <summary>Puts those questions to this person.</summary>
    /// <param name="session">The turn.</param>
    /// <param name="topic">The criterion and the year.</param>
    /// <param name="asked">Which questions.</param>
    /// <param name="correcting">What stands for them; null where they are put for the first time.</param>
    /// <param name="giving">Tells the giving that is corrected; null for a new one.</param>
    public static void Begin(Session session, Topic topic, IReadOnlyList<string> asked, IReadOnlyDictionary<string, Answer>? correcting = null, string? giving = null) =>
        session.Begin(Name, draft => draft.Subject == topic.ToString() && correcting is null && draft is { Answers.Count: > 0, SubjectVersion: 0 }
            ? draft with { Asked = [.. (draft.Asked ?? []).Where(draft.Answers.ContainsKey), .. asked.Where(id => !draft.Answers.ContainsKey(id))], Again = null }
            : new()
            {
                Guide = Name,
                Id = giving ?? Id<Draft>.New().ToString(),
                Subject = topic.ToString(),
                SubjectVersion = correcting is null ? 0 : 1,
                Asked = asked,
                Answers = correcting ?? new Dictionary<string, Answer>(),
                Again = correcting is { Count: > 0 } ? asked[0] : null,
                Touched = session.Now,
            });
}
