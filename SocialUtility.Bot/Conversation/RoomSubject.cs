using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « rattacher »: of which association a team or a group chat speaks; and who of those present comes into it.
/// </summary>
public sealed class RoomSubject(ITable table) : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["attach"] = (session, _) => Attach(session),
        ["detach"] = (session, _) => Detach(session),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["room.people"] = (session, submission, cancellation) => session.IfMay(Act.Invite, () => PeopleAsync(session, submission, cancellation)),
        ["room.add"] = (session, submission, cancellation) => session.IfMay(Act.Invite, () => AddAsync(session, submission, cancellation)),
    };

    /// <summary>One message for the room, once; it asks nothing and says how the association is named here.</summary>
    public static void Welcome(Session session)
    {
        if (session.Room.Welcomed)
        {
            return;
        }

        session.Room = session.Room with { Welcomed = true };
        session.Say(session.Words["welcome.team"]);
        if (session.Room.Association is null)
        {
            session.Say(session.Words["room.attach-here"]);
        }
    }

    private static ValueTask Attach(Session session)
    {
        var words = session.Words;
        if (session.Heard.Room is not { } room)
        {
            session.Say(words["room.only-there"]);
            return ValueTask.CompletedTask;
        }

        if (session.Member is null && session.Room.Association is null && session.Former is null)
        {
            // Nobody has created the association yet: its creator does both at once.
            session.ForOneAlone = true;
            session.Begin(AssociationGuide.Name, draft => draft.With(AssociationGuide.For, Answer.Said(room), session.Now));
            return ValueTask.CompletedTask;
        }

        return session.IfMay(Act.AttachPlace, () =>
        {
            if (session.Room.Association?.Association == session.Association.Id)
            {
                session.WriteUnseen([AttachedRoom.Attach(room)]);
                session.Say(words.Say("room.attached-already", session.Association.Name));
                return ValueTask.CompletedTask;
            }

            session.Room = session.Room with { Association = new(session.Association.Id, session.Association.Name), Welcomed = true };
            session.Write([AttachedRoom.Attach(room)], "room.attach", session.Association.Key);
            session.Say(words.Say("room.attached", session.Association.Name));
            return ValueTask.CompletedTask;
        });
    }

    private static ValueTask Detach(Session session)
    {
        var words = session.Words;
        if (session.Heard.Room is not { } room)
        {
            session.Say(words["room.only-there"]);
            return ValueTask.CompletedTask;
        }

        if (session.Room.Association is not { } attached)
        {
            session.Say(words["room.not-attached"]);
            return ValueTask.CompletedTask;
        }

        return session.IfMay(Act.AttachPlace, () =>
        {
            session.Room = session.Room with { Association = null };
            session.Write([AttachedRoom.Detach(room)], "room.detach", session.Association.Key);
            session.Say(words.Say("room.detached", attached.Name));
            return ValueTask.CompletedTask;
        });
    }

    private static async ValueTask PeopleAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (session.Heard.Company is not { } company)
        {
            session.Say(session.Words["room.only-there"]);
            return;
        }

        var from = submission["suite"];
        var page = await company(from.Length > 0 ? from : null, cancellation);
        var roster = await session.RosterAsync(cancellation);
        session.Show(RoomCard.For(session, [.. page.People.Where(present => roster.Find(present.Person) is null)], from, page.More));
    }

    /// <summary>Whom the card names is looked up again among those present: a card may come from anywhere.</summary>
    private async ValueTask AddAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (session.Heard.Company is not { } company)
        {
            session.Say(session.Words["room.only-there"]);
            return;
        }

        var from = submission["suite"];
        var marks = submission.Choices("personnes");
        var page = await company(from.Length > 0 ? from : null, cancellation);
        var roster = await session.RosterAsync(cancellation);
        List<Present> chosen = [.. page.People.Where(present => marks.Contains(present.Person.Mark) && roster.Find(present.Person) is null)];
        if (chosen.Count == 0)
        {
            session.Say(session.Words[marks.Count == 0 ? "slip.no-choice" : "room.in-already"]);
            return;
        }

        Belonging belonging = new(session.Association.Id, session.Association.Name);
        foreach (var present in chosen)
        {
            Member member = new() { Association = belonging.Association, Person = present.Person, Name = present.Name, Roles = [Role.Volunteer], Since = session.Now };
            session.Introduce(present.Person, belonging, AddressOf(session, present));
            session.Write([Change.Put(member.Key, DomainJson.Write(member))], "member.add", member.Key);
        }

        session.Instead(RoomCard.Outcome(session, [.. chosen.Select(present => present.Name ?? session.Words["team.no-name"])]));
        foreach (var present in chosen)
        {
            await GreetAsync(session, present, cancellation);
        }
    }

    /// <summary>In private, in their language where it is known; nothing where the channel does not allow it.</summary>
    private async ValueTask GreetAsync(Session session, Present present, CancellationToken cancellation)
    {
        var known = await Acquaintance.FindAsync(table, present.Person, cancellation);
        if ((known?.Address ?? AddressOf(session, present)) is { } address)
        {
            var theirs = known is null ? session.Words : Words.In(known.Language);
            session.Tell(address, theirs.Say("room.welcome", session.Member!.Name ?? theirs["team.no-name"], session.Association.Name), theirs["word.association"]);
        }
    }

    /// <summary>A conversation with them alone, which the channel opens with the first message.</summary>
    private static ChatAddress? AddressOf(Session session, Present present) => session.Heard.Address is { } here ? here with { User = present.User, Conversation = "" } : null;
}
