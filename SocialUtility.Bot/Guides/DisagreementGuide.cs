using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Guides;

/// <summary>« Quelqu'un n'est pas d'accord ? Notons son avis tel quel. »: kept beside the definition, and voted away by nobody.</summary>
public sealed class DisagreementGuide : Guide
{
    public const string Name = "disagreement";

    private const string Said = "e4-definir.desaccord";

    public override string Id => Name;

    public override Act? Needs => Act.GiveOpinion;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var question = Method.Open(session, Said, Texts.ShortText, mayStayOpen: false) with { Readers = session.Words["readers.team"] };
        return [About(session, draft) is { } criterion ? question with { Ask = session.Words.Say("ask.disagreement.about", session.Words.Quoted(criterion.Name)) } : question];
    }

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        Disagreement disagreement = new()
        {
            Id = Id<Disagreement>.Parse(draft.Id),
            Text = draft.Said(Said)!,
            Criterion = About(session, draft)?.Id,
            Kind = Ballot.KindOf(session.Member!),
            Official = Ballot.IsOfficialFor(session.Member!),
            Author = session.Person,
            Day = session.Today,
        };
        session.Write([Change.Add(disagreement.Key, DomainJson.Write(disagreement))], "disagreement.write", disagreement.Key);
        session.Say(session.Words["disagreement.kept"]);
        return ValueTask.CompletedTask;
    }

    private static Criterion? About(Session session, Draft draft) =>
        Domain.Id<Criterion>.TryParse(draft.Subject, out var id) ? session.Dossier.Find(id) : null;
}
