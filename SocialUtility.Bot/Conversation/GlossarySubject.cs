using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Wording;

namespace SocialUtility.Bot.Conversation;

/// <summary>« glossaire », « glossaire critère », « c'est quoi un critère ? »: for anybody, anywhere, and without closing the open question.</summary>
public sealed class GlossarySubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["glossary"] = (session, _) =>
        {
            session.Show(GlossaryCard.List(session, 0));
            return ValueTask.CompletedTask;
        },
    };

    public IReadOnlyDictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>> Openings => new Dictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>>
    {
        ["glossary"] = (session, rest, _) => ValueTask.FromResult(Explain(session, rest)),
        ["meaning"] = (session, rest, _) => ValueTask.FromResult((Glossary.Find(rest) is not null || session.Desk is { Open: null, Waiting: null }) && Explain(session, rest)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["glossary.list"] = (session, submission, _) =>
        {
            session.Show(GlossaryCard.List(session, submission.Page));
            return ValueTask.CompletedTask;
        },
        ["glossary.show"] = (session, submission, _) =>
        {
            Show(session, submission["mot"]);
            return ValueTask.CompletedTask;
        },
    };

    private static bool Explain(Session session, string rest)
    {
        if (Glossary.Find(rest) is { } notion)
        {
            session.Show(GlossaryCard.For(session, notion));
        }
        else if (Glossary.Near(rest) is { Count: > 0 } near)
        {
            session.Show(GlossaryCard.Near(session, near));
        }
        else
        {
            session.Say(session.Words["glossary.unknown"]);
            session.Show(GlossaryCard.List(session, 0));
        }

        return true;
    }

    private static void Show(Session session, string name)
    {
        if (Enum.GetNames<Notion>().Contains(name))
        {
            session.Show(GlossaryCard.For(session, Enum.Parse<Notion>(name)));
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    }
}
