using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Conversation;

/// <summary>« parole », « paroles », « mes paroles »: to say what the association brings, to read what was said, to take it back.</summary>
public sealed class VoiceSubject : ISubject
{
    private const string Withdrawing = "voice.withdraw";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["voice"] = SpeakAsync,
        ["voices"] = (session, cancellation) => ListAsync(session, 0, begin: true, cancellation),
        ["my-voices"] = (session, cancellation) => OwnAsync(session, 0, cancellation),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["voice.begin"] = (session, _, cancellation) => SpeakAsync(session, cancellation),
        ["voices.list"] = (session, submission, cancellation) => ListAsync(session, submission.Page, begin: false, cancellation),
        ["my-voices.list"] = (session, submission, cancellation) => OwnAsync(session, submission.Page, cancellation),
        ["my-kind.change"] = (session, _, _) => ChangeKind(session),
        ["voice.read"] = (session, submission, cancellation) => OnAsync(session, submission, MayRead, voice => session.Show(VoiceCard.For(session, voice, submission.Page)), cancellation),
        ["voice.correct"] = (session, submission, cancellation) => OnAsync(session, submission, IsOwn, voice => VoiceCorrectionGuide.Begin(session, voice), cancellation),
        ["voice.withdraw"] = (session, submission, cancellation) => OnAsync(session, submission, MayTakeBack, voice => AskToWithdraw(session, voice), cancellation),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Withdrawing] = WithdrawAsync,
    };

    private static async ValueTask SpeakAsync(Session session, CancellationToken cancellation)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
        }
        else
        {
            await VoiceGuide.BeginAsync(session, cancellation);
        }
    }

    /// <summary>While nobody has spoken, and for whom does not read them, « paroles » asks for theirs.</summary>
    private static async ValueTask ListAsync(Session session, int page, bool begin, CancellationToken cancellation)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
            return;
        }

        var reads = session.May(Act.ReadVoices);
        var book = reads ? await session.VoicesAsync(cancellation) : null;
        if (book is not null && (book.Standing.Count > 0 || !begin))
        {
            session.Show(VoicesCard.For(session, book, page));
        }
        else if (begin)
        {
            await VoiceGuide.BeginAsync(session, cancellation);
        }
        else
        {
            session.Refuse(Act.ReadVoices);
        }
    }

    private static async ValueTask OwnAsync(Session session, int page, CancellationToken cancellation)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
            return;
        }

        session.ForOneAlone = true;
        var book = await session.VoicesAsync(cancellation);
        session.Show(OwnVoicesCard.For(session, [.. book.Standing.Where(voice => voice.WrittenBy == session.Person).OrderByDescending(voice => voice.Day).ThenBy(voice => voice.Id)], page));
    }

    private static ValueTask ChangeKind(Session session)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
        }
        else
        {
            session.Begin(VoiceKindGuide.Name, draft => new() { Guide = draft.Guide, Id = draft.Id, Touched = session.Now });
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsOwn(Session session, VoiceBook _, Voice voice) => voice.WrittenBy == session.Person;

    private static bool MayTakeBack(Session session, VoiceBook book, Voice voice) => IsOwn(session, book, voice) || session.May(Act.TendVoices);

    /// <summary>What the list shows: nothing at all while too few people have spoken.</summary>
    private static bool MayRead(Session session, VoiceBook book, Voice voice) =>
        MayTakeBack(session, book, voice) || (session.May(Act.ReadVoices) && VoiceGroup.Covered(book.Standing).Count > 0);

    private static void AskToWithdraw(Session session, Voice voice)
    {
        session.ForOneAlone = true;
        session.WaitFor(Withdrawing, ("voice", voice.Id.ToString()), ("v", voice.Version.ToString(CultureInfo.InvariantCulture)));
        session.Say(session.Words.Say("voice.withdraw.sure", session.Words.Quoted(PageCut.Glimpse(voice.Text, 120))), session.Words["button.yes-retire"], session.Words["button.keep"]);
    }

    private static async ValueTask<bool> WithdrawAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var answer = Vocabulary.Command(text);
        if (answer is not ("yes" or "retire" or "no" or "keep") || !Id<Voice>.TryParse(waiting.Notes["voice"], out var id))
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        var words = session.Words;
        var book = await session.VoicesAsync(cancellation);
        if (answer is "no" or "keep")
        {
            session.Say(words["voice.withdraw.kept"]);
        }
        else if (book.Find(id) is not { Withdrawn: false } voice || !MayTakeBack(session, book, voice))
        {
            session.Say(words["not-found"]);
        }
        else if (voice.Version.ToString(CultureInfo.InvariantCulture) != waiting.Notes["v"])
        {
            session.Say(words.Say("voice.changed", words.Quoted(PageCut.Glimpse(voice.Text, 120))));
        }
        else
        {
            // Taken back is gone: that somebody spoke stays, the words do not.
            var gone = voice with { Text = "", QuotedAs = null, Withdrawn = true, Version = voice.Version + 1 };
            session.Write(book, [gone], "voice.withdraw");
            session.Say(words["voice.withdrawn"]);
        }

        return true;
    }

    /// <summary>What a button names, looked up among what the association has and the person may.</summary>
    private static async ValueTask OnAsync(Session session, Submission submission, Func<Session, VoiceBook, Voice, bool> may, Action<Voice> what, CancellationToken cancellation)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
        }
        else if (submission.Id<Voice>("parole") is { } id && await session.VoicesAsync(cancellation) is var book && book.Find(id) is { Withdrawn: false } voice && may(session, book, voice))
        {
            what(voice);
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    }
}
