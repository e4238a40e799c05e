using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.QuickLines;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Word,
    Figure,

    /// <summary>A sign: what separates, or says something itself.</summary>
    Mark,
}

/// <summary>A word, a figure or a sign of a line, and what it has been taken for.</summary>
internal sealed class Token(TokenKind kind, string text, int start, bool glued)
{
    public TokenKind Kind { get; } = kind;

    public string Text { get; } = text;

    /// <summary>Where it begins in the line.</summary>
    public int Start { get; } = start;

    public int End => Start + Text.Length;

    /// <summary>Nothing stands between it and what comes before: « 420kg ».</summary>
    public bool Glued { get; } = glued;

    /// <summary>Without accents, in small letters.</summary>
    public string Folded { get; } = kind == TokenKind.Word ? WordStem.Fold(text) : text;

    /// <summary>It was taken for a period, a certainty, a label: it says nothing more.</summary>
    public bool Used { get; set; }

    /// <summary>A whole number in digits alone; null where it is none, or a long one.</summary>
    public int? Whole { get; } = kind == TokenKind.Figure && text.Length <= 4 && text.All(char.IsAsciiDigit) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    public bool IsWord(params ReadOnlySpan<string> words) => Kind == TokenKind.Word && words.Contains(Folded);

    public bool IsMark(char mark) => Kind == TokenKind.Mark && Text[0] == mark;

    /// <summary>Cuts a line into its words, figures and signs; what has no meaning here, such as a picture-face, is left out.</summary>
    public static List<Token> Cut(string line)
    {
        var tokens = new List<Token>();
        var at = 0;
        var before = -1;
        while (at < line.Length)
        {
            var letter = line[at];
            if (char.IsAsciiDigit(letter))
            {
                var end = FigureText.EndOfFigure(line, at);
                Add(TokenKind.Figure, end);
            }
            else if (char.IsLetter(letter))
            {
                var end = at + 1;
                // T1, Q4, m2 and CO2 are words; « 3h30 » begins with a figure and is cut.
                var afterFigure = before == at && tokens[^1].Kind == TokenKind.Figure;
                while (end < line.Length && (char.IsLetter(line[end]) || line[end] is '²' or '³' || char.GetUnicodeCategory(line[end]) == System.Globalization.UnicodeCategory.NonSpacingMark || (!afterFigure && char.IsAsciiDigit(line[end]))))
                {
                    end++;
                }

                Add(TokenKind.Word, end);
            }
            else if (!char.IsWhiteSpace(letter) && !char.IsSurrogate(letter) && char.GetUnicodeCategory(letter) is not (System.Globalization.UnicodeCategory.OtherSymbol or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                Add(TokenKind.Mark, at + 1);
            }
            else
            {
                // « n° » is a word of its own; other symbols say nothing.
                at++;
            }
        }

        return tokens;

        void Add(TokenKind kind, int end)
        {
            tokens.Add(new(kind, line[at..end], at, before == at));
            (at, before) = (end, end);
        }
    }
}
