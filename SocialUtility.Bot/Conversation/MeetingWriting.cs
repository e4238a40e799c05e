using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// Writes one answer of a meeting, whatever way it came: into the conclusion, as a remark of its own, or as what became of an
/// earlier decision. Each with its line of the journal in the turn's batch.
/// </summary>
internal static class MeetingWriting
{
    private const string KindOfTwo = "meeting.two-versions";

    /// <summary>Two people gave different answers for the association: the second sees both.</summary>
    public static readonly TwoVersions Two = new(KindOfTwo, StandingText, PutOver, GoOnAsync);

    /// <param name="session">The turn; the meetings and the members were read.</param>
    /// <param name="topic">The criterion and the year.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">What was said.</param>
    /// <param name="giving">Tells one giving from another, so that the same one heard twice is written once.</param>
    /// <param name="saw">Had the person what stands before their eyes?</param>
    /// <returns>False where somebody else has answered differently meanwhile: nothing was written.</returns>
    public static bool Keep(Session session, Topic topic, string question, Answer answer, string giving, Func<Conclusion, bool> saw)
    {
        var book = session.Meetings!;
        if (MeetingQuestions.Decided(book, topic, question) is { } decided)
        {
            Follow(session, decided, Enum.Parse<Fate>(answer.Choices![0]), answer.Because, $"{giving}-{decided.Year}", topic.Year);
            return true;
        }

        if (MeetingQuestions.IsEachOnes(question))
        {
            Remark(session, topic, question, answer.Text, $"{giving}-{question[(question.IndexOf('.', StringComparison.Ordinal) + 1)..]}");
            return true;
        }

        var before = book.Find(topic.Year, topic.Criterion);
        if (before is not null
            && MeetingQuestions.Standing(session, book, topic, question) is not null
            && MeetingQuestions.With(session, before, question, answer) != before
            && !saw(before))
        {
            return false;
        }

        Conclude(session, topic, question, answer);
        return true;
    }

    public static void AskWhich(Session session, Topic topic, string question, Answer answer) => Two.Ask(session, [KeyValuePair.Create($"{topic}|{question}", answer)]);

    /// <summary>What became of a decision, said in a meeting or in between.</summary>
    public static void Follow(Session session, Conclusion decided, Fate fate, string? because, string id, int? askedFor)
    {
        var book = session.Meetings!;
        var said = book.FollowUps(decided.Year, decided.Criterion);
        var earlier = said.FirstOrDefault(one => one.Id.ToString() == id);
        if (said is [.., var last] && (last.Fate, last.Because, last.By, last.AskedFor) == (fate, because, session.Person, askedFor))
        {
            // A second click says nothing new.
            return;
        }

        Write(
            session,
            new FollowUp
            {
                Id = Id<FollowUp>.Parse(id),
                Year = decided.Year,
                Criterion = decided.Criterion,
                Fate = fate,
                Because = because,
                AskedFor = askedFor,
                By = session.Person,
                At = session.Now,
                Version = (earlier?.Version ?? 0) + 1,
            },
            [],
            "decision.follow");
    }

    /// <summary>One's own words: said once more in the same sitting they are put in the place of the first.</summary>
    public static void Remark(Session session, Topic topic, string question, string text, string id)
    {
        var said = session.Meetings!.Remarks(topic.Year, topic.Criterion);
        var earlier = said.FirstOrDefault(one => one.Id.ToString() == id);
        if (said.Any(one => one.Question == question && one.Text == text && one.By == session.Person))
        {
            return;
        }

        Write(
            session,
            new Remark
            {
                Id = Id<Remark>.Parse(id),
                Year = topic.Year,
                Criterion = topic.Criterion,
                Question = question,
                Text = text,
                By = session.Person,
                At = earlier?.At ?? session.Now,
                Version = (earlier?.Version ?? 0) + 1,
            },
            [],
            earlier is null ? "meeting.remark" : "meeting.correct-remark");
    }

    private static void Conclude(Session session, Topic topic, string question, Answer answer)
    {
        var before = session.Meetings!.Find(topic.Year, topic.Criterion);
        var next = MeetingQuestions.With(session, before ?? new() { Year = topic.Year, Criterion = topic.Criterion, At = session.Now }, question, answer);
        if (next == before)
        {
            return;
        }

        next = next with { By = session.Person, At = session.Now };
        var (version, past) = before is null ? (next, []) : before.Followed(next);
        Write(session, version, past, past.Count > 0 ? "meeting.correct" : "meeting.conclude");
    }

    private static void Write(Session session, Domain.Associations.Entry entry, IReadOnlyList<Change> others, string what)
    {
        session.Write([session.Meetings!.Write(entry), .. others], what, entry.Key);
        session.Meetings = session.Meetings.With(entry);
    }

    private static string? StandingText(Session session, string key) =>
        Read(key) is var (topic, question) ? MeetingQuestions.Standing(session, session.Meetings!, topic, question)?.Text : null;

    private static void PutOver(Session session, string key, Answer answer)
    {
        if (Read(key) is var (topic, question))
        {
            Conclude(session, topic, question, answer);
        }
    }

    /// <summary>The meeting goes on where it was; a correction is over.</summary>
    private static async ValueTask GoOnAsync(Session session, CancellationToken cancellation)
    {
        if (session.Desk.Drafts.GetValueOrDefault(MeetingGuide.Name) is not { Again: not null } draft || Topic.Read(draft.Subject) is not { } topic)
        {
            return;
        }

        if (draft.SubjectVersion == 0)
        {
            session.Begin(MeetingGuide.Name, open => open with { Again = null });
            return;
        }

        session.Desk = session.Desk.Without(MeetingGuide.Name);
        await MeetingSubject.ConcludedAsync(session, topic, goOn: false, cancellation);
    }

    private static (Topic Topic, string Question)? Read(string key)
    {
        var cut = key.LastIndexOf('|');
        return cut > 0 && Topic.Read(key[..cut]) is { } topic && MeetingQuestions.All.Contains(key[(cut + 1)..]) ? (topic, key[(cut + 1)..]) : null;
    }
}
