namespace SocialUtility.Domain.QuickLines;

/// <summary>Months, and the days that are said with them.</summary>
internal sealed partial class PeriodWords
{
    private static readonly Dictionary<string, int> Months = new(StringComparer.Ordinal)
    {
        ["janvier"] = 1, ["janv"] = 1, ["jan"] = 1, ["january"] = 1,
        ["fevrier"] = 2, ["fevr"] = 2, ["fev"] = 2, ["feb"] = 2, ["february"] = 2,
        ["mars"] = 3, ["march"] = 3,
        ["avril"] = 4, ["avr"] = 4, ["april"] = 4, ["apr"] = 4,
        ["mai"] = 5, ["may"] = 5,
        ["juin"] = 6, ["june"] = 6, ["jun"] = 6,
        ["juillet"] = 7, ["juil"] = 7, ["july"] = 7, ["jul"] = 7,
        ["aout"] = 8, ["august"] = 8, ["aug"] = 8,
        ["septembre"] = 9, ["sept"] = 9, ["sep"] = 9, ["september"] = 9,
        ["octobre"] = 10, ["oct"] = 10, ["october"] = 10,
        ["novembre"] = 11, ["nov"] = 11, ["november"] = 11,
        ["decembre"] = 12, ["dec"] = 12, ["december"] = 12,
    };

    /// <summary>« mars », « mars 2026 », « mars 26 », « 12 mars », « fin mars », « mi-mars ».</summary>
    private (int, SaidPeriod)? MonthAt(List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token is { Whole: >= 1 and <= 31 } && DayThenMonth(tokens, at) is { } dated)
        {
            return dated;
        }

        var part = token.IsWord("fin", "debut", "mi", "milieu", "early", "mid", "late") || (token.IsWord("end") && Word(tokens, at + 1, "of"));
        var start = at;
        if (part)
        {
            start++;
            while (start < tokens.Count && start < at + 3 && (tokens[start].IsMark('-') || tokens[start].IsWord("of", "de", "d")))
            {
                start++;
            }
        }

        if (start >= tokens.Count || MonthOf(tokens, start) is not { } month)
        {
            return null;
        }

        var end = start + 1;
        if (end < tokens.Count && tokens[end].IsMark('.') && tokens[end].Glued)
        {
            end++;
        }

        if (language == Language.English && end < tokens.Count && tokens[end] is { Whole: >= 1 and <= 31 and var day } && HasOtherFigure(tokens, end, 1) && LastOn(month, day) is { } dayOf)
        {
            // « March 26 » is a day where it is English, a year where it is French.
            var ends = Word(tokens, end + 1, "st", "nd", "rd", "th") ? end + 2 : end + 1;
            return (ends - at, SaidPeriod.Day(dayOf));
        }

        var year = LastWith(month);
        if (YearAfter(tokens, end, needsFigure: true) is var (used, said, isSpan) && !isSpan)
        {
            (end, year) = (end + used, said);
        }

        var whole = SaidPeriod.Month(year, month);
        return (end - at, part ? whole with { Part = true } : whole);
    }

    /// <summary>« 12 mars » is a day where another figure is given; else it may as well be twelve, in March.</summary>
    private (int, SaidPeriod)? DayThenMonth(List<Token> tokens, int at)
    {
        var next = at + 1;
        while (next < tokens.Count && next < at + 3 && tokens[next].IsWord("er", "st", "nd", "rd", "th", "of"))
        {
            next++;
        }

        // « novembre 16 décembre 18 »: the figure is the month's before it.
        if (next >= tokens.Count || MonthOf(tokens, next) is not { } month || !HasOtherFigure(tokens, at, 1) || (at > 0 && MonthOf(tokens, at - 1) is not null))
        {
            return null;
        }

        var end = next + 1;
        var day = LastOn(month, tokens[at].Whole!.Value);
        if (YearAfter(tokens, end, needsFigure: true) is var (used, year, isSpan) && !isSpan)
        {
            (end, day) = (end + used, Date(year, month, tokens[at].Whole!.Value));
        }

        return day is { } date ? (end - at, SaidPeriod.Day(date)) : null;
    }

    /// <summary>« 12 mars » and « mars 26 » without another figure: it may be the date and no figure.</summary>
    public bool MayBeDate(List<Token> tokens, int at) =>
        tokens[at] is { Whole: >= 1 and <= 31 and var number }
        && ((at + 1 < tokens.Count && MonthOf(tokens, at + 1) is not null) || (at > 0 && MonthOf(tokens, at - 1) is not null && (language == Language.English || number >= 20) && (at + 1 == tokens.Count || tokens[at + 1].Kind == TokenKind.Mark)));

    private int? MonthOf(List<Token> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at] is not { Kind: TokenKind.Word } token)
        {
            return null;
        }

        if (Months.TryGetValue(token.Folded, out var month))
        {
            return token.Folded switch
            {
                // In French also seven.
                "sept" when language == Language.French => Before(tokens, at)?.IsWord("en", "de", "pour", "fin") == true || Mark(tokens, at + 1) is '.' or ':' || (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Figure)
                    || (HasOtherFigure(tokens, at, 1) && (at + 1 >= tokens.Count || tokens[at + 1].Kind != TokenKind.Word)) ? month : null,
                // Also a word for what is possible, and for walking.
                "may" when language == Language.English => Before(tokens, at)?.IsWord("in", "for", "of") == true || char.IsUpper(token.Text[0]) || (at + 1 < tokens.Count && tokens[at + 1].Kind != TokenKind.Word) || at + 1 == tokens.Count ? month : null,
                _ => month,
            };
        }

        if (token.Folded.Length >= 6)
        {
            foreach (var (name, number) in Months)
            {
                if (name.Length >= 6 && WordStem.IsSlip(token.Folded, name))
                {
                    return number;
                }
            }
        }

        return null;
    }
}
