using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « je quitte l'association », and who is taken off the team in Teams: what was entrusted finds somebody else, what was given
/// stays, and the coordinator is told (domain.md 7.3, G6).
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

        var handed = Part(session, present, made, heir, "member.leave");
        session.Say(session.Words["leave.done"]);
        if (heir is not null)
        {
            await TeamSubject.TellHeirAsync(session, heir, self, cancellation);
        }

        await TellAsync(session, roster, self, heir, handed, cancellation);
    }

    /// <summary>
    /// Taken off the team or the group chat of the association, by whoever may do that in Teams: they leave it, unless they are in
    /// another of its rooms, or were invited for themselves, or nobody else coordinates.
    /// </summary>
    internal static async ValueTask TakenOffAsync(Session session, CancellationToken cancellation)
    {
        var roster = await session.RosterAsync(cancellation);
        if (roster.Find(session.Person) is not { } present)
        {
            return;
        }

        var elsewhere = await IsElsewhereAsync(session, cancellation);
        if (elsewhere == true)
        {
            return;
        }

        var words = session.Words;
        var name = present.Name ?? words["team.no-name"];
        var own = session.Who.Address;
        if (elsewhere is null || await session.WasInvitedAsync(cancellation))
        {
            // In doubt they stay: whoever coordinates is told, and decides.
            foreach (var coordinator in roster.Coordinators)
            {
                await session.TellAsync(coordinator.Person, theirs => theirs.Say("left.stays", present.Name ?? theirs["team.no-name"], session.Association.Name), cancellation, "word.team");
            }

            return;
        }

        if (roster.Part(present, session.Now) is not RoleChange.Made made)
        {
            if (own is not null)
            {
                session.Tell(own, words.Say("left.coordinates", session.Association.Name), words["button.hand-over"]);
            }

            foreach (var other in roster.Members.Where(member => member.Roles.Contains(Role.Board)))
            {
                await session.TellAsync(other.Person, theirs => theirs.Say("left.coordinates.told", present.Name ?? theirs["team.no-name"], session.Association.Name), cancellation, "word.team");
            }

            return;
        }

        var handed = Part(session, present, made, null, "member.taken-off");
        if (own is not null)
        {
            session.Tell(own, words.Say("left.you", session.Association.Name));
        }

        await TellAsync(session, roster, present, null, handed, cancellation);
    }

    /// <summary>Are they in another room of the association? Null where the channel cannot say.</summary>
    private static async ValueTask<bool?> IsElsewhereAsync(Session session, CancellationToken cancellation)
    {
        bool? elsewhere = false;
        foreach (var room in (await session.RoomsAsync(cancellation)).Where(room => room != session.Heard.Room))
        {
            switch (session.Heard.IsIn is { } isIn ? await isIn(room, cancellation) : null)
            {
                case true:
                    return true;
                case null:
                    elsewhere = null;
                    break;
            }
        }

        return elsewhere;
    }

    /// <summary>Writes that they go, and what becomes of the figures they kept.</summary>
    private static IReadOnlyList<Indicator> Part(Session session, Member present, RoleChange.Made made, Member? heir, string what)
    {
        var handed = Entrusted.HandOver(present.Person, session.Dossier, heir);
        session.Write(made, what);
        if (handed.Count > 0)
        {
            session.Write(handed, "indicator.hand-over", present.Key);
        }

        // What was begun and not ended was theirs alone: it goes with them.
        session.Desk = new() { Heard = session.Desk.Heard };
        session.Know(session.Who.Leaving(session.Association.Id));
        return handed;
    }

    /// <summary>The other coordinators learn who has gone, and can entrust what has no keeper any more.</summary>
    private static async ValueTask TellAsync(Session session, Roster roster, Member gone, Member? heir, IReadOnlyList<Indicator> handed, CancellationToken cancellation)
    {
        var orphaned = Orphaned(handed);
        var candidates = EntrustSubject.Takers(roster, gone.Person);
        foreach (var coordinator in roster.Coordinators.Where(other => other.Person != gone.Person && other.Person != heir?.Person))
        {
            if (orphaned.Count > 0)
            {
                await session.TellAsync(
                    coordinator.Person,
                    theirs => (Told(theirs, session, gone, handed), EntrustCard.For(theirs, session.Association, orphaned, candidates)),
                    cancellation);
            }
            else
            {
                await session.TellAsync(coordinator.Person, theirs => Told(theirs, session, gone, handed), cancellation, "word.team");
            }
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
