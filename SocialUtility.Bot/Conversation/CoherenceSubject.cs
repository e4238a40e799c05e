using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Conversation;

/// <summary>« cohérence »: the questions that the project asks, and what is answered to them instead of mending (deck rows D07, D09).</summary>
public sealed class CoherenceSubject : ISubject
{
    private const string Reason = "coherence.reason";
    private const string Limit = "coherence.limit";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        [NextStep.Coherence] = (session, cancellation) => session.AsMember(() => ShowAsync(session, 0, cancellation)),
        ["collecting-time"] = (session, _) => session.AsMember(() => AskLimit(session)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["coherence.show"] = (session, submission, cancellation) => session.AsMember(() => ShowAsync(session, submission.Page, cancellation)),
        ["coherence.aside"] = (session, submission, _) => session.AsMember(() => session.Show(CoherenceCard.SetAside(session, Coherence.Of(session.Dossier, session.Year), submission.Page))),
        ["finding.accept"] = (session, submission, cancellation) => session.AsMember(() => AcceptAsync(session, submission, cancellation)),
        ["finding.again"] = (session, submission, cancellation) => session.AsMember(() => AskAgainAsync(session, submission, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Reason] = (session, waiting, text, _) => ValueTask.FromResult(SetAside(session, waiting, text)),
        [Limit] = (session, _, text, _) => ValueTask.FromResult(SetLimit(session, text)),
    };

    private static async ValueTask ShowAsync(Session session, int page, CancellationToken cancellation)
    {
        var file = session.Dossier;
        var keys = Coherence.Recent(file, session.Today).ToHashSet(StringComparer.Ordinal);
        var readings = keys.Count == 0 ? [] : await session.Ledger.OfYearsAsync(session.Year - 1, session.Year, keys, cancellation);
        session.Show(CoherenceCard.For(session, Coherence.Of(file, session.Year), Coherence.Followed(file, readings, session.Today), page));
    }

    /// <summary>« C'est voulu »: asks for the reason, which may be left out; or keeps it for the meeting.</summary>
    private static async ValueTask AcceptAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var words = session.Words;
        if (!session.May(Act.RewriteProject))
        {
            session.Refuse(Act.RewriteProject);
        }
        else if (Coherence.Of(session.Dossier, session.Year).Open.FirstOrDefault(finding => finding.Id == submission["finding"]) is not { } finding)
        {
            // Mended or answered meanwhile, or never asked: the present questions are shown.
            session.Instead(StaleCard.For(session));
            await ShowAsync(session, 0, cancellation);
        }
        else
        {
            session.WaitFor(Reason, ("finding", finding.Id));
            session.Say(words.Say("coherence.why", CoherenceCard.Title(words, finding)), words["button.skip"], words["button.meeting"]);
        }
    }

    private static bool SetAside(Session session, Waiting waiting, string text)
    {
        var words = session.Words;
        var command = Vocabulary.Command(text);
        if (command is not (null or "skip" or "unknown" or "meeting" or "yes") || !session.May(Act.RewriteProject))
        {
            return false;
        }

        var reason = command is null ? text.Kept() : null;
        if (reason?.Length > Texts.ShortText)
        {
            session.Say(words.Say("slip.too-long", Texts.ShortText, reason.Length));
            return true;
        }

        if (PersonalGuard.Holds(session, reason, waiting))
        {
            return true;
        }

        session.Desk = session.Desk with { Waiting = null };
        if (Coherence.Of(session.Dossier, session.Year).Open.FirstOrDefault(finding => finding.Id == waiting.Notes["finding"]) is not { } finding)
        {
            session.Say(words["coherence.settled"]);
            NextStep.Back(session);
            return true;
        }

        var meeting = command == "meeting";
        var before = session.Dossier.SetAside.FirstOrDefault(answer => answer.Finding == finding.Id);
        session.Write(
            new SetAside
            {
                Finding = finding.Id,
                How = meeting ? Aside.Meeting : Aside.Wanted,
                Year = session.Year,
                Because = reason,
                By = session.Person,
                At = session.Now,
                Version = (before?.Version ?? 0) + 1,
            },
            meeting ? "finding.meet" : "finding.accept");
        session.Say(words[meeting ? "coherence.noted.meeting" : "coherence.noted.wanted"]);
        NextStep.Back(session);
        return true;
    }

    private static async ValueTask AskAgainAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!session.May(Act.RewriteProject))
        {
            session.Refuse(Act.RewriteProject);
            return;
        }

        if (session.Dossier.SetAside.FirstOrDefault(answer => answer.Finding == submission["question"] && answer.Year == session.Year && !answer.Withdrawn) is not { } answer)
        {
            session.Instead(StaleCard.For(session));
        }
        else
        {
            session.Write(answer with { Withdrawn = true, Version = answer.Version + 1 }, "finding.again");
        }

        await ShowAsync(session, 0, cancellation);
    }

    private static void AskLimit(Session session)
    {
        var words = session.Words;
        var minutes = session.Dossier.Indicators.Where(indicator => indicator.IsInUse).Sum(indicator => indicator.MinutesPerYear ?? 0);
        var said = words.Say("coherence.time", words.Counted(Math.Round(minutes / 60m, 1), "unit.hour"), words.Figure(session.Association.MinutesOfCollecting / 60m, 1));
        if (!session.May(Act.ChooseIndicator))
        {
            session.Say(said);
            return;
        }

        session.WaitFor(Limit);
        session.Say($"{said}\n{words["coherence.time.ask"]}", words["button.keep"]);
    }

    private static bool SetLimit(Session session, string text)
    {
        var words = session.Words;
        var command = Vocabulary.Command(text);
        if (command is "keep" or "no" or "skip" or "unknown" or "cancel")
        {
            session.Desk = session.Desk with { Waiting = null };
            session.Say(words.Say("coherence.time.set", words.Counted(Math.Round(session.Association.MinutesOfCollecting / 60m, 1), "unit.hour")));
            return true;
        }

        if (command is not null || !session.May(Act.ChooseIndicator))
        {
            return false;
        }

        if (FigureText.Read(text, words.Language) is not FigureRead.One { Amount: > 0 and <= 2000 and var hours })
        {
            session.Say(words["coherence.time.slip"]);
            return true;
        }

        session.Desk = session.Desk with { Waiting = null };
        session.Write(session.Association with { MinutesOfCollecting = Math.Max(1, (int)Math.Round(hours * 60)), Version = session.Association.Version + 1 }, "association.collecting-time");
        session.Say(words.Say("coherence.time.set", words.Counted(Math.Round(hours, 1), "unit.hour")));
        return true;
    }
}
