using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>« résumé »: the week, for who coordinates; asked for in a channel, for all who are there.</summary>
public sealed class SummarySubject(ITable table) : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["summary"] = (session, cancellation) =>
        {
            // « Resume » is also the English for going on, where there is something to go on with.
            if (session.Words.Language == Language.English && !session.Text.Contains('é', StringComparison.OrdinalIgnoreCase) && session.Text.AsWord() == "resume"
                && session.Desk.Drafts.Values.MaxBy(draft => draft.Touched) is { } draft)
            {
                session.Begin(draft.Guide);
                return ValueTask.CompletedTask;
            }

            return ShowAsync(session, cancellation);
        },
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["summary.show"] = (session, _, cancellation) => ShowAsync(session, cancellation),
    };

    private ValueTask ShowAsync(Session session, CancellationToken cancellation) => session.IfMay(Act.ReadSummary, async () =>
        session.Show(SummaryCard.For(await SummaryView.ReadAsync(table, session.Dossier, session.Words, session.Now, session.Heard.Room is not null, cancellation))));
}
