using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;

namespace SocialUtility.Bot.Conversation;

/// <summary>Opening a consultation, who has not answered yet, closing it, and what it says: shown once it is closed, to all it was asked of.</summary>
public sealed class ResultsSubject : ISubject
{
    private const string Closing = "consultation.close";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["ask-opinions"] = (session, cancellation) => session.AsMember(() => BeginAsync(session, cancellation)),
        ["turnout"] = (session, cancellation) => session.AsMember(() => TurnoutAsync(session, 0, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["vote.open"] = (session, _, cancellation) => session.AsMember(() => BeginAsync(session, cancellation)),
        ["vote.turnout"] = (session, submission, cancellation) => session.AsMember(() => TurnoutAsync(session, submission.Page, cancellation)),
        ["vote.close"] = (session, submission, cancellation) => session.AsMember(() => AskToCloseAsync(session, submission, cancellation)),
        ["vote.results"] = PageAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Closing] = CloseAsync,
    };

    /// <summary>A new consultation; the one that is open is shown instead: two at once would ask everybody twice.</summary>
    internal static async ValueTask BeginAsync(Session session, CancellationToken cancellation)
    {
        if (!session.May(Act.OpenConsultation))
        {
            session.Refuse(Act.OpenConsultation);
            return;
        }

        if (session.Dossier.Criteria.All(criterion => criterion.Retired))
        {
            session.Say(session.Words["opinions.no-criterion"]);
            session.Begin(CriterionGuide.Name);
            return;
        }

        if ((await session.Deliberation.ConsultationsAsync(cancellation)).Select(found => found.Entry).LastOrDefault(consultation => consultation.IsOpen(session.Today)) is { } open)
        {
            session.Say(session.Words.Say("opinions.open-already", session.Words.Day(open.Closes)));
            await OpinionSubject.AskAsync(session, open, cancellation);
            return;
        }

        var members = (await session.RosterAsync(cancellation)).Members;
        var voters = members.Count(member => member.May(Act.GiveOpinion));
        var partners = members.Count(Ballot.IsOfficialFor);
        session.Begin(ConsultationGuide.Name, draft => ConsultationGuide.Knowing(draft, voters, partners, session.Now));
    }

    /// <summary>What was said, once it is closed; before, how many have answered.</summary>
    internal static async ValueTask ShowAsync(Session session, Consultation consultation, int page, CancellationToken cancellation, bool instead = false)
    {
        var results = await session.Deliberation.ResultsAsync(consultation, cancellation);
        var (asked, _) = await session.Deliberation.TurnoutAsync(consultation, await session.RosterAsync(cancellation), cancellation);
        var card = ResultsCard.For(session, results, asked.Count, page);
        if (instead)
        {
            session.Instead(card, forAll: true);
        }
        else
        {
            session.Show(card);
        }
    }

    private static async ValueTask PageAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (session.Member is not { } member
            || submission.Id<Consultation>("consultation") is not { } id
            || (await session.Deliberation.ConsultationAsync(id, cancellation))?.Entry is not { } consultation
            || !consultation.Concerns(member))
        {
            session.Say(session.Words["vote.not-here"]);
            return;
        }

        if (consultation.IsOpen(session.Today))
        {
            session.Say(session.Words.Say("vote.not-yet", session.Words.Day(consultation.End)));
            return;
        }

        await ShowAsync(session, consultation, submission.Page, cancellation);
    }

    private static async ValueTask<Found<Consultation>?> LatestAsync(Session session, CancellationToken cancellation) =>
        await session.Deliberation.ConsultationsAsync(cancellation) is [.., var latest] ? latest : null;

    /// <summary>How many have answered, to all; who has not, to the coordination alone, without a word about it.</summary>
    private static async ValueTask TurnoutAsync(Session session, int page, CancellationToken cancellation)
    {
        if (await LatestAsync(session, cancellation) is not { Entry: var consultation })
        {
            session.Say(session.Words["opinions.none"]);
            return;
        }

        var (asked, waiting) = await session.Deliberation.TurnoutAsync(consultation, await session.RosterAsync(cancellation), cancellation);
        if (session.May(Act.OpenConsultation))
        {
            session.ForOneAlone = true;
        }

        session.Show(TurnoutCard.For(session, consultation, asked, waiting, page));
    }

    private static async ValueTask AskToCloseAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!session.May(Act.OpenConsultation))
        {
            session.Refuse(Act.OpenConsultation);
            return;
        }

        if (submission.Id<Consultation>("consultation") is not { } id || (await session.Deliberation.ConsultationAsync(id, cancellation))?.Entry is not { } consultation)
        {
            session.Say(session.Words["vote.not-here"]);
            return;
        }

        if (!consultation.IsOpen(session.Today))
        {
            session.Say(session.Words.Say("vote.closed", session.Words.Day(consultation.End)));
            await ShowAsync(session, consultation, 0, cancellation);
            return;
        }

        session.WaitFor(Closing, ("consultation", id.ToString()));
        session.Say(session.Words["vote.close.sure"], session.Words["button.close-now"], session.Words["button.keep"]);
    }

    private static async ValueTask<bool> CloseAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var answer = Vocabulary.Command(text);
        if (answer is not ("yes" or "no" or "keep" or "close-now") || !Id<Consultation>.TryParse(waiting.Notes["consultation"], out var id)
            || await session.Deliberation.ConsultationAsync(id, cancellation) is not { } found)
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        if (answer is "no" or "keep" || !session.May(Act.OpenConsultation))
        {
            session.Say(session.Words.Say("vote.close.kept", session.Words.Day(found.Entry.End)));
            return true;
        }

        var closed = found.Entry;
        if (closed.IsOpen(session.Today))
        {
            closed = closed with { ClosedByHand = session.Today, Version = closed.Version + 1 };
            session.Write([found.Write(closed)], "consultation.close", closed.Key);
            session.Say(session.Words["vote.close.done"]);
        }

        await ShowAsync(session, closed, 0, cancellation);
        return true;
    }
}
