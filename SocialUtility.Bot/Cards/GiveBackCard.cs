using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Voices;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// For the coordination: what each group that was heard gets back, to be read aloud or pinned up where people spoke on paper or
/// through somebody else. Everybody who is in the conversation is told by the bot.
/// </summary>
public static class GiveBackCard
{
    private const int PageSize = 6;
    private const int Glimpse = 160;

    public static AdaptiveCard For(Session session, SharedDefinition definition, VoiceBook book, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(definition.Number);
        var groups = definition.Hearing.Heard;
        var pages = Math.Max(1, (groups.Count + definition.Hearing.AlsoHeard.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var context = words.Say("definition.adopted", words.Day(definition.AdoptedOn));
        List<AdaptiveElement> lines =
        [
            .. groups.Select(kind => Of(session, definition, [.. book.Standing.Where(voice => voice.Kind == kind)], words.Opening(words["voice.kind." + kind]))),
            .. definition.Hearing.AlsoHeard.Select(name => Of(session, definition, [], Plain(words.Opening(name)))),
        ];
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? context : words.Say("list.page", context, page + 1, pages)),
            Heading(words["give-back.heading"]),
            Detail(words["give-back.how"]),
            .. lines.Skip(page * PageSize).Take(PageSize),
        ];
        List<AdaptiveAction> buttons = [];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "give-back.show", mark, ("page", page + 1)).First());
        }

        buttons.Add(Tap(words["button.sheet-definition"], "definition.show", mark, ("numero", definition.Number)));
        return Card(words, words["give-back.heading"], body, buttons);
    }

    private static AdaptiveContainer Of(Session session, SharedDefinition definition, IReadOnlyList<Voice> voices, string name)
    {
        var words = session.Words;
        List<AdaptiveElement> items = [Bold(voices.Count > 0 ? words.Say("give-back.group", name, voices.Count) : name)];
        var into = voices.SelectMany(voice => GivenBack.IntoWhich(voice, session.Dossier, definition.Criteria)).DistinctBy(criterion => criterion.Id).ToList();
        if (GivenBack.Of(voices, session.Dossier, definition.Criteria)?.Words is { } one)
        {
            items.Add(Text(Voice(words, PageCut.Glimpse(one.Text, Glimpse)), AdaptiveSpacing.None));
        }

        items.Add(Detail(
            into.Count > 0 ? words.Say("give-back.kept", words.List([.. into.Take(5).Select(criterion => Voice(words, criterion.Name))]))
            : voices.Count > 0 ? words["give-back.without"]
            : words["give-back.heard"],
            AdaptiveSpacing.None));
        return Group(items);
    }
}
