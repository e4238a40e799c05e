using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// Taking back one's own entry for ten minutes: what stood before stands again, and the trace of what was given stays in the
/// ledger and in the journal.
/// </summary>
public static class Undo
{
    public static readonly TimeSpan For = TimeSpan.FromMinutes(10);

    public static bool IsOpenTo(Person person, Measurement standing, DateTimeOffset now) =>
        standing is { Undone: null, Reread: null or { By: null } } && standing.By == person && now - standing.At < For;

    /// <summary>What is written, and the entry that stands again; null where nothing stood before.</summary>
    /// <param name="kept">The entry that is taken back.</param>
    /// <param name="past">The superseded versions of its period, in any order.</param>
    /// <param name="now">When it is taken back.</param>
    public static (IReadOnlyList<Change> Changes, Measurement? Standing) Of(Kept kept, IReadOnlyList<Measurement> past, DateTimeOffset now)
    {
        var entry = kept.Measurement;
        // An entry that stood twice and was taken back once is taken back.
        var before = past
            .Where(earlier => !earlier.IsSameEntryAs(entry) && !past.Any(other => other.Undone is not null && other.IsSameEntryAs(earlier)))
            .MaxBy(earlier => earlier.Version);
        var undone = entry with { Undone = now };
        if (before is null)
        {
            // The row stays, as taken back: the next entry is the next version, and nothing of the past is written over.
            return ([Change.Replace(entry.Key, DomainJson.Write(undone), kept.ETag)], null);
        }

        var again = before with { Version = entry.Version + 1 };
        return ([Change.Replace(entry.Key, DomainJson.Write(again), kept.ETag), Change.Add(undone.PastKey, DomainJson.Write(undone))], again);
    }
}
