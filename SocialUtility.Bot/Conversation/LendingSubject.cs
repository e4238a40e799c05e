using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « prêter nos critères », « reprendre le code … »: criteria and indicators go from one association of a network to another by a
/// code, as definitions and never as values, by the coordination alone (deck rows D41, D49).
/// </summary>
public sealed class LendingSubject(ITable table) : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["lend"] = (session, _) => session.IfMay(Act.LendDefinitions, () => Show(session)),
    };

    public IReadOnlyDictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>> Openings => new Dictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>>
    {
        ["borrow"] = OpenAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["lending.begin"] = (session, submission, cancellation) => session.IfMay(Act.LendDefinitions, () => LendAsync(session, submission["nonce"], cancellation)),
        ["lending.end"] = (session, _, cancellation) => session.IfMay(Act.LendDefinitions, () => EndAsync(session, cancellation)),
        ["lent.show"] = (session, submission, cancellation) => session.IfMay(Act.WriteCriterion, () => ReadAsync(session, submission["code"], submission.Page, cancellation)),
        ["lent.take"] = (session, submission, cancellation) => session.IfMay(Act.WriteCriterion, () => TakeAsync(session, submission, cancellation)),
    };

    private static ValueTask Show(Session session)
    {
        session.ForOneAlone = true;
        session.Show(LendingCard.For(session, Lent.Of(session.Dossier, session.Now)));
        return ValueTask.CompletedTask;
    }

    /// <summary>The present definitions, under the code that there is, or a new one.</summary>
    private async ValueTask LendAsync(Session session, string nonce, CancellationToken cancellation)
    {
        session.ForOneAlone = true;
        var lent = Lent.Of(session.Dossier, session.Now);
        if (lent.Criteria.Count == 0)
        {
            session.Say(session.Words["lending.nothing"]);
            return;
        }

        var before = session.Dossier.Lending;
        var code = before?.Code ?? Lent.CodeOf(session.Association.Id, session.Person, nonce);
        // First what nobody finds without the code.
        await table.WriteAsync(Lent.Partition(code), [Change.Put(Lent.RowKey, DomainJson.Write(lent))], cancellation);
        session.Write(new Lending { Code = code, On = session.Today, Version = (before?.Version ?? 0) + 1 }, "definitions.lend");
        session.Instead(LendingCard.For(session, lent));
    }

    private async ValueTask EndAsync(Session session, CancellationToken cancellation)
    {
        session.ForOneAlone = true;
        if (session.Dossier.Lending is { Code: { } code } before)
        {
            await table.WriteAsync(Lent.Partition(code), [Change.Delete(Lent.RowKey)], cancellation);
            session.Write(before with { Code = null, Version = before.Version + 1 }, "definitions.take-back");
        }

        session.Instead(LendingCard.For(session, Lent.Of(session.Dossier, session.Now)));
        session.Say(session.Words["lending.ended"]);
    }

    private async ValueTask<bool> OpenAsync(Session session, string said, CancellationToken cancellation)
    {
        await session.IfMay(Act.WriteCriterion, () => ReadAsync(session, said, 0, cancellation));
        return true;
    }

    private async ValueTask ReadAsync(Session session, string typed, int page, CancellationToken cancellation)
    {
        session.ForOneAlone = true;
        if (await FindAsync(typed, cancellation) is not var (code, lent))
        {
            // Whether it was never given, or was taken back, nobody learns.
            session.Say(session.Words["lent.none"]);
            return;
        }

        session.Show(LentCard.For(session, code, lent, page));
    }

    private async ValueTask TakeAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        session.ForOneAlone = true;
        if (await FindAsync(submission["code"], cancellation) is not var (_, lent))
        {
            session.Say(session.Words["lent.none"]);
            return;
        }

        var entries = lent.For(session.Dossier, submission.Choices("criteres"), session.Person, session.Now);
        if (submission.Choices("criteres").Count == 0)
        {
            session.Say(session.Words["slip.no-choice"]);
            return;
        }

        if (entries.Count > Reuse.MostAtOnce)
        {
            session.Say(session.Words["lent.too-many"]);
            return;
        }

        if (entries.Count > 0)
        {
            session.Write(entries, "definitions.borrow", Dossier.Prefix);
        }

        session.Instead(LentCard.Outcome(session, lent, entries));
    }

    private async ValueTask<(string Code, Lent Lent)?> FindAsync(string typed, CancellationToken cancellation) =>
        Lent.Read(typed) is { } code && await table.FindAsync(Lent.Partition(code), Lent.RowKey, cancellation) is { } row
            ? (code, DomainJson.Read(row, DomainJson.Default.Lent))
            : null;
}
