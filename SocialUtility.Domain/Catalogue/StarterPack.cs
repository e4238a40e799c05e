using System.Text.Json;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Catalogue;

/// <summary>
/// Five indicators to begin with, for each of seven kinds of association (domain.md, section 2): ticked off one by one by the
/// group, never imposed.
/// </summary>
public static class StarterPack
{
    private static readonly Lazy<IReadOnlyDictionary<AssociationType, IReadOnlyList<ReferenceIndicator>>> Embedded = new(Load);

    public static IReadOnlyList<ReferenceIndicator> Of(AssociationType type) => Embedded.Value[type];

    private static Dictionary<AssociationType, IReadOnlyList<ReferenceIndicator>> Load()
    {
        using var stream = typeof(StarterPack).Assembly.GetManifestResourceStream("starter-packs.json")!;
        return JsonSerializer.Deserialize(stream, CatalogueJson.Default.StarterPacks)!.ToDictionary(
            pack => Enum.Parse<AssociationType>(pack.Key, ignoreCase: true),
            IReadOnlyList<ReferenceIndicator> (pack) => [.. pack.Value.Select(code => ReferenceCatalogue.Instance.Indicator(code) ?? throw new InvalidOperationException($"No indicator {code} in the catalogue."))]);
    }
}
