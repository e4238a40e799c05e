using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Wording;

/// <summary>
/// What people read, in one language: the resources of this folder, a pair of files for each subject (<c>Words.resx</c> in
/// French and <c>Words.en.resx</c> hold what all share). A key is given once among them all.
/// Typography is put right here, once, on the way out: the resources are written with plain spaces and apostrophes.
/// </summary>
public sealed partial class Words
{
    private static readonly Words French = new(Language.French);
    private static readonly Words English = new(Language.English);

    private readonly Dictionary<string, string> sentences;
    private Elision Elided => field ??= new(Culture);
    private readonly ConcurrentDictionary<string, (string Text, CompositeFormat? Format)> read = new(StringComparer.Ordinal);

    private Words(Language language)
    {
        Language = language;
        sentences = All(language);
        Culture = (CultureInfo)language.Culture().Clone();
        // .NET gives U+202F for French thousands; old phones show it as a square.
        Culture.NumberFormat.NumberGroupSeparator = language == Language.French ? "\u00A0" : ",";
    }

    public Language Language { get; }

    public CultureInfo Culture { get; }

    public static Words In(Language language) => language == Language.English ? English : French;

    /// <exception cref="KeyNotFoundException">No such sentence.</exception>
    public string this[string key] => Read(key).Text;

    /// <summary>The sentence with its values put in.</summary>
    public string Say(string key, params ReadOnlySpan<object?> values)
    {
        var (text, format) = Read(key);
        return string.Format(Elision.IsIn(text) ? Elided : Culture, format ?? CompositeFormat.Parse(text), values);
    }

    /// <summary>The sentence that fits the number: <c>key.0</c>, <c>key.1</c> where they exist, else <c>key</c>.</summary>
    public string Count(string key, int count, params ReadOnlySpan<object?> values)
    {
        var exact = $"{key}.{count}";
        return Opening(Say(count < 2 && Has(exact) ? exact : key, [Spelled(count), .. values]));
    }

    public bool Has(string key) => sentences.ContainsKey(key);

    /// <summary>A sentence of the method or of the catalogue, set as people read it.</summary>
    public string Set(Bilingual text) => Typeset(text.In(Language));

    /// <summary>A sentence that stands in this language already, set as people read it.</summary>
    public string Set(string text) => Typeset(text);

    /// <summary>All sentences of this language, as they stand in the resources.</summary>
    internal IReadOnlyDictionary<string, string> Sentences => sentences;

    /// <summary>All sentences of a language as they stand in its resources.</summary>
    internal static Dictionary<string, string> All(Language language)
    {
        const string Ending = ".resources";
        var assembly = typeof(Words).Assembly;
        var folder = typeof(Words).Namespace + ".";
        var culture = language == Language.English ? CultureInfo.GetCultureInfo("en") : CultureInfo.InvariantCulture;
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal)))
        {
            foreach (DictionaryEntry sentence in new ResourceManager(name[..^Ending.Length], assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!)
            {
                all.Add((string)sentence.Key, (string)sentence.Value!);
            }
        }

        return all;
    }

    private (string Text, CompositeFormat? Format) Read(string key) => read.GetOrAdd(key, static (key, words) =>
    {
        var text = words.Typeset(words.sentences.GetValueOrDefault(key) ?? throw new KeyNotFoundException($"No words for {key}."));
        return (text, text.Contains('{', StringComparison.Ordinal) ? CompositeFormat.Parse(text) : null);
    }, this);

    /// <summary>Curly apostrophes; in French no break before <c>: ; ? ! % €</c> nor inside « ».</summary>
    private string Typeset(string text)
    {
        var set = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            var before = i > 0 ? text[i - 1] : '\0';
            set.Append(letter switch
            {
                '\'' => '’',
                ' ' when Language == Language.French && (next is ':' or ';' or '?' or '!' or '%' or '€' or '»' || before == '«') => '\u00A0',
                _ => letter,
            });
        }

        return set.ToString();
    }
}
