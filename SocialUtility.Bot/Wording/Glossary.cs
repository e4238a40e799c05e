using SocialUtility.Domain;

namespace SocialUtility.Bot.Wording;

/// <summary>The words of the field that people meet here (domain.md 6.3).</summary>
public enum Notion
{
    SocialUtility,
    Purpose,
    Objective,
    Action,
    Project,
    Dimension,
    Criterion,
    Indicator,
    Output,
    Outcome,
    Impact,
    Target,
    Baseline,
    Reading,
    Keeper,
    Stakeholder,
    Partner,
    Agreement,
    FinancialReport,
    ActivityReport,
    FinancialYear,
    Volunteer,
    FullTime,
    CoEvaluation,
    InKind,
    PriorityArea,
}

/// <summary>
/// Finds a notion by what people call it: in either language, accents, case, articles and plurals aside; and what looks like it
/// where none is called so.
/// </summary>
public static class Glossary
{
    private const int MostNear = 4;

    private static readonly string[] Articles =
        ["un", "une", "des", "le", "la", "les", "l'", "du", "de la", "de l'", "de", "d'", "a", "an", "the", "mot", "word"];

    private static readonly Dictionary<string, Notion> Forms = Read();

    /// <summary>Null where no notion is called so.</summary>
    public static Notion? Find(string words) =>
        Singular(Bare(words)) is { Length: > 0 } said && Forms.TryGetValue(said, out var notion) ? notion : null;

    /// <summary>What was perhaps meant: a letter or two away, or a part of the words; the nearest first.</summary>
    public static IReadOnlyList<Notion> Near(string words)
    {
        var said = Singular(Bare(words));
        if (said.Length < 3 || said.Length > 40)
        {
            return [];
        }

        return
        [
            .. Forms.Select(form => (form.Value, Far: Distance(said, form.Key)))
                .Where(near => near.Far <= Math.Max(1, said.Length / 4))
                .OrderBy(near => near.Far)
                .Concat(Forms.Where(form => form.Key.Contains(said, StringComparison.Ordinal) || form.Key.Split(' ').Any(part => part.Length > 4 && said.Split(' ').Contains(part))).Select(form => (form.Value, Far: 9)))
                .Select(near => near.Value)
                .Distinct()
                .Take(MostNear),
        ];
    }

    /// <summary>The notion that a question speaks of by its name, the longest name first; null for none.</summary>
    public static Notion? In(string question, Language language)
    {
        var words = Words.In(language);
        var text = $" {string.Join(' ', question.ToLower(words.Culture).Replace('’', '\'').Split([' ', '\u00A0', '\'', ',', '.', ';', ':', '?', '(', ')', '«', '»', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries).Select(Singular))} ";
        return Enum.GetValues<Notion>()
            .Select(notion => (Notion: notion, Form: words[$"glossary.{notion}.name"].ToLower(words.Culture).Replace('’', ' ')))
            .OrderByDescending(one => one.Form.Length)
            .Where(one => text.Contains($" {Singular(one.Form)} ", StringComparison.Ordinal))
            .Select(one => (Notion?)one.Notion)
            .FirstOrDefault();
    }

    private static Dictionary<string, Notion> Read()
    {
        var forms = new Dictionary<string, Notion>(StringComparer.Ordinal);
        foreach (var language in Enum.GetValues<Language>())
        {
            var words = Words.In(language);
            foreach (var notion in Enum.GetValues<Notion>())
            {
                foreach (var form in FormsOf(words, notion))
                {
                    forms.TryAdd(Singular(form.AsWord()), notion);
                }
            }
        }

        return forms;
    }

    private static IEnumerable<string> FormsOf(Words words, Notion notion) =>
        words[$"glossary.{notion}.words"].Split('|', StringSplitOptions.TrimEntries).Prepend(words[$"glossary.{notion}.name"]).Select(form => form.Replace('’', '\''));

    /// <summary>Folded, without the article before it and the question mark after it.</summary>
    private static string Bare(string words)
    {
        var bare = words.AsWord().TrimEnd('?', ' ').Trim('"', '«', '»', ' ');
        while (Articles.FirstOrDefault(article => bare.StartsWith(article.EndsWith('\'') ? article : article + " ", StringComparison.Ordinal)) is { } article)
        {
            bare = bare[article.Length..].TrimStart();
        }

        return bare;
    }

    /// <summary>Each word without the mark of its plural: « parties prenantes », « criteria ».</summary>
    private static string Singular(string words) => string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
    {
        "criteria" => "criterion",
        // « utility » and « utilities », without harm to « partie » and « parties ».
        { Length: > 4 } when word.EndsWith('y') => word[..^1] + "ie",
        { Length: > 3 } when word.EndsWith('s') || word.EndsWith('x') => word[..^1],
        _ => word,
    }));

    /// <summary>How many letters must be changed, added or left out.</summary>
    private static int Distance(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var now = new int[other.Length + 1];
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            }

            before = now;
        }

        return before[other.Length];
    }
}
