using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// What was heard means: a button, a small answer, a command, or the answer to the open question. It knows no subject by
/// name but by the words and buttons that each says are its own.
/// </summary>
internal sealed class Understanding
{
    private readonly GuidePlayer player;
    private readonly Dictionary<string, Func<Session, CancellationToken, ValueTask>> commands = [];
    private readonly Dictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>> openings = [];
    private readonly List<Func<Session, string, CancellationToken, ValueTask<bool>>> shapes = [];
    private readonly List<Func<Session, string, CancellationToken, ValueTask<bool>>> freeWords = [];
    private readonly Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> buttons = [];
    private readonly Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> smallAnswers = [];

    public Understanding(GuidePlayer player, IEnumerable<ISubject> subjects)
    {
        this.player = player;
        foreach (var subject in subjects)
        {
            foreach (var (name, what) in subject.Commands)
            {
                commands.Add(name, what);
            }

            foreach (var (name, what) in subject.Openings)
            {
                openings.Add(name, what);
            }

            shapes.AddRange(subject.Shapes);
            freeWords.AddRange(subject.FreeWords);
            foreach (var (kind, what) in subject.Buttons)
            {
                buttons.Add(kind, what);
            }

            foreach (var (kind, what) in subject.SmallAnswers)
            {
                smallAnswers.Add(kind, what);
            }
        }
    }

    /// <summary>A card's button.</summary>
    public async ValueTask PressedAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (submission.Kind.StartsWith("guide.", StringComparison.Ordinal))
        {
            await AnswerAsync(session, submission, cancellation);
        }
        else if (buttons.TryGetValue(submission.Kind, out var what))
        {
            if (session.Desk.Open is not null && session.Desk.OpenDraft is not null)
            {
                session.Suspend();
            }

            await what(session, submission, cancellation);
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    }

    /// <summary>A question's card: it speaks to its draft, which may have been left meanwhile.</summary>
    private async ValueTask AnswerAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var draft = session.Desk.Drafts.Values.FirstOrDefault(draft => draft.Id == submission["draft"]);
        if (draft is null && session.Former is not null)
        {
            session.NoAssociation();
            return;
        }

        if (draft is null)
        {
            session.Instead(StaleCard.For(session));
            await player.ShowAgainAsync(session, cancellation);
            return;
        }

        session.Desk = session.Desk with { Open = draft.Guide, Waiting = null };
        session.Answers = true;
    }

    /// <summary>Words: what is known by its shape, an opening, the answer to a small question or to the open guide, a command, words that are somebody's own, in this order.</summary>
    public async ValueTask TypedAsync(Session session, string text, CancellationToken cancellation)
    {
        foreach (var shape in shapes)
        {
            if (await shape(session, text, cancellation))
            {
                session.Desk = session.Desk with { NotUnderstood = 0 };
                return;
            }
        }

        if (Vocabulary.Opening(text) is var (name, rest) && openings.TryGetValue(name, out var opens) && await opens(session, rest, cancellation))
        {
            session.Desk = session.Desk with { NotUnderstood = 0 };
            return;
        }

        if (session.Desk.Waiting is { } waiting && smallAnswers.TryGetValue(waiting.Kind, out var small) && await small(session, waiting, text, cancellation))
        {
            session.Desk = session.Desk with { NotUnderstood = 0 };
            return;
        }

        var command = Vocabulary.Command(text);
        var open = session.Desk.OpenDraft;
        if (open is not null && (IsOfGuides(command, open) || await player.OffersAsync(session, text, cancellation)))
        {
            session.Desk = session.Desk with { Waiting = null, NotUnderstood = 0 };
            session.Answers = true;
            return;
        }

        if (command is not null && commands.TryGetValue(command, out var what))
        {
            session.Desk = session.Desk with { Waiting = null, NotUnderstood = 0 };
            session.Suspend();
            await what(session, cancellation);
            return;
        }

        foreach (var free in command is null ? freeWords : [])
        {
            if (await free(session, text, cancellation))
            {
                session.Desk = session.Desk with { NotUnderstood = 0 };
                return;
            }
        }

        await NotUnderstoodAsync(session, command, cancellation);
    }

    /// <summary>Words that hold within a guide, and whatever is no command: the answer to its question.</summary>
    private static bool IsOfGuides(string? command, Draft open) => command switch
    {
        null or "explain" or "unknown" or "skip" or "back" or "cancel" or "later" or "keep" or "stop" or "continue" or "zero" or "change" or "no-figure" or "not-applicable" => true,
        "yes" or "no" or "another" or "go-on" or "return" => true,
        "correct" => open.InDoubt is not null,
        "retire" or "keep-whole" or "keep-nothing" => open.LooksPersonal,
        _ => false,
    };

    private async ValueTask NotUnderstoodAsync(Session session, string? command, CancellationToken cancellation)
    {
        var words = session.Words;
        if (session.Former is not null || session.Outside is not null)
        {
            session.NoAssociation();
            return;
        }

        if (session.File is null)
        {
            // Whatever the first words are, they meet a welcome.
            WelcomeSubject.Welcome(session);
            return;
        }

        if (command is "resume" or "go-on" or "yes")
        {
            session.Desk = session.Desk with { NotUnderstood = 0 };
            var draft = session.Desk.Drafts.Values.OrderByDescending(draft => draft.Touched).FirstOrDefault();
            if (draft is not null)
            {
                session.Begin(draft.Guide);
            }
            else
            {
                NextStep.Offer(session);
            }

            return;
        }

        if (command is "later" or "no")
        {
            session.Say(words["next.later"]);
            return;
        }

        session.Desk = session.Desk with { Waiting = null, NotUnderstood = session.Desk.NotUnderstood + 1 };
        if (session.Desk.NotUnderstood > 2)
        {
            session.Desk = session.Desk with { NotUnderstood = 0 };
            await commands["help"](session, cancellation);
            return;
        }

        if (!session.May(Act.ReadProject))
        {
            session.Say(words["not-understood.help"], words["word.help"]);
        }
        else if (session.May(Act.RecordValue) && session.Dossier.Indicators.Any(indicator => indicator.IsInUse))
        {
            session.Say(words["not-understood"], words["word.record"], words["word.project"], words["word.help"]);
        }
        else
        {
            session.Say(words["not-understood.project"], words["word.project"], words["word.help"]);
        }
    }
}
