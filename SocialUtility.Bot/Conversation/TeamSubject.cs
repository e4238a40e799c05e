using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Conversation;

/// <summary>« équipe », « passer la main »: who is in the association, who is what, and how a role changes hands.</summary>
public sealed class TeamSubject : ISubject
{
    private const string Removing = "team.remove";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["team"] = (session, cancellation) => ListAsync(session, 0, cancellation),
        ["hand-over"] = (session, cancellation) => WhomAsync(session, 0, cancellation),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["team.list"] = (session, submission, cancellation) => ListAsync(session, submission.Page, cancellation),
        ["team.show"] = (session, submission, cancellation) => OnAsync(session, Act.GiveRole, submission["personne"], member => Show(session, member), cancellation),
        ["team.roles"] = (session, submission, cancellation) => session.IfMay(Act.GiveRole, () => GiveAsync(session, submission, cancellation)),
        ["team.remove"] = (session, submission, cancellation) => OnAsync(session, Act.RemoveMember, submission["membre"], member => AskToRemove(session, member), cancellation),
        ["team.whom"] = (session, submission, cancellation) => WhomAsync(session, submission.Page, cancellation),
        ["team.hand-over"] = (session, submission, cancellation) => session.IfMay(Act.RemoveMember, () => HandOverAsync(session, submission, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Removing] = RemoveAsync,
    };

    /// <summary>Those to whom the coordination may pass: members of the association, not its partners.</summary>
    public static IReadOnlyList<Member> Candidates(Session session, Roster roster) =>
        [.. roster.Members.Where(member => member.Person != session.Person && member.Roles.Any(role => role is not (Role.Partner or Role.Observer)))];

    private static ValueTask ListAsync(Session session, int page, CancellationToken cancellation) => session.IfMay(Act.ReadTeam, async () =>
        session.Show(TeamCard.For(session, await session.RosterAsync(cancellation), page)));

    private static void Show(Session session, Member member) => session.Show(MemberCard.For(session, member, InvitationSubject.ComesByLink(member.Person)));

    private static async ValueTask GiveAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var roster = await session.RosterAsync(cancellation);
        if (roster.Find(submission["membre"]) is not { } member)
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        if (member.Version != submission.Version)
        {
            session.Instead(StaleCard.For(session));
            Show(session, member);
            return;
        }

        List<Role> roles = [.. submission.Choices("roles").Select(name => Enum.TryParse<Role>(name, out var role) && Enum.IsDefined(role) ? role : (Role?)null).OfType<Role>()];
        switch (roster.Give(member, roles))
        {
            case RoleChange.Made made:
                session.Write(made, "member.roles");
                session.Instead(MemberCard.For(session, made.Members[0], InvitationSubject.ComesByLink(member.Person)));
                session.Say(session.Words.Say("member.roles-now", member.Name ?? session.Words["team.no-name"], session.Words.List([.. made.Members[0].Roles.Select(role => session.Words["member." + role])])));
                await session.TellAsync(
                    member.Person,
                    words => words.Say("member.your-roles", session.Association.Name, words.List([.. made.Members[0].Roles.Select(role => words["member." + role])])),
                    cancellation);
                break;
            case RoleChange.NoRole:
                session.Say(session.Words["member.one-role"]);
                break;
            case RoleChange.NoCoordinator:
                session.Say(session.Words["member.last-coordinator"], session.Words["button.hand-over"]);
                break;
            default:
                session.Say(session.Words["member.same-roles"]);
                break;
        }
    }

    private static ValueTask WhomAsync(Session session, int page, CancellationToken cancellation) => session.IfMay(Act.RemoveMember, async () =>
    {
        var candidates = Candidates(session, await session.RosterAsync(cancellation));
        session.ForOneAlone = true;
        if (candidates.Count == 0)
        {
            session.Say(session.Words["hand-over.nobody"], session.Words["button.invite"]);
        }
        else
        {
            session.Show(HandOverCard.For(session, candidates, leaving: false, page));
        }
    });

    private static async ValueTask HandOverAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var roster = await session.RosterAsync(cancellation);
        if (submission.Version != session.Member!.Version)
        {
            session.Instead(StaleCard.For(session));
            session.Show(TeamCard.For(session, roster));
            return;
        }

        var self = roster.Find(session.Person);
        if (self is null || Candidates(session, roster).FirstOrDefault(member => member.Person.Mark == submission["personne"]) is not { } heir)
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        if (roster.HandOver(self, heir) is RoleChange.Made made)
        {
            session.Write(made, "member.hand-over");
            session.Instead(HandOverCard.Outcome(session, session.Words.Say("hand-over.done", heir.Name ?? session.Words["team.no-name"])));
            await TellHeirAsync(session, heir, self, cancellation);
        }
    }

    /// <summary>Who now holds the coordination is told so, by whom it was given.</summary>
    public static ValueTask TellHeirAsync(Session session, Member heir, Member from, CancellationToken cancellation) => session.TellAsync(
        heir.Person,
        words => words.Say("hand-over.to-you", from.Name ?? words["team.no-name"], session.Association.Name),
        cancellation,
        "word.team");

    private static void AskToRemove(Session session, Member member)
    {
        if (member.Person == session.Person)
        {
            session.Say(session.Words["member.leave-yourself"], session.Words["button.leave"]);
            return;
        }

        session.WaitFor(Removing, ("person", member.Person.Mark), ("v", member.Version.ToString(CultureInfo.InvariantCulture)));
        session.Say(session.Words.Say("member.remove-sure", member.Name ?? session.Words["team.no-name"]), session.Words["button.yes-retire"], session.Words["button.keep"]);
    }

    private static async ValueTask<bool> RemoveAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var answer = Vocabulary.Command(text);
        if (answer is not ("yes" or "retire" or "no" or "keep"))
        {
            return false;
        }

        var words = session.Words;
        session.Desk = session.Desk with { Waiting = null };
        if (answer is "no" or "keep")
        {
            session.Say(words["member.kept"]);
            return true;
        }

        if (!session.May(Act.RemoveMember))
        {
            session.Refuse(Act.RemoveMember);
            return true;
        }

        var roster = await session.RosterAsync(cancellation);
        if (roster.Find(waiting.Notes["person"]) is not { } member)
        {
            session.Say(words["member.gone-already"]);
        }
        else if (member.Version.ToString(CultureInfo.InvariantCulture) != waiting.Notes["v"])
        {
            session.Say(words["member.changed-meanwhile"]);
            Show(session, member);
        }
        else if (roster.Part(member, session.Now) is RoleChange.Made made)
        {
            session.Write(made, "member.remove");
            session.Say(words.Say("member.removed", member.Name ?? words["team.no-name"]));
            if (Entrusted.HandOver(member.Person, session.Dossier, null) is { Count: > 0 } handed)
            {
                session.Write(handed, "indicator.hand-over", member.Key);
                if (DepartureSubject.Orphaned(handed) is { Count: > 0 } orphaned)
                {
                    session.Say(DepartureSubject.OrphanedSentence(words, orphaned));
                    session.Show(EntrustCard.For(words, session.Association, orphaned, EntrustSubject.Takers(roster, member.Person)));
                }
            }
        }
        else
        {
            session.Say(words["member.last-coordinator"], words["button.hand-over"]);
        }

        return true;
    }

    private static ValueTask OnAsync(Session session, Act act, string mark, Action<Member> what, CancellationToken cancellation) => session.IfMay(act, async () =>
    {
        if ((await session.RosterAsync(cancellation)).Find(mark) is { } member)
        {
            what(member);
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    });
}
