using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Meetings;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// What a meeting says of one criterion: the conclusion in the group's words, how it sees it, where it comes from, what it decides; what
/// was said on the way, without names. What is open is said to be open.
/// </summary>
public static class ConclusionCard
{
    public static AdaptiveCard For(Session session, Topic topic, MeetingBook book, IReadOnlyList<(string Id, string Title)> correctable, bool boardSits, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(book.Find(topic.Year, topic.Criterion)?.Version ?? 1);
        var criterion = session.Dossier.Find(topic.Criterion)!;
        var conclusion = book.Find(topic.Year, topic.Criterion);
        (string, object) about = ("sujet", topic);
        var lines = Lines(session, topic, book, conclusion);
        var (shown, at, pages) = PageCut.Of(lines, line => line.Text, page);
        var context = words.Say("conclusion.context", words.Year(topic.Year, session.Association.YearStartsIn));
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? context : words.Say("list.page", context, at + 1, pages)),
            Heading(Voice(words, criterion.Name)),
        ];
        if (at == 0)
        {
            body.Add(conclusion?.Text is { } text ? Tinted(Context(words["conclusion.can-say"]), Text(Voice(words, text), AdaptiveSpacing.Small)) : Text(words["conclusion.open"]));
            body.Add(Facts(
                (words["conclusion.appreciation"], conclusion?.Appreciation is { } seen ? words.Opening(words["appreciation." + seen]) : words["unknown"]),
                (words["conclusion.cause"], conclusion?.Cause is { } cause ? words.Opening(words["cause." + cause]) : words["unknown"])));
            body.Add(Grey(Bold(words["conclusion.decision"]), Text(Plain(DecisionOf(session, conclusion?.Decision, boardSits)), AdaptiveSpacing.Small)));
        }

        body.AddRange(Written(shown));
        List<AdaptiveAction> buttons = [];
        if (conclusion is { IsDrawn: true })
        {
            buttons.Add(Tap(words["button.minutes"], "meeting.minutes", mark, ("annee", topic.Year)));
        }

        if (at + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "meeting.conclusion", mark, about, ("page", at + 1)));
        }

        buttons.Add(Tap(words["button.evidence"], "meeting.open", mark, about));
        if (correctable.Count > 0)
        {
            buttons.Add(Correcting(words, mark, about, correctable));
        }

        if (conclusion is { Corrections: > 0 })
        {
            buttons.Add(Tap(words["button.earlier-versions"], "meeting.earlier", mark, about).Rare());
        }

        buttons.Add(Tap(words["button.all-criteria"], "meeting.show", mark, ("annee", topic.Year)).Rare());
        return Card(words, words.Say("conclusion.fallback", words.Quoted(criterion.Name), conclusion?.Text is { } said ? PageCut.Glimpse(said, 100) : words["conclusion.open"]), body, buttons);
    }

    /// <summary>What stood before words were corrected, the latest first.</summary>
    public static AdaptiveCard Earlier(Session session, Topic topic, IReadOnlyList<Conclusion> past, int page)
    {
        var words = session.Words;
        var criterion = session.Dossier.Find(topic.Criterion)!;
        List<Conclusion> latest = [.. past.Reverse()];
        var (shown, at, pages) = PageCut.Of(latest, one => one.Text + one.Why + one.StillUnknown + one.Decision?.What, page);
        List<AdaptiveElement> body =
        [
            Context(VoiceParts.Where(session, at, pages)),
            Heading(words.Say("conclusion.earlier", Voice(words, criterion.Name))),
        ];
        foreach (var one in shown)
        {
            body.Add(SecondHeading(words.Say("conclusion.until", words.Day(session.Association.Today(one.At)))));
            List<(string, string)> lines = [];
            if (one.Text is { } text)
            {
                lines.Add((words["conclusion.can-say"], words.Quoted(PageCut.Glimpse(text))));
            }

            if (one.Appreciation is { } seen)
            {
                lines.Add((words["conclusion.appreciation"], words.Opening(words["appreciation." + seen])));
            }

            if (one.Cause is { } cause)
            {
                lines.Add((words["conclusion.cause"], words.Opening(words["cause." + cause])));
            }

            if (one.Why is { } why)
            {
                lines.Add((words["short." + MeetingQuestions.Why], words.Quoted(PageCut.Glimpse(why))));
            }

            if (one.StillUnknown is { } unknown)
            {
                lines.Add((words["short." + MeetingQuestions.StillUnknown], words.Quoted(PageCut.Glimpse(unknown))));
            }

            if (one.Decision is { IsWhole: true } decision)
            {
                lines.Add((words["conclusion.decision"], PageCut.Glimpse(DecisionsCard.Sentence(session, decision))));
            }

            body.AddRange(Written(lines));
        }

        var mark = CardMark.Of(1);
        List<AdaptiveAction> buttons = [Tap(words["button.conclusion"], "meeting.conclusion", mark, ("sujet", topic)).First()];
        if (at + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "meeting.earlier", mark, ("sujet", topic), ("page", at + 1)));
        }

        return Card(words, words.Say("conclusion.earlier", words.Quoted(criterion.Name)), body, buttons);
    }

    private static string DecisionOf(Session session, Decision? decision, bool boardSits) => decision switch
    {
        null => session.Words[boardSits ? "conclusion.decision.awaited" : "conclusion.decision.open"],
        { IsWhole: false } => session.Words.Say("conclusion.decision.half", session.Words["course." + decision.Course]),
        _ => DecisionsCard.Sentence(session, decision),
    };

    private static List<(string Label, string Text)> Lines(Session session, Topic topic, MeetingBook book, Conclusion? conclusion)
    {
        var words = session.Words;
        List<(string, string)> lines = [];
        foreach (var decided in book.ComingBack(topic.Year, topic.Criterion))
        {
            lines.Add((words.Say("evidence.decided", words.Year(decided.Year, session.Association.YearStartsIn)), $"{words.Quoted(decided.Decision!.What!)} {DecisionsCard.Told(session, decided, book.LastOn(decided))}"));
        }

        foreach (var id in MeetingQuestions.All)
        {
            if (MeetingQuestions.IsEachOnes(id))
            {
                lines.AddRange(book.Remarks(topic.Year, topic.Criterion).Where(remark => remark.Question == id).Select(remark => (words["short." + id], words.Quoted(remark.Text))));
            }
            else if (id == MeetingQuestions.Why && conclusion?.Why is { } why)
            {
                lines.Add((words["short." + id], words.Quoted(why)));
            }
            else if (id == MeetingQuestions.StillUnknown && conclusion?.StillUnknown is { } unknown)
            {
                lines.Add((words["short." + id], words.Quoted(unknown)));
            }
        }

        return lines;
    }

    /// <summary>Lines of one label under it once.</summary>
    private static IEnumerable<AdaptiveElement> Written(IReadOnlyList<(string Label, string Text)> lines)
    {
        foreach (var group in lines.GroupBy(line => line.Label))
        {
            yield return Group([Context(group.Key), .. group.Select(line => Text(Plain(PageCut.Glimpse(line.Text)), AdaptiveSpacing.None))]);
        }
    }

    private static AdaptiveShowCardAction Correcting(Wording.Words words, CardMark mark, (string, object) about, IReadOnlyList<(string Id, string Title)> correctable)
    {
        var choice = Choices("phrase", words["meeting.correct.which"], correctable.Take(20));
        (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
        AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [choice] };
        inner.Actions.Add(Send(words["button.change"], "meeting.correct", mark, about).First());
        return new() { Title = words["button.correct"], Card = inner };
    }
}
