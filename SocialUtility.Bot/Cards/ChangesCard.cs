using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Criteria;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« Ce qui a changé depuis »: the words before and after, side by side, a page at a time.</summary>
public static class ChangesCard
{
    private const int PageSize = 10;

    /// <summary>So many earlier versions are a tap away; all are reached from their own card.</summary>
    private const int MostVersions = 3;

    public static AdaptiveCard For(Session session, SharedDefinition before, SharedDefinition? after, IReadOnlyList<Difference> differences, IReadOnlyList<SharedDefinition> adopted, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var pages = Math.Max(1, (differences.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var since = after is null
            ? words.Say("changes.since", before.Number, words.Day(before.AdoptedOn))
            : words.Say("changes.between", before.Number, after.Number);
        var shown = differences.Skip(page * PageSize).Take(PageSize).ToList();
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? since : words.Say("list.page", since, page + 1, pages)),
            Heading(words.Count("changes.heading", differences.Count)),
            .. shown.Select(difference => Line(words, difference)),
        ];
        List<AdaptiveAction> buttons = [];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "definition.compare", mark, ("numero", before.Number), ("avec", after?.Number ?? 0), ("page", page + 1)));
        }

        buttons.Add(Tap(words["button.definition"], "definition.show", mark));
        buttons.AddRange(adopted.Where(one => one.Number != before.Number).Reverse().Take(MostVersions)
            .Select(one => Tap(words.Say("button.since-version", one.Number), "definition.compare", mark, ("numero", one.Number))));
        return Card(words, $"{since}{words["colon"]}{words.Count("changes.heading", differences.Count)}", body, buttons);
    }

    private static AdaptiveContainer Line(Words words, Difference difference) => difference switch
    {
        Difference.Added added => Group(Bold(words["changes.added"]), Text(Voice(words, added.Criterion.Name), AdaptiveSpacing.None)),
        Difference.Removed removed => Group(Bold(words["changes.removed"]), Text(Voice(words, removed.Criterion.Name), AdaptiveSpacing.None)),
        Difference.Renamed renamed => Group(
            Bold(words["changes.renamed"]),
            Text(words.Say("changes.before-after", Voice(words, renamed.Before.Name), Voice(words, renamed.After.Name)), AdaptiveSpacing.None)),
        Difference.Reworded reworded => Group(
            Bold(words.Say("changes.reworded", Voice(words, reworded.After.Name))),
            Text(words.Say("changes.before-after", Said(words, reworded.Before.Definition), Said(words, reworded.After.Definition)), AdaptiveSpacing.None)),
        Difference.HeardSince heard => Group(Bold(words["changes.heard"]), Text(words.Opening(words["voice.kind." + heard.Kind]), AdaptiveSpacing.None)),
        _ => throw new InvalidOperationException(difference.GetType().Name),
    };

    private static string Said(Words words, string? definition) => definition is null ? words["changes.nothing"] : Voice(words, definition);
}
