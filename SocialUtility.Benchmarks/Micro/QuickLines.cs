using BenchmarkDotNet.Attributes;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.QuickLines;

namespace SocialUtility.Benchmarks.Micro;

/// <summary>A quick line read against a hundred indicators, all names understood anew as in a turn.</summary>
[MemoryDiagnoser]
public class QuickLines
{
    private static readonly DateTimeOffset Since = new(2024, 1, 10, 9, 0, 0, TimeSpan.Zero);

    private QuickSetting setting = null!;

    [GlobalSetup]
    public void Set()
    {
        var by = new Person("teams|tenant|somebody");
        var dossier = Dossier.New(new Association { Id = Id<Association>.Parse("large"), Name = "Grande", Since = Since });
        var criterion = new Criterion { Id = Id<Criterion>.Parse("c"), Number = 1, Name = "On n’est plus seul", Origin = Origin.Association, Author = by, Since = Since };
        dossier = dossier.With(criterion);
        var number = 0;
        foreach (var reference in ReferenceCatalogue.Instance.Criteria.SelectMany(one => one.Indicators).Take(100))
        {
            number++;
            dossier = dossier.With(new Indicator
            {
                Id = Id<Indicator>.Parse($"i{number}"), Number = number, Criterion = criterion.Id, Name = reference.Fr, Unit = reference.Kind is Kind.Count or Kind.Duration ? reference.UnitFr : "",
                Kind = reference.Kind, Frequency = reference.Frequency, Catalogue = reference.Id, Author = by, Since = Since,
            });
        }

        setting = new() { Dossier = dossier, Language = Language.French, Today = new(2026, 11, 23), IsNoted = (_, _) => false };
        _ = setting.Dossier.Indicators.Count;
    }

    [Benchmark(Description = "« 4,3 t sauvées en octobre » among 100 indicators")]
    public QuickMessage One() => new QuickReader(setting).Read("4,3 t sauvées en octobre");

    [Benchmark(Description = "« démarches mars : 12 accompagnées, 85 rencontres, 3 débats » among 100 indicators")]
    public QuickMessage Several() => new QuickReader(setting).Read("mars : 12 démarches accompagnées, 85 rencontres, 3 débats");

    [Benchmark(Description = "« tondeuse 3 », that nobody knows, among 100 indicators")]
    public QuickMessage Unknown() => new QuickReader(setting).Read("tondeuse 3");

    [Benchmark(Description = "a sentence that is no quick line, among 100 indicators")]
    public QuickMessage Sentence() => new QuickReader(setting).Read("Bonjour, je voudrais savoir qui vient au jardin mercredi");
}
