using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>The purposes of the association with the objectives that pursue each first; most have one, and one is enough.</summary>
public static class PurposesCard
{
    /// <summary>A purpose is a long sentence: so many stand on one card, the others follow with « suite ».</summary>
    private const int PageSize = 6;

    public static AdaptiveCard For(Session session, int page = 0)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var trunks = ProjectTree.Of(session.Dossier).Trunks.Where(trunk => trunk.Purpose is not null).ToList();
        var pages = Math.Max(1, (trunks.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = trunks.Skip(page * PageSize).Take(PageSize).ToList();
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? words.Say("project.context", Plain(session.Association.Name)) : words.Say("tree.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(words.Count("purpose.count", trunks.Count)),
        ];
        foreach (var trunk in shown)
        {
            body.Add(Tinted(
                Context(words.Say("tree.purpose", trunk.Purpose!.Code)),
                Text(Plain(words.Say("tree.so-that", trunk.Purpose.Text.Text)), AdaptiveSpacing.Small),
                Detail(trunk.Branches.Count == 0 ? words["purpose.no-objective"] : words.Say("purpose.objectives", words.List([.. trunk.Branches.Take(20).Select(branch => branch.Objective.Code)])))));
        }

        List<AdaptiveAction> buttons = [];
        if (session.May(Act.RewriteProject))
        {
            buttons.Add(Tap(words["button.add.purpose"], "purpose.add", mark).First());
            if (shown.Count > 0)
            {
                var choice = Choices("ligne", words["purpose.which"], shown.Select(trunk => (trunk.Purpose!.Key, Plain(Short($"{trunk.Purpose.Code} · {trunk.Purpose.Text.Text.OnOneLine()}")))));
                (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
                AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [choice] };
                inner.Actions.Add(Send(words["button.correct"], "purpose.edit", mark).First());
                inner.Actions.Add(Send(words["button.retire"], "purpose.retire", mark));
                buttons.Add(new AdaptiveShowCardAction { Title = words["button.choose"], Card = inner });
            }
        }

        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "purpose.list", mark, ("page", page + 1)));
        }

        buttons.Add(Tap(words["button.tree"], "tree.show", mark));
        return Card(words, words.Say("purpose.fallback", words.Count("purpose.count", trunks.Count), words.List([.. shown.Select(trunk => trunk.Purpose!.Text.Text)])), body, buttons);
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..59].TrimEnd() + "…";
}
