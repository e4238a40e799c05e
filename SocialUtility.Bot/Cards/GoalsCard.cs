using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Profiles;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>The goals that the criteria contribute to, each with the criteria it follows from.</summary>
public static class GoalsCard
{
    private const int PageSize = 6;

    /// <summary>So many reasons stand under one goal; the criteria themselves show the rest.</summary>
    private const int MostReasons = 6;

    public static AdaptiveCard For(Session session, IReadOnlyList<Contribution> all, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? words.Say("goals.context", Plain(session.Association.Name)) : words.Say("goals.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(words[all.Count == 0 ? "goals.none" : "goals.heading"]),
            Detail(words["goals.why"]),
        ];
        foreach (var contribution in all.Skip(page * PageSize).Take(PageSize))
        {
            List<string> reasons = [.. contribution.Because.Take(MostReasons).Select(reason => words.Say("goals.because", Voice(words, reason.Criterion.Name), words.Quoted(words.Set(reason.By.Name(words.Language)))))];
            if (contribution.Because.Count > MostReasons)
            {
                reasons.Add(words.Say(contribution.Because.Count - MostReasons == 1 ? "goals.more.1" : "goals.more", contribution.Because.Count - MostReasons));
            }

            body.Add(Grey(Bold(Named(words, contribution.Goal)), Text(Bullets(reasons), AdaptiveSpacing.Small)));
        }

        List<AdaptiveAction> buttons = [];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "goals.show", mark, ("page", page + 1)));
        }

        buttons.Add(Tap(words["button.criteria"], "criterion.list", mark));
        return Card(words, all.Count == 0 ? words["goals.none"] : Sentence(words, all), body, buttons);
    }

    /// <summary>« Contribue à : ODD 3 (Bonne santé et bien-être)… »: what is claimed, and no more.</summary>
    public static string Sentence(Words words, IReadOnlyList<Contribution> all) =>
        words.Say("goals.sentence", words.List([.. all.Select(contribution => words.Say("goals.short", contribution.Goal, words.Set(SustainableGoals.Name(contribution.Goal))))]));

    private static string Named(Words words, int goal) => words.Say("goals.named", goal, words.Set(SustainableGoals.Name(goal)));
}
