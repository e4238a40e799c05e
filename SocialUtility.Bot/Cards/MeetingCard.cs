using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Steps;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« Comprendre 2026 »: the criteria of the meeting, how far the group is with each, and the way on.</summary>
public static class MeetingCard
{
    public static AdaptiveCard For(Session session, Meeting meeting, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var year = words.Year(meeting.Year, session.Association.YearStartsIn);
        var (shown, at, pages) = PageCut.Of(meeting.Items, item => item.Criterion.Name + item.Conclusion?.Text, page);
        var done = meeting.Items.Count(item => item.Reached == Reached.Done);
        List<AdaptiveElement> body =
        [
            Context(VoiceParts.Where(session, at, pages)),
            Heading(words.Say("meeting.heading", year)),
            Text(meeting.IsDone ? words["meeting.done"] : done == 0 ? words["meeting.how"] : words.Count("meeting.reached", done, words.Spelled(meeting.Items.Count))),
            .. shown.Select(item => Line(words, item)),
        ];
        var toDecide = meeting.ToDecide.Count();
        if (toDecide > 0)
        {
            body.Add(Detail(words.Count("meeting.to-decide", toDecide), AdaptiveSpacing.Medium));
        }

        List<AdaptiveAction> buttons = [];
        if (meeting.Next is { } next)
        {
            buttons.Add(Tap(words[done == 0 && next.Reached == Reached.Open ? "button.begin" : "button.continue"], "meeting.open", mark, ("sujet", new Topic(meeting.Year, next.Criterion.Id))).First());
        }

        if (meeting.Items.Count > 1)
        {
            buttons.Add(Choosing(words, shown, meeting.Year, mark));
        }

        if (at + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "meeting.show", mark, ("annee", meeting.Year), ("page", at + 1)));
        }

        if (done > 0)
        {
            buttons.Add(Tap(words["button.minutes"], "meeting.minutes", mark, ("annee", meeting.Year)));
        }

        var other = meeting.Year == session.Year ? meeting.Year - 1 : session.Year;
        buttons.Add(Tap(words.Say("button.year", words.Year(other, session.Association.YearStartsIn)), "meeting.show", mark, ("annee", other)).Rare());
        return Card(words, words.Say("meeting.fallback", year, words.List([.. meeting.Items.Select(item => words.Quoted(item.Criterion.Name))])), body, buttons);
    }

    private static AdaptiveContainer Line(Wording.Words words, AgendaItem item)
    {
        var said = item switch
        {
            { Conclusion: { IsDrawn: true, Text: { } text } conclusion } => Voice(words, PageCut.Glimpse(text, 200)) + (conclusion.Appreciation is { } seen ? $" · {words["appreciation." + seen]}" : ""),
            _ => words.Opening(words["progress.reached." + item.Reached]),
        };
        List<AdaptiveElement> lines = [Bold(Plain(item.Criterion.Name)), Text(said, AdaptiveSpacing.None)];
        if (item.ComingBack.Count > 0 && item.Reached != Reached.Done)
        {
            lines.Add(Detail(words.Count("meeting.coming-back", item.ComingBack.Count), AdaptiveSpacing.None));
        }

        if (item.IsToDecide)
        {
            lines.Add(Detail(words.Opening(words["meeting.is-to-decide"]), AdaptiveSpacing.None));
        }

        return Group(lines);
    }

    private static AdaptiveShowCardAction Choosing(Wording.Words words, IReadOnlyList<AgendaItem> shown, int year, CardMark mark)
    {
        var choice = Choices("sujet", words["meeting.which"], shown.Select(item => (new Topic(year, item.Criterion.Id).ToString(), Plain(item.Criterion.Name))));
        (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
        AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [choice] };
        inner.Actions.Add(Send(words["button.look"], "meeting.open", mark).First());
        inner.Actions.Add(Send(words["button.conclusion"], "meeting.conclusion", mark));
        return new() { Title = words["button.choose"], Card = inner };
    }
}
