using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Wording;

/// <summary>
/// Where an indicator stands, in words: the same on the picture of the tree and in its text. What is missing is said to be
/// missing, and is not zero (domain.md 8, rule 7).
/// </summary>
public sealed record Standing
{
    /// <summary>Its name, with what its scale means: « Sentiment de solitude (1 à 5, à faire baisser) ».</summary>
    public required string Name { get; init; }

    /// <summary>« 52 personnes », words in quotation marks, « non relevé »; null where no year was asked for.</summary>
    public string? Value { get; init; }

    public State State { get; init; } = State.Running;

    /// <summary>The value is what somebody said.</summary>
    public bool IsWords { get; init; }

    /// <summary>Reason, baseline, target, certainty; « départ 31 · cible 60 · compté ».</summary>
    public required string Detail { get; init; }

    /// <summary>What of the detail cannot be missed where there is little room: the reason, the target, that it is an estimate.</summary>
    public required string Brief { get; init; }

    /// <param name="words">The language of the words around it.</param>
    /// <param name="indicator">Its definition.</param>
    /// <param name="year">The year it is said of; null for the definition alone.</param>
    /// <param name="fewest">Totals about people above zero and below are only said to be so (domain.md 7.3, G9); null within the association.</param>
    public static Standing Of(Words words, Indicator indicator, YearOf? year = null, int? fewest = null)
    {
        string Shown(decimal amount, Func<decimal, string> said) =>
            indicator is { Sensitive: true, Kind: Kind.Count } && amount > 0 && amount < fewest ? words.Say("picture.tree.few", fewest.Value) : said(amount);

        var start = indicator.Baseline is { } baseline ? words.Say("tree.text.start", Shown(baseline, amount => Bare(words, amount, indicator))) : "";
        var target = indicator.Target is { } wanted ? words.Say("tree.text.target", Bare(words, wanted.Amount, indicator))
            : indicator.TargetToBeBuilt ? words.Say("tree.text.target", words["target.to-be-built"])
            : "";
        var certainty = indicator.IsFigure && year?.Certainty is { } known ? words.Certainty(known) : "";
        var (value, state, reason) = year is null ? (null, State.Running, "") : Said(words, year, Shown);
        return new()
        {
            Name = Named(words, indicator),
            Value = value,
            State = state,
            IsWords = state == State.Measured && !indicator.IsFigure,
            Detail = Joined(reason, start, target, indicator.IsFigure ? certainty : words["tree.text.words"]),
            Brief = Joined(reason, target, year?.Certainty is Certainty.Estimated or Certainty.ByEye ? certainty : ""),
        };
    }

    private static (string Value, State State, string Reason) Said(Words words, YearOf year, Func<decimal, Func<decimal, string>, string> shown)
    {
        if (year.Words is { } said)
        {
            return (words.Quoted(said.OnOneLine() ?? ""), State.Measured, "");
        }

        if (year.Total is { } total)
        {
            var amount = shown(total, figure => words.Amount(figure, year.Indicator));
            return (year.IsAtLeast ? words.Say("tree.text.at-least", amount) : amount, State.Measured, "");
        }

        if (year.Figures.Any())
        {
            var (period, figure) = year.Figures.Last();
            return (words.Say("tree.text.in", shown(figure.Amount, one => words.Amount(one, year.Indicator)), words.ShortPeriod(period)), State.Measured, "");
        }

        var last = year.Periods.LastOrDefault(period => period.State is not State.Running);
        return last switch
        {
            { Measurement.Reading: Reading.NotMeasured missing } => (words["state.not-measured"], State.NotMeasured, missing.Reason.OnOneLine() ?? ""),
            { Measurement.Reading: Reading.NotApplicable apart } => (words["state.not-applicable"], State.NotApplicable, apart.Reason.OnOneLine() ?? ""),
            { State: State.Late } => (words["picture.tree.late"], State.Late, words.Say("picture.tree.expected", words.Day(last.Period.End))),
            _ => (words["state.none-yet"], State.Running, ""),
        };
    }

    private static string Named(Words words, Indicator indicator)
    {
        var aside = string.Join(", ", ((string[])[indicator.Kind == Kind.Scale ? words["picture.tree.scale"] : "", indicator.Direction == Direction.Down ? words["picture.tree.lower"] : ""]).Where(part => part.Length > 0));
        return aside.Length == 0 ? indicator.Name : $"{indicator.Name} ({aside})";
    }

    /// <summary>A count stands without its unit beside a figure that has it, and a level of a scale with its one decimal.</summary>
    private static string Bare(Words words, decimal amount, Indicator indicator) => indicator.Kind switch
    {
        Kind.Count or Kind.Duration => words.Figure(amount),
        Kind.Scale => amount.ToString("0.0", words.Culture),
        _ => words.Amount(amount, indicator),
    };

    private static string Joined(params ReadOnlySpan<string> parts)
    {
        List<string> said = [];
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                said.Add(part);
            }
        }

        return string.Join(" · ", said);
    }
}
