using AdaptiveCards;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Steps;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// A step of the method that many answer: each person is put the questions of their audience that are still open, at most
/// seven a sitting (domain.md 1.5), and rereads them before anybody else can. « Se lancer » and « Cadrer » are two of them.
/// </summary>
public sealed class StepGuide : Guide
{
    public const string LaunchName = "launch";
    public const string FrameName = "frame";

    private const int MostASitting = 7;

    public static readonly StepGuide Launch = new(
        LaunchName,
        LaunchCard.For,
        StepQuestions.Type,
        StepQuestions.Why,
        StepQuestions.Motive,
        "e0-decider.echeance",
        StepQuestions.Worries,
        "e0-decider.qui-porte",
        "e0-decider.temps",
        "e0-decider.aide",
        StepQuestions.Agreed);

    public static readonly StepGuide Frame = new(
        FrameName,
        FramingCard.For,
        "e1-cadrer.perimetre",
        "e1-cadrer.question",
        "e1-cadrer.pour-qui",
        "e1-cadrer.periode",
        StepQuestions.Concerned,
        StepQuestions.Unheard,
        "e1-cadrer.partenaires-quand",
        "e1-cadrer.existant",
        "e1-cadrer.regles");

    private readonly Func<Session, IReadOnlyList<MethodAnswer>, int, AdaptiveCard> card;

    private StepGuide(string name, Func<Session, IReadOnlyList<MethodAnswer>, int, AdaptiveCard> card, params IReadOnlyList<string> all)
    {
        (Id, this.card, All) = (name, card, all);
        TwoVersions = new($"{name}.two-versions", StandingText, (session, id, mine) => Put(session, id, mine), async (session, cancellation) => await ShowAsync(session, 0, [], cancellation));
    }

    public static IReadOnlyList<StepGuide> Steps { get; } = [Launch, Frame];

    public override string Id { get; }

    public override Act? Needs => Act.AnswerForTeam;

    /// <summary>All its questions, in their order.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Somebody else answered one of the same questions meanwhile.</summary>
    public TwoVersions TwoVersions { get; }

    public override string Opening(Session session, Draft draft) =>
        draft.Asked is { Count: var count } ? session.Words.Count($"guide.{Id}.opening", count) : "";

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        List<Question> questions = [];
        foreach (var id in (draft.Asked ?? []).Where(id => draft[id] is not null || StepQuestions.IsEachOnes(id) || !session.Dossier.Answers.ContainsKey(id)))
        {
            questions.Add(StepQuestions.Of(session, id));
            if (id == StepQuestions.Motive && draft.Chosen(id).Contains(StepQuestions.Accounting))
            {
                questions.Add(StepQuestions.Of(session, StepQuestions.OwnReason));
            }
        }

        if (questions.Count > 1)
        {
            questions.Add(RereadCard.Of(session, draft, session.Words.Say("step.context", CardParts.Plain(session.Association.Name), session.Words[$"guide.{Id}.title"]), [.. questions]));
        }

        return questions;
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var (written, two) = await KeepAsync(session, draft, [], cancellation);
        if (two.Count > 0)
        {
            TwoVersions.Ask(session, two);
            return;
        }

        if (written.Count > 0)
        {
            session.Say(session.Words["guide.project.thanks"]);
        }

        var everybody = await ShowAsync(session, 0, written, cancellation);
        await OfferNextAsync(session, draft, everybody, cancellation);
    }

    /// <summary>« Se lancer », « Cadrer »: what is still open for this person, or else what stands.</summary>
    public async ValueTask OpenAsync(Session session, CancellationToken cancellation)
    {
        if (session.Desk.Drafts.ContainsKey(Id))
        {
            session.Begin(Id);
            return;
        }

        var everybody = await session.AnswerBook.AllAsync(cancellation);
        var open = await OpenForAsync(session, everybody, cancellation);
        if (open.Count == 0)
        {
            session.Show(card(session, everybody, 0));
            return;
        }

        // The reason of one's own may come as one more.
        var most = open.Take(MostASitting).Contains(StepQuestions.Motive) ? MostASitting - 1 : MostASitting;
        session.Begin(Id, draft => new() { Guide = draft.Guide, Id = draft.Id, Asked = [.. open.Take(most)], Touched = session.Now });
    }

    /// <summary>Is it one of its questions, or the one that may come on top?</summary>
    public bool Has(string id) => All.Contains(id) || (this == Launch && id == StepQuestions.OwnReason);

    /// <summary>The card of the step, with what this turn writes; gives back what everybody has answered.</summary>
    public async ValueTask<IReadOnlyList<MethodAnswer>> ShowAsync(Session session, int page, IReadOnlyList<MethodAnswer> written, CancellationToken cancellation)
    {
        var everybody = await session.AnswerBook.AllAsync(cancellation);
        everybody = [.. everybody.ExceptBy(written.Select(answer => answer.Key), answer => answer.Key), .. written.Where(answer => answer.Id is not null)];
        session.Show(card(session, everybody, page));
        return everybody;
    }

    /// <summary>
    /// Writes what was said: each one's own beside the definitions, the association's one where nobody else answered meanwhile.
    /// Gives back what somebody did, differently.
    /// </summary>
    internal static async ValueTask<(List<MethodAnswer> Written, List<KeyValuePair<string, Answer>> Two)> KeepAsync(
        Session session, Draft draft, IReadOnlyList<MethodAnswer> own, CancellationToken cancellation)
    {
        List<MethodAnswer> written = [];
        List<KeyValuePair<string, Answer>> two = [];
        foreach (var (id, answer) in draft.Answers.Where(answer => answer.Key != RereadCard.Id && answer.Value.How == Answered.Said))
        {
            if (StepQuestions.IsEachOnes(id))
            {
                var before = own.FirstOrDefault(one => one.Question == id);
                var mine = StepQuestions.Kept(session, id, answer, before?.Id ?? Id<MethodAnswer>.Parse(draft.Id)) with { Version = (before?.Version ?? 0) + 1 };
                session.Write([Change.Put(mine.Key, DomainJson.Write(mine))], before is null ? "answer.give" : "answer.correct", mine.Key);
                written.Add(mine);
                if (id == StepQuestions.Concerned)
                {
                    await ConcernAsync(session, mine, cancellation);
                }

                continue;
            }

            if (!await session.ReachesAsync(StepQuestions.AudienceOf(id), cancellation))
            {
                // The role was lost on the way.
                session.Refuse(Audience.ActOf(StepQuestions.AudienceOf(id)));
                continue;
            }

            var standing = session.Dossier.Answers.GetValueOrDefault(id);
            if (standing is not null && StepQuestions.Said(session, standing) == StepQuestions.Said(session, StepQuestions.Kept(session, id, answer, null)))
            {
                continue;
            }

            if (standing is not null && standing.Version != draft.SubjectVersion)
            {
                two.Add(KeyValuePair.Create(id, answer));
                continue;
            }

            written.Add(Put(session, id, answer));
        }

        return (written, two);
    }

    /// <summary>Whoever anybody names is one whom the association concerns: it is then seen whether they were heard.</summary>
    private static async ValueTask ConcernAsync(Session session, MethodAnswer mine, CancellationToken cancellation)
    {
        var others = (await session.AnswerBook.AllAsync(cancellation)).Where(answer => answer.Key != mine.Key);
        var named = Progress.Named([.. others, mine], StepQuestions.Concerned);
        var statement = session.Dossier.Statement;
        if (!named.SequenceEqual(statement.Concerned))
        {
            session.Write(statement with { Concerned = named, Version = statement.Version + 1 }, "project.concern");
        }
    }

    private static MethodAnswer Put(Session session, string id, Answer answer)
    {
        var standing = session.Dossier.Answers.GetValueOrDefault(id);
        var kept = StepQuestions.Kept(session, id, answer, null) with { Version = (standing?.Version ?? 0) + 1 };
        session.Write(kept, standing is null ? "answer.give" : "answer.correct");
        if (id == StepQuestions.Type)
        {
            session.Write(
                session.Association with { Type = Enum.TryParse<AssociationType>(kept.Choices[0], out var type) ? type : null, Version = session.Association.Version + 1 },
                "association.describe");
        }

        return kept;
    }

    private static string? StandingText(Session session, string id) =>
        session.Dossier.Answers.GetValueOrDefault(id) is { } answer ? StepQuestions.Said(session, answer) : null;

    /// <summary>The rest of this step first, then the next step of these two, then the way to the profile.</summary>
    private async ValueTask OfferNextAsync(Session session, Draft draft, IReadOnlyList<MethodAnswer> everybody, CancellationToken cancellation)
    {
        if ((await OpenForAsync(session, everybody, cancellation)).Except(draft.Answers.Keys).Any())
        {
            NextStep.Offer(session, Id);
        }
        else if (this == Launch && (await Frame.OpenForAsync(session, everybody, cancellation)).Count > 0)
        {
            NextStep.Offer(session, FrameName);
        }
        else
        {
            NextStep.Offer(session);
        }
    }

    /// <summary>The questions of this person's audiences that nobody, or they themselves, have not answered yet.</summary>
    private async ValueTask<IReadOnlyList<string>> OpenForAsync(Session session, IReadOnlyList<MethodAnswer> everybody, CancellationToken cancellation)
    {
        var roles = session.Member?.Roles ?? [];
        List<string> open = [.. All.Where(id => Audience.Reaches(StepQuestions.AudienceOf(id), roles, boardSits: false) && IsOpen(session, id, everybody))];
        return open.Exists(id => !Audience.Reaches(StepQuestions.AudienceOf(id), roles, boardSits: true)) && await session.BoardSitsAsync(cancellation)
            ? [.. open.Where(id => Audience.Reaches(StepQuestions.AudienceOf(id), roles, boardSits: true))]
            : open;
    }

    private static bool IsOpen(Session session, string id, IReadOnlyList<MethodAnswer> everybody) =>
        StepQuestions.IsEachOnes(id) ? !everybody.Any(answer => answer.Question == id && answer.By == session.Person)
        : !session.Dossier.Answers.ContainsKey(id) && (id != StepQuestions.Type || session.Association.Type is null);
}
