using SocialUtility.Bot.Cards;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Conversation;

/// <summary>« qui a écrit quoi »: the author and the adopter of each objective, action and criterion, and of each definition (deck row D31).</summary>
public sealed class TrailSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["who-wrote"] = (session, cancellation) => session.AsMember(() => ShowAsync(session, "", 0, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["trail.show"] = (session, submission, cancellation) => session.AsMember(() => ShowAsync(session, submission["ligne"], submission.Page, cancellation)),
    };

    /// <param name="session">The turn.</param>
    /// <param name="key">The row that is asked about; empty for all of them.</param>
    /// <param name="page">The first is 0.</param>
    /// <param name="cancellation">Of the turn.</param>
    private static async ValueTask ShowAsync(Session session, string key, int page, CancellationToken cancellation)
    {
        var roster = await session.RosterAsync(cancellation);
        var trail = Authorship.Of(session.Dossier, roster.Members);
        var adopted = await session.Deliberation.DefinitionsAsync(cancellation);
        if (key.Length > 0 && trail.FirstOrDefault(trace => trace.Entry.Key == key) is not { })
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        session.Show(TrailCard.For(session, key.Length > 0 ? [.. trail.Where(trace => trace.Entry.Key == key)] : trail, adopted, roster, page, all: key.Length == 0));
    }
}
