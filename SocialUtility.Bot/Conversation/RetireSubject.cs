using System.Globalization;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Conversation;

/// <summary>« Retirer »: asked once; what is retired is no longer shown, and nothing that was said or measured of it is lost.</summary>
public sealed class RetireSubject : ISubject
{
    private const string Retiring = "retire";

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Retiring] = RetireAsync,
    };

    internal static void Ask(Session session, Entry entry)
    {
        if (!session.May(RenameGuide.ActOf(entry)))
        {
            session.Refuse(RenameGuide.ActOf(entry));
            return;
        }

        session.WaitFor(Retiring, ("subject", entry.Key), ("v", entry.Version.ToString(CultureInfo.InvariantCulture)));
        session.Say(session.Words.Say("retire.sure", session.Words.Quoted(RenameGuide.NameOf(entry))), session.Words["button.yes-retire"], session.Words["button.keep"]);
    }

    private static async ValueTask<bool> RetireAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var answer = Vocabulary.Command(text);
        if (answer is not ("yes" or "retire" or "no" or "keep") || RenameGuide.Find(session, waiting.Notes["subject"]) is not { } entry)
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        var name = session.Words.Quoted(RenameGuide.NameOf(entry));
        if (answer is "no" or "keep" || !session.May(RenameGuide.ActOf(entry)))
        {
            session.Say(session.Words.Say("retire.kept", name));
            return true;
        }

        if (entry.Version.ToString(CultureInfo.InvariantCulture) != waiting.Notes["v"])
        {
            session.Say(session.Words.Say("action.changed-meanwhile", name));
            await DefinitionsSubject.ShowAsync(session, entry, cancellation);
            return true;
        }

        session.Write(
            entry switch
            {
                Purpose purpose => purpose with { Retired = true, Version = purpose.Version + 1 },
                Objective objective => objective with { Retired = true, Version = objective.Version + 1 },
                SocialAction action => action with { Retired = true, Version = action.Version + 1 },
                Criterion criterion => criterion with { Retired = true, Version = criterion.Version + 1 },
                Indicator indicator => indicator with { Retired = true, Version = indicator.Version + 1 },
                _ => throw new InvalidOperationException($"{entry.GetType().Name} cannot be retired."),
            },
            "retire");
        session.Say(session.Words.Say("retire.done", name));
        return true;
    }
}
