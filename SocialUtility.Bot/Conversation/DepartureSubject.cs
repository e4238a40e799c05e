using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « je quitte l'association »: what was entrusted finds somebody else, what was given stays, and the coordinator is told
/// (domain.md 7.3, G6).
/// </summary>
public sealed class DepartureSubject : ISubject
{
    private const string Leaving = "leave";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["leave-association"] = AskAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["leave.whom"] = (session, submission, cancellation) => WhomAsync(session, submission.Page, cancellation),
        ["leave.stay"] = (session, _, _) => Stay(session),
        ["leave.hand-over"] = HandOverAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Leaving] = AnswerAsync,
    };

    private static async ValueTask AskAsync(Session session, CancellationToken cancellation)
    {
        if (session.Member is not { } member)
        {
            session.NoAssociation();
            return;
        }

        session.ForOneAlone = true;
        var words = session.Words;
        var roster = await session.RosterAsync(cancellation);
        if (roster.Coordinators is [var only] && only.Person == session.Person)
        {
            await WhomAsync(session, 0, cancellation);
            return;
        }

        session.WaitFor(Leaving);
        session.Say(words["leave.thanks"]);
        var entrusted = Entrusted.To(session.Person, session.Dossier).Count;
        session.Say(
            entrusted > 0 ? words.Count("leave.entrusted", entrusted) : words[member.Roles is [Role.Partner] ? "leave.stays.partner" : "leave.stays"],
            words["button.stop"],
            words["button.stay"]);
    }

    /// <summary>The last coordinator: somebody takes over first, in one card.</summary>
    private static async ValueTask WhomAsync(Session session, int page, CancellationToken cancellation)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
            return;
        }

        var candidates = TeamSubject.Candidates(session, await session.RosterAsync(cancellation));
        if (candidates.Count == 0)
        {
            session.Say(session.Words["leave.alone"], session.Words["button.invite"]);
            return;
        }

        session.Say(session.Words["leave.thanks"]);
        session.Show(HandOverCard.For(session, candidates, leaving: true, page));
    }

    private static ValueTask Stay(Session session)
    {
        session.Instead(HandOverCard.Outcome(session, session.Words["leave.stayed"]));
        return ValueTask.CompletedTask;
    }

    private static async ValueTask HandOverAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (session.Member is not { } self)
        {
            session.NoAssociation();
            return;
        }

        var roster = await session.RosterAsync(cancellation);
        if (submission.Version != self.Version)
        {
            session.Instead(StaleCard.For(session));
            return;
        }

        if (TeamSubject.Candidates(session, roster).FirstOrDefault(member => member.Person.Mark == submission["personne"]) is not { } heir || !self.Roles.Contains(Role.Coordinator))
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        session.Instead(HandOverCard.Outcome(session, session.Words.Say("hand-over.done", heir.Name ?? session.Words["team.no-name"])));
        await GoAsync(session, roster, self, heir, cancellation);
    }

    private static async ValueTask<bool> AnswerAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        switch (Vocabulary.Command(text))
        {
            case "stop" or "yes":
                session.Desk = session.Desk with { Waiting = null };
                await GoAsync(session, await session.RosterAsync(cancellation), session.Member!, null, cancellation);
                return true;
            case "stay" or "no" or "keep":
                session.Desk = session.Desk with { Waiting = null };
                session.Say(session.Words["leave.stayed"]);
                return true;
            default:
                return false;
        }
    }

    private static async ValueTask GoAsync(Session session, Roster roster, Member self, Member? heir, CancellationToken cancellation)
    {
        if (roster.Find(self.Person) is not { } present || roster.Part(present, session.Now, heir) is not RoleChange.Made made)
        {
            await WhomAsync(session, 0, cancellation);
            return;
        }

        var words = session.Words;
        var handed = Entrusted.HandOver(self.Person, session.Dossier, heir);
        session.Write(made, "member.leave");
        if (handed.Count > 0)
        {
            session.Write(handed, "indicator.hand-over", present.Key);
        }

        // What was begun and not ended was theirs alone: it goes with them.
        session.Desk = new() { Heard = session.Desk.Heard };
        session.Know(session.Who.Leaving(session.Association.Id));
        session.Say(words["leave.done"]);
        if (heir is not null)
        {
            await TeamSubject.TellHeirAsync(session, heir, self, cancellation);
        }

        foreach (var coordinator in roster.Coordinators.Where(other => other.Person != self.Person && other.Person != heir?.Person))
        {
            await session.TellAsync(coordinator.Person, theirs => Told(theirs, session, self, handed), cancellation, Orphaned(handed).Count > 0 ? "word.indicators" : "word.team");
        }
    }

    /// <summary>Without comment: who has gone, and which figures have no keeper any more.</summary>
    private static string Told(Words words, Session session, Member self, IReadOnlyList<Indicator> handed)
    {
        var told = words.Say("leave.told", self.Name ?? words["team.no-name"], session.Association.Name);
        return Orphaned(handed) is { Count: > 0 } orphaned ? $"{told}\n{OrphanedSentence(words, orphaned)}" : told;
    }

    internal static IReadOnlyList<Indicator> Orphaned(IReadOnlyList<Indicator> handed) => [.. handed.Where(indicator => indicator is { Keeper: null, Retired: false })];

    internal static string OrphanedSentence(Words words, IReadOnlyList<Indicator> orphaned) =>
        $"{words.Count("leave.orphaned", orphaned.Count)} {words.List([.. orphaned.Select(indicator => indicator.Name)])}.";
}
