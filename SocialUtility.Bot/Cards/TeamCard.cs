using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>Who is in the association and in which roles, a page at a time; « Suite » reaches the last of two hundred.</summary>
public static class TeamCard
{
    public const int PageSize = 12;

    public static AdaptiveCard For(Session session, Roster roster, int page = 0)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        List<Member> all = [.. roster.Coordinators, .. roster.Members.Except(roster.Coordinators)];
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<Member> shown = [.. all.Skip(page * PageSize).Take(PageSize)];
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? Plain(session.Association.Name) : words.Say("list.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(words.Count("team.heading", all.Count)),
        ];
        if (roster.Coordinators.Count == 1)
        {
            body.Add(Text(words["team.one-coordinator"]));
        }

        body.AddRange(shown.Select(member => Group(
            Bold(member.Person == session.Person ? words.Say("team.you", Name(words, member)) : Name(words, member)),
            Detail(Roles(words, member), AdaptiveSpacing.None))));

        List<AdaptiveAction> buttons = [];
        if (session.May(Act.Invite))
        {
            buttons.Add(Tap(words["button.invite"], "invite.begin", mark).First());
        }

        if (session.May(Act.GiveRole))
        {
            var choice = Choices("personne", words["team.which"], shown.Select(member => (member.Person.Mark, Name(words, member))));
            (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
            AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [choice] };
            inner.Actions.Add(Send(words["button.see"], "team.show", mark).First());
            buttons.Add(new AdaptiveShowCardAction { Title = words["button.choose"], Card = inner });
        }

        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "team.list", mark, ("page", page + 1)));
        }

        if (session.May(Act.Invite))
        {
            buttons.Add(Tap(words["button.open-invitations"], "invite.list", mark).Rare());
            if (session.Heard.Company is not null)
            {
                buttons.Add(Tap(words["button.from-room"], "room.people", mark));
            }
        }

        return Card(words, Fallback(words, all, shown), body, buttons);
    }

    /// <summary>« Claire »; who gave no name is said to have none.</summary>
    public static string Name(Words words, Member member) => member.Name is { } name ? Plain(Short(name)) : words["team.no-name"];

    /// <summary>« coordination, conseil d'administration ».</summary>
    public static string Roles(Words words, Member member) => words.Opening(words.List([.. member.Roles.Select(role => words["member." + role])]));

    private static string Fallback(Words words, List<Member> all, List<Member> shown) => words.Say(
        "team.fallback",
        words.Count("team.heading", all.Count),
        words.List([.. shown.Select(member => $"{member.Name ?? words["team.no-name"]} ({words.List([.. member.Roles.Select(role => words["member." + role])])})")]));

    private static string Short(string name) => name.Length <= 60 ? name : name[..59].TrimEnd() + "…";
}
