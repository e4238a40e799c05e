using System.Globalization;
using System.Security.Cryptography;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Spreadsheets;

/// <summary>What came of a confirmation.</summary>
public enum Confirmed
{
    /// <summary>All that was shown is written.</summary>
    Written,

    /// <summary>Something was noted or changed since it was shown: nothing is written, the new plan is shown.</summary>
    Otherwise,

    /// <summary>Another table was sent meanwhile, or this one is written already.</summary>
    Over,

    /// <summary>A surprising line was ticked without a word of why.</summary>
    WhyMissing,
}

/// <summary>
/// Takes tables in: shows what would happen, then writes all of it or nothing. What fits one batch of the store is one batch; more
/// is written to its end whatever happens, first noted as going on (docs/decisions/0026).
/// </summary>
public sealed class Importing(ITable table, TimeProvider clock)
{
    /// <summary>Partition of what goes on, whatever the association.</summary>
    private const string GoingOn = "imports";

    /// <summary>A value and the version before it, so many to a batch with its journal line and its import.</summary>
    private const int MostChanges = Row.MaxChanges - 2;

    private const int MostBytes = Row.MaxBatchBytes / 4;

    /// <summary>Somebody else may write in the middle; after so many rounds what still differs is left out and told.</summary>
    private const int MostRounds = 8;

    /// <summary>Keeps the table and says what it would do.</summary>
    /// <exception cref="RowTooLargeException">More lines than can be kept at once.</exception>
    public async ValueTask<(Import Import, ImportPlan Plan)> ShowAsync(Dossier dossier, Person by, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        var partition = Association.Partition(dossier.Association.Id);
        await FinishAsync(partition, Import.KeyOf(by), cancellation);
        var plan = await PlanAsync(dossier, lines, cancellation);
        Import import = new()
        {
            By = by,
            At = clock.GetUtcNow(),
            Form = RandomNumberGenerator.GetHexString(24, lowercase: true),
            Lines = ImportLines.Pack(lines),
            Fingerprint = plan.Fingerprint,
        };
        await table.WriteAsync(partition, [Change.Put(import.Key, DomainJson.Write(import))], cancellation);
        return (import, plan);
    }

    /// <summary>Writes what was shown, with the lines that the person is sure of; or says why it is not written.</summary>
    public async ValueTask<(Confirmed Outcome, Import? Import, ImportPlan? Plan)> ConfirmAsync(Dossier dossier, Person by, string form, IReadOnlyList<int> sure, string? why, CancellationToken cancellation)
    {
        var partition = Association.Partition(dossier.Association.Id);
        if (await table.FindAsync(partition, Import.KeyOf(by), cancellation) is not { } row || Read(row) is not { } import || import.Form != form)
        {
            return (Confirmed.Over, null, null);
        }

        if (import.State != ImportState.Shown)
        {
            // A second click: it is told what the first one did.
            var done = await FinishAsync(partition, import.Key, cancellation) ?? import;
            return (Confirmed.Written, done, null);
        }

        var plan = await PlanAsync(dossier, LinesOf(import, dossier), cancellation);
        if (plan.Fingerprint != import.Fingerprint)
        {
            var again = import with { Fingerprint = plan.Fingerprint, Form = RandomNumberGenerator.GetHexString(24, lowercase: true) };
            await table.WriteAsync(partition, [Change.Replace(row.Key, DomainJson.Write(again), row.ETag)], cancellation);
            return (Confirmed.Otherwise, again, plan);
        }

        var asked = plan.Asked.Select(line => line.Line.Row).ToHashSet();
        IReadOnlyList<int> ticked = [.. sure.Where(asked.Contains).Distinct()];
        if (ticked.Count > 0 && why.OnOneLine() is null)
        {
            return (Confirmed.WhyMissing, import, plan);
        }

        var going = import with { State = ImportState.Going, Sure = ticked, Why = why.OnOneLine(), Version = import.Version + 1 };
        var accepted = (await PlanAsync(dossier, LinesOf(going, dossier), cancellation)).Accepted.ToList();
        try
        {
            if (Batches(accepted).ToList() is [var only])
            {
                var done = going with { State = ImportState.Done, Lines = ImportLines.Pack([]), Written = accepted.Count };
                await table.WriteAsync(partition, [.. only.SelectMany(value => value.Changes), Journal(done, 0), Change.Replace(row.Key, DomainJson.Write(done), row.ETag)], cancellation);
                return (Confirmed.Written, done, plan);
            }

            // From here on it goes on after whatever happens: so it is known where it is looked for first.
            await table.WriteAsync(GoingOn, [Change.Put(Mark(dossier.Association.Id, by), "{}")], cancellation);
            await table.WriteAsync(partition, [Change.Replace(row.Key, DomainJson.Write(going), row.ETag)], cancellation);
        }
        catch (ConflictException)
        {
            var later = await PlanAsync((await Dossier.OpenAsync(table, dossier.Association.Id, cancellation))!, LinesOf(import, dossier), cancellation);
            return await table.FindAsync(partition, import.Key, cancellation) is { } now && Read(now) is { } standing && standing.Form == form
                ? standing.State == ImportState.Shown ? (Confirmed.Otherwise, standing, later) : (Confirmed.Written, standing, null)
                : (Confirmed.Over, null, null);
        }

        return (Confirmed.Written, await FinishAsync(partition, import.Key, cancellation), plan);
    }

    /// <summary>Writes to their end all tables that were being written when a process ended.</summary>
    public async ValueTask ResumeAsync(CancellationToken cancellation)
    {
        foreach (var mark in await table.RangeAsync(GoingOn, "", "\uffff", cancellation))
        {
            if (mark.Key.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar && Id<Association>.TryParse(mark.Key[..bar], out var association))
            {
                await FinishAsync(Association.Partition(association), Import.Prefix + mark.Key[(bar + 1)..], cancellation);
                await table.WriteAsync(GoingOn, [Change.Delete(mark.Key)], cancellation);
            }
        }
    }

    /// <summary>
    /// Goes on with a table that is being written, from wherever it stands: what is written already says the same and is passed
    /// over. Null where there is none.
    /// </summary>
    private async ValueTask<Import?> FinishAsync(string partition, string key, CancellationToken cancellation)
    {
        if (await table.FindAsync(partition, key, cancellation) is not { } row || Read(row) is not { } import)
        {
            return null;
        }

        if (import.State != ImportState.Going)
        {
            return import;
        }

        var association = Id<Association>.Parse(partition[(partition.IndexOf('|', StringComparison.Ordinal) + 1)..]);
        var total = 0;
        for (var round = 0; ; round++)
        {
            var dossier = (await Dossier.OpenAsync(table, association, cancellation))!;
            var lines = LinesOf(import, dossier);
            var plan = await PlanAsync(dossier, lines, cancellation);
            total = Math.Max(total, plan.Accepted.Count());
            var batches = Batches([.. plan.Accepted]).ToList();
            if (batches.Count == 0 || round == MostRounds)
            {
                var done = import with
                {
                    State = ImportState.Done,
                    Lines = ImportLines.Pack([]),
                    Written = plan.Unchanged.Count(line => line.Judgement is Judgement.Unchanged unchanged && unchanged.Standing.By == import.By && unchanged.Standing.At == import.At),
                    LeftOut = plan.Accepted.Count() + plan.Asked.Count(line => import.Sure.Contains(line.Line.Row) || line.Judgement is Judgement.Asks asks && asks.Doubts.All(doubt => doubt is Doubt.NotedMeanwhile)),
                };
                try
                {
                    await table.WriteAsync(partition, [Change.Replace(row.Key, DomainJson.Write(done), row.ETag)], cancellation);
                }
                catch (ConflictException)
                {
                    // Another instance came to the end first: theirs says the same.
                }

                await table.WriteAsync(GoingOn, [Change.Delete(Mark(association, import.By))], cancellation);
                return done;
            }

            try
            {
                for (var i = 0; i < batches.Count; i++)
                {
                    await table.WriteAsync(partition, [.. batches[i].SelectMany(value => value.Changes), Journal(import, (round * 1000) + i)], cancellation);
                }
            }
            catch (ConflictException)
            {
                // Somebody wrote one of these meanwhile, or another instance writes the same table: judged again.
            }
        }
    }

    private async ValueTask<ImportPlan> PlanAsync(Dossier dossier, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        var about = lines.Where(line => line.Recording is not null).Select(line => (line.Recording!.Indicator.Id, line.Recording.Period)).ToList();
        var rules = await RuleBook.OpenAsync(new(table, dossier.Association.Id), dossier, about, clock.GetUtcNow(), cancellation);
        return ImportPlan.Of(lines, rules);
    }

    /// <summary>The lines, and for those that the person is sure of the word of why.</summary>
    private static IReadOnlyList<ImportLine> LinesOf(Import import, Dossier dossier)
    {
        var sure = import.Sure.ToHashSet();
        return
        [
            .. ImportLines.Unpack(import.Lines, dossier, import.By, import.At).Select(line => line.Recording is { } recording && sure.Contains(line.Row)
                ? line with { Recording = recording with { Sure = Sure.Zero | Sure.Bound | Sure.History | Sure.Personal | Sure.Meanwhile, Context = recording.Context ?? import.Why, Because = recording.Because ?? import.Why } }
                : line),
        ];
    }

    /// <summary>By number of changes and by weight.</summary>
    private static IEnumerable<IReadOnlyList<Judgement.Accepted>> Batches(IReadOnlyList<Judgement.Accepted> values)
    {
        List<Judgement.Accepted> batch = [];
        var (changes, bytes) = (0, 0);
        foreach (var value in values)
        {
            var (count, weight) = (value.Changes.Count, value.Changes.Sum(change => change.Json?.Length ?? 0));
            if (batch.Count > 0 && (changes + count > MostChanges || bytes + weight > MostBytes))
            {
                yield return batch;
                (batch, changes, bytes) = ([], 0, 0);
            }

            batch.Add(value);
            (changes, bytes) = (changes + count, bytes + weight);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>One line for each batch: who, when, and that it came by a table; each value says the rest.</summary>
    private Change Journal(Import import, int batch)
    {
        JournalLine line = new() { At = clock.GetUtcNow(), By = import.By, What = "value.import", Subject = string.Create(CultureInfo.InvariantCulture, $"{Import.Prefix}{import.Form}|{batch:00000}") };
        return Change.Put(line.Key, DomainJson.Write(line));
    }

    private static string Mark(Id<Association> association, Person person) => $"{association}|{person.Key}";

    private static Import Read(Row row) => DomainJson.Read(row, DomainJson.Default.Import);
}

/// <summary>At the start: what was being written when the process ended is written to its end.</summary>
internal sealed class ImportsGoOn(Importing importing) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await importing.ResumeAsync(stoppingToken);
        }
        catch (Exception away) when (away is StoreUnavailableException or ConflictException)
        {
            // At the next start, or when the person opens their page.
        }
    }
}
