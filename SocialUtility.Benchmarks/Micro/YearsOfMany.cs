using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using SocialUtility.Bot.Storage;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Benchmarks.Micro;

/// <summary>What a dashboard reads: a hundred indicators with ten years of monthly values, from SQLite.</summary>
[MemoryDiagnoser]
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls the clean-up.")]
public class YearsOfMany
{
    private const int Indicators = 100;
    private static readonly Id<Association> House = Id<Association>.Parse("large");
    private static readonly DateTimeOffset Since = new(2017, 1, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 12, 31);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private SqliteTable table = null!;
    private Dossier dossier = null!;
    private Ledger ledger = null!;
    private IReadOnlyList<Measurement> ten = [];
    private IReadOnlyList<Measurement> two = [];

    [GlobalSetup]
    public void Set() => SetAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Clean()
    {
        table.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark(Description = "two years of a hundred indicators read from SQLite (2,400 rows)")]
    public ValueTask<IReadOnlyList<Measurement>> TwoYearsRead() => ledger.OfYearsAsync(2025, 2026, default);

    [Benchmark(Description = "ten years of a hundred indicators read from SQLite (12,000 rows)")]
    public ValueTask<IReadOnlyList<Measurement>> TenYearsRead() => ledger.OfYearsAsync(2017, 2026, default);

    [Benchmark(Description = "where a hundred indicators stand in a year, from what was read")]
    public decimal Situations() => Situation.Of(dossier, two, 2026, Today).Sum(one => one.Value ?? 0);

    [Benchmark(Description = "the series of a hundred indicators over ten years, from what was read")]
    public decimal TenYears() => Series.Of(dossier.Indicators, ten, 2017, 2026, 1, Today).Sum(one => one.Years.Sum(year => year.Total ?? 0));

    private async Task SetAsync()
    {
        table = new(Path.Combine(folder, "years.db"));
        ledger = new(table, House);
        var by = new Person("teams|tenant|somebody");
        dossier = Dossier.New(new Association { Id = House, Name = "Grande", Since = Since });
        for (var number = 1; number <= Indicators; number++)
        {
            var indicator = new Indicator
            {
                Id = Id<Indicator>.Parse($"indicator-{number}"),
                Number = number,
                Criterion = Id<Criterion>.Parse("c"),
                Name = $"Personnes accueillies {number}",
                Unit = "personnes",
                Kind = Kind.Count,
                Direction = Direction.Up,
                Frequency = Frequency.Monthly,
                Aggregation = Aggregation.Sum,
                Author = by,
                Since = Since,
            };
            dossier = dossier.With(indicator);
            for (var year = 2017; year <= 2026; year++)
            {
                await table.WriteAsync(
                    Association.Partition(House),
                    [
                        .. Period.OfYear(year, Frequency.Monthly)
                            .Select(period => new Measurement { Indicator = indicator.Id, Period = period, Reading = new Reading.Figure(number + period.Number, Certainty.Counted), By = by, At = Since })
                            .Select(measurement => Change.Add(measurement.Key, DomainJson.Write(measurement))),
                    ],
                    default);
            }
        }

        ten = await ledger.OfYearsAsync(2017, 2026, default);
        two = [.. ten.Where(measurement => measurement.Period.Year >= 2025)];
    }
}
