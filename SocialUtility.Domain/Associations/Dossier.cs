using System.Text.Json.Serialization.Metadata;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Steps;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Associations;

/// <summary>
/// All that an association has defined, as it was at one reading of its partition: one range, however large the tree.
/// Values, journal and members lie beside it under other prefixes.
/// </summary>
/// <remarks>It belongs to one turn. A row is understood when it is first asked for: most turns speak of one thing of many.</remarks>
public sealed class Dossier
{
    public const string Prefix = "def|";

    private readonly Dictionary<string, Row> rows;
    private readonly Dictionary<string, Entry> understood;

    private Dossier(Association association, Dictionary<string, Row> rows, Dictionary<string, Entry> understood) =>
        (Association, this.rows, this.understood) = (association, rows, understood);

    public Association Association { get; }

    public ProjectStatement Statement => Find(ProjectStatement.RowKey, DomainJson.Default.ProjectStatement) ?? new();

    /// <summary>Those that are pursued, by number.</summary>
    public IReadOnlyList<Purpose> Purposes => field ??= [.. EveryPurpose.Where(purpose => !purpose.Retired)];

    /// <summary>By number, retired ones included.</summary>
    public IReadOnlyList<Purpose> EveryPurpose => field ??= Numbered(
        All(Purpose.Prefix, DomainJson.Default.Purpose).OrderBy(purpose => purpose.Number).ThenBy(purpose => purpose.Text.At).ThenBy(purpose => purpose.Id),
        purpose => purpose.Number,
        (purpose, number) => purpose with { Number = number });

    /// <summary>By number, retired ones included.</summary>
    public IReadOnlyList<Objective> Objectives => field ??= Numbered(
        All(Objective.Prefix, DomainJson.Default.Objective).OrderBy(objective => objective.Number).ThenBy(objective => objective.Since).ThenBy(objective => objective.Id),
        objective => objective.Number,
        (objective, number) => objective with { Number = number });

    /// <summary>In the order they were named, retired ones included.</summary>
    public IReadOnlyList<SocialAction> Actions => field ??= Numbered(
        All(SocialAction.Prefix, DomainJson.Default.SocialAction).OrderBy(action => action.Number).ThenBy(action => action.Since).ThenBy(action => action.Id),
        action => action.Number,
        (action, number) => action with { Number = number });

    public IReadOnlyList<Criterion> Criteria => field ??= Numbered(
        All(Criterion.Prefix, DomainJson.Default.Criterion).OrderBy(criterion => criterion.Number).ThenBy(criterion => criterion.Since).ThenBy(criterion => criterion.Id),
        criterion => criterion.Number,
        (criterion, number) => criterion with { Number = number });

    public IReadOnlyList<Indicator> Indicators => field ??= [.. All(Indicator.Prefix, DomainJson.Default.Indicator).OrderBy(indicator => indicator.Number)];

    /// <summary>What the association has answered of the method's questions that have no place in the tree, by question.</summary>
    public IReadOnlyDictionary<string, MethodAnswer> Answers => field ??= All(MethodAnswer.Prefix, DomainJson.Default.MethodAnswer).ToDictionary(answer => answer.Question);

    /// <summary>What was answered to the questions that the project asks, of all years.</summary>
    public IReadOnlyList<SetAside> SetAside => field ??= [.. All(Projects.SetAside.Prefix, DomainJson.Default.SetAside)];

    /// <summary>The times whose figures are closed or were once.</summary>
    public IReadOnlyList<Measurements.Closure> Closures => field ??= [.. All(Measurements.Closure.Prefix, DomainJson.Default.Closure).OrderBy(closure => closure.Period)];

    /// <summary>How many voices stand of each kind; null where nobody has counted them yet.</summary>
    public VoiceTally? Voices => Find(VoiceTally.RowKey, DomainJson.Default.VoiceTally);

    /// <summary>Which definition was adopted last; null for none.</summary>
    public Adoption? Adoption => Find(Adoption.RowKey, DomainJson.Default.Adoption);

    /// <summary>Under which code its definitions are lent; null where they never were.</summary>
    public Lending? Lending => Find(Lending.RowKey, DomainJson.Default.Lending);

    /// <summary>Of an association that is created just now.</summary>
    public static Dossier New(Association association) => new(association, [], []);

    /// <summary>Null when there is no such association.</summary>
    public static async ValueTask<Dossier?> OpenAsync(ITable table, Id<Association> id, CancellationToken cancellation)
    {
        var rows = await table.RangeAsync(Association.Partition(id), Prefix, Row.After(Prefix), cancellation);
        return rows.FirstOrDefault(row => row.Key == Association.RowKey) is { } association
            ? new(DomainJson.Read(association, DomainJson.Default.Association), rows.ToDictionary(row => row.Key), [])
            : null;
    }

    /// <summary>As it is once <paramref name="entry"/> is written. What was read stays known, so a conflict is still seen.</summary>
    public Dossier With(Entry entry) => new(entry as Association ?? Association, rows, new(understood) { [entry.Key] = entry });

    public Purpose? Find(Id<Purpose> id) => Find(Purpose.Prefix + id, DomainJson.Default.Purpose);

    public Objective? Find(Id<Objective> id) => Find(Objective.Prefix + id, DomainJson.Default.Objective);

    public SocialAction? Find(Id<SocialAction> id) => Find(SocialAction.Prefix + id, DomainJson.Default.SocialAction);

    public Criterion? Find(Id<Criterion> id) => Find(Criterion.Prefix + id, DomainJson.Default.Criterion);

    public Indicator? Find(Id<Indicator> id) => Find(Indicator.Prefix + id, DomainJson.Default.Indicator);

    /// <summary>
    /// Writes <paramref name="entry"/> over what was read, or adds it where nothing was: if somebody else wrote in between,
    /// the batch is refused as a conflict and nothing is lost.
    /// </summary>
    public Change Write(Entry entry) => rows.TryGetValue(entry.Key, out var row)
        ? Change.Replace(entry.Key, DomainJson.Write(entry), row.ETag)
        : Change.Add(entry.Key, DomainJson.Write(entry));

    /// <summary>Two people who add something at once give the same number: the later one is counted on, and no two are called alike.</summary>
    private static List<T> Numbered<T>(IEnumerable<T> ordered, Func<T, int> numberOf, Func<T, int, T> with)
    {
        List<T> all = [];
        var last = 0;
        foreach (var one in ordered)
        {
            var number = Math.Max(last + 1, numberOf(one));
            all.Add(number == numberOf(one) ? one : with(one, number));
            last = number;
        }

        return all;
    }

    private IEnumerable<T> All<T>(string prefix, JsonTypeInfo<T> type) where T : Entry =>
        rows.Keys.Union(understood.Keys).Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(key => Find(key, type)!);

    private T? Find<T>(string key, JsonTypeInfo<T> type) where T : Entry
    {
        if (!understood.TryGetValue(key, out var entry) && rows.TryGetValue(key, out var row))
        {
            understood[key] = entry = DomainJson.Read(row, type);
        }

        return (T?)entry;
    }
}
