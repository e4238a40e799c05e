using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// An indicator for a criterion: own words first, then the catalogue's or one's own; how a year is summed up is asked in
/// plain words with an example and never guessed (domain.md 8, rule 5).
/// </summary>
public sealed class IndicatorGuide : Guide
{
    public const string Name = "indicator";

    /// <summary>From the eleventh on, the bot asks whether one could be paused (domain.md 6.2, reason 2).</summary>
    public const int Many = 10;

    private const string For = "indicateur.critere";
    private const string Trace = "e5-indicateurs.trace";
    private const string Taken = "indicateur.catalogue";
    private const string Type = "e5-indicateurs.type";
    private const string Unit = "indicateur.unite";
    private const string Sense = "e5-indicateurs.sens";
    private const string Rhythm = "e5-indicateurs.rythme";
    private const string Year = "indicateur.annee";
    private const string Start = "e5-indicateurs.depart";
    private const string Goal = "e5-indicateurs.cible";
    private const string GoalBy = "e5-indicateurs.cible-date";
    private const string Mine = "mine";

    public override string Id => Name;

    public override Act? Needs => Act.ChooseIndicator;

    public override string Opening(Session session, Draft draft) =>
        session.Dossier.Indicators.Count(indicator => !indicator.Retired) is >= Many and var count ? session.Words.Say("indicator.many", count + 1) : "";

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var words = session.Words;
        var criteria = session.Dossier.Criteria.Where(criterion => !criterion.Retired).ToList();
        var criterion = CriterionOf(session, draft);
        List<Question> questions = [];
        if (criteria.Count > 1 && draft.Subject is null)
        {
            questions.Add(Own(session, For, [.. criteria.Select(one => new Choice(one.Id.ToString(), one.Name))]));
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
            questions.Add(Method.Choose(session, Type, [.. Enum.GetValues<Kind>().Select(kind => new Choice(kind.ToString(), words.Kind(kind)))]) with { MayStayOpen = false });
            if (draft[Type] is null)
            {
                return questions;
            }

            if (KindOf(draft) is Kind.Count or Kind.Duration)
            {
                questions.Add(new OpenQuestion(Unit, 40)
                {
                    Ask = words[KindOf(draft) == Kind.Duration ? "ask.indicateur.unite.duree" : "ask.indicateur.unite"],
                    Placeholder = words["placeholder.indicateur.unite"],
                    Readers = words["readers.team"],
                });
            }

            if (KindOf(draft) != Kind.Text)
            {
                questions.Add(Method.Choose(session, Sense, [.. Enum.GetValues<Direction>().Select(direction => new Choice(direction.ToString(), words["direction." + direction]))]));
            }

            questions.Add(Method.Choose(session, Rhythm, [.. Enum.GetValues<Frequency>().Select(frequency => new Choice(frequency.ToString(), words.Frequency(frequency)))]) with { MayStayOpen = false });
        }

        if ((reference?.Kind ?? KindOf(draft)) == Kind.Text)
        {
            return questions;
        }

        var frequency = reference?.Frequency ?? (draft.Chosen(Rhythm) is [var rhythm] ? Enum.Parse<Frequency>(rhythm) : Frequency.Yearly);
        if (frequency != Frequency.Yearly)
        {
            questions.Add(Own(session, Year, [.. ((Aggregation[])[Aggregation.Last, Aggregation.Sum, Aggregation.Average, Aggregation.None]).Select(way => new Choice(way.ToString(), words["aggregation." + way]))]) with
            {
                Ask = words.Say("ask.indicateur.annee", words[$"times.{frequency}"]),
                Hint = words[reference is null ? "hint.indicateur.annee" : $"hint.indicateur.annee.{reference.Aggregation}"],
                Example = words["example.indicateur.annee"],
            });
        }

        questions.Add(Method.Figure(session, Start, (amount, _) => Within(session, draft, amount)));
        questions.Add(Method.Figure(session, Goal, (amount, _) => Within(session, draft, amount)));
        if (draft.Said(Goal) is not null)
        {
            questions.Add(Method.Open(session, GoalBy, 60, check: text => DayText.Read(text, words.Language) is { } day
                ? new Understood.Accepted(new(Answered.Said, words.Day(day), [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]))
                : new Understood.Refused(words["slip.day"])));
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
        var kind = reference?.Kind ?? KindOf(draft) ?? Kind.Count;
        var frequency = reference?.Frequency ?? Enum.Parse<Frequency>(draft.Chosen(Rhythm)[0]);
        Indicator indicator = new()
        {
            Id = Id<Indicator>.Parse(draft.Id),
            Number = session.Dossier.Indicators.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
            Criterion = criterion.Id,
            Name = reference is null ? words.Opening(draft.Said(Trace)!) : words.Set(reference.Name(words.Language)),
            Unit = kind is Kind.Count or Kind.Duration ? reference is null ? draft.Said(Unit) ?? "" : words.Set(reference.Unit(words.Language)) : "",
            Kind = kind,
            Direction = reference?.Direction ?? (draft.Chosen(Sense) is [var sense] ? Enum.Parse<Direction>(sense) : Direction.None),
            Frequency = frequency,
            Aggregation = kind == Kind.Text ? Aggregation.None
                : frequency == Frequency.Yearly ? Aggregation.Last
                : draft.Chosen(Year) is [var way] ? Enum.Parse<Aggregation>(way) : null,
            Level = reference?.Level,
            Baseline = Amount(draft, Start),
            Target = Amount(draft, Goal) is { } goal ? new(goal, draft.Chosen(GoalBy) is [var by] ? DateOnly.ParseExact(by, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null) : null,
            Sensitive = reference?.Sensitive ?? false,
            Catalogue = reference?.Id,
            Author = session.Person,
            Since = session.Now,
        };
        session.Write(indicator, "indicator.create");
        session.Show(IndicatorCard.For(session, await IndicatorSheet.OfAsync(session, indicator, cancellation)));
        NextStep.Offer(session);
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

    private static Understood.Refused? Within(Session session, Draft draft, decimal amount)
    {
        var kind = Reference(draft)?.Kind ?? KindOf(draft);
        return (kind, amount) switch
        {
            (_, < 0) => new Understood.Refused(session.Words["slip.negative"]),
            (Kind.Scale, < 1 or > 5) => new Understood.Refused(session.Words["slip.scale"]),
            _ => null,
        };
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

    private static Kind? KindOf(Draft draft) => draft.Chosen(Type) is [var kind] ? Enum.Parse<Kind>(kind) : null;

    private static decimal? Amount(Draft draft, string question) =>
        draft.Said(question) is { } said ? decimal.Parse(said, CultureInfo.InvariantCulture) : null;

    private static ChoiceQuestion Own(Session session, string id, IReadOnlyList<Choice> choices) => new(id)
    {
        Ask = session.Words.Has($"ask.{id}") ? session.Words[$"ask.{id}"] : "",
        Hint = session.Words.Has($"hint.{id}") ? session.Words[$"hint.{id}"] : null,
        Readers = session.Words["readers.board"],
        Choices = choices,
    };
}
