using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Projects;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>Who wrote and who adopted what, and when, a page at a time; the definitions at the end. Names are those of colleagues; who has left is « ancien membre ».</summary>
public static class TrailCard
{
    private const int PageSize = 12;

    public static AdaptiveCard For(Session session, IReadOnlyList<Trace> trail, IReadOnlyList<SharedDefinition> adopted, Roster roster, int page, bool all)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        List<AdaptiveElement> lines =
        [
            .. trail.Select(trace => Group(
                Bold(Plain(words.Say(trace.Retired ? "trail.retired" : "trail.name", trace.Code, trace.Name))),
                Detail(Said(session, trace, adopted, roster), AdaptiveSpacing.None))),
        ];
        if (all)
        {
            lines.AddRange(adopted.Reverse().Select(definition => Group(
                Bold(words.Say("trail.definition", definition.Number)),
                Detail(words.Say("trail.definition.by", words.Day(definition.AdoptedOn), Name(words, roster, definition.By)), AdaptiveSpacing.None))));
        }

        var pages = Math.Max(1, (lines.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? Plain(session.Association.Name) : words.Say("list.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(words["trail.heading"]),
            .. lines.Skip(page * PageSize).Take(PageSize),
        ];
        if (lines.Count == 0)
        {
            body.Add(Text(words["trail.nothing"]));
        }

        List<AdaptiveAction> buttons = [];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "trail.show", mark, ("page", page + 1)).First());
        }

        if (!all)
        {
            buttons.Add(Tap(words["button.trail.all"], "trail.show", mark));
        }

        return Card(words, words["trail.heading"], body, buttons);
    }

    /// <summary>« Écrit par Awa le 3 mars 2026. Repris par Claire le 5 mars 2026. »</summary>
    private static string Said(Session session, Trace trace, IReadOnlyList<SharedDefinition> adopted, Roster roster)
    {
        var words = session.Words;
        string On(DateTimeOffset at) => words.Day(session.Association.Today(at));
        List<string> said = [words.Say("trail.written", Name(words, roster, trace.Author), On(trace.Since))];
        if (trace.Entry is Criterion criterion)
        {
            if (criterion.Proposers.Count > 0)
            {
                said.Add(words.Say("trail.proposed", words.List([.. criterion.Proposers.Take(5).Select(person => Name(words, roster, person))])));
            }

            said.Add(adopted.FirstOrDefault(definition => definition.Criteria.Any(one => one.Id == criterion.Id)) is { } first
                ? words.Say("trail.in-definition", words.Day(first.AdoptedOn))
                : words["trail.in-no-definition"]);
        }
        else if (trace.Adopter is { } adopter)
        {
            said.Add(trace.AdoptedAt is { } at ? words.Say("trail.adopted", Name(words, roster, adopter), On(at)) : words.Say("trail.adopted.undated", Name(words, roster, adopter)));
        }
        else
        {
            said.Add(words["trail.not-adopted"]);
        }

        return string.Join(' ', said);
    }

    private static string Name(Words words, Roster roster, Person person) => roster.Find(person) switch
    {
        null => words["trail.former"],
        { Name: null } => words["turnout.no-name"],
        { } member when !Authorship.IsOpenTo(member.Roles) => words.Say("trail.partner", Plain(member.Name)),
        { } member => Plain(member.Name),
    };
}
