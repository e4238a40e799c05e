using System.Text.Json;
using System.Text.Json.Serialization;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Catalogue;

/// <summary>
/// Seven dimensions, 41 criteria and 103 indicators: a source of ideas, offered after the association's own words and never
/// imposed (domain.md sections 0 and 2).
/// </summary>
public sealed class ReferenceCatalogue
{
    private static readonly Lazy<ReferenceCatalogue> Embedded = new(Load);

    private ReferenceCatalogue(IReadOnlyList<Dimension> dimensions)
    {
        Dimensions = dimensions;
        Criteria = [.. dimensions.SelectMany(dimension => dimension.Criteria)];
        byCode = Criteria.ToDictionary(criterion => criterion.Id);
        indicators = Criteria.SelectMany(criterion => criterion.Indicators).ToDictionary(indicator => indicator.Id);
        criterionOf = Criteria.SelectMany(criterion => criterion.Indicators, (criterion, indicator) => (indicator.Id, criterion)).ToDictionary(pair => pair.Id, pair => pair.criterion);
        dimensionOf = dimensions.SelectMany(dimension => dimension.Criteria, (dimension, criterion) => (criterion.Id, dimension)).ToDictionary(pair => pair.Id, pair => pair.dimension);
    }

    private readonly Dictionary<string, ReferenceCriterion> byCode;
    private readonly Dictionary<string, ReferenceIndicator> indicators;
    private readonly Dictionary<string, Dimension> dimensionOf;
    private readonly Dictionary<string, ReferenceCriterion> criterionOf;

    public static ReferenceCatalogue Instance => Embedded.Value;

    public IReadOnlyList<Dimension> Dimensions { get; }

    public IReadOnlyList<ReferenceCriterion> Criteria { get; }

    public ReferenceCriterion? Criterion(string code) => byCode.GetValueOrDefault(code);

    public ReferenceIndicator? Indicator(string code) => indicators.GetValueOrDefault(code);

    /// <summary>The criterion that the catalogue's indicator looks at.</summary>
    public ReferenceCriterion? CriterionOf(string indicatorCode) => criterionOf.GetValueOrDefault(indicatorCode);

    public Dimension? DimensionOf(string criterionCode) => dimensionOf.GetValueOrDefault(criterionCode);

    private static ReferenceCatalogue Load()
    {
        using var stream = typeof(ReferenceCatalogue).Assembly.GetManifestResourceStream("catalogue.json")!;
        return new(JsonSerializer.Deserialize(stream, CatalogueJson.Default.CatalogueFile)!.Dimensions);
    }
}

/// <summary>A family of criteria, readable by the general public.</summary>
public sealed record Dimension(string Id, string Fr, string En, string DescriptionFr, string DescriptionEn, IReadOnlyList<ReferenceCriterion> Criteria)
{
    public string Name(Language language) => language == Language.English ? En : Fr;

    public string Description(Language language) => language == Language.English ? DescriptionEn : DescriptionFr;
}

/// <summary>A criterion that others have found useful.</summary>
public sealed record ReferenceCriterion(
    string Id, string Fr, string En, string DefinitionFr, string DefinitionEn, IReadOnlyList<int> Sdg, string? Inspiration, IReadOnlyList<ReferenceIndicator> Indicators)
{
    public string Name(Language language) => language == Language.English ? En : Fr;

    public string Definition(Language language) => language == Language.English ? DefinitionEn : DefinitionFr;
}

/// <summary>An indicator that others have found feasible, with how to collect it.</summary>
public sealed record ReferenceIndicator(
    string Id,
    string Fr,
    string En,
    string UnitFr,
    string UnitEn,
    Kind Kind,
    Direction Direction,
    Frequency Frequency,
    string CollectFr,
    string CollectEn,
    Level Level,
    Aggregation Aggregation,
    bool Sensitive)
{
    public string Name(Language language) => language == Language.English ? En : Fr;

    public string Unit(Language language) => language == Language.English ? UnitEn : UnitFr;

    public string Collect(Language language) => language == Language.English ? CollectEn : CollectFr;
}

internal sealed record CatalogueFile(IReadOnlyList<Dimension> Dimensions);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CatalogueFile))]
[JsonSerializable(typeof(QuestionsFile))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>), TypeInfoPropertyName = "StarterPacks")]
[JsonSerializable(typeof(IReadOnlyDictionary<string, PaperEntry>), TypeInfoPropertyName = "PaperTools")]
internal sealed partial class CatalogueJson : JsonSerializerContext;
