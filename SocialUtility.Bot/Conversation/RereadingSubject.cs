using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « relecture »: where the association wants a second pair of eyes, its coordination or treasury sees what waits; a value is
/// right, or goes back with a note that its author reads at once.
/// </summary>
public sealed class RereadingSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["reread-values"] = (session, cancellation) => session.IfMay(Act.RereadValue, () => ShowAsync(session, 0, null, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["reread.list"] = (session, submission, cancellation) => session.IfMay(Act.RereadValue, () => ShowAsync(session, submission.Page, null, cancellation)),
        ["reread.seen"] = (session, submission, cancellation) => session.IfMay(Act.RereadValue, () => SeenAsync(session, submission, cancellation)),
        ["reread.return"] = (session, submission, cancellation) => session.IfMay(Act.RereadValue, () => ReturnAsync(session, submission, cancellation)),
        ["reread.on"] = (session, _, cancellation) => session.IfMay(Act.AskRereading, () => SetAsync(session, true, cancellation)),
        ["reread.off"] = (session, _, cancellation) => session.IfMay(Act.AskRereading, () => SetAsync(session, false, cancellation)),
    };

    private static async ValueTask SetAsync(Session session, bool on, CancellationToken cancellation)
    {
        if (session.Association.RereadsValues != on)
        {
            session.Write(session.Association with { RereadsValues = on, Version = session.Association.Version + 1 }, on ? "reread.on" : "reread.off");
        }

        await ShowAsync(session, 0, session.Words[on ? "reread.now-on" : "reread.now-off"], cancellation);
    }

    /// <summary>What waits for this person's eyes, of this year and the one before, the oldest first.</summary>
    private static async ValueTask<(LedgerPage Page, IReadOnlyList<RereadingCard.Line> Lines)> WaitingAsync(Session session, CancellationToken cancellation)
    {
        var roster = await session.RosterAsync(cancellation);
        var page = await session.Ledger.PageAsync([.. session.Dossier.Indicators.Select(indicator => indicator.Id)], session.Year - 1, session.Year, cancellation);
        return (page,
        [
            .. from indicator in session.Dossier.Indicators
               from standing in page.Of(indicator.Id)
               where standing.Reread is { IsWaiting: true } && Rereading.IsOpenTo(session.Member!, standing, roster)
               orderby standing.Period, indicator.Number
               select new RereadingCard.Line(indicator, standing, roster.Find(standing.By)?.Name),
        ]);
    }

    private static async ValueTask ShowAsync(Session session, int page, string? done, CancellationToken cancellation) =>
        session.Instead(RereadingCard.For(session, (await WaitingAsync(session, cancellation)).Lines, page, done));

    private static async ValueTask SeenAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var (page, lines) = await WaitingAsync(session, cancellation);
        var chosen = Chosen(submission, lines);
        foreach (var line in chosen)
        {
            Write(session, page, line, new(session.Person, session.Now), "value.seen");
        }

        session.Instead(RereadingCard.For(session, [.. lines.Except(chosen)], 0, chosen.Count == 0 ? session.Words["reread.which"] : session.Words.Count("reread.seen", chosen.Count)));
    }

    private static async ValueTask ReturnAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var words = session.Words;
        var (page, lines) = await WaitingAsync(session, cancellation);
        if (Chosen(submission, lines) is not [var line])
        {
            session.Say(words["reread.one"]);
            return;
        }

        if (submission[RereadingCard.Note].OnOneLine() is not { } note || note.Length > Texts.ShortText)
        {
            session.Say(submission[RereadingCard.Note].OnOneLine() is { } given ? words.Say("slip.too-long", Texts.ShortText, given.Length) : words["reread.note-missing"]);
            return;
        }

        Write(session, page, line, new(session.Person, session.Now, note), "value.return");
        session.Instead(RereadingCard.For(session, [.. lines.Where(other => other != line)], 0, words["reread.returned"]));
        var by = session.Member!.Name;
        await session.TellAsync(
            line.Standing.By,
            theirs => theirs.Say("reread.told", by ?? theirs["role.Coordinator"], theirs.Quoted(line.Indicator.Name), theirs.Period(line.Standing.Period), note),
            cancellation,
            "word.record");
    }

    /// <summary>The marked lines as they were shown: what was corrected meanwhile is another value, and waits anew.</summary>
    private static IReadOnlyList<RereadingCard.Line> Chosen(Submission submission, IReadOnlyList<RereadingCard.Line> lines)
    {
        var marked = submission.Choices(RereadingCard.Values).ToHashSet();
        return [.. lines.Where(line => marked.Contains(line.Name)).Take(RereadingCard.PageSize)];
    }

    private static void Write(Session session, LedgerPage page, RereadingCard.Line line, Rereading reread, string what)
    {
        var kept = page.Find(line.Indicator.Id, line.Standing.Period)!;
        session.Write([Ledger.Reread(kept, reread)], what, line.Standing.Key);
    }
}
