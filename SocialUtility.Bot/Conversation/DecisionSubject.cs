using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Meetings;

namespace SocialUtility.Bot.Conversation;

/// <summary>« décisions »: what is to decide, what was decided, by whom and until when, and what has become of it (deck row D22).</summary>
public sealed class DecisionSubject : ISubject
{
    private const string Because = "decision.because";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["decisions"] = (session, cancellation) => session.AsMember(() => ShowAsync(session, 0, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["decisions.show"] = (session, submission, cancellation) => session.AsMember(() => ShowAsync(session, submission.Page, cancellation)),
        ["decision.follow"] = (session, submission, cancellation) => session.AsMember(() => FollowAsync(session, submission, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Because] = SettledAsync,
    };

    private static async ValueTask ShowAsync(Session session, int page, CancellationToken cancellation)
    {
        var book = await session.MeetingsAsync(cancellation);
        await session.RosterAsync(cancellation);
        var decided = Meeting.Decisions(session.Dossier, book, session.Today);
        List<(Topic Topic, AgendaItem Item)> open = [.. ((int[])[session.Year - 1, session.Year]).SelectMany(year => Meeting.Of(session.Dossier, book, year).ToDecide.Select(item => (new Topic(year, item.Criterion.Id), item)))];
        if (decided.Count + open.Count == 0)
        {
            session.Say(session.Words["decisions.none"], session.Words["word.understand"]);
            return;
        }

        session.Show(DecisionsCard.For(session, open, decided, page), forAll: true);
    }

    private static async ValueTask FollowAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var words = session.Words;
        var book = await session.MeetingsAsync(cancellation);
        await session.RosterAsync(cancellation);
        if (Topic.Read(submission["decision"]) is not { } topic || book.Find(topic.Year, topic.Criterion) is not { Decision.BindsSomebody: true } decided
            || !Enum.TryParse<Fate>(submission["suite"], out var fate) || !Enum.IsDefined(fate))
        {
            session.Whisper(words["slip.no-choice"]);
            session.Say(words["slip.no-choice"]);
            return;
        }

        if (!MeetingGuide.MayFollow(session, decided))
        {
            session.Whisper(words["meeting.others"]);
            session.Refuse(Act.FollowDecision);
            return;
        }

        var because = submission["parce"].OnOneLine();
        if (because?.Length > Texts.ShortText)
        {
            session.Whisper(words["meeting.others"]);
            session.Say(words.Say("slip.too-long", Texts.ShortText, because.Length));
            return;
        }

        if (PersonalGuard.Holds(session, because, new(Because, new Dictionary<string, string> { ["decision"] = topic.ToString(), ["suite"] = fate.ToString() })))
        {
            return;
        }

        await KeepAsync(session, decided, fate, because, cancellation);
    }

    private static async ValueTask<bool> SettledAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        session.Desk = session.Desk with { Waiting = null };
        if (session.Member is null || Topic.Read(waiting.Notes["decision"]) is not { } topic)
        {
            return false;
        }

        await session.RosterAsync(cancellation);
        if ((await session.MeetingsAsync(cancellation)).Find(topic.Year, topic.Criterion) is { Decision.BindsSomebody: true } decided && MeetingGuide.MayFollow(session, decided))
        {
            await KeepAsync(session, decided, Enum.Parse<Fate>(waiting.Notes["suite"]), Vocabulary.Means(text, "skip") ? null : text, cancellation);
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }

        return true;
    }

    private static async ValueTask KeepAsync(Session session, Conclusion decided, Fate fate, string? because, CancellationToken cancellation)
    {
        MeetingWriting.Follow(session, decided, fate, because, Id<FollowUp>.New().ToString(), askedFor: null);
        session.Say(session.Words.Say("decision.followed", session.Words.Quoted(decided.Decision!.What!), session.Words["fate." + fate]));
        await ShowAsync(session, 0, cancellation);
    }
}
