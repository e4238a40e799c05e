using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// An indicator for a criterion: own words first, then the catalogue's or one's own; how a year is summed up is asked in
/// plain words with an example and never guessed (domain.md 8, rule 5).
/// </summary>
public sealed class IndicatorGuide : Guide
{
    public const string Name = "indicator";

    private const string For = "indicateur.critere";
    private const string Trace = "e5-indicateurs.trace";
    private const string Taken = "indicateur.catalogue";
    private const string Mine = "mine";

    public override string Id => Name;

    public override Act? Needs => Act.ChooseIndicator;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var words = session.Words;
        var criteria = session.Dossier.Criteria.Where(criterion => !criterion.Retired).ToList();
        var criterion = CriterionOf(session, draft);
        List<Question> questions = [];
        if (criteria.Count > 1 && draft.Subject is null)
        {
            questions.Add(Own(session, For, [.. criteria.Select(one => new Choice(one.Id.ToString(), one.Name))]) with { MayStayOpen = false });
        }

        questions.Add(Method.Open(session, Trace, Texts.Title, mayStayOpen: false) with
        {
            Ask = criterion is null ? words["ask.indicateur.trace"] : words.Say("ask.indicateur.trace.of", words.Quoted(criterion.Name)),
        });
        if (criterion is null || draft.Said(Trace) is not { } trace)
        {
            return questions;
        }

        var close = Close(session, criterion, trace);
        if (close.Count > 0)
        {
            questions.Add(Own(session, Taken,
            [
                .. close.Select(indicator => new Choice(indicator.Id, words.Say("indicator.choice", words.Set(indicator.Name(words.Language)), words.Frequency(indicator.Frequency)))),
                new(Mine, words.Say("indicator.keep-mine", words.Quoted(trace))),
            ]) with
            { MayStayOpen = false });
        }

        if (close.Count > 0 && draft[Taken] is null)
        {
            return questions;
        }

        var reference = Reference(draft);
        if (reference is null)
        {
            questions.Add(WayQuestions.AskType(session));
            if (WayQuestions.KindOf(draft) is not { } own)
            {
                return questions;
            }

            if (own is Kind.Count or Kind.Duration)
            {
                questions.Add(WayQuestions.AskUnit(session, own));
            }

            if (own != Kind.Text)
            {
                questions.Add(IndicatorFields.AskSense(session));
            }

            questions.Add(WayQuestions.AskRhythm(session));
        }

        var kind = reference?.Kind ?? WayQuestions.KindOf(draft);
        if (kind == Kind.Text)
        {
            return questions;
        }

        var frequency = reference?.Frequency ?? WayQuestions.RhythmOf(draft) ?? Frequency.Yearly;
        if (frequency != Frequency.Yearly)
        {
            questions.Add(WayQuestions.AskYear(session, kind ?? Kind.Count, frequency, reference));
        }

        questions.Add(Method.Figure(session, IndicatorFields.Start, (amount, _) => IndicatorFields.Within(session, kind, amount)));
        questions.Add(IndicatorFields.AskGoal(session, kind));
        if (IndicatorFields.AmountOf(draft[IndicatorFields.Goal]) is not null)
        {
            questions.Add(IndicatorFields.AskGoalBy(session));
        }

        return questions;
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        if (CriterionOf(session, draft) is not { } criterion)
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        var words = session.Words;
        var reference = Reference(draft);
        var kind = reference?.Kind ?? WayQuestions.KindOf(draft) ?? Kind.Count;
        var frequency = reference?.Frequency ?? WayQuestions.RhythmOf(draft) ?? Frequency.Yearly;
        var goal = draft[IndicatorFields.Goal];
        Indicator indicator = new()
        {
            Id = Id<Indicator>.Parse(draft.Id),
            Number = session.Dossier.Indicators.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
            Criterion = criterion.Id,
            Name = reference is null ? words.Opening(draft.Said(Trace)!) : words.Set(reference.Name(words.Language)),
            Unit = kind is Kind.Count or Kind.Duration ? reference is null ? draft.Said(WayQuestions.Unit) ?? "" : words.Set(reference.Unit(words.Language)) : "",
            Kind = kind,
            Direction = reference?.Direction ?? (draft.Chosen(IndicatorFields.Sense) is [var sense] ? Enum.Parse<Direction>(sense) : Direction.None),
            Frequency = frequency,
            Aggregation = WayQuestions.YearOf(draft, kind, frequency),
            Level = reference?.Level,
            Baseline = IndicatorFields.AmountOf(draft[IndicatorFields.Start]),
            Target = IndicatorFields.AmountOf(goal) is { } amount ? new(amount, IndicatorFields.DayOf(draft[IndicatorFields.GoalBy])) : null,
            TargetToBeBuilt = IndicatorFields.IsToBeBuilt(goal),
            Sensitive = reference?.Sensitive ?? false,
            Catalogue = reference?.Id,
            Author = session.Person,
            Since = session.Now,
        };
        session.Write(indicator, "indicator.create");
        session.Say(words.Say("indicator.chosen", words.Quoted(indicator.Name)));
        await IndicatorCareGuide.BeginAsync(session, indicator, cancellation);
    }

    /// <summary>The catalogue indicators nearest to the words, those of related criteria first; at most four.</summary>
    private static IReadOnlyList<ReferenceIndicator> Close(Session session, Criterion criterion, string trace)
    {
        var taken = session.Dossier.Indicators.Where(indicator => !indicator.Retired && indicator.Criterion == criterion.Id).Select(indicator => indicator.Catalogue).ToHashSet();
        var related = criterion.Related.Select(ReferenceCatalogue.Instance.Criterion).OfType<ReferenceCriterion>();
        var near = Closeness.In(session.Words.Language).To($"{trace} {criterion.Name}", 2);
        return
        [
            .. related.Concat(near).Distinct().SelectMany(one => one.Indicators)
                .Where(indicator => !taken.Contains(indicator.Id))
                .OrderByDescending(indicator => Closeness.Shared(trace, indicator.Name(session.Words.Language), session.Words.Language))
                .Take(4),
        ];
    }

    private static Criterion? CriterionOf(Session session, Draft draft)
    {
        var living = session.Dossier.Criteria.Where(criterion => !criterion.Retired).ToList();
        return Domain.Id<Criterion>.TryParse(draft.Subject ?? (draft.Chosen(For) is [var chosen, ..] ? chosen : null), out var id)
            ? living.Find(criterion => criterion.Id == id)
            : living.Count == 1 ? living[0] : null;
    }

    private static ReferenceIndicator? Reference(Draft draft) =>
        draft.Chosen(Taken) is [var code] && code != Mine ? ReferenceCatalogue.Instance.Indicator(code) : null;

    private static ChoiceQuestion Own(Session session, string id, IReadOnlyList<Choice> choices) => new(id)
    {
        Ask = session.Words.Has($"ask.{id}") ? session.Words[$"ask.{id}"] : "",
        Hint = session.Words.Has($"hint.{id}") ? session.Words[$"hint.{id}"] : null,
        Readers = session.Words["readers.board"],
        Choices = choices,
    };
}
