using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « comprendre »: the group looks at each criterion together, says what it concludes and decides, and finds it again the year after
/// (step e7 of the method; deck rows D21, D22, D45). Alone with the bot it is a guide; before others one card serves all.
/// </summary>
public sealed class MeetingSubject : ISubject
{
    private const string Beginning = "meeting.begin";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["understand"] = (session, cancellation) => session.AsMember(() => UnderstandAsync(session, cancellation)),
        ["minutes"] = (session, cancellation) => session.AsMember(() => MinutesAsync(session, null, 0, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>> Openings => new Dictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>>
    {
        ["understand"] = OpeningAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["meeting.show"] = (session, submission, cancellation) => session.AsMember(() => ShowAsync(session, YearOf(submission), submission.Page, cancellation)),
        ["meeting.open"] = (session, submission, cancellation) => OnTopicAsync(session, submission, topic => EvidenceAsync(session, topic, submission.Page, cancellation)),
        [Beginning] = (session, submission, cancellation) => OnTopicAsync(session, submission, topic => BeginAsync(session, topic, cancellation)),
        ["meeting.conclusion"] = (session, submission, cancellation) => OnTopicAsync(session, submission, topic => ConclusionAsync(session, topic, submission.Page, cancellation)),
        ["meeting.correct"] = (session, submission, cancellation) => OnTopicAsync(session, submission, topic => CorrectAsync(session, topic, submission["phrase"], cancellation)),
        ["meeting.earlier"] = (session, submission, cancellation) => OnTopicAsync(session, submission, topic => EarlierAsync(session, topic, submission.Page, cancellation)),
        ["meeting.minutes"] = (session, submission, cancellation) => session.AsMember(() => MinutesAsync(session, YearOf(submission), submission.Page, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Beginning] = TypedAsync,
        [MeetingWriting.Two.Kind] = async (session, waiting, text, cancellation) =>
        {
            if (session.Member is null)
            {
                return false;
            }

            await session.MeetingsAsync(cancellation);
            await session.RosterAsync(cancellation);
            return await MeetingWriting.Two.DecideAsync(session, waiting, text, cancellation);
        },
    };

    /// <summary>The criterion and the year that a card's button names, among those in use.</summary>
    internal static ValueTask OnTopicAsync(Session session, Submission submission, Func<Topic, ValueTask> what) => session.AsMember(() =>
    {
        if (Topic.Read(submission["sujet"]) is { } topic && session.Dossier.Find(topic.Criterion) is { Retired: false })
        {
            return what(topic);
        }

        session.Say(session.Words["not-found"]);
        return ValueTask.CompletedTask;
    });

    /// <summary>A criterion was spoken of to the end: what was concluded, then the next one.</summary>
    internal static async ValueTask ConcludedAsync(Session session, Topic topic, bool goOn, CancellationToken cancellation)
    {
        await ConclusionAsync(session, topic, 0, cancellation);
        if (!goOn)
        {
            return;
        }

        var book = await session.MeetingsAsync(cancellation);
        foreach (var item in Meeting.Of(session.Dossier, book, topic.Year).Items.Where(item => item.Criterion.Id != topic.Criterion && item.Reached != Domain.Steps.Reached.Done))
        {
            Topic next = new(topic.Year, item.Criterion.Id);
            if ((await MeetingGuide.OpenForAsync(session, next, cancellation)).Count > 0)
            {
                await EvidenceAsync(session, next, 0, cancellation);
                return;
            }
        }

        session.Say(session.Words["meeting.all-said"], session.Words["word.minutes"], session.Words["word.decisions"]);
    }

    private static int? YearOf(Submission submission) =>
        int.TryParse(submission["annee"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2200 ? year : null;

    /// <summary>« comprendre 2026 », « comprendre C2 », « comprendre on n'est plus seul ».</summary>
    private static async ValueTask<bool> OpeningAsync(Session session, string rest, CancellationToken cancellation)
    {
        if (session.File is null)
        {
            return false;
        }

        int? year = int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1990 and <= 2200 ? number : null;
        var criterion = session.Dossier.Criteria.FirstOrDefault(one => !one.Retired && (one.Code.AsWord() == rest || one.Name.AsWord() == rest));
        if (year is null && criterion is null)
        {
            return false;
        }

        await session.AsMember(async () =>
        {
            session.Suspend();
            session.Desk = session.Desk with { Waiting = null };
            if (criterion is null)
            {
                await ShowAsync(session, year, 0, cancellation);
            }
            else
            {
                await EvidenceAsync(session, new((await MeetingAsync(session, null, cancellation)).Year, criterion.Id), 0, cancellation);
            }
        });
        return true;
    }

    /// <summary>The meeting of that year, or of the one to understand now.</summary>
    private static async ValueTask<Meeting> MeetingAsync(Session session, int? year, CancellationToken cancellation)
    {
        var book = await session.MeetingsAsync(cancellation);
        return Meeting.Of(
            session.Dossier,
            book,
            year ?? Meeting.YearToUnderstand(session.Dossier, book, await session.Ledger.OfYearsAsync(session.Year - 1, session.Year, cancellation), session.Today));
    }

    /// <summary>Takes up the criterion where this person left it; else all of them.</summary>
    private static async ValueTask UnderstandAsync(Session session, CancellationToken cancellation)
    {
        if (session.Heard.Place == Place.Personal && session.Desk.Drafts.GetValueOrDefault(MeetingGuide.Name) is { SubjectVersion: 0, Answers.Count: > 0 } draft
            && Topic.Read(draft.Subject) is { } topic && session.Dossier.Find(topic.Criterion) is { Retired: false }
            && (await MeetingGuide.OpenForAsync(session, topic, cancellation)).Any(id => !draft.Answers.ContainsKey(id)))
        {
            await BeginAsync(session, topic, cancellation);
            return;
        }

        await ShowAsync(session, null, 0, cancellation);
    }

    private static async ValueTask ShowAsync(Session session, int? year, int page, CancellationToken cancellation)
    {
        var meeting = await MeetingAsync(session, year, cancellation);
        if (meeting.Items.Count == 0)
        {
            session.Say(session.Words["meeting.no-criterion"], session.Words["word.criteria"]);
            return;
        }

        session.Show(MeetingCard.For(session, meeting, page), forAll: true);
    }

    private static async ValueTask EvidenceAsync(Session session, Topic topic, int page, CancellationToken cancellation)
    {
        var book = await session.MeetingsAsync(cancellation);
        await session.RosterAsync(cancellation);
        var voices = (await session.VoicesAsync(cancellation)).Standing;
        var criterion = session.Dossier.Find(topic.Criterion)!;
        var evidence = Evidence.Of(session.Dossier, criterion, topic.Year, await session.Ledger.OfYearsAsync(topic.Year - 1, topic.Year, cancellation), voices, session.Today);
        // Before others, and for whom does not coordinate, a kind is named where five people spoke.
        var alone = session.Heard.Place == Place.Personal;
        var groups = alone && session.May(Act.TendVoices) ? VoiceGroup.Each(voices) : VoiceGroup.Covered(voices);
        var mayAnswer = !alone || (await MeetingGuide.OpenForAsync(session, topic, cancellation)).Count > 0;
        session.Show(EvidenceCard.For(session, topic, evidence, groups, book, mayAnswer, page), forAll: true);
        if (alone && mayAnswer)
        {
            session.WaitFor(Beginning, ("sujet", topic.ToString()));
        }
    }

    /// <summary>« commencer », « continuer », « oui » under the card of a criterion.</summary>
    private static async ValueTask<bool> TypedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (Vocabulary.Command(text) is not ("begin" or "continue" or "yes" or "resume") || session.Member is null
            || Topic.Read(waiting.Notes["sujet"]) is not { } topic || session.Dossier.Find(topic.Criterion) is not { Retired: false })
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        await BeginAsync(session, topic, cancellation);
        return true;
    }

    /// <summary>Alone the questions one after the other; before others on a card for all.</summary>
    private static async ValueTask BeginAsync(Session session, Topic topic, CancellationToken cancellation)
    {
        if (!session.May(Act.AnswerForTeam))
        {
            session.Refuse(Act.AnswerForTeam);
            return;
        }

        if (session.Heard.Place != Place.Personal)
        {
            await TableSubject.ShowAsync(session, topic, null, cancellation);
            return;
        }

        var open = await MeetingGuide.OpenForAsync(session, topic, cancellation);
        if (open.Count == 0)
        {
            await ConclusionAsync(session, topic, 0, cancellation);
            return;
        }

        MeetingGuide.Begin(session, topic, open);
    }

    private static async ValueTask ConclusionAsync(Session session, Topic topic, int page, CancellationToken cancellation)
    {
        var book = await session.MeetingsAsync(cancellation);
        await session.RosterAsync(cancellation);
        var boardSits = await session.BoardSitsAsync(cancellation);
        session.Show(ConclusionCard.For(session, topic, book, await CorrectableAsync(session, topic, book, cancellation), boardSits, page), forAll: true);
    }

    /// <summary>What this person may correct of it: the association's answers that are put to them, and their own sentences.</summary>
    private static async ValueTask<IReadOnlyList<(string Id, string Title)>> CorrectableAsync(Session session, Topic topic, MeetingBook book, CancellationToken cancellation)
    {
        List<(string, string)> all = [];
        if (session.Heard.Place != Place.Personal)
        {
            return all;
        }

        foreach (var id in MeetingQuestions.All.Where(id => !MeetingQuestions.IsEachOnes(id)))
        {
            if (MeetingQuestions.Standing(session, book, topic, id) is not null && await MeetingGuide.MayAnswerAsync(session, book, topic, id, cancellation))
            {
                all.Add((id, session.Words["short." + id]));
            }
        }

        all.AddRange(book.Remarks(topic.Year, topic.Criterion).Where(remark => remark.By == session.Person)
            .Select(remark => (remark.Id.ToString(), CardParts.Plain(PageCut.Glimpse(remark.Text.ReplaceLineEndings(" "), 60)))));
        return all;
    }

    private static async ValueTask CorrectAsync(Session session, Topic topic, string which, CancellationToken cancellation)
    {
        var book = await session.MeetingsAsync(cancellation);
        await session.RosterAsync(cancellation);
        if (book.Remarks(topic.Year, topic.Criterion).FirstOrDefault(remark => remark.Id.ToString() == which && remark.By == session.Person) is { } own)
        {
            MeetingGuide.Begin(session, topic, [own.Question], new Dictionary<string, Answer> { [own.Question] = Answer.Said(own.Text) }, which[..which.IndexOf('-', StringComparison.Ordinal)]);
            return;
        }

        if (!MeetingQuestions.All.Contains(which) || MeetingQuestions.IsEachOnes(which) || MeetingQuestions.Standing(session, book, topic, which) is null)
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        if (!await MeetingGuide.MayAnswerAsync(session, book, topic, which, cancellation))
        {
            session.Refuse(Domain.Steps.Audience.ActOf(MeetingQuestions.AudienceOf(which)));
            return;
        }

        // Another way may want an owner where none was wanted.
        IReadOnlyList<string> asked = which == MeetingQuestions.Decision ? [which, MeetingQuestions.What, MeetingQuestions.Who, MeetingQuestions.When] : [which];
        MeetingGuide.Begin(session, topic, asked, asked.Select(id => (id, Standing: MeetingQuestions.Standing(session, book, topic, id))).Where(one => one.Standing is not null).ToDictionary(one => one.id, one => one.Standing!));
    }

    private static async ValueTask EarlierAsync(Session session, Topic topic, int page, CancellationToken cancellation)
    {
        await session.RosterAsync(cancellation);
        var past = await session.EarlierAsync(topic.Year, topic.Criterion, cancellation);
        if (past.Count == 0)
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        session.Show(ConclusionCard.Earlier(session, topic, past, page), forAll: true);
    }

    /// <summary>The minutes of the year asked for; else of the last one that has a conclusion.</summary>
    private static async ValueTask MinutesAsync(Session session, int? year, int page, CancellationToken cancellation)
    {
        var book = await session.MeetingsAsync(cancellation);
        await session.RosterAsync(cancellation);
        var last = book.Conclusions.Where(one => one.IsDrawn).Select(one => (int?)one.Year).Max();
        if ((year ?? last) is not { } told || !book.Conclusions.Any(one => one.Year == told && one.IsDrawn))
        {
            session.Say(session.Words["meeting.nothing-concluded"], session.Words["word.understand"]);
            return;
        }

        session.Show(MinutesCard.For(session, book, told, page), forAll: true);
    }
}
