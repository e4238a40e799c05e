using SocialUtility.Bot.Cards;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Conversation;

/// <summary>Somebody has gone: whoever chooses indicators entrusts, in one card, the figures that have no keeper any more.</summary>
public sealed class EntrustSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["entrust.give"] = (session, submission, cancellation) => session.IfMay(Act.ChooseIndicator, () => EntrustAsync(session, submission, cancellation)),
        ["entrust.whom"] = (session, submission, cancellation) => session.IfMay(Act.ChooseIndicator, () => EntrustWhomAsync(session, submission, cancellation)),
    };

    /// <summary>Those who may keep a figure: members of the association, not its partners.</summary>
    internal static IReadOnlyList<Member> Takers(Roster roster, Person gone) =>
        [.. roster.Members.Where(member => member.Person != gone && member.Roles.Any(role => role is not (Role.Partner or Role.Observer)))];

    private static async ValueTask EntrustWhomAsync(Session session, Submission submission, CancellationToken cancellation) => session.Instead(EntrustCard.For(
        session.Words, session.Association, Free(session, submission), Takers(await session.RosterAsync(cancellation), session.Person), submission.Page));

    /// <summary>The figures of the card that still have no keeper go to the chosen person.</summary>
    private static async ValueTask EntrustAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        session.ForOneAlone = true;
        var words = session.Words;
        var free = Free(session, submission);
        if ((await session.RosterAsync(cancellation)).Find(submission["personne"]) is not { } taker || !taker.Roles.Any(role => role is not (Role.Partner or Role.Observer)))
        {
            session.Say(words["not-found"]);
            return;
        }

        if (free.Count == 0)
        {
            session.Say(words["entrust.already"], words["word.indicators"]);
            return;
        }

        session.Write([.. free.Select(indicator => indicator with { Keeper = Keeper.Of(taker), Version = indicator.Version + 1 })], "indicator.entrust", taker.Key);
        var names = words.List([.. free.Select(indicator => indicator.Name)]);
        session.Instead(EntrustCard.Outcome(session, words.Say("entrust.done", taker.Name ?? words["team.no-name"], names)));
        await session.TellAsync(
            taker.Person,
            theirs => theirs.Say("entrust.to-you", session.Member!.Name ?? theirs["team.no-name"], theirs.List([.. free.Select(indicator => indicator.Name)])),
            cancellation,
            "word.indicators");
    }

    private static IReadOnlyList<Indicator> Free(Session session, Submission submission)
    {
        var ids = submission["indicateurs"].Split(',');
        return [.. session.Dossier.Indicators.Where(indicator => indicator is { Keeper: null, Retired: false } && ids.Contains(indicator.Id.ToString()))];
    }
}
