using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Guides;

/// <summary>One more purpose (finalité) beside the first, for an association that pursues several.</summary>
public sealed class PurposeGuide : Guide
{
    public const string Name = "purpose";

    private const string So = ProjectGuide.Purpose;

    public override string Id => Name;

    public override Act? Needs => Act.RewriteProject;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft) => [Method.Open(session, So, Texts.ShortText, mayStayOpen: false)];

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        Purpose purpose = new()
        {
            Id = Id<Purpose>.Parse(draft.Id),
            Number = session.Dossier.EveryPurpose.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
            Text = new(draft.Said(So)!, session.Person, session.Now),
        };
        session.Write(purpose, "purpose.create");
        session.Show(PurposesCard.For(session));
        return ValueTask.CompletedTask;
    }
}
