using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « j'ai une invitation », or its link pasted: somebody comes into an association from the conversation itself, under the same
/// conditions as by the page of the link. Whatever is wrong with it, the answer is the same.
/// </summary>
public sealed class ArrivalSubject(ITable table) : ISubject
{
    private const string Pasting = "arrival.paste";
    private const string Entering = "arrival.enter";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["have-invitation"] = (session, _) => Ask(session),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["arrival.begin"] = (session, _, _) => Ask(session),
    };

    public IReadOnlyList<Func<Session, string, CancellationToken, ValueTask<bool>>> Shapes => [PastedAsync];

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Pasting] = (session, _, text, _) => ValueTask.FromResult(IsNone(session, text)),
        [Entering] = AnswerAsync,
    };

    private static ValueTask Ask(Session session)
    {
        session.ForOneAlone = true;
        session.WaitFor(Pasting);
        session.Say(session.Words["arrival.paste"]);
        return ValueTask.CompletedTask;
    }

    private async ValueTask<bool> PastedAsync(Session session, string text, CancellationToken cancellation)
    {
        if (InvitationAddress.In(text) is not { } link)
        {
            return false;
        }

        session.Suspend();
        session.Desk = session.Desk with { Waiting = null };
        session.ForOneAlone = true;
        if (session.Heard.Place != Place.Personal)
        {
            // Everybody there can read it: it is not used before it is between two.
            session.Say(session.Words["arrival.alone"]);
        }
        else if (session.Desk.KnocksTooOften(session.Now))
        {
            session.Say(session.Words["arrival.too-often"]);
        }
        else
        {
            await LookAsync(session, link, cancellation);
        }

        return true;
    }

    /// <summary>They said that they have an invitation, and what they write is none.</summary>
    private static bool IsNone(Session session, string text)
    {
        if (Vocabulary.Command(text) is not null)
        {
            return false;
        }

        Closed(session);
        return true;
    }

    /// <summary>Looking uses nothing up: what it opens is said, and one word lets them in.</summary>
    private async ValueTask LookAsync(Session session, string link, CancellationToken cancellation)
    {
        var words = session.Words;
        var parts = InvitationAddress.Read(link);
        var found = parts is var (to, id, _) ? await new Invitations(table, to).FindAsync(id, cancellation) : null;
        if (!Invitation.Opens(found?.Invitation, parts?.Secret ?? "", session.Now) || await AssociationAsync(parts!.Value.Association, cancellation) is not { } association)
        {
            Closed(session);
            return;
        }

        var invitation = found!.Value.Invitation;
        var place = words["member." + invitation.Role];
        if (invitation.Again is not null)
        {
            session.Say(words["arrival.for-browser"]);
        }
        else if (await MemberAsync(association, session.Person, cancellation) is ({ Left: null } member, _) && member.Roles.Contains(invitation.Role))
        {
            session.Say(words.Say("arrival.already", association.Name, place));
        }
        else
        {
            // The secret is not kept: the person's own desk remembers which invitation they have opened, as it stood.
            session.WaitFor(
                Entering, ("to", association.Id.ToString()), ("invitation", invitation.Id.ToString()), ("v", invitation.Version.ToString(CultureInfo.InvariantCulture)));
            session.Say(words.Say("arrival.sure", association.Name, place), words["button.yes"], words["button.later"]);
        }
    }

    private async ValueTask<bool> AnswerAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        switch (Vocabulary.Command(text))
        {
            case "yes" when session.Who.PrivacyRead < PrivacyCard.Version:
                WelcomeSubject.ShowPrivacy(session, text);
                return true;
            case "yes":
                session.Desk = session.Desk with { Waiting = null };
                await EnterAsync(session, Id<Association>.Parse(waiting.Notes["to"]), Id<Invitation>.Parse(waiting.Notes["invitation"]), waiting.Notes["v"], cancellation);
                return true;
            case "no" or "later":
                session.Desk = session.Desk with { Waiting = null };
                session.Say(session.Words["arrival.later"]);
                return true;
            default:
                return false;
        }
    }

    private async ValueTask EnterAsync(Session session, Id<Association> to, Id<Invitation> id, string version, CancellationToken cancellation)
    {
        if (await new Invitations(table, to).FindAsync(id, cancellation) is not var (invitation, etag)
            || !invitation.IsOpen(session.Now) || invitation.Version.ToString(CultureInfo.InvariantCulture) != version
            || await Dossier.OpenAsync(table, to, cancellation) is not { } file)
        {
            Closed(session);
            return;
        }

        var (known, row) = await MemberAsync(file.Association, session.Person, cancellation);
        var member = invitation.Admits(to, session.Person, session.Heard.Name, known, session.Now);
        var used = invitation.UsedBy(session.Person, session.Heard.ActivityId ?? "", session.Now);
        session.Enter(
            file,
            member,
            [
                Change.Replace(used.Key, DomainJson.Write(used), etag),
                row is null ? Change.Add(member.Key, DomainJson.Write(member)) : Change.Replace(member.Key, DomainJson.Write(member), row.ETag),
            ],
            invitation.Key);
        session.Say(session.Words.Say("arrival.done", file.Association.Name, session.Words["member." + invitation.Role]), session.Words["word.association"], session.Words["word.help"]);
    }

    private static void Closed(Session session)
    {
        session.Desk = session.Desk.Knocking(session.Now) with { Waiting = null };
        session.Say(session.Words["arrival.closed"]);
    }

    private async ValueTask<Association?> AssociationAsync(Id<Association> id, CancellationToken cancellation) =>
        await table.FindAsync(Association.Partition(id), Association.RowKey, cancellation) is { } row ? DomainJson.Read(row, DomainJson.Default.Association) : null;

    private async ValueTask<(Member? Member, Row? Row)> MemberAsync(Association association, Person person, CancellationToken cancellation)
    {
        var row = await table.FindAsync(Association.Partition(association.Id), Member.KeyOf(person), cancellation);
        return (row is null ? null : DomainJson.Read(row, DomainJson.Default.Member), row);
    }
}
