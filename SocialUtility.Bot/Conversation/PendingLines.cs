using System.Text.Json.Serialization;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.QuickLines;

namespace SocialUtility.Bot.Conversation;

/// <summary>A message of quick lines that waits for « Enregistrer »: what was understood of it, and nothing of what was refused.</summary>
/// <param name="Id">Carried by the card.</param>
/// <param name="Version">Counts how often the card was shown anew: an older one says nothing.</param>
/// <param name="Lines">In the order they were written.</param>
/// <param name="For">Whose figures they are, where another person types them.</param>
/// <param name="AsksWho">The card asks whose they are.</param>
/// <param name="At">When they were written: what nobody comes back to is let go.</param>
/// <param name="Beyond">So many values were too many for one card.</param>
public sealed record PendingLines(string Id, int Version, IReadOnlyList<PendingLine> Lines, DateTimeOffset At, Keeper? For = null, bool AsksWho = false, int Beyond = 0)
{
    /// <summary>So many messages may wait at once; an older one is let go.</summary>
    public const int Most = 3;

    /// <summary>There is something in it that can be recorded.</summary>
    [JsonIgnore]
    public bool HasChoices => Lines.Any(line => line.Options.Count > 0);

    /// <summary>From so many lines on each offers its few likeliest choices: a card stays small.</summary>
    private const int Many = 4;

    public static PendingLines Of(QuickMessage message, Keeper? of, DateTimeOffset at) =>
        new(Id<PendingLines>.New().ToString(), 1, [.. message.Lines.Select(line => PendingLine.Of(line, message.Lines.Count > Many ? Many : 12))], at, of, Beyond: message.Beyond);
}

/// <summary>One line of it, with what may be recorded of it.</summary>
/// <param name="Text">As written; empty where it is not kept.</param>
/// <param name="State">What became of it: « Understood », or what there is to choose, why not, what it said of a person.</param>
/// <param name="Options">What one can choose; the first is meant where the line was understood.</param>
/// <param name="About">The indicator that was meant and cannot take the figure.</param>
public sealed record PendingLine(string Text, string State, IReadOnlyList<PendingValue> Options, string? About = null)
{
    public const string Understood = "Understood";

    [JsonIgnore]
    public bool IsUnderstood => State == Understood;

    /// <summary>The person chooses before anything of it is recorded: it was asked about, or surprises.</summary>
    [JsonIgnore]
    public bool MustChoose => (!IsUnderstood && State.StartsWith("choose.", StringComparison.Ordinal)) || (Options is [{ Asked: not Sure.Nothing }, ..] && IsUnderstood);

    public static PendingLine Of(LineReading reading, int most) => reading switch
    {
        LineReading.Understood one => new(one.Text, Understood, [PendingValue.Of(one.Value), .. one.Otherwise is { } other ? [PendingValue.Of(other)] : (PendingValue[])[]]),
        LineReading.Ambiguous one => new(one.Text, $"choose.{one.Doubt}", [.. one.Choices.TakeLast(most).Select(PendingValue.Of)]),
        LineReading.Unknown one => new(one.Text, $"why.{one.Why}", [.. one.Possible.Take(most).Select(PendingValue.Of)], one.About?.Id.ToString()),
        LineReading.Refused one => new("", $"refused.{one.For}", []),
        _ => throw new ArgumentOutOfRangeException(nameof(reading)),
    };
}

/// <summary>A figure for an indicator and a period, as it waits on a desk.</summary>
/// <param name="Indicator">By its id: looked up when it is recorded.</param>
/// <param name="When">The period, as text.</param>
/// <param name="Figure">In its unit.</param>
/// <param name="PeriodSaid">False for the usual period.</param>
/// <param name="Converted">What was written, where the unit was another.</param>
/// <param name="Context">What stood in brackets.</param>
/// <param name="Seen">The version that stood when the card was shown.</param>
/// <param name="Asked">What the card asks about it.</param>
public sealed record PendingValue(string Indicator, string When, Reading.Figure Figure, bool PeriodSaid, string? Converted = null, string? Context = null, int Seen = 0, Sure Asked = Sure.Nothing)
{
    [JsonIgnore]
    public Period Period => Period.TryParse(When, out var period) ? period : throw new FormatException("Not a period.");

    public static PendingValue Of(LineValue value) => new(value.Indicator.Id.ToString(), value.Period.ToString(), value.Figure, value.PeriodSaid, value.Converted, value.Context);

    public Indicator? IndicatorIn(Session session) => ValueHearing.IndicatorOf(session, Indicator) is { Retired: false } indicator && indicator.Frequency == Period.Frequency ? indicator : null;

    /// <summary>For the rule book, with what the person said of it.</summary>
    public Recording Recording(Session session, Indicator indicator, Keeper? of, string? why, Sure sure) => new()
    {
        Indicator = indicator,
        Period = Period,
        Reading = Figure,
        Context = (Asked & Sure.Unexplained) != 0 || why is null ? Context : Context is null ? why : $"{Context.TrimEnd('.')}. {why}",
        Because = (Asked & Sure.Unexplained) != 0 ? why : null,
        By = session.Person,
        For = of,
        At = session.Now,
        Seen = Seen,
        Sure = sure,
    };
}
