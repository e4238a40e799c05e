using System.Globalization;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Wording;

/// <summary>
/// How a name that people gave joins the small French word before it: a sentence says <c>{0:de}</c>, <c>{0:à}</c> or
/// <c>{0:que}</c>, and reads « du Potager », « aux Amis », « d'Awa », « qu'on ». Of a name only its article changes, and only a
/// thing's: people keep theirs (« à Le Goff »), so a sentence about a person says <c>à {0}</c>.
/// </summary>
internal sealed class Elision(CultureInfo culture) : IFormatProvider, ICustomFormatter
{
    /// <summary>Words with an h that lets nothing go before it.</summary>
    private static readonly string[] Aspirated = ["haie", "halle", "halte", "hameau", "hamac", "handicap", "hangar", "haricot", "haut", "heros", "hors", "huit", "hutte"];

    private static readonly string[] Joining = [":de}", ":à}", ":que}"];

    public static bool IsIn(string sentence) => Joining.Any(joining => sentence.Contains(joining, StringComparison.Ordinal));

    /// <summary>« du Potager », « des Amis », « de la Ruche », « de l'Atelier », « d'Awa », « de Marcel ».</summary>
    public static string Of(string name) =>
        Article(name) is { } article ? article switch
        {
            ("le", var rest) => "du " + rest,
            ("les", var rest) => "des " + rest,
            var (_, rest) => Feminine("de ", article.Word, rest),
        }
        : BeginsOpen(name) ? $"d\u2019{name}" : $"de {name}";

    /// <summary>« au Potager », « aux Amis », « à la Ruche », « à l'Atelier », « à Awa ».</summary>
    public static string At(string name) =>
        Article(name) is { } article ? article switch
        {
            ("le", var rest) => "au " + rest,
            ("les", var rest) => "aux " + rest,
            var (_, rest) => Feminine("à ", article.Word, rest),
        }
        : $"à {name}";

    /// <summary>« que les familles », « qu'on se parle ».</summary>
    public static string That(string words) => BeginsOpen(words) ? $"qu\u2019{words}" : $"que {words}";

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => (format, arg?.ToString() ?? "") switch
    {
        ("de", var name) => Of(name),
        ("à", var name) => At(name),
        ("que", var words) => That(words),
        (_, var text) => arg is IFormattable number ? number.ToString(format, culture) : text,
    };

    private static string Feminine(string before, string article, string rest) => article == "la" ? $"{before}la {rest}" : $"{before}l\u2019{rest}";

    /// <summary>The article that a name begins with, and the name without it.</summary>
    private static (string Word, string After)? Article(string name)
    {
        foreach (var article in (string[])["le ", "les ", "la ", "l'", "l\u2019"])
        {
            if (name.Length > article.Length && name.StartsWith(article, StringComparison.OrdinalIgnoreCase))
            {
                return (article.TrimEnd(' ', '\'', '\u2019'), name[article.Length..]);
            }
        }

        return null;
    }

    /// <summary>Nothing but a vowel or a silent h at the beginning; a y before a consonant is one (« d'Yves », « de Yasmina »).</summary>
    private static bool BeginsOpen(string text)
    {
        var first = text.Folded();
        return first.Length > 0 && first[0] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => !first.StartsWith("onz", StringComparison.Ordinal) && !first.StartsWith("oui", StringComparison.Ordinal),
            'h' => !Aspirated.Any(word => first.StartsWith(word, StringComparison.Ordinal)),
            'y' => first.Length > 1 && char.IsAsciiLetterLower(first[1]) && !"aeiou".Contains(first[1], StringComparison.Ordinal),
            _ => false,
        };
    }
}
