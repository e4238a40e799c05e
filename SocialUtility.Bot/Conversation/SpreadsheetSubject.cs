using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Spreadsheets;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>« tableur »: many readings at once, in a program of one's own.</summary>
public sealed class SpreadsheetSubject(TableAddress addresses) : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["spreadsheet"] = (session, _) => session.IfMay(Act.RecordValue, () => Show(session)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["spreadsheet.show"] = (session, _, _) => session.IfMay(Act.RecordValue, () => Show(session)),
    };

    private ValueTask Show(Session session)
    {
        if (!session.Dossier.Indicators.Any(indicator => indicator.IsInUse))
        {
            session.Say(session.Words["spreadsheet.no-indicator"], session.Words["word.indicators"]);
        }
        else if (!addresses.IsThere)
        {
            session.Say(session.Words["spreadsheet.no-address"], session.Words["word.record"]);
        }
        else
        {
            // The address is this person's alone.
            session.ForOneAlone = true;
            var (address, pass) = addresses.New(session.Association.Id, session.Person, session.Words.Language, session.Now);
            session.WriteUnseen([Change.Put(pass.Key, DomainJson.Write(pass))]);
            session.Show(SpreadsheetCard.For(session, address));
        }

        return ValueTask.CompletedTask;
    }
}
