using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>One line of a list: what it is, and the small line under it.</summary>
public sealed record Listed(Entry Entry, string Name, string? Detail);

/// <summary>
/// The objectives, actions, criteria or indicators of the association, a page at a time; the end is always reached with
/// « suite ». One is chosen, then seen, renamed or retired.
/// </summary>
public static class ListCard
{
    public const int PageSize = 12;

    private const string Everybody = "all";

    public static AdaptiveCard For(Session session, string subject, IReadOnlyList<Listed> all, int page, bool mayChange, bool mayAdd, IReadOnlyList<Origin> origins, Origin? origin)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = all.Skip(page * PageSize).Take(PageSize).ToList();
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? Plain(session.Association.Name) : words.Say("list.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(words.Count($"list.{subject}", all.Count)),
        ];
        foreach (var (line, index) in shown.Select((line, index) => (line, index)))
        {
            body.Add(line.Detail is null ? Bold(Plain(line.Name)) : Group(Bold(Plain(line.Name)), Detail(line.Detail, AdaptiveSpacing.None)));
        }

        List<AdaptiveAction> buttons = [];
        if (shown.Count > 0)
        {
            var choice = Choices("ligne", words["list.which"], shown.Select(line => (line.Entry.Key, Plain(line.Name))));
            (choice.IsRequired, choice.ErrorMessage) = (true, words["slip.no-choice"]);
            choice.Style = AdaptiveChoiceInputStyle.Compact;
            AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [choice] };
            inner.Actions.Add(Send(words["button.see"], $"{subject}.show", mark).First());
            if (mayChange)
            {
                if (origins.Count == 0)
                {
                    inner.Actions.Add(Send(words["button.rename"], $"{subject}.edit", mark));
                }

                inner.Actions.Add(Send(words["button.retire"], $"{subject}.retire", mark));
            }

            buttons.Add(new AdaptiveShowCardAction { Title = words["button.choose"], Card = inner });
        }

        if (mayAdd)
        {
            buttons.Insert(0, Tap(words["button.add." + subject], $"{subject}.add", mark).First());
        }

        if (origins.Count > 0)
        {
            // Six buttons at most: renaming stands on the criterion's own card.
            var whose = Choices("origine", words["list.origin"], origins.Select(one => (one.ToString(), words.Opening(words["origin." + one]))).Prepend((Everybody, words["list.origin.all"])));
            whose.Style = AdaptiveChoiceInputStyle.Compact;
            whose.Value = origin?.ToString() ?? Everybody;
            body.Add(whose);
            buttons.Add(Send(words["button.filter"], $"{subject}.list", mark));
        }

        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], $"{subject}.list", mark, ("page", page + 1), ("origine", origin?.ToString() ?? "")));
        }

        return Card(words, words.Say("list.fallback", words.Count($"list.{subject}", all.Count), words.List([.. shown.Select(line => line.Name)])), body, buttons);
    }
}
