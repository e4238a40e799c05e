using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>« inviter », « invitations »: opens the web chat to somebody without Teams, and shuts what was opened.</summary>
public sealed class InvitationSubject(ITable table, InvitationAddress addresses) : ISubject
{
    /// <summary>How the people of the web door are known: by the invitation with which they first came.</summary>
    public const string PersonPrefix = "web|";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["invite"] = (session, _) => Begin(session),
        ["invitations"] = (session, cancellation) => ListAsync(session, 0, cancellation),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["invite.begin"] = (session, _, _) => Begin(session),
        ["invite.list"] = (session, submission, cancellation) => ListAsync(session, submission.Page, cancellation),
        ["invite.link"] = (session, submission, cancellation) => OnAsync(session, submission, (invitation, _) => ShowAsync(session, invitation, cancellation), cancellation),
        ["invite.revoke"] = (session, submission, cancellation) => OnAsync(session, submission, (invitation, etag) => RevokeAsync(session, invitation, etag, cancellation), cancellation),
        ["invite.again"] = (session, submission, cancellation) => session.IfMay(Act.Invite, () => AgainAsync(session, submission, cancellation)),
    };

    /// <summary>They came by a link, and another link lets them in on another device.</summary>
    public static bool ComesByLink(Person person) => person.Key.StartsWith(PersonPrefix, StringComparison.Ordinal);

    private ValueTask Begin(Session session) => session.IfMay(Act.Invite, () =>
    {
        session.ForOneAlone = true;
        if (addresses.IsKnown)
        {
            session.Begin(InviteGuide.Name);
        }
        else
        {
            session.Say(session.Words["invite.no-address"]);
        }

        return ValueTask.CompletedTask;
    });

    private ValueTask ListAsync(Session session, int page, CancellationToken cancellation) => session.IfMay(Act.Invite, async () =>
    {
        session.ForOneAlone = true;
        session.Show(InvitationCard.List(session, await Invitations(session).OpenAsync(session.Now, cancellation), page));
    });

    private async ValueTask ShowAsync(Session session, Invitation invitation, CancellationToken cancellation)
    {
        session.ForOneAlone = true;
        session.Show(InvitationCard.For(session, invitation, await addresses.PageAsync(session.Association.Id, invitation.Id, cancellation)));
    }

    private async ValueTask RevokeAsync(Session session, Invitation invitation, string etag, CancellationToken cancellation)
    {
        session.ForOneAlone = true;
        var revoked = invitation with { Revoked = true, Version = invitation.Version + 1 };
        session.Write([Change.Replace(revoked.Key, DomainJson.Write(revoked), etag)], "invitation.revoke", revoked.Key);
        var open = await Invitations(session).OpenAsync(session.Now, cancellation);
        session.Instead(InvitationCard.List(session, [.. open.Where(other => other.Id != invitation.Id)]));
        session.Say(session.Words["invitation.revoked"]);
    }

    /// <summary>A member of the web door on a new device, or whose browser has forgotten them.</summary>
    private async ValueTask AgainAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!addresses.IsKnown)
        {
            session.Say(session.Words["invite.no-address"]);
            return;
        }

        if ((await session.RosterAsync(cancellation)).Find(submission["membre"]) is not { } member || !ComesByLink(member.Person))
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        Invitation invitation = new()
        {
            Id = Id<Invitation>.New(),
            Role = member.Roles[0],
            For = member.Name,
            Again = member.Person,
            By = session.Person,
            Since = session.Now,
            Until = session.Now + Invitation.OpenFor,
        };
        session.Write([Change.Add(invitation.Key, DomainJson.Write(invitation))], "invitation.again", invitation.Key);
        await ShowAsync(session, invitation, cancellation);
    }

    private ValueTask OnAsync(Session session, Submission submission, Func<Invitation, string, ValueTask> what, CancellationToken cancellation) => session.IfMay(Act.Invite, async () =>
    {
        if (submission.Id<Invitation>("invitation") is not { } id || await Invitations(session).FindAsync(id, cancellation) is not var (invitation, etag))
        {
            session.Say(session.Words["not-found"]);
        }
        else if (invitation.IsOpen(session.Now))
        {
            await what(invitation, etag);
        }
        else
        {
            session.Say(session.Words["invitation.over"]);
        }
    });

    private Invitations Invitations(Session session) => new(table, session.Association.Id);
}
