using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.QuickLines;

/// <summary>A figure of a line with what stands directly at it: a unit, a whole it is a part of, « environ ».</summary>
internal sealed record GivenNumber
{
    public required int At { get; init; }

    /// <summary>In tokens, its unit included.</summary>
    public required int Length { get; init; }

    public decimal Amount { get; init; }

    /// <summary>The other way to read it: <c>1.250</c>.</summary>
    public decimal? Otherwise { get; init; }

    /// <summary>« 45 sur 60 ».</summary>
    public decimal? Whole { get; init; }

    public Measure? Measure { get; init; }

    public Certainty? Certainty { get; init; }

    /// <summary>It may be no figure at all: « une », « 2025 » alone, « 12 ? ».</summary>
    public bool Faint { get; init; }

    /// <summary>Why it cannot be taken as it stands.</summary>
    public Why? Problem { get; init; }

    /// <summary>As it stands in the line, its unit included.</summary>
    public string Written { get; init; } = "";

    /// <summary>Where what follows it begins, in characters.</summary>
    public int Place { get; init; }

    public int End => At + Length;

    /// <summary>As a value of the indicator; null where it is none. <c>Doubtful</c>: « 45 » for a percentage.</summary>
    /// <param name="indicator">Of any kind.</param>
    /// <param name="certainty">As the line says it.</param>
    /// <param name="things">What follows is a thing that is counted: « 9 sorties » is no percentage.</param>
    public (Reading.Figure Figure, Reading.Figure? Otherwise, bool Doubtful)? For(Indicator indicator, Certainty? certainty, bool things)
    {
        if (indicator.Kind == Kind.Text)
        {
            return null;
        }

        var known = Certainty ?? certainty;
        if (Whole is { } whole)
        {
            return (indicator.Kind, whole) switch
            {
                (Kind.Percentage, > 0) => (new(Math.Round(100 * Amount / whole, 2, MidpointRounding.AwayFromZero), known, Amount, whole), null, false),
                (Kind.Scale, 5) when Amount is >= 1 and <= 5 => (new(Amount, known), null, false),
                _ => null,
            };
        }

        if (Measure is null)
        {
            return (indicator.Kind == Kind.Scale && Amount is < 1 or > 5) || (indicator.Kind == Kind.Percentage && things) ? null
                : (new(Rounded(Amount, indicator), known), Otherwise is { } other ? new(Rounded(other, indicator), known) : null, indicator.Kind == Kind.Percentage);
        }

        return indicator.Kind == Kind.Scale || Measure.Value.In(indicator, Amount) is not { } amount ? null
            : (new(Rounded(amount, indicator), known), Otherwise is { } second && Measure.Value.In(indicator, second) is { } also ? new(Rounded(also, indicator), known) : null, false);
    }

    private static decimal Rounded(decimal amount, Indicator indicator) => Math.Round(amount, indicator.Kind is Kind.Count or Kind.Duration ? 3 : 2, MidpointRounding.AwayFromZero);
}

/// <summary>Finds the figures of a line: in digits or in words, with the unit that stands at them.</summary>
internal static class GivenNumbers
{
    public static IReadOnlyList<GivenNumber> In(string line, List<Token> tokens, Language language)
    {
        List<GivenNumber> numbers = [];
        for (var at = 0; at < tokens.Count;)
        {
            if (!tokens[at].Used && At(tokens, at, language) is { } number)
            {
                var end = tokens[number.End - 1].End;
                numbers.Add(number with { Written = line[tokens[at].Start..end], Place = end });
                at = number.End;
            }
            else
            {
                at++;
            }
        }

        return numbers;
    }

    private static GivenNumber? At(List<Token> tokens, int at, Language language)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Word)
        {
            return NumberWords.At(tokens, at) is { } spelled
                ? WithUnit(tokens, new() { At = at, Length = spelled.Length, Amount = spelled.Amount, Certainty = spelled.Certainty, Faint = spelled.Faint })
                : null;
        }

        if (token.Kind != TokenKind.Figure)
        {
            return null;
        }

        GivenNumber number = new() { At = at, Length = 1 };
        if (IsMinus(tokens, at - 1))
        {
            return number with { Problem = Why.Negative };
        }

        switch (FigureText.Read(token.Text, language))
        {
            case FigureRead.One one:
                // « 1,250 » is one and a quarter in French, and may have been copied from where it is a thousand more.
                var thousands = language == Language.French && token.Text.Split(',') is [{ Length: >= 1 and <= 3 } before, { Length: 3 }] && before[0] != '0' && !token.Text.Contains(' ', StringComparison.Ordinal);
                var asDecimal = language == Language.English && token.Text.Split('.') is [{ Length: >= 1 and <= 3 } whole, { Length: 3 }] && whole[0] != '0';
                number = number with { Amount = one.Amount, Otherwise = thousands || asDecimal ? one.Amount * 1000 : null };
                break;
            case FigureRead.Either either:
                number = number with { Amount = either.First, Otherwise = either.Second };
                break;
            case FigureRead.TooLong:
                return number with { Problem = Why.TooLong };
            default:
                return number with { Problem = Why.SeveralFigures };
        }

        if (Clock(tokens, at, number) is { } time)
        {
            return time;
        }

        if (Share(tokens, at, number, language) is { } share)
        {
            return share;
        }

        number = Thousand(tokens, number);
        number = WithUnit(tokens, number);
        return number with
        {
            Faint = number.Faint
                || (number is { Length: 1, Amount: >= 1990 and <= 2100 } && token.Whole is not null && !FollowedByWord(tokens, number.End))
                || (number.End < tokens.Count && ((tokens[number.End].IsMark('+') && tokens[number.End].Glued) || tokens[number.End].IsMark('?') || tokens[number.End].IsMark('½'))),
            Problem = number.End < tokens.Count && tokens[number.End].IsMark('½') ? Why.SeveralFigures : number.Problem,
        };
    }

    private static bool FollowedByWord(List<Token> tokens, int at) => at < tokens.Count && tokens[at] is { Kind: TokenKind.Word, Used: false };

    /// <summary>« -5 », not « - 5 séances » of a list nor « 12-15 ».</summary>
    private static bool IsMinus(List<Token> tokens, int at) =>
        at >= 0 && tokens[at].Kind == TokenKind.Mark && tokens[at].Text[0] is '-' or '−' or '–' && tokens[at + 1].Glued && !tokens[at].Used && !(at > 0 && tokens[at].Glued && tokens[at - 1].Kind != TokenKind.Mark);

    /// <summary>« 3h30 », « 1 h 05 », « 2 heures 15 min ».</summary>
    private static GivenNumber? Clock(List<Token> tokens, int at, GivenNumber number)
    {
        if (at + 2 < tokens.Count && tokens[at].Whole is { } hours && tokens[at + 1].IsWord("h", "heure", "heures", "hour", "hours"))
        {
            var minutes = tokens[at + 2].IsWord("et", "and") ? at + 3 : at + 2;
            if (minutes < tokens.Count && tokens[minutes] is { Used: false, Whole: >= 0 and <= 59 and var rest } && (tokens[minutes].Text.Length == 2 || (minutes + 1 < tokens.Count && tokens[minutes + 1].IsWord("min", "mn", "minutes"))))
            {
                var end = minutes + 1 < tokens.Count && tokens[minutes + 1].IsWord("min", "mn", "minute", "minutes") ? minutes + 2 : minutes + 1;
                return number with { Amount = (hours * 60) + rest, Measure = new(Dimension.Time, 1), Length = end - at };
            }
        }

        return null;
    }

    /// <summary>« 45 sur 60 », « 45 personnes sur 60 », « 45/60 », « 4 out of 5 ».</summary>
    private static GivenNumber? Share(List<Token> tokens, int at, GivenNumber number, Language language)
    {
        for (var between = at + 1; between < tokens.Count && between <= at + 3; between++)
        {
            var length = tokens[between].IsWord("sur") || (tokens[between].IsMark('/') && between == at + 1) ? 1 : tokens[between].IsWord("out") && between + 1 < tokens.Count && tokens[between + 1].IsWord("of") ? 2 : 0;
            if (length > 0)
            {
                var whole = between + length;
                return whole < tokens.Count && tokens[whole] is { Kind: TokenKind.Figure, Used: false } && FigureText.Read(tokens[whole].Text, language) is FigureRead.One { Amount: >= 0 } of
                    ? Over(number with { Whole = of.Amount, Length = between == at + 1 ? whole - at + 1 : 1 }, tokens, between, whole)
                    : null;
            }

            if (tokens[between].Kind != TokenKind.Word)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The words between the two figures stay words: « 45 personnes sur 60 ».</summary>
    private static GivenNumber Over(GivenNumber number, List<Token> tokens, int between, int whole)
    {
        for (var i = between; i <= whole; i++)
        {
            tokens[i].Used = true;
        }

        return number;
    }

    /// <summary>« 3k », « 2,5 k€ ».</summary>
    private static GivenNumber Thousand(List<Token> tokens, GivenNumber number)
    {
        if (number.End >= tokens.Count || !tokens[number.End].IsWord("k"))
        {
            return number;
        }

        var money = number.End + 1 < tokens.Count && tokens[number.End + 1].Glued && tokens[number.End + 1].IsMark('€');
        return tokens[number.End].Glued || money ? number with { Amount = number.Amount * 1000, Otherwise = null, Length = number.Length + 1 } : number;
    }

    private static GivenNumber WithUnit(List<Token> tokens, GivenNumber number)
    {
        if (number.At > 0 && tokens[number.At - 1] is { Kind: TokenKind.Mark, Text: "€" or "£" } sign)
        {
            sign.Used = true;
            return number with { Measure = Measure.Of(sign.Text) };
        }

        var at = number.End;
        if (at >= tokens.Count || tokens[at].Used)
        {
            return number;
        }

        if (at + 1 < tokens.Count && tokens[at].IsWord("pour", "per") && tokens[at + 1].IsWord("cent"))
        {
            return number with { Measure = Measure.Of("%"), Length = number.Length + 2 };
        }

        // « une centaine de kilos ».
        if (number.Certainty == Certainty.Estimated && tokens[at].IsWord("de", "of") && at + 1 < tokens.Count && Measure.Of(tokens[at + 1].Folded) is { } round)
        {
            return number with { Measure = round, Length = number.Length + 2 };
        }

        // « j » of « j'ai » and « l » of « l'atelier » are no units.
        var elided = at + 1 < tokens.Count && (tokens[at + 1].IsMark('\'') || tokens[at + 1].IsMark('’'));
        return !elided && Measure.Of(tokens[at].Folded) is { } measure ? number with { Measure = measure, Length = number.Length + 1 } : number;
    }
}
