using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>An invitation that is ready, and the ones that are open: each can be taken back.</summary>
public static class InvitationCard
{
    public const int PageSize = 12;

    public static AdaptiveCard For(Session session, Invitation invitation, string page)
    {
        var words = session.Words;
        var mark = CardMark.Of(invitation.Version);
        List<AdaptiveElement> body =
        [
            Context(Plain(session.Association.Name)),
            Heading(words[invitation.Again is null ? "invitation.ready" : "invitation.ready.again"]),
            Facts(
                (words["invitation.for"], invitation.For is { } whom ? Plain(whom) : null),
                (words["invitation.as"], words.Opening(words["member." + invitation.Role])),
                (words["invitation.until"], words.Day(session.Association.Today(invitation.Until)))),
            Text(words["invitation.once"]),
            Detail(words["invitation.shown-once"]),
        ];
        return Card(
            words,
            words.Say("invitation.fallback", page),
            body,
            new AdaptiveOpenUrlAction { Title = words["button.show-link"], Url = new Uri(page) }.First(),
            Tap(words["button.open-invitations"], "invite.list", mark),
            Tap(words["button.invite-another"], "invite.begin", mark));
    }

    public static AdaptiveCard List(Session session, IReadOnlyList<Invitation> open, int page = 0)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var pages = Math.Max(1, (open.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<Invitation> shown = [.. open.Skip(page * PageSize).Take(PageSize)];
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? Plain(session.Association.Name) : words.Say("list.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(words.Count("invitations.heading", open.Count)),
            .. shown.Select(invitation => Group(
                Bold(Name(words, invitation)),
                Detail(words.Say("invitations.line", words.Opening(words["member." + invitation.Role]), words.Day(session.Association.Today(invitation.Until))), AdaptiveSpacing.None))),
        ];
        List<AdaptiveAction> buttons = [Tap(words["button.invite"], "invite.begin", mark).First()];
        if (shown.Count > 0)
        {
            var choice = Choices("invitation", words["invitations.which"], shown.Select(invitation => (invitation.Id.ToString(), Name(words, invitation))));
            (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
            AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [choice] };
            inner.Actions.Add(Send(words["button.new-link"], "invite.link", mark).First());
            inner.Actions.Add(Send(words["button.revoke"], "invite.revoke", mark));
            buttons.Add(new AdaptiveShowCardAction { Title = words["button.choose"], Card = inner });
        }

        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "invite.list", mark, ("page", page + 1)));
        }

        return Card(words, words.Say("invitations.fallback", words.Count("invitations.heading", open.Count), words.List([.. shown.Select(invitation => invitation.For ?? words["invitations.nobody"])])), body, buttons);
    }

    private static string Name(Words words, Invitation invitation) => invitation.For is { } name ? Plain(name) : words["invitations.nobody"];
}
