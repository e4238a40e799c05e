namespace SocialUtility.Domain.QuickLines;

/// <summary>
/// What a message of quick lines says.
/// </summary>
/// <param name="Lines">One reading for each figure, in order.</param>
/// <param name="LooksLikeOne">It is meant to give values: something in it names an indicator beside a figure.</param>
/// <param name="Beyond">So many lines were too many to read at once.</param>
public sealed record QuickMessage(IReadOnlyList<LineReading> Lines, bool LooksLikeOne, int Beyond)
{
    public static readonly QuickMessage Nothing = new([], false, 0);
}

/// <summary>
/// Reads quick lines by rules, in French and English, offline: « ateliers mars : 12 séances, 85 personnes ». The rules are told
/// in docs/decisions/0019; reading costs by the length of the message and the number of indicators, and nothing else.
/// </summary>
public sealed class QuickReader
{
    /// <summary>In characters; a longer message is a text, not a list of figures.</summary>
    public const int LongestMessage = 2000;

    /// <summary>So many values at once; a sheet is better for more.</summary>
    public const int MostValues = 12;

    private const int LongestLine = 300;

    /// <summary>More words than this beside a figure are a story.</summary>
    private const int MostWords = 14;

    private readonly QuickSetting setting;
    private readonly PeriodWords periods;

    public QuickReader(QuickSetting setting)
    {
        this.setting = setting;
        periods = new(setting.Today, setting.YearStartsIn, setting.Language);
    }

    public QuickMessage Read(string message)
    {
        if (message.Length > LongestMessage || message.Kept() is not { } kept)
        {
            return QuickMessage.Nothing;
        }

        List<(string Text, LineParts Parts, string? Context)> lines = [];
        foreach (var raw in kept.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (raw.Length > LongestLine)
            {
                return QuickMessage.Nothing;
            }

            var (text, context) = Bracketed(Spaced(raw).TrimEnd(' ', '.', '!'));
            lines.Add((text, LineParts.Of(text, periods, setting.Language), context));
        }

        if (!lines.Exists(line => line.Parts.HasFigure))
        {
            return QuickMessage.Nothing;
        }

        // Only now is it worth the reading of every name.
        LineJudge judge = new(setting);
        if (judge.Indicators.Count == 0)
        {
            return QuickMessage.Nothing;
        }

        List<LineReading> readings = [];
        var (looks, story, beyond) = (false, false, 0);
        IReadOnlyList<Token> heading = [];
        IReadOnlyList<SaidPeriod> said = [];
        (string Text, LineParts Parts, bool Used)? loose = null;
        var last = lines.FindLastIndex(line => line.Parts.HasFigure);
        var trailing = lines.Skip(last + 1).Where(line => line.Parts is { HasFigure: false, Words.Count: 0, Said.Count: 1 }).Select(line => line.Parts.Said).FirstOrDefault();
        foreach (var (text, parts, context) in lines)
        {
            story |= parts.Words.Count > MostWords;
            if (judge.Guards(text, parts, context) is { } guarded)
            {
                readings.Add(new LineReading.Refused(guarded));
                looks |= guarded == Guarded.Trace ? judge.Names(parts.Words) : parts.HasFigure && parts.Words.Count <= 8;
                continue;
            }

            if (!parts.HasFigure)
            {
                if (parts.Leads || parts.Words.Count == 0)
                {
                    // « Ateliers mars : », « mars »: for all that follows.
                    (heading, said, loose) = (parts.Leads ? parts.Words : heading, parts.Said.Count > 0 ? parts.Said : said, null);
                }
                else if (judge.Names(parts.Words) && parts.Words.Count <= 6)
                {
                    Unanswered(loose, readings);
                    loose = (text, parts, false);
                }

                continue;
            }

            foreach (var part in parts.Parts())
            {
                if (readings.Count == MostValues)
                {
                    beyond++;
                    continue;
                }

                // A line of its own that names an indicator leads those that name none.
                var led = part.Words.Count == 0 && loose is not null;
                loose = led ? loose!.Value with { Used = true } : loose;
                var whole = part.Said.Count > 0 ? part.Said : led && loose!.Value.Parts.Said.Count > 0 ? loose.Value.Parts.Said : said.Count > 0 ? said : trailing ?? [];
                var reading = judge.Read(part with { Words = [.. heading, .. led ? loose!.Value.Parts.Words : [], .. part.Words], Said = whole }, context);
                readings.Add(reading);
                looks |= reading switch
                {
                    LineReading.Unknown unknown => unknown.Why == Why.OtherUnit || judge.Names(part.Words) || (unknown.Why == Why.NoIndicator && part is { Whole: true, Words.Count: 1 or 2, Number.Faint: false } && parts.Tokens.Count <= 6 && IsDigit(parts, part)),
                    _ => true,
                };
            }
        }

        Unanswered(loose, readings);
        return new(Agreeing(readings), looks && !story, beyond);
    }

    /// <summary>An indicator was named, and no figure came.</summary>
    private static void Unanswered((string Text, LineParts Parts, bool Used)? loose, List<LineReading> readings)
    {
        if (loose is var (text, _, used) && !used)
        {
            readings.Add(new LineReading.Unknown(text, Why.NoFigure, []));
        }
    }

    private static bool IsDigit(LineParts parts, LinePart part) => parts.Tokens[part.Number.At].Kind == TokenKind.Figure;

    /// <summary>Two figures for one indicator and one period: nobody knows which is right, and both are asked about.</summary>
    private static List<LineReading> Agreeing(List<LineReading> readings)
    {
        var twice = readings.OfType<LineReading.Understood>()
            .GroupBy(one => (one.Value.Indicator.Id, one.Value.Period))
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return twice.Count == 0 ? readings : [.. readings.Select(reading => twice.Contains(reading) && reading is LineReading.Understood one ? new LineReading.Ambiguous(one.Text, LineDoubt.Figure, [one.Value]) : reading)];
    }

    /// <summary>What stands in brackets at the end, without any figure, is a word of context.</summary>
    private (string Text, string? Context) Bracketed(string line)
    {
        var open = line.LastIndexOf('(');
        return open > 0 && line.EndsWith(')') && line[(open + 1)..^1].Trim() is { Length: > 2 } inside && !inside.Any(char.IsAsciiDigit)
            // « (octobre) » and « (estimé) » say something of the figure itself.
            && LineParts.Of(inside, periods, setting.Language) is { Said.Count: 0, Words.Count: > 0 }
            ? (line[..open].TrimEnd(), inside)
            : (line, null);
    }

    private static string Spaced(string line) => string.Concat(line.Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter));
}
