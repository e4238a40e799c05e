using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.QuickLines;

/// <summary>
/// Says what a part of a line means: which indicator, which period, which figure. It understands only where every word speaks of
/// one indicator alone; else it says what there is to choose.
/// </summary>
internal sealed class LineJudge
{
    private const int MostChoices = 6;
    private const int MostPossible = 10;

    /// <summary>So many words may be left over where something near is offered.</summary>
    private const int MostLeftOver = 2;

    private readonly QuickSetting setting;
    private readonly IndicatorWords words;

    public LineJudge(QuickSetting setting)
    {
        this.setting = setting;
        Indicators = [.. setting.Dossier.Indicators.Where(indicator => indicator.IsInUse)];
        words = new(setting.Dossier, Indicators, setting.Language);
    }

    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>One of the words speaks of an indicator, and is not said of everything.</summary>
    public bool Names(IReadOnlyList<Token> line) => line.Any(token => Stem(token) is var stem && !SmallWords.IsCommon(stem) && words.Of(stem).Count > 0);

    /// <summary>What the line says of a person, if it does: looked for before anything of it is understood.</summary>
    public Guarded? Guards(string text, LineParts parts, string? context)
    {
        if (PersonalTraces.In(context is null ? text : $"{text}\n{context}").Count > 0)
        {
            return Guarded.Trace;
        }

        var tokens = context is null ? parts.Tokens : [.. parts.Tokens, .. Token.Cut(context)];
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at] is not { Kind: TokenKind.Word, Used: false } token || IsKnown(token))
            {
                continue;
            }

            if (PersonWords.IsTitle(token.Folded) && at + 1 < tokens.Count && Next(tokens, at) is { Kind: TokenKind.Word } named && !IsKnown(named))
            {
                return Guarded.Names;
            }

            if (token.Text is "M" or "MM" && at + 2 < tokens.Count && tokens[at + 1].IsMark('.') && tokens[at + 2].Kind == TokenKind.Word && char.IsUpper(tokens[at + 2].Text[0]))
            {
                return Guarded.Names;
            }

            if (PersonWords.IsFirstName(token.Folded) || (IsCapitalised(token) && at + 1 < tokens.Count && IsCapitalised(tokens[at + 1]) && !tokens[at + 1].Used && !IsKnown(tokens[at + 1])))
            {
                return Guarded.Names;
            }

            if (PersonWords.IsIllness(Stem(token)))
            {
                return Guarded.Health;
            }
        }

        return null;
    }

    private static Token Next(IReadOnlyList<Token> tokens, int at) => tokens[at + 1].IsMark('.') && at + 2 < tokens.Count ? tokens[at + 2] : tokens[at + 1];

    private static bool IsCapitalised(Token token) => token is { Kind: TokenKind.Word, Text: [var first, var second, ..] } && char.IsUpper(first) && char.IsLower(second) && !SmallWords.Contains(token.Folded);

    private bool IsKnown(Token token) => token.Kind == TokenKind.Word && words.Of(Stem(token)).Count > 0;

    public LineReading Read(LinePart part, string? context)
    {
        var number = part.Number;
        if (number.Problem is { } problem)
        {
            return new LineReading.Unknown(part.Text, problem, []);
        }

        var said = part.Words.Select(Stem).Distinct().ToList();
        if (said.Count == 0)
        {
            return WithoutWords(part, context);
        }

        var ties = said.Select(words.Of).ToList();
        List<int> all = [.. Enumerable.Range(0, Indicators.Count).Where(indicator => ties.TrueForAll(tie => tie.Any(one => one.Indicator == indicator)))];
        var fitting = all.Where(indicator => number.For(Indicators[indicator], part.Certainty, part.Noun is not null) is not null).ToList();
        if (fitting.Count > 0)
        {
            var chosen = said.TrueForAll(SmallWords.IsCommon) ? fitting : Narrowed(part, said, ties, fitting);
            return chosen is [var only] && (!said.TrueForAll(SmallWords.IsCommon) || words.IsWholeName(only, said))
                ? For(part, Indicators[only], context)
                : Choice(part, LineDoubt.Indicator, chosen, context);
        }

        if (all.Count > 0)
        {
            return new LineReading.Unknown(part.Text, Why.OtherUnit, [], all is [var alone] ? Indicators[alone] : null);
        }

        return Near(part, said, ties, context);
    }

    /// <summary>A figure alone names nothing, unless an indicator was just asked for; « 420 kg » names the only one in kilograms.</summary>
    private LineReading WithoutWords(LinePart part, string? context)
    {
        var number = part.Number;
        if (setting.Asked is var (asked, _) && number.For(asked, part.Certainty, part.Noun is not null) is not null)
        {
            return For(part, asked, context);
        }

        if (number.Measure is { } measure)
        {
            List<int> fitting = [.. Enumerable.Range(0, Indicators.Count).Where(indicator => Measure.Of(Indicators[indicator]) is not null && number.For(Indicators[indicator], part.Certainty, part.Noun is not null) is not null)];
            if (fitting is [var only] && !measure.IsCommon)
            {
                return For(part, Indicators[only], context);
            }

            if (fitting.Count is > 0 and <= MostChoices)
            {
                return Choice(part, LineDoubt.Indicator, fitting, context);
            }
        }

        return new LineReading.Unknown(part.Text, Why.NoIndicator, Possible(part, context));
    }

    /// <summary>
    /// Of several that all words speak of: those whose own name they are; the one whose whole name they are; the one that is
    /// counted in what stands at the figure.
    /// </summary>
    private List<int> Narrowed(LinePart part, List<string> said, List<IReadOnlyList<(int Indicator, Tie Tie)>> ties, List<int> fitting)
    {
        if (fitting.Count == 1)
        {
            return fitting;
        }

        var whole = fitting.Where(indicator => words.IsWholeName(indicator, said)).ToList();
        if (whole.Count == 1)
        {
            return whole;
        }

        // « 85 personnes » of « ateliers » is the one counted in persons.
        if (part.Noun is { } noun && fitting.Where(indicator => words.IsUnit(indicator, Stem(noun))).ToList() is { Count: > 0 } counted)
        {
            fitting = counted;
        }

        if (said.Count > 1)
        {
            var own = fitting.Where(indicator => ties.TrueForAll(tie => tie.Any(one => one.Indicator == indicator && one.Tie == Tie.Own))).ToList();
            fitting = own.Count > 0 ? own : fitting;
        }

        return fitting;
    }

    private LineReading Near(LinePart part, List<string> said, List<IReadOnlyList<(int Indicator, Tie Tie)>> ties, string? context)
    {
        var number = part.Number;
        var scores = new Dictionary<int, (int Known, int Near)>();
        for (var i = 0; i < said.Count; i++)
        {
            var common = SmallWords.IsCommon(said[i]);
            var known = ties[i].Select(tie => tie.Indicator).ToHashSet();
            foreach (var indicator in known)
            {
                var (before, near) = scores.GetValueOrDefault(indicator);
                scores[indicator] = (before + (common ? 0 : 2), near + 1);
            }

            foreach (var indicator in words.Near(said[i]).Where(indicator => !known.Contains(indicator)))
            {
                var (before, near) = scores.GetValueOrDefault(indicator);
                scores[indicator] = (before + 1, near + 1);
            }
        }

        var close = scores
            .Where(score => score.Value.Known > 0 && said.Count - score.Value.Near <= MostLeftOver && number.For(Indicators[score.Key], part.Certainty, part.Noun is not null) is not null)
            .OrderByDescending(score => score.Value.Near).ThenByDescending(score => score.Value.Known).ThenBy(score => score.Key)
            .ToList();
        return close.Count == 0
            ? new LineReading.Unknown(part.Text, Why.NoIndicator, Possible(part, context))
            : Choice(part, LineDoubt.Indicator, [.. close.Where(score => score.Value.Near == close[0].Value.Near).Take(MostChoices).Select(score => score.Key)], context);
    }

    private LineReading For(LinePart part, Indicator indicator, string? context)
    {
        var (figure, otherwise, doubtful) = part.Number.For(indicator, part.Certainty, part.Noun is not null)!.Value;
        var values = Values(part, indicator, figure, context, out var doubt);
        if (values.Count == 0)
        {
            return new LineReading.Unknown(part.Text, Why.NotYet, []);
        }

        if (doubt is not null)
        {
            return new LineReading.Ambiguous(part.Text, doubt.Value, values);
        }

        if (otherwise is not null || doubtful || part.Number.Faint)
        {
            return new LineReading.Ambiguous(part.Text, LineDoubt.Figure, otherwise is null ? values : [values[0], values[0] with { Figure = otherwise }]);
        }

        var other = part.Said.Count == 0 ? setting.UsualPeriod(indicator).Other : null;
        return new LineReading.Understood(part.Text, values[0], other is null ? null : values[0] with { Period = other });
    }

    private LineReading Choice(LinePart part, LineDoubt doubt, List<int> indicators, string? context)
    {
        List<LineValue> choices = [];
        foreach (var indicator in indicators.Take(MostChoices).Select(indicator => Indicators[indicator]))
        {
            var (figure, otherwise, _) = part.Number.For(indicator, part.Certainty, part.Noun is not null)!.Value;
            var values = Values(part, indicator, figure, context, out _);
            // Each indicator with the latest of what may be meant: the form takes any other.
            choices.AddRange(values.TakeLast(indicators.Count == 1 ? MostChoices : 3));
            if (otherwise is not null && values.Count > 0)
            {
                choices.Add(values[0] with { Figure = otherwise });
            }
        }

        return choices.Count == 0
            ? new LineReading.Unknown(part.Text, Why.NotYet, [])
            : new LineReading.Ambiguous(part.Text, doubt, choices);
    }

    /// <summary>The figure for the period that was said, for those it may be about, or for the usual one; none where it has not begun.</summary>
    private List<LineValue> Values(LinePart part, Indicator indicator, Reading.Figure figure, string? context, out LineDoubt? doubt)
    {
        doubt = null;
        LineValue Value(Period period, bool said) => new(indicator, period, figure, said, ConvertedFrom(part, indicator), context);
        switch (part.Said)
        {
            case []:
                return [Value(setting.UsualPeriod(indicator).Usual, false)];
            case [var only] when only.Exactly(indicator, setting.YearStartsIn) is { } exact:
                return exact.Start > setting.Today ? [] : [Value(exact, true)];
            case [var ahead] when ahead.IsAhead(setting.Today):
                return [];
            default:
                doubt = LineDoubt.Period;
                return [.. part.Said.SelectMany(said => said.Around(indicator, setting.YearStartsIn, setting.Today)).Distinct().Order().Select(period => Value(period, true))];
        }
    }

    private static string? ConvertedFrom(LinePart part, Indicator indicator) =>
        part.Number.Measure is { } measure && !measure.IsOf(indicator) && measure.Dimension != Dimension.Percent ? part.Number.Written : null;

    private List<LineValue> Possible(LinePart part, string? context)
    {
        List<LineValue> possible = [];
        foreach (var indicator in Indicators)
        {
            if (possible.Count < MostPossible && part.Number.For(indicator, part.Certainty, part.Noun is not null) is var (figure, _, _) && Values(part, indicator, figure, context, out var doubt) is [var value] && doubt is null)
            {
                possible.Add(value);
            }
        }

        return possible;
    }

    private static string Stem(Token token) => WordStem.Of(token.Folded);
}
