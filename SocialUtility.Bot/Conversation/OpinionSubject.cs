using System.Security.Cryptography;
using System.Text;
using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « avis »: what each person thinks of each criterion, one voice a person, changeable until the closing day; what the others
/// think is seen afterwards, group by group. In a channel one card serves all, and each is answered alone.
/// </summary>
public sealed class OpinionSubject : ISubject
{
    /// <summary>The question on the card, answered by words.</summary>
    private const string Answering = "opinion";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["opinions"] = OpinionsAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["vote.skip"] = SkipAsync,
        ["vote.change"] = ChangeAsync,
        ["vote.more"] = MoreAsync,
        ["vote.mine"] = MineAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Answering] = TypedAsync,
    };

    /// <summary>
    /// Where a card was made for: one person's own chat, or one group's. A card that was passed on elsewhere counts nothing.
    /// </summary>
    internal static string HereOf(Session session)
    {
        if (session.Heard.Place == Place.Personal)
        {
            return "p-" + session.Person.Mark;
        }

        // A thread of a channel is the same place as the channel.
        var place = session.Heard.Conversation.Split(';')[0];
        return "l-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)).AsSpan(0, 6));
    }

    private static async ValueTask OpinionsAsync(Session session, CancellationToken cancellation)
    {
        if (session.Member is not { } member)
        {
            session.NoAssociation();
            return;
        }

        var all = (await session.Deliberation.ConsultationsAsync(cancellation)).Select(found => found.Entry).Where(consultation => consultation.Concerns(member)).ToList();
        var latest = all.Count > 0 ? all[^1] : null;
        if (latest?.IsOpen(session.Today) == true)
        {
            await AskAsync(session, latest, cancellation);
        }
        else if (latest is not null)
        {
            await ResultsSubject.ShowAsync(session, latest, 0, cancellation);
        }
        else if (session.May(Act.OpenConsultation))
        {
            await ResultsSubject.BeginAsync(session, cancellation);
        }
        else
        {
            session.Say(session.Words["opinions.none"]);
        }
    }

    /// <summary>The card to answer on: one question at a time where one is alone, all of them on one card before others.</summary>
    internal static async ValueTask AskAsync(Session session, Consultation consultation, CancellationToken cancellation)
    {
        if (session.Heard.Place != Place.Personal)
        {
            session.Show(VoteCard.ForAll(session, consultation, 0), forAll: true);
            return;
        }

        if (consultation.Secret)
        {
            if (await session.Deliberation.HasVotedAsync(consultation.Id, session.Person, cancellation))
            {
                session.Say(session.Words.Say("vote.secret.already", session.Words.Day(consultation.End)));
                return;
            }

            session.Show(VoteCard.ForAll(session, consultation, 0));
            return;
        }

        Next(session, consultation, (await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation))?.Entry, after: -1);
    }

    /// <summary>The next thing that the person has said nothing of yet; all of their opinions where nothing is left.</summary>
    internal static void Next(Session session, Consultation consultation, Ballot? ballot, int after)
    {
        var open = consultation.Asked.Index().FirstOrDefault(one => one.Index > after && ballot?.On(one.Item.Id) is null);
        if (open.Item is null)
        {
            session.Show(VoteCard.Mine(session, consultation, ballot, 0));
            return;
        }

        Show(session, consultation, ballot, open.Index);
    }

    private static void Show(Session session, Consultation consultation, Ballot? ballot, int index)
    {
        session.WaitFor(Answering, ("consultation", consultation.Id.ToString()), ("asked", consultation.Asked[index].Id));
        session.Show(VoteCard.For(session, consultation, index, ballot, ballot?.Kind ?? Ballot.KindOf(session.Member!)));
    }

    /// <summary>The consultation of a pressed card, where it may be answered; else a kind sentence, and nothing is counted.</summary>
    internal static async ValueTask<Consultation?> OpenAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var words = session.Words;
        void Tell(string sentence)
        {
            session.Whisper(sentence);
            session.Say(sentence);
        }

        if (session.Member is not { } member)
        {
            Tell(words["vote.not-member"]);
            return null;
        }

        // Another association's card and one that never was are told alike.
        if (submission.Id<Consultation>("consultation") is not { } id || (await session.Deliberation.ConsultationAsync(id, cancellation))?.Entry is not { } consultation || !consultation.Concerns(member))
        {
            Tell(words["vote.not-here"]);
            return null;
        }

        var here = submission["ici"] == HereOf(session);
        if (!consultation.IsOpen(session.Today))
        {
            // The card has served, for all who see it: it becomes its outcome.
            Tell(words.Say("vote.closed", words.Day(consultation.End)));
            await ResultsSubject.ShowAsync(session, consultation, 0, cancellation, instead: here);
            return null;
        }

        if (!here)
        {
            Tell(words["vote.elsewhere"]);
            await AskAsync(session, consultation, cancellation);
            return null;
        }

        return consultation;
    }

    private static async ValueTask SkipAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await OpenAsync(session, submission, cancellation) is { } consultation)
        {
            var ballot = (await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation))?.Entry;
            Next(session, consultation, ballot, consultation.Asked.Index().FirstOrDefault(one => one.Item.Id == submission["asked"], (-1, null!)).Index);
        }
    }

    private static async ValueTask ChangeAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await OpenAsync(session, submission, cancellation) is not { } consultation)
        {
            return;
        }

        var (index, asked) = consultation.Asked.Index().FirstOrDefault(one => one.Item.Id == submission["lequel"], (-1, null!));
        if (asked is null)
        {
            session.Say(session.Words["slip.no-choice"]);
            return;
        }

        Show(session, consultation, (await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation))?.Entry, index);
    }

    private static async ValueTask MineAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await OpenAsync(session, submission, cancellation) is { } consultation)
        {
            session.Show(VoteCard.Mine(session, consultation, (await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation))?.Entry, submission.Page));
        }
    }

    /// <summary>The next page of the card for all: for the person alone, the card itself stays where it is.</summary>
    private static async ValueTask MoreAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await OpenAsync(session, submission, cancellation) is not { } consultation)
        {
            return;
        }

        if (session.Heard.Place == Place.Personal)
        {
            session.Show(VoteCard.ForAll(session, consultation, submission.Page));
            return;
        }

        session.Show(VoteCard.ForAll(session, consultation, submission.Page), forAll: true);
    }

    internal static async ValueTask<Consultation?> WaitingForAsync(Session session, Waiting waiting, CancellationToken cancellation) =>
        session.Member is not null && Id<Consultation>.TryParse(waiting.Notes["consultation"], out var id) && (await session.Deliberation.ConsultationAsync(id, cancellation))?.Entry is { } consultation
            && consultation.Concerns(session.Member) && consultation.Find(waiting.Notes["asked"]) is not null
                ? consultation
                : null;

    /// <summary>« indispensable », « objection parce que… », « je ne sais pas », « passer ».</summary>
    private static async ValueTask<bool> TypedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (await WaitingForAsync(session, waiting, cancellation) is not { } consultation)
        {
            return false;
        }

        var words = session.Words;
        var asked = waiting.Notes["asked"];
        var command = Vocabulary.Command(text);
        if (command is "skip")
        {
            var at = consultation.Asked.Index().First(one => one.Item.Id == asked).Index;
            Next(session, consultation, (await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation))?.Entry, at);
            return true;
        }

        if (command is not (null or "unknown") || VoteCard.Typed(consultation, words, text) is not var (choice, why))
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        if (!consultation.IsOpen(session.Today))
        {
            session.Say(words.Say("vote.closed", words.Day(consultation.End)));
            await ResultsSubject.ShowAsync(session, consultation, 0, cancellation);
            return true;
        }

        await BallotSubject.CountAsync(session, consultation, [new(asked, choice, why)], null, onOwnCard: true, cancellation);
        return true;
    }
}
