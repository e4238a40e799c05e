using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Profiles;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// « comparer »: which criterion, what beside what, and what was going on. Figures of different units are refused with a sentence,
/// and without a word of context nothing is shown (deck row D47).
/// </summary>
public sealed class CompareGuide : Guide
{
    public const string Name = "compare";

    private const string Of = "comparer.critere";
    private const string How = "comparer.comment";
    private const string Which = "comparer.actions";
    private const string One = "comparer.annees";
    private const string Around = "comparer.contexte";

    private const string ByActions = "actions";
    private const string ByYears = "years";

    public override string Id => Name;

    public override Act? Needs => Act.ReadProfile;

    /// <summary>Is there anything that could stand beside something?</summary>
    public static bool CanBegin(Dossier dossier) => Criteria(dossier).Count > 0;

    public override string Opening(Session session, Draft draft) => session.Words["compare.opening"];

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var words = session.Words;
        var readers = words["readers.compare"];
        var criteria = Criteria(session.Dossier);
        List<Question> questions = [];
        if (criteria.Count > 1)
        {
            questions.Add(new ChoiceQuestion(Of)
            {
                Ask = words["ask.compare.criterion"],
                Readers = readers,
                MayStayOpen = false,
                Choices = [.. criteria.Select(one => new Choice(one.Id.ToString(), one.Name, one.Number))],
            });
        }

        if (CriterionOf(session, draft) is not { } criterion)
        {
            return questions;
        }

        var counted = Comparison.Candidates(session.Dossier, criterion.Id);
        if (counted.Count > 1)
        {
            questions.Add(new ChoiceQuestion(How)
            {
                Ask = words["ask.compare.how"],
                Hint = words["hint.compare.how"],
                Readers = readers,
                MayStayOpen = false,
                Choices = [new(ByActions, words["compare.by-actions"]), new(ByYears, words["compare.by-years"])],
            });
            if (draft[How] is null)
            {
                return questions;
            }
        }

        questions.Add(IsByActions(draft)
            ? new ChoiceQuestion(Which)
            {
                Ask = words["ask.compare.which"],
                Hint = words["hint.compare.which"],
                Readers = readers,
                MayStayOpen = false,
                Several = true,
                Choices = [.. counted.Select(indicator => new Choice(indicator.Id.ToString(), Named(session, indicator), indicator.Number))],
                Check = chosen => Refusal(session, chosen),
            }
            : new ChoiceQuestion(One)
            {
                Ask = words["ask.compare.one"],
                Readers = readers,
                MayStayOpen = false,
                Choices = [.. Figures(session.Dossier, criterion.Id).Select(indicator => new Choice(indicator.Id.ToString(), indicator.Name, indicator.Number))],
            });
        questions.Add(new OpenQuestion(Around, Texts.ShortText)
        {
            Ask = words[IsByActions(draft) ? "ask.compare.context.actions" : "ask.compare.context.years"],
            Hint = words["hint.compare.context"],
            Readers = readers,
            MayStayOpen = false,
        });
        return questions;
    }

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation) =>
        CompareSubject.ShowAsync(session, [.. draft.Chosen(IsByActions(draft) ? Which : One)], IsByActions(draft), draft.Said(Around)!, cancellation);

    /// <summary>Where nothing is asked, since there is only one, that one is meant.</summary>
    private static Criterion? CriterionOf(Session session, Draft draft) => Criteria(session.Dossier) is [var only] ? only
        : draft.Chosen(Of) is [var chosen] && Domain.Id<Criterion>.TryParse(chosen, out var id) ? session.Dossier.Find(id)
        : null;

    private static bool IsByActions(Draft draft) => draft.Chosen(How) is [ByActions];

    /// <summary>The criteria that have a figured indicator.</summary>
    private static List<Criterion> Criteria(Dossier dossier) => [.. dossier.Criteria.Where(criterion => !criterion.Retired && Figures(dossier, criterion.Id).Any())];

    private static IEnumerable<Indicator> Figures(Dossier dossier, Id<Criterion> criterion) =>
        dossier.Indicators.Where(indicator => !indicator.Retired && indicator.IsFigure && indicator.Criterion == criterion);

    /// <summary>« Repas servis — Repas partagés »: what is counted, and in which actions.</summary>
    private static string Named(Session session, Indicator indicator) =>
        session.Words.Say("compare.line", indicator.Name, session.Words.List([.. indicator.Actions.Select(session.Dossier.Find).OfType<Domain.Projects.SocialAction>().Select(action => action.Name)]));

    private static string? Refusal(Session session, IReadOnlyList<string> chosen) =>
        Comparison.Refuses([.. session.Dossier.Indicators.Where(indicator => chosen.Contains(indicator.Id.ToString()))]) is { } why ? CompareCard.Say(session.Words, why) : null;
}
