using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What people said, a page at a time, to tick what goes together; who said it is a kind of person and never a name.</summary>
public static class GroupingCard
{
    private const int PageSize = 10;
    private const int Longest = 220;

    /// <summary>A kind of fewer voices would give the person.</summary>
    private const int FewestNamed = 5;

    /// <summary>The sentences of that page; the last one where there is no such page.</summary>
    public static IReadOnlyList<Voice> Page(IReadOnlyList<Voice> voices, int page) =>
        [.. voices.Skip(Math.Clamp(page, 0, Pages(voices) - 1) * PageSize).Take(PageSize)];

    public static AdaptiveCard For(Session session, IReadOnlyList<Voice> voices, int page, IReadOnlyList<string> ticked)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var pages = Pages(voices);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = Page(voices, page);
        var elsewhere = ticked.Where(id => shown.All(voice => voice.Id.ToString() != id)).ToList();
        var open = session.Heard.Place == Place.Personal && session.May(Act.OpenConsultation);
        var named = voices.GroupBy(voice => voice.Kind).Where(group => open || group.Count() >= FewestNamed).Select(group => group.Key).ToHashSet();
        var choices = Choices("phrases", words["grouping.label"], shown.Select((voice, index) => (voice.Id.ToString(), Line(words, voice, index, named.Contains(voice.Kind)))));
        choices.IsMultiSelect = true;
        choices.Value = string.Join(',', shown.Select(voice => voice.Id.ToString()).Where(ticked.Contains));
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? words.Count("grouping.context", voices.Count) : words.Say("grouping.context.page", words.Count("grouping.context", voices.Count), page + 1, pages)),
            Heading(words["grouping.heading"]),
            Detail(words["grouping.how"]),
            choices,
        ];
        if (elsewhere.Count > 0)
        {
            body.Add(Detail(words.Count("grouping.ticked", elsewhere.Count)));
        }

        (string, object) coches = ("coches", string.Join(',', elsewhere));
        List<AdaptiveAction> buttons = [Send(words["button.together"], "grouping.take", mark, coches).First()];
        if (page + 1 < pages)
        {
            buttons.Add(Send(words["button.more"], "grouping.more", mark, coches, ("page", page + 1)));
        }

        buttons.Add(Tap(words["button.proposals"], "proposal.list", mark));
        return Card(words, words.Say("grouping.fallback", string.Join("  ", shown.Select((voice, index) => $"{index + 1}. {Cut(voice.Text)}"))), body, buttons);
    }

    private static string Line(Wording.Words words, Voice voice, int index, bool named)
    {
        var said = $"{index + 1}{words["colon"]}{Voice(words, Cut(voice.Text))}";
        return named ? words.Say("grouping.said-by", said, words["voice.kind." + voice.Kind]) : said;
    }

    private static string Cut(string text) => text.Length <= Longest ? text.ReplaceLineEndings(" ") : text[..(Longest - 1)].ReplaceLineEndings(" ").TrimEnd() + "…";

    private static int Pages(IReadOnlyList<Voice> voices) => Math.Max(1, (voices.Count + PageSize - 1) / PageSize);
}
