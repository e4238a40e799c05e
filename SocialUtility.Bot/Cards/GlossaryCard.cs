using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« glossaire »: a word of the field in plain words, what not to take it for, an example (deck rows D23, D44).</summary>
public static class GlossaryCard
{
    private const int PageSize = 9;

    public static AdaptiveCard For(Session session, Notion notion)
    {
        var words = session.Words;
        var name = words[$"glossary.{notion}.name"];
        List<AdaptiveElement> body =
        [
            Context(words["glossary.context"]),
            Heading(words.Opening(name)),
            Text(words[$"glossary.{notion}.means"]),
            Grey(
                Bold(words["glossary.example"]),
                Text(words[$"glossary.{notion}.example"], AdaptiveSpacing.Small)),
            Text(words.Say("glossary.not", words[$"glossary.{notion}.not"])),
        ];
        if (session.Desk.OpenDraft is not null)
        {
            body.Add(Detail(words["glossary.still-open"]));
        }

        return Card(words, words.Say("glossary.fallback", words.Opening(name), words[$"glossary.{notion}.means"]), body, Tap(words["button.all-words"], "glossary.list", CardMark.Of(1)));
    }

    public static AdaptiveCard List(Session session, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var all = Enum.GetValues<Notion>();
        var pages = (all.Length + PageSize - 1) / PageSize;
        page = Math.Clamp(page, 0, pages - 1);
        var shown = all.Skip(page * PageSize).Take(PageSize).ToList();
        var choice = Choices("mot", words["glossary.which"], shown.Select(notion => (notion.ToString(), words.Opening(words[$"glossary.{notion}.name"]))));
        (choice.IsRequired, choice.ErrorMessage) = (true, words["slip.no-choice"]);
        choice.Style = AdaptiveChoiceInputStyle.Compact;
        AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [choice] };
        inner.Actions.Add(Send(words["button.see"], "glossary.show", mark).First());
        List<AdaptiveAction> buttons = [new AdaptiveShowCardAction { Title = words["button.choose"], Card = inner }];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "glossary.list", mark, ("page", page + 1)));
        }

        return Card(
            words,
            words.Say("glossary.list.fallback", words.List([.. all.Select(notion => words[$"glossary.{notion}.name"])])),
            [
                Context(words.Say("list.page", words["glossary.context"], page + 1, pages)),
                Heading(words["glossary.heading"]),
                .. shown.Select(notion => Group(
                    Bold(words.Opening(words[$"glossary.{notion}.name"])),
                    Detail(words[$"glossary.{notion}.means"], AdaptiveSpacing.None))),
            ],
            buttons);
    }

    /// <summary>What was perhaps meant.</summary>
    public static AdaptiveCard Near(Session session, IReadOnlyList<Notion> near)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        return Card(
            words,
            words["glossary.unknown"],
            [Context(words["glossary.context"]), Heading(words["glossary.near"]), Text(words["glossary.unknown"])],
            [
                .. near.Select(notion => Tap(words.Opening(words[$"glossary.{notion}.name"]), "glossary.show", mark, ("mot", notion))),
                Tap(words["button.all-words"], "glossary.list", mark),
            ]);
    }
}
