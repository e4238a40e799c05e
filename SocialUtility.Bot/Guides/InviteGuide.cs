using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Guides;

/// <summary>Somebody is invited: who, as what, and for whom they speak.</summary>
public sealed class InviteGuide(InvitationAddress addresses) : Guide
{
    public const string Name = "invite";

    private const string Whom = "qui";
    private const string As = "role";
    private const string Side = "cote";

    /// <summary>Somebody who takes part in what the association does: a volunteer's rights, a participant's voice.</summary>
    private const string Participant = "participant";

    public override string Id => Name;

    public override Act? Needs => Act.Invite;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var words = session.Words;
        List<Question> questions =
        [
            new OpenQuestion(Whom, 60)
            {
                Ask = words["ask.invite.whom"],
                Hint = words["hint.invite.whom"],
                Placeholder = words["placeholder.invite.whom"],
                Readers = words["readers.invite"],
            },
            new ChoiceQuestion(As)
            {
                Ask = words["ask.invite.as"],
                Hint = words["hint.invite.as"],
                Readers = words["readers.invite"],
                MayStayOpen = false,
                Choices =
                [
                    Of(words, Role.Volunteer),
                    new(Participant, words["invite.participant"]),
                    Of(words, Role.Board),
                    Of(words, Role.Treasurer),
                    Of(words, Role.Partner),
                    Of(words, Role.Observer),
                    Of(words, Role.Coordinator),
                ],
            },
        ];
        if (draft.Chosen(As) is [var role] && role is not (Participant or nameof(Role.Partner)))
        {
            questions.Add(new ChoiceQuestion(Side)
            {
                Ask = words["ask.invite.side"],
                Hint = words["hint.invite.side"],
                Readers = words["readers.invite"],
                Choices = [.. Enum.GetValues<Stakeholder>().Select(kind => new Choice(kind.ToString(), words["side." + kind]))],
            });
        }

        return questions;
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var role = draft.Chosen(As)[0];
        Invitation invitation = new()
        {
            Id = Id<Invitation>.Parse(draft.Id),
            Role = role == Participant ? Role.Volunteer : Enum.Parse<Role>(role),
            For = draft.Said(Whom),
            Kind = role switch
            {
                Participant => Stakeholder.Participants,
                nameof(Role.Partner) => Stakeholder.Authorities,
                _ => draft.Chosen(Side) is [var side] ? Enum.Parse<Stakeholder>(side) : null,
            },
            By = session.Person,
            Since = session.Now,
            Until = session.Now + Invitation.OpenFor,
        };
        session.Write([Domain.Storage.Change.Put(invitation.Key, DomainJson.Write(invitation))], "invitation.create", invitation.Key);
        session.Show(InvitationCard.For(session, invitation, await addresses.PageAsync(session.Association.Id, invitation.Id, cancellation)));
    }

    private static Choice Of(Wording.Words words, Role role) => new(role.ToString(), words.Opening(words["member." + role]));
}
