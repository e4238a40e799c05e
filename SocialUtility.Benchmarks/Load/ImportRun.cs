using System.Diagnostics;
using SocialUtility.Bot.Spreadsheets;
using SocialUtility.Bot.Storage;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Benchmarks.Load;

/// <summary>Measures what it takes to take in a table of ten thousand lines: read, shown as what it would do, written to SQLite.</summary>
internal static class ImportRun
{
    private const int Rounds = 5;
    private const int Indicators = 84;
    private const int Years = 10;

    public static async Task<int> RunAsync()
    {
        var path = Path.Combine(LoadRun.Folder(), "import.db");
        List<(double Read, double Plan, double Write)> rounds = [];
        var count = 0;
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var old in Directory.GetFiles(Path.GetDirectoryName(path)!, "import.db*"))
            {
                File.Delete(old);
            }

            using var table = new SqliteTable(path);
            var dossier = await SeedAsync(table);
            var file = Filled(dossier);
            Importing importing = new(table, TimeProvider.System);
            Person person = new("bench|one");

            var begun = Stopwatch.GetTimestamp();
            var (lines, _) = ValueSheet.Read(Workbook.Read(file), dossier, person, DateTimeOffset.UtcNow, Words.In(Language.French));
            var read = Stopwatch.GetElapsedTime(begun);
            var (import, plan) = await importing.ShowAsync(dossier, person, lines, CancellationToken.None);
            var shown = Stopwatch.GetElapsedTime(begun);
            var (outcome, done, _) = await importing.ConfirmAsync(dossier, person, import.Form, [], null, CancellationToken.None);
            var written = Stopwatch.GetElapsedTime(begun);
            count = lines.Count;
            if (outcome != Confirmed.Written || done!.Written != plan.New.Count || plan.New.Count != lines.Count)
            {
                Console.Error.WriteLine($"{outcome}: {done?.Written} written of {plan.New.Count} new in {lines.Count} lines.");
                return 1;
            }

            if (round >= 0)
            {
                rounds.Add((read.TotalMilliseconds, (shown - read).TotalMilliseconds, (written - shown).TotalMilliseconds));
            }
        }

        Console.WriteLine($"A table of {count} lines, median of {Rounds} rounds (least–most):");
        Say("read from the workbook", rounds.Select(one => one.Read));
        Say("judged and kept: the dry run", rounds.Select(one => one.Plan));
        Say("judged again and written", rounds.Select(one => one.Write));
        Say("all of it", rounds.Select(one => one.Read + one.Plan + one.Write));
        return rounds.Select(one => one.Read + one.Plan + one.Write).Order().ElementAt(Rounds / 2) < 3000 ? 0 : 1;
    }

    private static void Say(string what, IEnumerable<double> times)
    {
        var ordered = times.Order().ToList();
        Console.WriteLine($"  {what,-32} {ordered[ordered.Count / 2],7:0} ms ({ordered[0]:0}–{ordered[^1]:0})");
    }

    private static async Task<Dossier> SeedAsync(SqliteTable table)
    {
        var since = DateTimeOffset.UtcNow.AddYears(-Years - 1);
        Association association = new() { Id = Id<Association>.Parse("bench"), Name = "Banc", Type = AssociationType.Solidarity, Since = since };
        var partition = Association.Partition(association.Id);
        List<Entry> entries = [association];
        for (var number = 1; number <= Indicators; number++)
        {
            entries.Add(new Indicator
            {
                Id = Id<Indicator>.Parse($"i{number:000}"),
                Number = number,
                Criterion = Id<Criterion>.Parse("c"),
                Name = $"Indicateur {number}",
                Unit = "personnes",
                Kind = Kind.Count,
                Frequency = Frequency.Monthly,
                Aggregation = Aggregation.Sum,
                Author = new("bench|one"),
                Since = since,
            });
        }

        await table.WriteAsync(partition, [.. entries.Select(entry => Change.Add(entry.Key, DomainJson.Write(entry)))], CancellationToken.None);
        return (await Dossier.OpenAsync(table, association.Id, CancellationToken.None))!;
    }

    private static byte[] Filled(Dossier dossier)
    {
        using SheetWriting writing = new("Banc", "fr");
        var first = dossier.Association.Today(DateTimeOffset.UtcNow).Year - Years;
        writing.Table(
            "Relevés",
            ValueSheet.Machine,
            [.. ValueSheet.Machine.Select(name => new WrittenColumn(name, 12))],
            from indicator in dossier.Indicators
            from year in Enumerable.Range(first, Years)
            from period in Period.OfYear(year, Frequency.Monthly)
            select (IReadOnlyList<WrittenCell>)[.. ValueSheet.Machine.Select(name => new WrittenCell(
                name switch { "su:indicator" => indicator.Name, "su:period" => period.ToString(), "su:value" => (object)(decimal)(100 + ((period.Start.Month * indicator.Number) % 40)), "su:key" => $"{indicator.Id}|{period}|0", _ => null },
                Look.Plain))]);
        writing.Hidden("codes", [ValueSheet.Mark, dossier.Association.Id.ToString()]);
        return writing.ToFile();
    }
}
