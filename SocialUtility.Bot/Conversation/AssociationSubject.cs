using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « association », « changer d'association »: where one is, and how one comes to another. Which one is meant is asked once,
/// when there is more than one; each reply says which it is about.
/// </summary>
public sealed class AssociationSubject : ISubject
{
    internal const string Which = "association.which";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["association"] = (session, _) => session.AsMember(() => session.Show(AssociationCard.For(session))),
        ["change-association"] = (session, _) => Change(session),
        ["new-association"] = (session, _) => Found(session),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["association.show"] = (session, _, _) => session.AsMember(() => session.Show(AssociationCard.For(session))),
        ["association.change"] = (session, _, _) => Change(session),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Which] = (session, waiting, text, _) => ValueTask.FromResult(Choose(session, waiting, text)),
    };

    /// <summary>They came into another association since they last spoke: asked once, before what they wanted.</summary>
    internal static bool Asks(Session session)
    {
        if (!session.Who.AsksWhich || session.Heard.Place != Place.Personal || InvitationAddress.In(session.Text) is not null)
        {
            return false;
        }

        session.Know(session.Who with { AsksWhich = false });
        if (session.Who.Associations.Count < 2 || session.Desk.Open is not null || session.Desk.Waiting is not null || session.Heard.Submission is not null)
        {
            return false;
        }

        Ask(session, Vocabulary.Command(session.Text) is not null ? session.Text : "");
        return true;
    }

    /// <summary>One more: they coordinate it, and keep their place in the others.</summary>
    private static ValueTask Found(Session session)
    {
        session.ForOneAlone = true;
        session.Begin(AssociationGuide.Name);
        return ValueTask.CompletedTask;
    }

    private static ValueTask Change(Session session)
    {
        switch (Others(session))
        {
            case []:
                session.Say(session.File is null ? session.Words["no-association"] : session.Words.Say("association.only", session.Association.Name));
                break;
            case [var other] when session.File is null:
                MoveTo(session, other, "");
                break;
            default:
                Ask(session, "");
                break;
        }

        return ValueTask.CompletedTask;
    }

    private static List<Belonging> Others(Session session) => [.. All(session).Where(belonging => belonging.Association != session.File?.Association.Id)];

    /// <summary>All of theirs but the one they have left.</summary>
    private static List<Belonging> All(Session session) => [.. session.Who.Associations.Where(belonging => belonging.Association != session.Former?.Association)];

    private static void Ask(Session session, string then)
    {
        var all = All(session);
        session.WaitFor(Which, ("then", then));
        session.Say(session.Words["association.which"]);
        session.Say(
            string.Join('\n', all.Select((belonging, index) => session.Words.Say("association.choice", index + 1, belonging.Name))),
            [.. Enumerable.Range(1, Math.Min(all.Count, 6)).Select(number => number.ToString(CultureInfo.InvariantCulture))]);
    }

    private static bool Choose(Session session, Waiting waiting, string text)
    {
        var all = All(session);
        var said = text.AsWord();
        List<Belonging> named = int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number >= 1 && number <= all.Count ? [all[number - 1]] : []
            : said.Length >= 3 ? [.. all.Where(belonging => belonging.Name.AsWord().Contains(said, StringComparison.Ordinal))] : [];
        if (named is not [var chosen])
        {
            if (Vocabulary.Command(text) is not null || named.Count == 0 && !int.TryParse(said, out _))
            {
                return false;
            }

            session.Say(session.Words.Say("association.which-number", all.Count));
            return true;
        }

        session.Desk = session.Desk with { Waiting = null };
        MoveTo(session, chosen, waiting.Notes.GetValueOrDefault("then", ""));
        return true;
    }

    /// <summary>From the next words on; their desk in the other association is as they left it.</summary>
    private static void MoveTo(Session session, Belonging chosen, string then)
    {
        session.Know(session.Who with { Associations = All(session), Current = chosen.Association, AsksWhich = false });
        session.Say(session.Words.Say("association.now", chosen.Name), then.Length > 0 ? [then] : []);
    }
}
