using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Steps;

namespace SocialUtility.Bot.Guides;

/// <summary>One answer of « Se lancer » or « Cadrer », given or corrected on its own: from the decision's card, from the note's.</summary>
public sealed class AnswerGuide : Guide
{
    public const string Name = "answer";

    public override string Id => Name;

    public override Act? Needs => Act.AnswerForTeam;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft) => [.. (draft.Asked ?? []).Select(id => StepQuestions.Of(session, id))];

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var step = StepGuide.Steps.First(step => draft.Asked!.All(step.Has));
        var own = (await session.AnswerBook.AllAsync(cancellation)).Where(answer => answer.By == session.Person).ToList();
        var (written, two) = await StepGuide.KeepAsync(session, draft, own, cancellation);
        if (two.Count > 0)
        {
            step.TwoVersions.Ask(session, two);
            return;
        }

        if (written.Count > 0 && draft.SubjectVersion > 0)
        {
            session.Say(session.Words["project.corrected"]);
        }

        await step.ShowAsync(session, 0, written, cancellation);
    }

    /// <summary>Puts that question to this person once more, with what they or the association answered; says who may where they may not.</summary>
    public static async ValueTask BeginAsync(Session session, string id, CancellationToken cancellation)
    {
        if (!StepGuide.Steps.Any(step => step.Has(id)))
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        if (!await session.ReachesAsync(StepQuestions.AudienceOf(id), cancellation))
        {
            session.Refuse(Audience.ActOf(StepQuestions.AudienceOf(id)));
            return;
        }

        var standing = StepQuestions.IsEachOnes(id)
            ? (await session.AnswerBook.AllAsync(cancellation)).LastOrDefault(answer => answer.Question == id && answer.By == session.Person)
            : session.Dossier.Answers.GetValueOrDefault(id);
        session.Begin(Name, draft => new()
        {
            Guide = draft.Guide,
            Id = draft.Id,
            Asked = [id],
            SubjectVersion = standing?.Version ?? 0,
            Answers = standing is null ? new Dictionary<string, Answer>() : new Dictionary<string, Answer> { [id] = StepQuestions.ToChange(session, standing) },
            Again = standing is null ? null : id,
            Touched = session.Now,
        });
    }
}
