using SocialUtility.Bot.Cards;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Conversation;

/// <summary>« outils »: the sheet to print with which an indicator is gathered by hand, for each one that is in use.</summary>
public sealed class PaperSubject(PaperAddress address) : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["paper"] = (session, _) => List(session, 0),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["paper.list"] = (session, submission, _) => List(session, submission.Page),
        ["paper.show"] = (session, submission, _) => Show(session, submission),
    };

    private ValueTask List(Session session, int page)
    {
        if (!MayGather(session))
        {
            return ValueTask.CompletedTask;
        }

        var indicators = session.Dossier.Indicators.Where(indicator => indicator.IsInUse).ToList();
        if (indicators.Count == 0)
        {
            session.Say(session.Words["paper.none"], session.Words["word.indicators"], session.Words["word.sheet"]);
        }
        else if (AddressOf(session, indicators[0]) is null)
        {
            session.Say(session.Words["paper.no-address"]);
        }
        else
        {
            session.Show(PaperCard.List(session, indicators, page));
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask Show(Session session, Submission submission)
    {
        if (!MayGather(session))
        {
            return ValueTask.CompletedTask;
        }

        if (submission.Id<Indicator>("indicator") is not { } id || session.Dossier.Find(id) is not { Retired: false } indicator)
        {
            session.Say(session.Words["not-found"]);
        }
        else if (AddressOf(session, indicator) is not { } page)
        {
            session.Say(session.Words["paper.no-address"]);
        }
        else
        {
            session.Show(PaperCard.For(session, indicator, PaperSheet.For(indicator).Tool, page));
        }

        return ValueTask.CompletedTask;
    }

    private string? AddressOf(Session session, Indicator indicator) => address.Of(session.Association.Id, indicator.Id, session.Words.Language);

    private static bool MayGather(Session session)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
            return false;
        }

        if (!session.May(Act.RecordValue))
        {
            session.Refuse(Act.RecordValue);
            return false;
        }

        return true;
    }
}
