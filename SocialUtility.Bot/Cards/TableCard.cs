using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Meetings;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// One question of a meeting on one card for all: what was noted stands above the field, without names. Where the association has one
/// answer, the card knows which one it showed.
/// </summary>
public static class TableCard
{
    private const int MostNoted = 8;
    private const int Glimpse = 240;

    public static AdaptiveCard For(Session session, Topic topic, MeetingBook book, string id)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var criterion = session.Dossier.Find(topic.Criterion)!;
        var all = MeetingQuestions.Of(book, topic);
        var question = MeetingQuestions.Ask(session, book, topic, id);
        var standing = MeetingQuestions.Standing(session, book, topic, id);
        List<string> noted = MeetingQuestions.IsEachOnes(id)
            ? [.. book.Remarks(topic.Year, topic.Criterion).Where(remark => remark.Question == id).Select(remark => Voice(words, PageCut.Glimpse(remark.Text, Glimpse)))]
            : standing is null ? []
            : [standing.Choices is null ? Voice(words, standing.Text) : Plain(words.Opening(standing.Text) + (standing.Because is { } because ? $" — {words.Say("because", because)}" : ""))];
        List<AdaptiveElement> body =
        [
            Context(words.Say("table.context", words.Year(topic.Year, session.Association.YearStartsIn), all.ToList().IndexOf(id) + 1, all.Count)),
            Heading(Voice(words, criterion.Name)),
            Bold(Plain(question.Ask)),
        ];
        if (question.Hint is { } hint)
        {
            body.Add(Detail(hint));
        }

        if (noted.Count > 0)
        {
            body.Add(Tinted([Context(words["table.noted"]), .. noted.TakeLast(MostNoted).Select(one => Text(one, AdaptiveSpacing.Small))]));
        }

        body.AddRange(QuestionCard.Inputs(session, question, MeetingQuestions.IsFollowUp(id) ? null : standing));
        body.Add(Detail(question.Readers));
        (string, object)[] fields = [("sujet", topic), ("question", id), ("vu", MeetingQuestions.MarkOf(standing))];
        return Card(
            words,
            words.Say("question.fallback", question.Ask),
            body,
            Send(words["button.note"], "meeting.answer", mark, fields).First(),
            Tap(words[all[^1] == id ? "button.conclusion" : "button.next-question"], "meeting.next", mark, fields),
            Tap(words["button.evidence"], "meeting.open", mark, ("sujet", topic)).Rare());
    }
}
