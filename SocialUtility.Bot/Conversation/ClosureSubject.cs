using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « clore la période », « rouvrir »: the figures of a time that a report was made of stay as they were told; opening them
/// again needs a reason and is announced to those concerned.
/// </summary>
public sealed class ClosureSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["close-period"] = ListAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["closure.list"] = (session, _, cancellation) => ListAsync(session, cancellation),
        ["closure.close"] = (session, submission, _) => session.IfMay(Act.ClosePeriod, () =>
        {
            Close(session, submission);
            return ValueTask.CompletedTask;
        }),
        ["closure.reopen"] = (session, submission, cancellation) => session.IfMay(Act.ClosePeriod, () => ReopenAsync(session, submission, cancellation)),
    };

    private static ValueTask ListAsync(Session session, CancellationToken cancellation) => session.AsMember(() => session.Show(ClosureCard.For(session, Closable(session))));

    /// <summary>The years and quarters that are over and not closed, of the last three years, the latest first.</summary>
    private static IReadOnlyList<Period> Closable(Session session)
    {
        var startsIn = session.Association.YearStartsIn;
        return
        [
            .. from year in Enumerable.Range(session.Year - 2, 3).Reverse()
               from frequency in (Frequency[])[Frequency.Yearly, Frequency.Quarterly]
               from period in Period.OfYear(year, frequency, startsIn).Reverse()
               where period.End < session.Today && !session.Dossier.Closures.Any(closure => closure.Closes(period))
               select period,
        ];
    }

    private static void Close(Session session, Submission submission)
    {
        if (!Period.TryParse(submission[ClosureCard.Open], out var period) || !Closable(session).Contains(period))
        {
            session.Instead(ClosureCard.For(session, Closable(session)));
            return;
        }

        session.Write(Closure.Of(period, session.Dossier.Closures.FirstOrDefault(closure => closure.Period == period), session.Person, session.Now), "period.close");
        session.Instead(ClosureCard.For(session, Closable(session), session.Words.Say("closure.closed", session.Words.ThePeriod(period))));
    }

    private static async ValueTask ReopenAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var words = session.Words;
        if (!Period.TryParse(submission[ClosureCard.Closed], out var period) || session.Dossier.Closures.FirstOrDefault(closure => closure.Period == period) is not { IsClosed: true } closure)
        {
            session.Instead(ClosureCard.For(session, Closable(session)));
            return;
        }

        if (submission[ClosureCard.Because].OnOneLine() is not { } because || because.Length > Texts.ShortText)
        {
            session.Say(submission[ClosureCard.Because].OnOneLine() is { } tooLong ? words.Say("slip.too-long", Texts.ShortText, tooLong.Length) : words["closure.why-missing"]);
            return;
        }

        session.Write(closure.OpenedAgain(session.Person, session.Now, because), "period.reopen");
        session.Instead(ClosureCard.For(session, Closable(session), words.Say("closure.reopened", words.ThePeriod(period))));
        var by = session.Member!.Name;
        foreach (var person in await ConcernedAsync(session, cancellation))
        {
            await session.TellAsync(person, theirs => theirs.Say("closure.told", by ?? theirs["role.Coordinator"], theirs.ThePeriod(period), because.TrimEnd('.')), cancellation);
        }
    }

    /// <summary>Who gives the figures and who answers for them: keepers, deputies, coordination, board, treasury.</summary>
    private static async ValueTask<IReadOnlyList<Person>> ConcernedAsync(Session session, CancellationToken cancellation)
    {
        var keepers = session.Dossier.Indicators.Where(indicator => !indicator.Retired).SelectMany(indicator => (Keeper?[])[indicator.Keeper, indicator.Deputy]).Select(keeper => keeper?.Person).ToHashSet();
        return
        [
            .. (await session.RosterAsync(cancellation)).Members
                .Where(member => member.Person != session.Person && (keepers.Contains(member.Person) || member.Roles.Any(role => role is Role.Coordinator or Role.Board or Role.Treasurer or Role.Keeper)))
                .Select(member => member.Person),
        ];
    }
}
