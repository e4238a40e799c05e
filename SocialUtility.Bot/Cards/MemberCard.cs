using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>One member: their roles, to be given or taken by who may.</summary>
public static class MemberCard
{
    public static AdaptiveCard For(Session session, Member member, bool mayComeBack)
    {
        var words = session.Words;
        var mark = CardMark.Of(member.Version);
        (string, object)[] who = [("membre", member.Person.Mark)];
        List<AdaptiveElement> body =
        [
            Context(Plain(session.Association.Name)),
            Heading(TeamCard.Name(words, member)),
            Detail(words.Say("member.since", words.Day(DateOnly.FromDateTime(member.Since.UtcDateTime)))),
        ];
        List<AdaptiveAction> buttons = [];
        if (session.May(Act.GiveRole))
        {
            var roles = Choices("roles", words["member.which-roles"], Enum.GetValues<Role>().Select(role => (role.ToString(), words.Opening(words["member." + role]))));
            roles.IsMultiSelect = true;
            roles.Value = string.Join(',', member.Roles);
            (roles.IsRequired, roles.ErrorMessage) = (true, words["member.one-role"]);
            body.Add(roles);
            body.Add(Detail(words["member.roles-hint"]));
            buttons.Add(Send(words["button.save-roles"], "team.roles", mark, who).First());
        }
        else
        {
            body.Add(Text(TeamCard.Roles(words, member)));
        }

        if (mayComeBack && session.May(Act.Invite))
        {
            buttons.Add(Tap(words["button.new-access"], "invite.again", mark, who));
        }

        if (session.May(Act.RemoveMember) && member.Person != session.Person)
        {
            buttons.Add(Tap(words["button.remove-member"], "team.remove", mark, who).Rare());
        }

        buttons.Add(Tap(words["button.team"], "team.list", mark).Rare());
        return Card(words, words.Say("member.fallback", member.Name ?? words["team.no-name"], words.List([.. member.Roles.Select(role => words["member." + role])])), body, buttons);
    }
}
