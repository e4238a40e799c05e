using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Meetings;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>One paragraph a criterion to copy into the minutes: the group's words, and what it decides.</summary>
public static class MinutesCard
{
    public static AdaptiveCard For(Session session, MeetingBook book, int year, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var told = words.Year(year, session.Association.YearStartsIn);
        List<string> paragraphs =
        [
            .. book.Conclusions.Where(one => one.Year == year && one.IsDrawn)
                .Select(one => (Conclusion: one, Criterion: session.Dossier.Find(one.Criterion)))
                .Where(one => one.Criterion is not null)
                .OrderBy(one => one.Criterion!.Number)
                .Select(one => Paragraph(session, one.Criterion!, one.Conclusion, book)),
        ];
        var (shown, at, pages) = PageCut.Of(paragraphs, paragraph => paragraph, page, whole: true);
        List<AdaptiveAction> buttons = [Tap(words["button.all-criteria"], "meeting.show", mark, ("annee", year)), Tap(words["button.decisions"], "decisions.show", mark)];
        if (at + 1 < pages)
        {
            buttons.Insert(0, Tap(words["button.more"], "meeting.minutes", mark, ("annee", year), ("page", at + 1)).First());
        }

        return Card(
            words,
            words.Say("minutes.fallback", told),
            [
                Context(VoiceParts.Where(session, at, pages)),
                Heading(words.Say("minutes.heading", told)),
                Detail(words["minutes.copy"], AdaptiveSpacing.None),
                .. shown.Select(paragraph => Text(Plain(paragraph), AdaptiveSpacing.Medium)),
            ],
            buttons);
    }

    /// <summary>« Sur « On n'est plus seul », nous pouvons dire que : « … » Notre appréciation : en partie. … »</summary>
    private static string Paragraph(Session session, Criterion criterion, Conclusion conclusion, MeetingBook book)
    {
        var words = session.Words;
        List<string> sentences = [words.Say("minutes.conclusion", words.Quoted(criterion.Name), words.Quoted(conclusion.Text!))];
        if (conclusion.Appreciation is { } seen)
        {
            sentences.Add(words.Say("minutes.appreciation", words["appreciation." + seen]));
        }

        if (conclusion.Cause is { } cause)
        {
            sentences.Add(words["minutes.cause." + cause]);
        }

        if (conclusion.StillUnknown is { } unknown)
        {
            sentences.Add(words.Say("minutes.unknown", words.Quoted(unknown)));
        }

        foreach (var decided in book.ComingBack(conclusion.Year, criterion.Id))
        {
            if (book.HeardIn(conclusion.Year, decided) is { } heard)
            {
                sentences.Add(words.Say("minutes.follow", words.Quoted(decided.Decision!.What!), DecisionsCard.Told(session, decided, heard)));
            }
        }

        sentences.Add(conclusion.Decision switch
        {
            { What: { } what, Owner: { } owner, Due: { } due } decided => words.Say("minutes.decision", words["course." + decided.Course], what.TrimEnd('.'), MeetingQuestions.Named(session, owner), words.Day(due)),
            { IsWhole: true } => words.Opening(words["course." + Course.Nothing]) + ".",
            _ => words["minutes.undecided"],
        });
        return string.Join(' ', sentences);
    }
}
