using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Reminders;

/// <summary>
/// Which associations are to be looked at, by the day and minute when somebody in them is due: one partition a day, so that
/// looking costs by what is due and not by what exists. The rows say nothing that is not said elsewhere: each visit derives the next
/// one, one too many does no harm, and all can be made anew (docs/decisions/0020).
/// </summary>
public sealed class DueIndex(ITable table)
{
    private const string Register = "reminders";
    private const string FromKey = "from";
    private const string OfPrefix = "of|";

    /// <summary>Longer than a turn may take: what it writes is there when the association is visited.</summary>
    private static readonly TimeSpan AfterATurn = TimeSpan.FromMinutes(2);

    /// <summary>The days before today that are always looked at: clocks of two instances may differ around midnight.</summary>
    private const int DaysBack = 1;

    private readonly ConcurrentDictionary<Id<Association>, bool> registered = new();

    /// <summary>Before a turn writes what reminders depend on: the association is visited once it is done, whether or not it ends well.</summary>
    public ValueTask TouchAsync(Id<Association> association, DateTimeOffset now, CancellationToken cancellation) => PlanAsync(association, now + AfterATurn, cancellation);

    /// <summary>The association is visited then.</summary>
    public async ValueTask PlanAsync(Id<Association> association, DateTimeOffset at, CancellationToken cancellation)
    {
        if (registered.TryAdd(association, true))
        {
            await table.WriteAsync(Register, [Change.Put(OfPrefix + association, "{}")], cancellation);
        }

        await table.WriteAsync(Partition(Day(at)), [Change.Put(KeyOf(at, association), "{}")], cancellation);
    }

    /// <summary>The visits that are due by now, those of earlier days that were missed included.</summary>
    public async ValueTask<IReadOnlyList<Visit>> DueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var today = Day(now);
        var row = await table.FindAsync(Register, FromKey, cancellation);
        var from = row is null ? null : JsonSerializer.Deserialize(row.Utf8, DueJson.Default.DueFrom);
        if (from is null || from.Day > today)
        {
            // The first time; or the clock ran ahead and is right again, and what was moved with it must come back.
            await RebuildAsync(now, cancellation);
        }

        List<Visit> due = [];
        var first = from is null || from.Day > today.AddDays(-DaysBack) ? today.AddDays(-DaysBack) : from.Day;
        DateOnly? open = null;
        for (var day = first; day <= today; day = day.AddDays(1))
        {
            var rows = await table.RangeAsync(Partition(day), "", day < today ? Row.After("") : Row.After(Minute(now)), cancellation);
            due.AddRange(rows.Select(found => Visit.Of(found, day)).OfType<Visit>());
            open ??= rows.Count > 0 ? day : null;
        }

        var next = open is { } unfinished && unfinished < today ? unfinished : today;
        if (from?.Day != next)
        {
            await table.WriteAsync(Register, [Change.Put(FromKey, JsonSerializer.Serialize(new DueFrom(next), DueJson.Default.DueFrom))], cancellation);
        }

        return due;
    }

    /// <summary>The visits are done; the association is visited again then.</summary>
    public async ValueTask SettleAsync(Id<Association> association, IEnumerable<Visit> visits, DateTimeOffset next, CancellationToken cancellation)
    {
        await PlanAsync(association, next, cancellation);
        foreach (var visit in visits.Where(visit => (visit.Day, visit.Key) != (Day(next), KeyOf(next, association))))
        {
            try
            {
                await table.WriteAsync(Partition(visit.Day), [Change.Delete(visit.Key, visit.ETag)], cancellation);
            }
            catch (ConflictException)
            {
                // Another instance was here, or a turn wants it looked at again.
            }
        }
    }

    /// <summary>Every association that was ever reminded is visited at the next look.</summary>
    public async ValueTask RebuildAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var changes = (await table.RangeAsync(Register, OfPrefix, Row.After(OfPrefix), cancellation))
            .Select(row => Id<Association>.TryParse(row.Key[OfPrefix.Length..], out var id) ? id : (Id<Association>?)null)
            .OfType<Id<Association>>()
            .Select(id => Change.Put(KeyOf(now, id), "{}"));
        foreach (var some in changes.Chunk(Row.MaxChanges))
        {
            await table.WriteAsync(Partition(Day(now)), some, cancellation);
        }
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static string Partition(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Register}|{day:yyyy-MM-dd}");

    private static string Minute(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:HHmm}|");

    private static string KeyOf(DateTimeOffset at, Id<Association> association) => Minute(at) + association;
}

/// <summary>One row of the index: an association to look at.</summary>
public sealed record Visit(Id<Association> Association, DateOnly Day, string Key, string ETag)
{
    internal static Visit? Of(Row row, DateOnly day) =>
        row.Key.Split('|') is [_, var id] && Id<Association>.TryParse(id, out var association) ? new(association, day, row.Key, row.ETag) : null;
}

/// <summary>All rows of earlier days are done.</summary>
internal sealed record DueFrom(DateOnly Day);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DueFrom))]
internal sealed partial class DueJson : JsonSerializerContext;
