using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What the association opened to its partners: what each indicator measures and how, no value, and one's own answer.</summary>
public static class OfferedCard
{
    private const int PageSize = 8;

    public static AdaptiveCard For(Session session, IReadOnlyList<Indicator> offered, IReadOnlyDictionary<Id<Indicator>, Recognition> mine, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var pages = (offered.Count + PageSize - 1) / PageSize;
        page = Math.Clamp(page, 0, pages - 1);
        var shown = offered.Skip(page * PageSize).Take(PageSize).ToList();
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? Plain(session.Association.Name) : words.Say("list.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(words["recognition.heading"]),
            Detail(words["recognition.no-value"]),
        ];
        foreach (var indicator in shown)
        {
            var answer = mine.GetValueOrDefault(indicator.Id);
            body.Add(Group(
                Bold(Plain(indicator.Name)),
                Text(RecognitionGuide.Definition(session, indicator), AdaptiveSpacing.None),
                Detail(answer is null
                    ? words["recognition.not-yet"]
                    : words.Say("recognition.mine", words["recognised." + answer.Answer], words.Day(session.Association.Today(answer.At))), AdaptiveSpacing.None)));
        }

        var choice = Choices("indicateur", words["list.which"], shown.Select(indicator => (indicator.Id.ToString(), Plain(indicator.Name))));
        (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
        body.Add(choice);
        List<AdaptiveAction> buttons = [Send(words["button.answer"], "recognition.answer", mark).First()];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "recognition.list", mark, ("page", page + 1)));
        }

        return Card(words, words.Say("recognition.fallback", words.List([.. shown.Select(indicator => indicator.Name)])), body, buttons);
    }
}
