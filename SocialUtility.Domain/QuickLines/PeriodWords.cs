using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.QuickLines;

/// <summary>
/// Finds what a line says of the time, in French and English: « mars », « mars 26 », « T1 », « 1er trimestre 2026 », « le mois
/// dernier », « 2025-2026 », « 12/03 ». A month or a quarter without its year is the last one that has begun.
/// </summary>
internal sealed partial class PeriodWords(DateOnly today, int yearStartsIn, Language language)
{
    private static readonly Dictionary<string, int> Ordinals = new(StringComparer.Ordinal)
    {
        ["premier"] = 1, ["first"] = 1, ["deuxieme"] = 2, ["second"] = 2, ["troisieme"] = 3, ["third"] = 3, ["quatrieme"] = 4, ["fourth"] = 4,
    };

    private static readonly string[] Quarter = ["trimestre", "trim", "quarter", "term"];
    private static readonly string[] Semester = ["semestre", "semester", "half"];
    private static readonly string[] Year = ["annee", "an", "year", "exercice", "saison", "season"];
    private static readonly string[] Last = ["dernier", "derniere", "passe", "passee", "precedent", "precedente", "last", "previous", "past"];
    private static readonly string[] This = ["ce", "cet", "cette", "this", "current"];
    private static readonly string[] Days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>All that is said of the time with the token it begins at, in order; its words are marked as used.</summary>
    public IReadOnlyList<(int At, SaidPeriod Said)> Find(List<Token> tokens)
    {
        List<(int At, int Length, SaidPeriod Said)> found = [];
        for (var at = 0; at < tokens.Count;)
        {
            if (tokens[at].Used || At(tokens, at) is not var (length, said))
            {
                at++;
                continue;
            }

            Use(tokens, at, length);
            found.Add((at, length, said));
            at += length;
        }

        return Joined(tokens, found);
    }

    private static void Use(List<Token> tokens, int at, int length)
    {
        for (var i = at; i < at + length; i++)
        {
            tokens[i].Used = true;
        }
    }

    /// <summary>« janvier à mars », « janvier, février et mars »: from the first to the last, where nothing but that stands between.</summary>
    private static List<(int At, SaidPeriod Said)> Joined(List<Token> tokens, List<(int At, int Length, SaidPeriod Said)> found)
    {
        List<(int, SaidPeriod)> joined = [];
        for (var i = 0; i < found.Count; i++)
        {
            var (at, _, said) = found[i];
            var end = found[i].At + found[i].Length;
            while (i + 1 < found.Count && found[i + 1].At - end == 1 && IsBetween(tokens[end]) && said is { Part: false, Spans.Count: 1 } && found[i + 1].Said is { Part: false, Spans.Count: 1 })
            {
                var (next, earlier) = (found[i + 1].Said.Spans[0], said.Spans[0]);
                if (next.Start <= earlier.End)
                {
                    // « de décembre à janvier »: the first one was the year before.
                    earlier = (earlier.Start.AddYears(-1), earlier.End.AddYears(-1));
                }

                tokens[end].Used = true;
                said = earlier.End.AddDays(1) == next.Start || !tokens[end].IsWord("et", "and") ? new(earlier.Start, next.End) : new([earlier, next]);
                end = found[i + 1].At + found[i + 1].Length;
                i++;
            }

            joined.Add((at, said));
        }

        return joined;
    }

    private static bool IsBetween(Token token) => token.IsWord("a", "au", "to", "et", "and", "until") || token.IsMark('-') || token.IsMark('–') || token.IsMark('/') || token.IsMark('&') || token.IsMark('→');

    private (int Length, SaidPeriod Said)? At(List<Token> tokens, int at) =>
        Dates(tokens, at) ?? Relative(tokens, at) ?? QuarterAt(tokens, at) ?? MonthAt(tokens, at) ?? YearAt(tokens, at);

    /// <summary>12/03/2026, 12.03.2026, 2026-03-12, 03/2026, 2026-03; and 12/03 where the line has another figure.</summary>
    private (int, SaidPeriod)? Dates(List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Figure)
        {
            return null;
        }

        if (token.Text.Split('.') is [var d, var m, var y] && y.Length is 2 or 4 && Number(d) is { } day && Number(m) is { } month && Number(y) is { } year)
        {
            return Date(Full(year), month, day) is { } date ? (1, SaidPeriod.Day(date)) : null;
        }

        if (token.Whole is not { } first || Mark(tokens, at + 1) is not ('/' or '-') || Glued(tokens, at + 2) is not { } second)
        {
            return null;
        }

        var mark = tokens[at + 1].Text[0];
        if (Mark(tokens, at + 3) == mark && Glued(tokens, at + 4) is { } third)
        {
            return IsYear(first) && Date(first, second, third) is { } iso ? (5, SaidPeriod.Day(iso))
                : tokens[at + 4].Text.Length is 2 or 4 && Date(Full(third), second, first) is { } date ? (5, SaidPeriod.Day(date)) : null;
        }

        if (IsYear(first) && tokens[at + 2].Text.Length == 4 && second == first + 1)
        {
            return (3, YearFrom(first, isSpan: true));
        }

        if (IsYear(first) && tokens[at + 2].Text.Length == 2)
        {
            return second == (first + 1) % 100 ? (3, YearFrom(first, isSpan: true)) : mark == '-' && second is >= 1 and <= 12 ? (3, SaidPeriod.Month(first, second)) : null;
        }

        if (IsYear(second) && tokens[at + 2].Text.Length == 4 && first is >= 1 and <= 12)
        {
            return (3, SaidPeriod.Month(second, first));
        }

        return mark == '/' && HasOtherFigure(tokens, at, 3, butYears: true) && LastOn(second, first) is { } recent ? (3, SaidPeriod.Day(recent)) : null;
    }

    /// <summary>« le mois dernier », « ce trimestre », « l'année passée », « hier », « last week ».</summary>
    private (int, SaidPeriod)? Relative(List<Token> tokens, int at)
    {
        if (tokens[at].Kind != TokenKind.Word)
        {
            return null;
        }

        if (tokens[at].IsWord("hier", "yesterday"))
        {
            return (1, SaidPeriod.Day(today.AddDays(-1)));
        }

        if (tokens[at].IsWord("today", "tonight") || (tokens[at].IsWord("aujourd") && Word(tokens, at + 2, "hui")))
        {
            return (tokens[at].IsWord("aujourd") ? 3 : 1, SaidPeriod.Day(today));
        }

        if (tokens[at].IsWord("demain", "tomorrow"))
        {
            return (1, SaidPeriod.Day(today.AddDays(1)));
        }

        if (tokens[at].IsWord(This) && (Word(tokens, at + 1, "matin", "midi", "soir", "apres", "morning", "afternoon", "evening") || Word(tokens, at + 1, Days)))
        {
            return (2, SaidPeriod.Day(today));
        }

        if (tokens[at].IsWord(Days) && at + 1 < tokens.Count && tokens[at + 1] is { Whole: >= 1 and <= 31 and var ofMonth } && MonthOf(tokens, at + 2) is null && HasOtherFigure(tokens, at + 1, 1))
        {
            // « mercredi 12 : 40 kg » is the day's; « mercredi 12 » alone may be twelve of a Wednesday's workshop.
            return (2, SaidPeriod.Day(Date(today.Year, today.Month, Math.Min(ofMonth, today.Day)) ?? today));
        }

        if (tokens[at].IsWord(This) && Unit(tokens, at + 1) is { } current)
        {
            return (IsCi(tokens, at + 2) ? 4 : 2, Span(current, 0));
        }

        if (tokens[at].IsWord(Last) && Unit(tokens, at + 1) is { } earlier)
        {
            return (2, Span(earlier, -1));
        }

        return Unit(tokens, at) is { } unit && Word(tokens, at + 1, Last) ? (2, Span(unit, -1)) : null;
    }

    private static bool IsCi(List<Token> tokens, int at) => at + 1 < tokens.Count && tokens[at].IsMark('-') && tokens[at + 1].IsWord("ci");

    private static char? Unit(List<Token> tokens, int at) =>
        Word(tokens, at, "mois", "month") ? 'm' : Word(tokens, at, Quarter) ? 'q' : Word(tokens, at, Year) ? 'y' : Word(tokens, at, "semaine", "week", "weekend") ? 'w' : null;

    private SaidPeriod Span(char unit, int back)
    {
        if (unit == 'w')
        {
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) + (7 * back));
            return new(monday, monday.AddDays(6), part: true);
        }

        var period = Period.Containing(today, unit switch { 'm' => Frequency.Monthly, 'q' => Frequency.Quarterly, _ => Frequency.Yearly }, yearStartsIn);
        return SaidPeriod.Of(back < 0 ? period.Previous : period);
    }

    /// <summary>« T1 », « Q1 2026 », « 1er trimestre », « third quarter », « S2 ».</summary>
    private (int, SaidPeriod)? QuarterAt(List<Token> tokens, int at)
    {
        var token = tokens[at];
        int length;
        int number;
        int months;
        if (token.Kind == TokenKind.Word && token.Folded is ['t' or 'q', >= '1' and <= '4'] or ['s', '1' or '2'])
        {
            (length, number, months) = (1, token.Folded[1] - '0', token.Folded[0] == 's' ? 6 : 3);
        }
        else if (Word(tokens, at, Quarter) && at + 1 < tokens.Count && tokens[at + 1].Whole is >= 1 and <= 4 and var after && HasOtherFigure(tokens, at + 1, 1))
        {
            (length, number, months) = (2, after, 3);
        }
        else
        {
            var ordinal = Ordinals.TryGetValue(token.Folded, out var said) ? said : token.Whole is >= 1 and <= 4 && Word(tokens, at + 1, "er", "ere", "e", "eme", "ieme", "nd", "nde", "st", "rd", "th") ? token.Whole : null;
            var next = at + (token.Kind == TokenKind.Word ? 1 : 2);
            var (quarter, half) = (Word(tokens, next, Quarter), Word(tokens, next, Semester));
            if (ordinal is null || (!quarter && !half) || (half && ordinal > 2))
            {
                return null;
            }

            (length, number, months) = (next - at + 1, ordinal.Value, half ? 6 : 3);
        }

        if (YearAfter(tokens, at + length, needsFigure: false) is var (used, year, isSpan))
        {
            // Of a year that starts in another month than January, « T1 2026 » may be of either year.
            return (length + used, isSpan || yearStartsIn == 1 ? Of(year) : new([Of(year - 1).Spans[0], Of(year).Spans[0]]));
        }

        var latest = Period.Containing(today, Frequency.Yearly, yearStartsIn).Year;
        return (length, Of(Of(latest).Spans[0].Start <= today ? latest : latest - 1));

        SaidPeriod Of(int inYear)
        {
            var start = new DateOnly(inYear, yearStartsIn, 1).AddMonths((number - 1) * months);
            return new(start, start.AddMonths(months).AddDays(-1));
        }
    }

    /// <summary>« en 2026 », « année 2025-2026 », « 2025 : … »; a bare number of four digits only where the line has another figure.</summary>
    private (int, SaidPeriod)? YearAt(List<Token> tokens, int at)
    {
        var named = Word(tokens, at, Year);
        var start = at + (named || Word(tokens, at, "en", "in") ? 1 : 0);
        start += named && Word(tokens, start, "scolaire", "civile", "sportive") ? 1 : 0;
        var introduced = start > at;
        if (named && start + 2 < tokens.Count && tokens[start] is { Whole: { } from, Text.Length: 2 } && Mark(tokens, start + 1) is '/' or '-' && Glued(tokens, start + 2) == from + 1)
        {
            return (start + 3 - at, YearFrom(2000 + from, isSpan: true));
        }

        if (start >= tokens.Count || tokens[start] is not { Whole: { } year } || !IsYear(year) || (start + 1 < tokens.Count && (Measure.Of(tokens[start + 1].Folded) is not null || Mark(tokens, start + 1) == '%')))
        {
            return null;
        }

        if (YearAfter(tokens, start, needsFigure: false) is var (used, first, isSpan) && isSpan)
        {
            return (start + used - at, YearFrom(first, isSpan: true));
        }

        return introduced || HasOtherFigure(tokens, start, 1) ? (start + 1 - at, YearFrom(year, isSpan: false)) : null;
    }

    /// <summary>« 2025-2026 » is the association's year that starts in 2025, « 2025 » the calendar year.</summary>
    private SaidPeriod YearFrom(int year, bool isSpan) => isSpan && yearStartsIn > 1
        ? SaidPeriod.Of(Period.Containing(new(year, yearStartsIn, 1), Frequency.Yearly, yearStartsIn))
        : new(new DateOnly(year, 1, 1), new DateOnly(isSpan ? year + 1 : year, 12, 31));

    /// <summary>« 2026 », « '26 », « 26 » after a month or a quarter; <paramref name="needsFigure"/>: two digits only where another figure is left for the value.</summary>
    private static (int Used, int Year, bool IsSpan)? YearAfter(List<Token> tokens, int at, bool needsFigure)
    {
        if (at < tokens.Count && tokens[at].IsWord("de", "of", "d"))
        {
            return YearAfter(tokens, at + 1, needsFigure) is var (more, of, span) ? (more + 1, of, span) : null;
        }

        if (at < tokens.Count && (tokens[at].IsMark('\'') || tokens[at].IsMark('’')) && Glued(tokens, at + 1) is { } marked && tokens[at + 1].Text.Length == 2)
        {
            return (2, 2000 + marked, false);
        }

        if (at >= tokens.Count || tokens[at].Whole is not { } number || (at + 1 < tokens.Count && tokens[at + 1].Glued && tokens[at + 1].Kind == TokenKind.Word))
        {
            return null;
        }

        if (IsYear(number))
        {
            return Mark(tokens, at + 1) is '/' or '-' && Glued(tokens, at + 2) is { } next && (next == number + 1 || (tokens[at + 2].Text.Length == 2 && next == (number + 1) % 100)) ? (3, number, true) : (1, number, false);
        }

        return tokens[at].Text.Length == 2 && number is >= 20 and <= 40 && HasOtherFigure(tokens, at, 1) && !(at + 1 < tokens.Count && tokens[at + 1].IsMark('%')) && IsBeforeMark(tokens, at + 1, needsFigure) ? (1, 2000 + number, false) : null;
    }

    /// <summary>« mars 26 : 12 séances » has a year, « mars 26 séances, 85 personnes » has none: two digits count as a year where something sets them off.</summary>
    private static bool IsBeforeMark(List<Token> tokens, int at, bool needsFigure) =>
        at >= tokens.Count || (tokens[at].Kind == TokenKind.Mark && (!needsFigure || tokens[at].Text[0] is ':' or '=' or '-' or '–' or '→')) || tokens[at].Kind == TokenKind.Figure;

    private int LastWith(int month) => new DateOnly(today.Year, month, 1) <= today ? today.Year : today.Year - 1;

    private DateOnly? LastOn(int month, int day) =>
        Date(today.Year, month, day) is { } date && date <= today ? date : Date(today.Year - 1, month, day);

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    private static bool IsYear(int number) => number is >= 1990 and <= 2100;

    private static int Full(int year) => year < 100 ? 2000 + year : year;

    private static int? Number(string digits) => digits.Length is >= 1 and <= 4 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static bool Word(List<Token> tokens, int at, params ReadOnlySpan<string> words) => at < tokens.Count && tokens[at].IsWord(words);

    private static char? Mark(List<Token> tokens, int at) => at < tokens.Count && tokens[at].Kind == TokenKind.Mark ? tokens[at].Text[0] : null;

    private static int? Glued(List<Token> tokens, int at) => at < tokens.Count && tokens[at].Glued ? tokens[at].Whole : null;

    private static Token? Before(List<Token> tokens, int at) => at > 0 ? tokens[at - 1] : null;

    /// <summary>Another figure of the line than these tokens: what is read as a date leaves one to be the value.</summary>
    private static bool HasOtherFigure(List<Token> tokens, int at, int length, bool butYears = false)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if ((i < at || i >= at + length) && !tokens[i].Used && (tokens[i].Kind == TokenKind.Figure ? !butYears || tokens[i].Whole is not { } whole || !IsYear(whole) : NumberWords.IsClear(tokens[i])))
            {
                return true;
            }
        }

        return false;
    }
}
