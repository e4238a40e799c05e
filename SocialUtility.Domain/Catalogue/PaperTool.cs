using System.Text.Json;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Catalogue;

/// <summary>The sheets on which a figure, or words, are gathered by hand (deck row D23).</summary>
public enum PaperTool
{
    /// <summary>One line for each person present; only totals are carried over.</summary>
    Attendance,

    /// <summary>One stroke for each person or each time.</summary>
    Tally,

    /// <summary>One line for each weighing, session or reading of a meter.</summary>
    Measures,

    /// <summary>Three questions without a name.</summary>
    Survey,

    /// <summary>What a group talks about, and the sentence that it keeps.</summary>
    Meeting,

    /// <summary>What is taken from papers that are there already: accounts, lists, minutes.</summary>
    Register,
}

/// <summary>What the sheet for one indicator asks.</summary>
/// <param name="Tool">The kind of sheet.</param>
/// <param name="Ask">The question of a survey or of a meeting, in plain words; null where the group writes its own.</param>
/// <param name="Columns">What is ticked for each person on an attendance sheet; empty where presence alone counts.</param>
/// <param name="Written">The columns are written in, not ticked.</param>
public sealed record PaperSheet(PaperTool Tool, Bilingual? Ask, IReadOnlyList<Bilingual> Columns, bool Written)
{
    private static readonly Lazy<IReadOnlyDictionary<string, PaperSheet>> Embedded = new(Load);

    private static readonly string[] Measured = ["kg", "t", "g", "km", "m²", "ha", "kWh", "l", "litres", "m³"];

    /// <summary>
    /// The sheet that fits an indicator: where the association says it finds the figure decides; then what others have found
    /// feasible for the same indicator of the catalogue; then the kind of figure.
    /// </summary>
    public static PaperSheet For(Indicator indicator)
    {
        var known = indicator.Catalogue is { } code ? Embedded.Value.GetValueOrDefault(code) : null;
        var tool = indicator.Source?.Found switch
        {
            Found.AttendanceSheet => PaperTool.Attendance,
            Found.Survey => PaperTool.Survey,
            Found.Till or Found.Accounts => PaperTool.Register,
            _ => known?.Tool ?? ByKind(indicator),
        };
        return known is not null && known.Tool == tool ? known : new(tool, null, [], false);
    }

    /// <summary>The sheet for an indicator of the catalogue that the association has not changed.</summary>
    /// <exception cref="KeyNotFoundException">No such indicator in the catalogue.</exception>
    public static PaperSheet ForCatalogue(string code) => Embedded.Value[code];

    private static PaperTool ByKind(Indicator indicator) => indicator.Kind switch
    {
        Kind.Text => PaperTool.Meeting,
        Kind.Scale => PaperTool.Survey,
        Kind.Percentage or Kind.Amount => PaperTool.Register,
        Kind.Duration => PaperTool.Measures,
        _ => Measured.Contains(indicator.Unit, StringComparer.OrdinalIgnoreCase) ? PaperTool.Measures : PaperTool.Tally,
    };

    private static Dictionary<string, PaperSheet> Load()
    {
        using var stream = typeof(PaperSheet).Assembly.GetManifestResourceStream("paper-tools.json")!;
        return JsonSerializer.Deserialize(stream, CatalogueJson.Default.PaperTools)!.ToDictionary(
            entry => entry.Key,
            entry => new PaperSheet(Enum.Parse<PaperTool>(entry.Value.Tool, ignoreCase: true), entry.Value.Ask, entry.Value.Columns ?? [], entry.Value.Written),
            StringComparer.Ordinal);
    }
}

internal sealed record PaperEntry(string Tool, Bilingual? Ask, IReadOnlyList<Bilingual>? Columns, bool Written);
