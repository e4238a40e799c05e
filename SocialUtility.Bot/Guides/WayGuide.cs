using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// « Changer la méthode »: what is measured, in which unit, how often, what a year says, or where it is found. Once a reading
/// exists this is another row with a trend of its own, and the group says why (docs/decisions/0014).
/// </summary>
public sealed class WayGuide : Guide
{
    public const string Name = "way";

    private const string What = "methode.quoi";
    private const string Why = "methode.pourquoi";
    private const string Measured = "measured";

    private static readonly string[] Parts = [WayQuestions.Type, WayQuestions.Unit, WayQuestions.Rhythm, WayQuestions.Year, IndicatorFields.Where];

    public override string Id => Name;

    public override Act? Needs => Act.ChooseIndicator;

    public static async ValueTask BeginAsync(Session session, Indicator indicator, CancellationToken cancellation)
    {
        var measured = await session.Ledger.AnyAsync(indicator.Id, cancellation);
        var subject = measured ? $"{indicator.Id}|{Measured}" : $"{indicator.Id}|";
        session.Begin(Name, draft => draft.Subject == subject ? draft : new()
        {
            Guide = Name,
            Id = Id<Draft>.New().ToString(),
            Subject = subject,
            SubjectVersion = indicator.Version,
            Touched = session.Now,
        });
    }

    public override string Opening(Session session, Draft draft) =>
        Subject(session, draft) is { } indicator ? session.Words.Say(IsMeasured(draft) ? "way.opening.measured" : "way.opening", session.Words.Quoted(indicator.Name)) : "";

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        if (Subject(session, draft) is not { } indicator)
        {
            return [];
        }

        var words = session.Words;
        List<Question> questions =
        [
            Method.Choose(
                session,
                What,
                [.. Parts.Where(part => part != WayQuestions.Unit || indicator.Kind is Kind.Count or Kind.Duration).Select(part => new Choice(part, words["field." + part]))]) with
            { Several = true, MayStayOpen = false },
        ];
        var chosen = draft.Chosen(What);
        if (chosen.Count == 0)
        {
            return questions;
        }

        if (chosen.Contains(WayQuestions.Type))
        {
            questions.Add(WayQuestions.AskType(session));
        }

        var kind = WayQuestions.KindOf(draft) ?? indicator.Kind;
        if (kind is Kind.Count or Kind.Duration && (chosen.Contains(WayQuestions.Unit) || kind != indicator.Kind))
        {
            questions.Add(WayQuestions.AskUnit(session, kind));
        }

        if (chosen.Contains(WayQuestions.Rhythm))
        {
            questions.Add(WayQuestions.AskRhythm(session));
        }

        var rhythm = WayQuestions.RhythmOf(draft) ?? indicator.Frequency;
        if (kind != Kind.Text && rhythm != Frequency.Yearly && (chosen.Contains(WayQuestions.Year) || kind != indicator.Kind || rhythm != indicator.Frequency))
        {
            questions.Add(WayQuestions.AskYear(session, kind, rhythm));
        }

        if (chosen.Contains(IndicatorFields.Where))
        {
            questions.Add(IndicatorFields.AskWhere(session));
        }

        if (IsMeasured(draft))
        {
            questions.Add(Method.Open(session, Why, Texts.ShortText, mayStayOpen: false));
        }

        return questions;
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var words = session.Words;
        if (Subject(session, draft) is not { } indicator)
        {
            session.Say(words["not-found"]);
            return;
        }

        if (indicator.Version != draft.SubjectVersion)
        {
            session.Say(words.Say("action.changed-meanwhile", words.Quoted(indicator.Name)));
            session.Show(IndicatorCard.For(session, await IndicatorSheet.OfAsync(session, indicator, cancellation)));
            return;
        }

        var way = WayOf(draft, indicator);
        if (way == indicator.Way)
        {
            session.Say(words["indicator.unchanged"]);
            return;
        }

        if (!IsMeasured(draft) && await session.Ledger.AnyAsync(indicator.Id, cancellation))
        {
            // The first reading came while the questions were answered: now there is a trend to keep apart, and a reason to give.
            session.Say(words["way.measured-meanwhile"]);
            session.Begin(Name, _ => draft with { Subject = $"{indicator.Id}|{Measured}", Turn = draft.Turn + 1 });
            return;
        }

        if (!IsMeasured(draft))
        {
            var changed = indicator.With(way) with { Version = indicator.Version + 1 };
            session.Write(changed, "indicator.correct");
            session.Show(IndicatorCard.For(session, await IndicatorSheet.OfAsync(session, changed, cancellation)));
            return;
        }

        var (earlier, next) = indicator.MeasuredOtherwise(Id<Indicator>.Parse(draft.Id), way, draft.Said(Why)!, session.Person, session.Now);
        session.Write(earlier, "indicator.end-way");
        session.Write(next, "indicator.begin-way");
        session.Say(words.Say("way.begun", words.Quoted(next.Name)));
        session.Show(IndicatorCard.For(session, await IndicatorSheet.OfAsync(session, next, cancellation)));
    }

    private static WayOfMeasuring WayOf(Draft draft, Indicator indicator)
    {
        var kind = WayQuestions.KindOf(draft) ?? indicator.Kind;
        var rhythm = WayQuestions.RhythmOf(draft) ?? indicator.Frequency;
        var where = draft[IndicatorFields.Where];
        return new(
            kind,
            kind is not (Kind.Count or Kind.Duration) ? "" : draft.Said(WayQuestions.Unit) ?? (kind == indicator.Kind ? indicator.Unit : ""),
            rhythm,
            draft[WayQuestions.Year] is not null || kind != indicator.Kind || rhythm != indicator.Frequency ? WayQuestions.YearOf(draft, kind, rhythm) : indicator.Aggregation,
            where is { How: Answered.Said } ? IndicatorFields.SourceOf(where.Text, where.Choices is [var found, ..] ? found : null) : indicator.Source);
    }

    private static bool IsMeasured(Draft draft) => draft.Subject?.EndsWith($"|{Measured}", StringComparison.Ordinal) == true;

    private static Indicator? Subject(Session session, Draft draft) =>
        Id<Indicator>.TryParse(draft.Subject?.Split('|')[0], out var id) && session.Dossier.Find(id) is { Retired: false } indicator ? indicator : null;
}
