using System.Security.Cryptography;
using System.Text;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Bot.Reminders;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>Plays the open guide, or one that begins, within the turn: the stage is the framework's, the play is ours.</summary>
public delegate ValueTask Stage(Session session, CancellationToken cancellation);

/// <summary>
/// One turn, from what was heard to what is said: already heard? who, in which association, in which role? a button, a small
/// answer, a command, or the answer to the open question? Decided as a whole, written as one batch, then said.
/// </summary>
public sealed partial class Talk(ITable table, GuidePlayer player, IEnumerable<ISubject> subjects, DueIndex due, TimeProvider clock, ILogger<Talk> logger)
{
    /// <summary>Somebody else wrote first: read again and decide again; more often than this is no coincidence.</summary>
    private const int MostReplays = 12;

    private readonly Understanding understanding = new(player, subjects);
    private readonly TurnOrder order = new();

    /// <summary>What is said in answer; nothing for what was heard before.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer: nothing was written.</exception>
    public async Task<IReadOnlyList<Reply>> HearAsync(Heard heard, Stage stage, CancellationToken cancellation)
    {
        using var turn = await order.EnterAsync(heard.Person.Key, cancellation);
        IDisposable? line = null;
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
                    // Who lost to others over a row waits in line for it: two hundred at one urn come one after the other
                    // instead of all losing again but one.
                    line ??= await order.EnterAsync($"row|{conflict.Key}", cancellation);
                }
            }
        }
        finally
        {
            line?.Dispose();
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

        if (heard.Occasion == Occasion.TakenOff && session.Member is null)
        {
            // Nobody of ours, or gone already: nothing is kept of them.
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
            case Occasion.TakenOff:
                await DepartureSubject.TakenOffAsync(session, cancellation);
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

        await ReturnSubject.SayAsync(session, cancellation);
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
            await understanding.PressedAsync(session, submission, cancellation);
        }
        else
        {
            await understanding.TypedAsync(session, session.Heard.Text, cancellation);
        }

        await PlayAsync(session, stage, cancellation);
        if (session.HearAgain is { } again)
        {
            session.HearAgain = null;
            session.Hear(again);
            await understanding.TypedAsync(session, again, cancellation);
            await PlayAsync(session, stage, cancellation);
        }

        if (session.Desk is { Left: { } left, Open: null, Waiting: null } && session.Replies.Count > 0)
        {
            session.Desk = session.Desk with { Left = null };
            await player.OfferToResumeAsync(session, left, cancellation);
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

    /// <summary>Keeps how to write to the person, and their client's language, fresh at every message.</summary>
    private static void Know(Session session)
    {
        var who = session.Who;
        var heard = session.Heard;
        var known = who with
        {
            Locale = heard.Locale ?? who.Locale,
            TimeZone = heard.TimeZone is { Length: > 0 and <= 60 } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : who.TimeZone,
            Address = heard.Place == Place.Personal && heard.Address is { } address ? address : who.Address,
        };
        if (known != who)
        {
            session.Know(known);
        }
    }

    private async ValueTask<(Session Session, TurnBook Book)> OpenAsync(Heard heard, CancellationToken cancellation)
    {
        var book = new TurnBook(table, due);
        return (await book.OpenAsync(heard, clock.GetUtcNow(), cancellation), book);
    }

    /// <summary>The same activity of the same conversation gives the same mark; the mark says nothing of either.</summary>
    private static string Mark(string conversation, string activity) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}\n{activity}")).AsSpan(0, 9));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Somebody wrote first: the turn of {Person} is decided again ({Replay}).")]
        public static partial void Replayed(ILogger logger, string person, int replay);
    }
}
