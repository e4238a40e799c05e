using System.Globalization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Meetings;

/// <summary>
/// All that an association has concluded, remarked and decided together, of all years, as it was at one reading: one range of its
/// partition (step e7 of the method; docs/decisions/0024).
/// </summary>
public sealed class MeetingBook
{
    public const string Prefix = "meeting|";

    private readonly Dictionary<string, Row> rows;
    private readonly Dictionary<string, Entry> entries;

    private MeetingBook(Dictionary<string, Row> rows, Dictionary<string, Entry> entries) => (this.rows, this.entries) = (rows, entries);

    public static MeetingBook Empty { get; } = new([], []);

    public IEnumerable<Conclusion> Conclusions => entries.Values.OfType<Conclusion>();

    public static async ValueTask<MeetingBook> OpenAsync(ITable table, Id<Association> association, CancellationToken cancellation)
    {
        var rows = await table.RangeAsync(Association.Partition(association), Prefix, Row.After(Prefix), cancellation);
        return new(rows.ToDictionary(row => row.Key), rows.ToDictionary(row => row.Key, Read));
    }

    /// <summary>What was corrected of that conclusion, the earliest version first: read where somebody asks for it.</summary>
    public static async ValueTask<IReadOnlyList<Conclusion>> PastAsync(ITable table, Id<Association> association, int year, Id<Criterion> criterion, CancellationToken cancellation)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{Conclusion.PastPrefix}{year:0000}|{criterion}|");
        return
        [
            .. (await table.RangeAsync(Association.Partition(association), prefix, Row.After(prefix), cancellation))
                .Select(row => DomainJson.Read(row, DomainJson.Default.Conclusion)),
        ];
    }

    /// <summary>Null while nothing of it is written.</summary>
    public Conclusion? Find(int year, Id<Criterion> criterion) => (Conclusion?)entries.GetValueOrDefault(Conclusion.KeyOf(year, criterion));

    /// <summary>In the order they were said.</summary>
    public IReadOnlyList<Remark> Remarks(int year, Id<Criterion> criterion) =>
        [.. Under<Remark>(year, criterion).OrderBy(remark => remark.At).ThenBy(remark => remark.Id)];

    /// <summary>What was said of the decision of that year, the oldest first.</summary>
    public IReadOnlyList<FollowUp> FollowUps(int year, Id<Criterion> criterion) =>
        [.. Under<FollowUp>(year, criterion).OrderBy(one => one.At).ThenBy(one => one.Id)];

    /// <summary>What was said of that decision last; null for nothing yet.</summary>
    public FollowUp? LastOn(Conclusion decided) => FollowUps(decided.Year, decided.Criterion) is [.., var last] ? last : null;

    /// <summary>
    /// The decisions of earlier years on that criterion that the meeting of <paramref name="year"/> asks about: neither done nor
    /// dropped before it; the oldest first (deck row D22).
    /// </summary>
    public IReadOnlyList<Conclusion> ComingBack(int year, Id<Criterion> criterion) =>
    [
        .. Conclusions.Where(one => one.Criterion == criterion && one.Year < year && one.Decision is { BindsSomebody: true })
            .Where(one => !IsClosed(FollowUps(one.Year, criterion).Where(said => said.AskedFor != year)))
            .OrderBy(one => one.Year),
    ];

    /// <summary>What the meeting of that year heard of the decision; null for nothing yet.</summary>
    public FollowUp? HeardIn(int year, Conclusion decided) => FollowUps(decided.Year, decided.Criterion).LastOrDefault(one => one.AskedFor == year);

    /// <summary>Nobody has said that it is done or dropped.</summary>
    public bool IsOpen(Conclusion decided) => !IsClosed(FollowUps(decided.Year, decided.Criterion));

    /// <summary>As it is once <paramref name="entry"/> is written. What was read stays known, so a conflict is still seen.</summary>
    public MeetingBook With(Entry entry) => new(rows, new(entries) { [entry.Key] = entry });

    /// <summary>Writes over what was read, or adds: if somebody else wrote in between, the batch is a conflict and nothing is lost.</summary>
    public Change Write(Entry entry) => rows.TryGetValue(entry.Key, out var row)
        ? Change.Replace(entry.Key, DomainJson.Write(entry), row.ETag)
        : Change.Add(entry.Key, DomainJson.Write(entry));

    internal static string PrefixOf(int year, Id<Criterion> criterion) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{year:0000}|{criterion}|");

    private static bool IsClosed(IEnumerable<FollowUp> said) => said.LastOrDefault() is { Fate: Fate.Done or Fate.Dropped };

    private IEnumerable<T> Under<T>(int year, Id<Criterion> criterion) where T : Entry
    {
        var prefix = PrefixOf(year, criterion);
        return entries.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(entry => entry.Value).OfType<T>();
    }

    private static Entry Read(Row row) => row.Key.Split('|') is [_, _, _, var what, ..] ? what switch
    {
        "conclusion" => DomainJson.Read(row, DomainJson.Default.Conclusion),
        "remark" => DomainJson.Read(row, DomainJson.Default.Remark),
        "follow" => DomainJson.Read(row, DomainJson.Default.FollowUp),
        _ => throw new System.Text.Json.JsonException($"A row of no kind known: {row.Key}."),
    }
    : throw new System.Text.Json.JsonException($"A row of no kind known: {row.Key}.");
}
