using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What another association lends: its wordings beside each other, to take over with an acknowledgement; none is ticked beforehand.</summary>
public static class LentCard
{
    private const int PageSize = 6;

    public static AdaptiveCard For(Session session, string code, Lent lent, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var pages = Math.Max(1, (lent.Criteria.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = lent.Criteria.Skip(page * PageSize).Take(PageSize).ToList();
        var from = words.Say("lent.context", Plain(lent.From), words.Day(lent.On));
        List<AdaptiveElement> body = [Context(pages == 1 ? from : words.Say("list.page", from, page + 1, pages)), Heading(words.Count("lent.heading", lent.Criteria.Count)), Detail(words["lent.what"])];
        foreach (var criterion in shown)
        {
            var indicators = lent.Indicators.Where(indicator => indicator.Criterion == criterion.Id).Select(indicator => Plain(indicator.Name)).Take(5).ToList();
            List<AdaptiveElement> lines = [Bold(Voice(words, criterion.Name))];
            if (criterion.Definition is { } definition)
            {
                lines.Add(Text(Plain(definition), AdaptiveSpacing.None));
            }

            lines.Add(Detail(indicators.Count > 0 ? words.Say("lent.indicators", words.List(indicators)) : words["criterion.no-indicator"], AdaptiveSpacing.None));
            body.Add(Group(lines));
        }

        List<AdaptiveAction> buttons = [];
        // Whoever lends sees what the others see, and has it already.
        if (shown.Count > 0 && session.Dossier.Lending?.Code != code)
        {
            var choice = Choices("criteres", words["lent.which"], shown.Select(criterion => (criterion.Id.ToString(), Plain(criterion.Name))));
            (choice.IsMultiSelect, choice.IsRequired, choice.ErrorMessage) = (true, true, words["slip.no-choice"]);
            body.Add(choice);
            buttons.Add(Send(words["button.borrow"], "lent.take", mark, ("code", code)).First());
        }

        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "lent.show", mark, ("code", code), ("page", page + 1)));
        }

        return Card(words, from, body, buttons);
    }

    /// <summary>In the place of the choice: what came along, and from whom.</summary>
    public static AdaptiveCard Outcome(Session session, Lent lent, IReadOnlyList<Entry> taken)
    {
        var words = session.Words;
        var said = taken.Count == 0
            ? words["reuse.nothing-new"]
            : words.Say("lent.taken", words.Count("lending.criteria", taken.OfType<Criterion>().Count()), words.Count("lending.indicators", taken.OfType<Indicator>().Count()).ToLower(words.Culture));
        return Card(
            words,
            said,
            [Context(words.Say("lent.context", Plain(lent.From), words.Day(lent.On))), Heading(said), Text(words.Say("lent.yours", Plain(lent.From))), Detail(words["reuse.no-value"])],
            Tap(words["button.criteria"], "criterion.list", CardMark.Of(1)).First());
    }
}
