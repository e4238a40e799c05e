using System.Text.Json.Serialization.Metadata;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Associations;

/// <summary>
/// All that an association has defined, as it was at one reading of its partition: one range, however large the tree.
/// Values, journal and members lie beside it under other prefixes.
/// </summary>
public sealed class Dossier
{
    public const string Prefix = "def|";

    private readonly Dictionary<string, string> etags = new(StringComparer.Ordinal);

    private Dossier(Association association) => Association = association;

    private Dossier(Dossier read)
    {
        (etags, Association, Statement, Purposes) = (read.etags, read.Association, read.Statement, read.Purposes);
        (Objectives, Actions, Criteria, Indicators) = (read.Objectives, read.Actions, read.Criteria, read.Indicators);
    }

    public Association Association { get; }

    public ProjectStatement Statement { get; private init; } = new();

    public IReadOnlyList<Purpose> Purposes { get; private init; } = [];

    /// <summary>By number, retired ones included.</summary>
    public IReadOnlyList<Objective> Objectives { get; private init; } = [];

    /// <summary>In the order they were named, retired ones included.</summary>
    public IReadOnlyList<SocialAction> Actions { get; private init; } = [];

    public IReadOnlyList<Criterion> Criteria { get; private init; } = [];

    public IReadOnlyList<Indicator> Indicators { get; private init; } = [];

    /// <summary>Of an association that is created just now.</summary>
    public static Dossier New(Association association) => new(association);

    /// <summary>Null when there is no such association.</summary>
    public static async ValueTask<Dossier?> OpenAsync(ITable table, Id<Association> id, CancellationToken cancellation)
    {
        var rows = await table.RangeAsync(Association.Partition(id), Prefix, Row.After(Prefix), cancellation);
        var association = rows.FirstOrDefault(row => row.Key == Association.RowKey);
        if (association is null)
        {
            return null;
        }

        var dossier = new Dossier(DomainJson.Read(association, DomainJson.Default.Association))
        {
            Statement = rows.FirstOrDefault(row => row.Key == ProjectStatement.RowKey) is { } statement
                ? DomainJson.Read(statement, DomainJson.Default.ProjectStatement)
                : new(),
            Purposes = Of(rows, Purpose.Prefix, DomainJson.Default.Purpose),
            Objectives = [.. Of(rows, Objective.Prefix, DomainJson.Default.Objective).OrderBy(objective => objective.Number)],
            Actions = [.. Of(rows, SocialAction.Prefix, DomainJson.Default.SocialAction).OrderBy(action => action.Since).ThenBy(action => action.Id)],
            Criteria = [.. Of(rows, Criterion.Prefix, DomainJson.Default.Criterion).OrderBy(criterion => criterion.Number)],
            Indicators = [.. Of(rows, Indicator.Prefix, DomainJson.Default.Indicator).OrderBy(indicator => indicator.Number)],
        };
        foreach (var row in rows)
        {
            dossier.etags[row.Key] = row.ETag;
        }

        return dossier;
    }

    /// <summary>As it is once <paramref name="entry"/> is written. What was read stays known, so a conflict is still seen.</summary>
    public Dossier With(Entry entry) => entry switch
    {
        ProjectStatement statement => new(this) { Statement = statement },
        Purpose purpose => new(this) { Purposes = With(Purposes, purpose) },
        Objective objective => new(this) { Objectives = With(Objectives, objective) },
        SocialAction action => new(this) { Actions = With(Actions, action) },
        Criterion criterion => new(this) { Criteria = With(Criteria, criterion) },
        Indicator indicator => new(this) { Indicators = With(Indicators, indicator) },
        _ => this,
    };

    public Objective? Find(Id<Objective> id) => Objectives.FirstOrDefault(objective => objective.Id == id);

    public SocialAction? Find(Id<SocialAction> id) => Actions.FirstOrDefault(action => action.Id == id);

    public Criterion? Find(Id<Criterion> id) => Criteria.FirstOrDefault(criterion => criterion.Id == id);

    public Indicator? Find(Id<Indicator> id) => Indicators.FirstOrDefault(indicator => indicator.Id == id);

    /// <summary>
    /// Writes <paramref name="entry"/> over what was read, or adds it where nothing was: if somebody else wrote in between,
    /// the batch is refused as a conflict and nothing is lost.
    /// </summary>
    public Change Write(Entry entry) => etags.TryGetValue(entry.Key, out var etag)
        ? Change.Replace(entry.Key, DomainJson.Write(entry), etag)
        : Change.Add(entry.Key, DomainJson.Write(entry));

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> all, T one) where T : Entry =>
        all.Any(other => other.Key == one.Key) ? [.. all.Select(other => other.Key == one.Key ? one : other)] : [.. all, one];

    private static IReadOnlyList<T> Of<T>(IReadOnlyList<Row> rows, string prefix, JsonTypeInfo<T> type) =>
        [.. rows.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(row => DomainJson.Read(row, type))];
}
