using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// The one book of rules for recording a value, whatever way it comes in: what may be written, what is asked about first, and
/// what is refused with its reason. It decides and writes nothing.
/// </summary>
/// <param name="association">Whose year and whose calendar day count.</param>
/// <param name="closures">The times whose figures are closed.</param>
/// <param name="page">What is noted: of the years judged and the two before.</param>
/// <param name="now">When it is judged.</param>
public sealed class RuleBook(Association association, IReadOnlyList<Closure> closures, LedgerPage page, DateTimeOffset now)
{
    /// <summary>So many years before the one judged are read: an August is compared with an August.</summary>
    private const int YearsBefore = 2;

    public LedgerPage Page => page;

    /// <summary>The rule book for those periods, with what is noted beside them: one reading, however many they are.</summary>
    public static async ValueTask<RuleBook> OpenAsync(Ledger ledger, Dossier dossier, IReadOnlyCollection<(Id<Indicator> Indicator, Period Period)> about, DateTimeOffset now, CancellationToken cancellation)
    {
        var page = about.Count == 0
            ? new([])
            : await ledger.PageAsync([.. about.Select(one => one.Indicator).Distinct()], about.Min(one => one.Period.Year) - YearsBefore, about.Max(one => one.Period.Year), cancellation);
        return new(dossier.Association, dossier.Closures, page, now);
    }

    /// <summary>What closes that period; null while it is open.</summary>
    public Closure? ClosureOf(Period period) => closures.FirstOrDefault(closure => closure.Closes(period));

    /// <summary>What was usual for the indicator beside that period; null where nothing is known.</summary>
    public Habit? HabitOf(Indicator indicator, Period period) => Habit.Of(page.Of(indicator.Id), period);

    public Judgement Judge(Recording recording)
    {
        var rounded = recording with { Reading = Rounded(recording.Reading, recording.Indicator), Context = recording.Context.OnOneLine(), Because = recording.Because.OnOneLine() };
        if (RefusalOf(rounded) is { } refusal)
        {
            return new Judgement.Refused(rounded, refusal);
        }

        var before = page.Find(rounded.Indicator.Id, rounded.Period);
        var noted = rounded.Noted((before?.Measurement.Version ?? 0) + 1) with { Reread = association.RereadsValues ? new() : null };
        if (before?.Standing is { } standing && noted.SaysTheSameAs(standing))
        {
            return new Judgement.Unchanged(rounded, standing);
        }

        List<Doubt> doubts = [.. DoubtsOf(rounded, before?.Standing).Where(doubt => (rounded.Sure & doubt.Yes) == 0)];
        return doubts.Count > 0 ? new Judgement.Asks(rounded, doubts) : new Judgement.Accepted(rounded, noted, before);
    }

    /// <summary>Each of them, in the order given. Two different values for one period are both refused: nobody knows which is right.</summary>
    public IReadOnlyList<Judgement> Judge(IReadOnlyList<Recording> recordings)
    {
        var twice = recordings.GroupBy(recording => recording.Key).Where(group => group.Distinct().Skip(1).Any()).Select(group => group.Key).ToHashSet();
        var first = new HashSet<string>();
        return
        [
            .. recordings.Select(recording => (recording, Judge(recording)) switch
            {
                (var given, not Judgement.Refused) when twice.Contains(given.Key) => new Judgement.Refused(given, new Refusal.GivenTwice()),
                // The same line twice is one value.
                (var given, Judgement.Accepted accepted) when !first.Add(given.Key) => new Judgement.Unchanged(given, accepted.Noted),
                var (_, judgement) => judgement,
            }),
        ];
    }

    /// <summary>Where totals alone are kept: do these words look like a list of people?</summary>
    public static bool NamesPeople(Indicator indicator, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (indicator.Sensitive && text is not null && PeopleList.IsIn(text))
            {
                return true;
            }
        }

        return false;
    }

    private Refusal? RefusalOf(Recording recording)
    {
        var (indicator, period) = (recording.Indicator, recording.Period);
        var today = association.Today(now);
        return recording switch
        {
            _ when indicator.Retired => new Refusal.Retired(),
            _ when period.Frequency != indicator.Frequency || period.YearStartsIn != association.YearStartsIn => new Refusal.WrongRhythm(),
            _ when period.Start > today => new Refusal.NotBegun(),
            _ when ClosureOf(period) is { } closure => new Refusal.Closed(closure),
            { Reading: Reading.Words } when indicator.IsFigure => new Refusal.WrongKind(),
            { Reading: Reading.Figure } when !indicator.IsFigure => new Refusal.WrongKind(),
            { Reading: Reading.Words words } when words.Text.Kept() is null => new Refusal.Empty(),
            _ when NamesPeople(indicator, [.. recording.Said]) => new Refusal.NamesPeople(),
            { Reading: Reading.Figure { Denominator: 0 } } => new Refusal.ShareOfNothing(),
            { Reading: Reading.Figure { Amount: < 0 } or Reading.Figure { Numerator: < 0 } or Reading.Figure { Denominator: < 0 } } => new Refusal.BelowZero(),
            { Reading: Reading.Figure { Amount: < 1 or > 5 } } when indicator.Kind == Kind.Scale => new Refusal.OffTheScale(),
            _ when recording.Said.Append(recording.For?.Words ?? "").Max(text => text.Length) is > Texts.ShortText and var length => new Refusal.TooLong(Texts.ShortText, length),
            { Proof: { Length: > 0 } proof } when ProofLink.Read(proof) is null => new Refusal.NotALink(),
            _ => null,
        };
    }

    private IEnumerable<Doubt> DoubtsOf(Recording recording, Measurement? standing)
    {
        if (PersonalTraces.In(string.Join('\n', recording.Said.Append(recording.For?.Words ?? ""))) is { Count: > 0 } seen)
        {
            yield return new Doubt.Personal(seen);
        }

        if (recording.Reading is Reading.Figure figure)
        {
            var indicator = recording.Indicator;
            // One question on a figure is enough: the first that fits.
            if (figure.Amount == 0 && standing is null)
            {
                yield return new Doubt.Zero();
            }
            else if (indicator.Bounds.Highest is { } highest && figure.Amount > highest)
            {
                yield return new Doubt.OverBound(highest);
            }
            else if (HabitOf(indicator, recording.Period) is { } habit && habit.IsFar(figure.Amount, indicator.Kind) && standing?.Reading != recording.Reading)
            {
                yield return new Doubt.FarFromHistory(habit);
            }
        }

        if (standing is not null && standing.Version != recording.Seen)
        {
            yield return new Doubt.NotedMeanwhile(standing);
        }
        else if (standing is not null && standing.Reading != recording.Reading && recording.Because is null && !Undo.IsOpenTo(recording.By, standing, now))
        {
            yield return new Doubt.NoReason(standing);
        }
    }

    /// <summary>To the thousandth, and to the hundredth where more would be false precision: percentages, levels, euros.</summary>
    private static Reading Rounded(Reading reading, Indicator indicator) => reading switch
    {
        Reading.Figure figure => figure with { Amount = Math.Round(figure.Amount, indicator.Kind is Kind.Scale or Kind.Percentage or Kind.Amount ? 2 : 3, MidpointRounding.AwayFromZero) },
        Reading.Words words => new Reading.Words(words.Text.Kept() ?? ""),
        Reading.NotMeasured missing => new Reading.NotMeasured(missing.Reason.OnOneLine()),
        Reading.NotApplicable absent => new Reading.NotApplicable(absent.Reason.OnOneLine()),
        _ => reading,
    };
}
