using System.Text.Json;

namespace SocialUtility.Domain.Catalogue;

/// <summary>The 95 questions of the ten steps of the method (domain.md 1.5), as data.</summary>
public sealed class MethodQuestions
{
    private static readonly Lazy<MethodQuestions> Embedded = new(Load);

    private readonly Dictionary<string, MethodQuestion> byId;

    private MethodQuestions(IReadOnlyList<Step> steps)
    {
        Steps = steps;
        byId = steps.SelectMany(step => step.Questions).ToDictionary(question => question.Id);
    }

    public static MethodQuestions Instance => Embedded.Value;

    public IReadOnlyList<Step> Steps { get; }

    /// <exception cref="KeyNotFoundException">No such question.</exception>
    public MethodQuestion this[string id] => byId[id];

    public MethodQuestion? Find(string id) => byId.GetValueOrDefault(id);

    private static MethodQuestions Load()
    {
        using var stream = typeof(MethodQuestions).Assembly.GetManifestResourceStream("questions.json")!;
        return new(JsonSerializer.Deserialize(stream, CatalogueJson.Default.QuestionsFile)!.Steps);
    }
}

/// <summary>A step of the method.</summary>
public sealed record Step(string Id, string Fr, string En, IReadOnlyList<MethodQuestion> Questions);

/// <summary>One question: its words, the form of its answer (<c>long_text</c>, <c>choice</c>…), to whom it is put and what it feeds.</summary>
public sealed record MethodQuestion(string Id, string Fr, string En, string Type, string Audience, string FeedsFr)
{
    public string In(Language language) => language == Language.English ? En : Fr;
}

internal sealed record QuestionsFile(IReadOnlyList<Step> Steps);
