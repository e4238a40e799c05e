using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Indicators;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>The sheets to print: all of them, a page at a time, and one with how its figure comes back.</summary>
public static class PaperCard
{
    private const int PageSize = 10;

    public static AdaptiveCard List(Session session, IReadOnlyList<Indicator> all, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = all.Skip(page * PageSize).Take(PageSize).ToList();
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? Plain(session.Association.Name) : words.Say("list.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(words["paper.heading"]),
            Text(words["paper.how"]),
        ];
        body.AddRange(shown.Select(indicator => Group(Bold(Plain(indicator.Name)), Detail(words["paper.tool." + PaperSheet.For(indicator).Tool], AdaptiveSpacing.None))));
        var choice = Choices("indicator", words["list.which"], shown.Select(indicator => (indicator.Id.ToString(), Plain(indicator.Name))));
        (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
        body.Add(choice);
        List<AdaptiveAction> buttons = [Send(words["button.see-paper"], "paper.show", mark).First()];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "paper.list", mark, ("page", page + 1)));
        }

        buttons.Add(Tap(words["button.voice-sheet"], "sheet.show", mark));
        return Card(words, words.Say("paper.list.fallback", words.List([.. shown.Select(indicator => indicator.Name)])), body, buttons);
    }

    public static AdaptiveCard For(Session session, Indicator indicator, PaperTool tool, string page)
    {
        var words = session.Words;
        var mark = CardMark.Of(indicator.Version);
        return Card(
            words,
            words.Say("paper.fallback", words["paper.tool." + tool], indicator.Name, page),
            [
                Context(Plain(indicator.Name)),
                Heading(words["paper.tool." + tool]),
                Text(words["paper.tool.how." + tool]),
                Detail(words[indicator.IsFigure ? "paper.back.figure" : "paper.back.words"]),
            ],
            new AdaptiveOpenUrlAction { Title = words["button.open-sheet"], UrlString = page }.First(),
            Tap(words["button.record-one"], "value.open", mark, ("indicator", indicator.Id)),
            Tap(words["button.all-papers"], "paper.list", mark));
    }
}
