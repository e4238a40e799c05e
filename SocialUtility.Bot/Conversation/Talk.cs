using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>Plays the open guide, or one that begins, within the turn: the stage is the framework's, the play is ours.</summary>
public delegate ValueTask Stage(Session session, CancellationToken cancellation);

/// <summary>
/// One turn, from what was heard to what is said: already heard? who, in which association, in which role? a button, a small
/// answer, a command, or the answer to the open question? Decided as a whole, written as one batch, then said.
/// </summary>
public sealed partial class Talk
{
    /// <summary>Somebody else wrote first: read again and decide again; more often than this is no coincidence.</summary>
    private const int MostReplays = 12;

    private readonly ITable table;
    private readonly GuidePlayer player;
    private readonly TimeProvider clock;
    private readonly ILogger<Talk> logger;
    private readonly Dictionary<string, Func<Session, CancellationToken, ValueTask>> commands = [];
    private readonly Dictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>> openings = [];
    private readonly Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> buttons = [];
    private readonly Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> smallAnswers = [];
    private readonly ConcurrentDictionary<string, (SemaphoreSlim Gate, int Users)> turns = new(StringComparer.Ordinal);

    public Talk(ITable table, GuidePlayer player, IEnumerable<ISubject> subjects, TimeProvider clock, ILogger<Talk> logger)
    {
        (this.table, this.player, this.clock, this.logger) = (table, player, clock, logger);
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

    /// <summary>What is said in answer; nothing for what was heard before.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer: nothing was written.</exception>
    public async Task<IReadOnlyList<Reply>> HearAsync(Heard heard, Stage stage, CancellationToken cancellation)
    {
        var key = heard.Person.Key;
        var gate = Enter(key);
        await gate.WaitAsync(cancellation);
        string? row = null;
        SemaphoreSlim? line = null;
        try
        {
            for (var replay = 0; ; replay++)
            {
                try
                {
                    return await HearOnceAsync(heard, stage, cancellation);
                }
                catch (ConflictException conflict) when (replay < MostReplays)
                {
                    Log.Replayed(logger, heard.Person.Mark, replay + 1);
                    if (line is null)
                    {
                        // Who lost to others over a row waits in line for it: two hundred at one urn come one after the other
                        // instead of all losing again but one.
                        row = $"row|{conflict.Key}";
                        var own = Enter(row);
                        try
                        {
                            await own.WaitAsync(cancellation);
                        }
                        catch (OperationCanceledException)
                        {
                            Leave(row);
                            throw;
                        }

                        line = own;
                    }
                }
            }
        }
        finally
        {
            if (line is not null)
            {
                line.Release();
                Leave(row!);
            }

            gate.Release();
            Leave(key);
        }
    }

    private async Task<IReadOnlyList<Reply>> HearOnceAsync(Heard heard, Stage stage, CancellationToken cancellation)
    {
        var (session, book) = await OpenAsync(heard, cancellation);
        var mark = heard.ActivityId is { Length: > 0 } id ? Mark(heard.Conversation, id) : null;
        if (mark is not null && session.Desk.HasHeard(mark))
        {
            return [];
        }

        await DecideAsync(session, stage, cancellation);
        if (mark is not null)
        {
            session.Desk = session.Desk.Hearing(mark, session.Now);
        }

        await book.WriteAsync(session, cancellation);
        return session.Replies;
    }

    private async ValueTask DecideAsync(Session session, Stage stage, CancellationToken cancellation)
    {
        Know(session);
        switch (session.Heard.Occasion)
        {
            case Occasion.Installed when session.Heard.Room is not null:
                RoomSubject.Welcome(session);
                return;
            case Occasion.Installed when !session.Who.Welcomed:
                WelcomeSubject.Welcome(session);
                return;
            case Occasion.Installed:
                return;
            case Occasion.Uninstalled when session.Heard.Room is not null:
                session.Room = session.Room with { Welcomed = false };
                return;
            case Occasion.Uninstalled:
                session.Know(session.Who with { Address = null, Welcomed = false });
                return;
        }

        var desk = session.Desk;
        var changes = session.Changes.Count;
        await HearAsync(session, stage, cancellation);
        if (session.Who.PrivacyRead < PrivacyCard.Version && Keeps(session, changes))
        {
            // Nothing of a person is kept before they could read what is kept and why (domain.md 7.3, G1).
            session.Forget(desk, changes);
            WelcomeSubject.ShowPrivacy(session, session.Heard.Text);
        }

        session.SayWhere();
        if (session.Heard.Place != Place.Personal && (session.ForOneAlone || session.Desk.Open is not null || session.Desk.Waiting is not null))
        {
            session.Privately(session.Words["privately"]);
            if (session.File is not null && session.Who.Current != session.Association.Id)
            {
                // What goes on in private is about the association of the room.
                session.Know(session.Who with { Current = session.Association.Id });
            }
        }
    }

    /// <summary>The turn would write something, or asks for something to write.</summary>
    private static bool Keeps(Session session, int changesBefore) =>
        session.Changes.Count > changesBefore || session.Desk.Open is not null || session.Desk.Waiting?.Kind.StartsWith("value.", StringComparison.Ordinal) == true;

    private async ValueTask HearAsync(Session session, Stage stage, CancellationToken cancellation)
    {
        if (AssociationSubject.Asks(session))
        {
            return;
        }

        if (session.Heard.Submission is { } submission)
        {
            await PressedAsync(session, submission, cancellation);
        }
        else
        {
            await TypedAsync(session, session.Heard.Text, cancellation);
        }

        await PlayAsync(session, stage, cancellation);
        if (session.HearAgain is { } again)
        {
            session.HearAgain = null;
            session.Hear(again);
            await TypedAsync(session, again, cancellation);
            await PlayAsync(session, stage, cancellation);
        }

        if (session.Desk is { Left: { } left, Open: null, Waiting: null } && session.Replies.Count > 0)
        {
            session.Desk = session.Desk with { Left = null };
            player.OfferToResume(session, left);
        }
    }

    /// <summary>A guide that begins is played at once; one may lead to the next.</summary>
    private static async ValueTask PlayAsync(Session session, Stage stage, CancellationToken cancellation)
    {
        if (session.Answers || session.Beginning is not null)
        {
            await stage(session, cancellation);
        }
    }

    private async ValueTask PressedAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (submission.Kind.StartsWith("guide.", StringComparison.Ordinal))
        {
            Answer(session, submission);
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
    private void Answer(Session session, Submission submission)
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
            player.ShowAgain(session);
            return;
        }

        session.Desk = session.Desk with { Open = draft.Guide, Waiting = null };
        session.Answers = true;
    }

    private async ValueTask TypedAsync(Session session, string text, CancellationToken cancellation)
    {
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
        if (open is not null && (IsOfGuides(command, open) || player.Offers(session, text)))
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

        session.Say(words["not-understood"], words["word.record"], words["word.project"], words["word.help"]);
    }

    /// <summary>Keeps how to write to the person, and their client's language, fresh at every message.</summary>
    private static void Know(Session session)
    {
        var who = session.Who;
        var heard = session.Heard;
        var known = who with
        {
            Locale = heard.Locale ?? who.Locale,
            Address = heard.Place == Place.Personal && heard.Address is { } address ? address : who.Address,
        };
        if (known != who)
        {
            session.Know(known);
        }
    }

    private async ValueTask<(Session Session, TurnBook Book)> OpenAsync(Heard heard, CancellationToken cancellation)
    {
        var book = new TurnBook(table);
        return (await book.OpenAsync(heard, clock.GetUtcNow(), cancellation), book);
    }

    /// <summary>The same activity of the same conversation gives the same mark; the mark says nothing of either.</summary>
    private static string Mark(string conversation, string activity) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}\n{activity}")).AsSpan(0, 9));

    /// <summary>Turns of one person do not overlap in this process; across processes the ETag of the desk decides.</summary>
    private SemaphoreSlim Enter(string person) => turns.AddOrUpdate(person, _ => (new SemaphoreSlim(1), 1), (_, turn) => (turn.Gate, turn.Users + 1)).Gate;

    private void Leave(string person)
    {
        while (turns.TryGetValue(person, out var turn))
        {
            if (turn.Users == 1
                ? turns.TryRemove(new KeyValuePair<string, (SemaphoreSlim, int)>(person, turn))
                : turns.TryUpdate(person, (turn.Gate, turn.Users - 1), turn))
            {
                return;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Somebody wrote first: the turn of {Person} is decided again ({Replay}).")]
        public static partial void Replayed(ILogger logger, string person, int replay);
    }
}
