using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.QuickLines;

/// <summary>A number in words: how many tokens it takes, and how it is known where the words say so (« une douzaine »).</summary>
/// <param name="Amount">The number.</param>
/// <param name="Length">In tokens.</param>
/// <param name="Certainty">Estimated for a round word.</param>
/// <param name="Faint">« un », « une », « neuf », « aucune »: it may be no number at all.</param>
internal readonly record struct SpelledNumber(decimal Amount, int Length, Certainty? Certainty, bool Faint);

/// <summary>Reads French and English number words: « quatre-vingt-cinq », « une douzaine », « twelve », « two hundred and five ».</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Small = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["un"] = 1, ["une"] = 1, ["deux"] = 2, ["trois"] = 3, ["quatre"] = 4, ["cinq"] = 5, ["six"] = 6, ["sept"] = 7, ["huit"] = 8, ["neuf"] = 9,
        ["dix"] = 10, ["onze"] = 11, ["douze"] = 12, ["treize"] = 13, ["quatorze"] = 14, ["quinze"] = 15, ["seize"] = 16,
        ["vingt"] = 20, ["vingts"] = 20, ["trente"] = 30, ["quarante"] = 40, ["cinquante"] = 50, ["soixante"] = 60, ["septante"] = 70, ["huitante"] = 80, ["octante"] = 80, ["nonante"] = 90,
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9,
        ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    };

    private static readonly Dictionary<string, int> Round = new(StringComparer.Ordinal)
    {
        ["huitaine"] = 8, ["dizaine"] = 10, ["douzaine"] = 12, ["quinzaine"] = 15, ["vingtaine"] = 20, ["trentaine"] = 30, ["quarantaine"] = 40, ["cinquantaine"] = 50,
        ["soixantaine"] = 60, ["centaine"] = 100, ["millier"] = 1000, ["dozen"] = 12, ["score"] = 20,
    };

    /// <summary>A word that is a number and hardly anything else.</summary>
    public static bool IsClear(Token token) =>
        token.Kind == TokenKind.Word && ((Small.ContainsKey(token.Folded) && !IsFaint(token.Folded)) || token.IsWord("cent", "cents", "mille", "hundred", "thousand") || Round.ContainsKey(Singular(token.Folded)));

    /// <summary>The number that begins at that token; null where none does.</summary>
    public static SpelledNumber? At(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].IsWord("aucun", "aucune"))
        {
            return new(0, 1, null, Faint: true);
        }

        // « une bonne douzaine », « deux centaines », « a dozen »: a round word is never counted.
        var multiplier = tokens[at].Kind == TokenKind.Word && (tokens[at].IsWord("a") ? 1 : Small.TryGetValue(tokens[at].Folded, out var times) && times is > 0 and < 20 ? times : 0) is > 0 and var many ? many : 0;
        var word = multiplier > 0 ? at + 1 : at;
        if (word < tokens.Count && tokens[word].IsWord("bonne", "petite", "grosse", "good"))
        {
            word++;
        }

        if (word < tokens.Count && Round.TryGetValue(Singular(tokens[word].Folded), out var round) && tokens[word].Kind == TokenKind.Word)
        {
            return new(Math.Max(multiplier, 1) * round, word - at + 1, Certainty.Estimated, Faint: false);
        }

        return Plain(tokens, at);
    }

    private static SpelledNumber? Plain(IReadOnlyList<Token> tokens, int at)
    {
        decimal total = 0;
        var (current, end, next) = (0, at, at);
        if (tokens[at].IsWord("a") && at + 1 < tokens.Count && tokens[at + 1].IsWord("hundred", "thousand"))
        {
            next++;
        }

        while (next < tokens.Count && tokens[next] is { Kind: TokenKind.Word, Used: false } token)
        {
            if (Small.TryGetValue(token.Folded, out var value))
            {
                if (value == 20 && current % 100 == 4)
                {
                    current += 76;
                }
                else if (Fits(current, value, end > at))
                {
                    current += value;
                }
                else
                {
                    break;
                }
            }
            else if (token.IsWord("cent", "cents", "hundred") && current < 10)
            {
                current = Math.Max(current, 1) * 100;
            }
            else if (token.IsWord("mille", "thousand") && total == 0 && current < 1000)
            {
                (total, current) = (Math.Max(current, 1) * 1000, 0);
            }
            else
            {
                break;
            }

            end = ++next;
            // What joins two halves: « vingt et un », « quatre-vingt », « two hundred and five ».
            if (next + 1 < tokens.Count && ((tokens[next].IsMark('-') && tokens[next].Glued && tokens[next + 1].Glued) || (tokens[next].IsWord("et", "and") && Joins(current, tokens[next], tokens[next + 1]))))
            {
                next++;
            }
            else if (next + 2 < tokens.Count && tokens[next].IsMark('-') && tokens[next + 1].IsWord("et", "and") && tokens[next + 2].IsMark('-'))
            {
                next += 3;
            }
        }

        return end == at ? null : new(total + current, end - at, null, Faint: end == at + 1 && IsFaint(tokens[at].Folded));
    }

    /// <summary>« cent » takes any, « vingt » takes up to nine, « soixante » and « quatre-vingt » up to nineteen.</summary>
    private static bool Fits(int current, int value, bool begun) => !begun || (current % 100) switch
    {
        0 => current > 0 ? value < 100 : value is > 0 and < 1000,
        60 or 80 => value is > 0 and < 20,
        >= 20 and var tens when tens % 10 == 0 => value is > 0 and < 10,
        10 or 70 or 90 => value is 7 or 8 or 9,
        _ => false,
    };

    /// <summary>« vingt et un », « soixante et onze »; « hundred and … ». « douze et trois » are two figures.</summary>
    private static bool Joins(int current, Token joint, Token after) => joint.IsWord("et")
        ? after.IsWord("un", "une", "onze") && current % 100 is 20 or 30 or 40 or 50 or 60
        : current >= 100 && current % 100 == 0 && Small.ContainsKey(after.Folded);

    private static bool IsFaint(string word) => word is "un" or "une" or "one" or "neuf";

    private static string Singular(string word) => word.EndsWith('s') ? word[..^1] : word;
}
