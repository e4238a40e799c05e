using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Example;

/// <summary>What was given for one period, and what had been given first where it was corrected.</summary>
internal sealed record Given(Reading Reading, string? Context = null)
{
    public Reading? First { get; init; }

    public string? Because { get; init; }
}

internal sealed partial class Story
{
    private void TellReadings(Criterion alone, Criterion food, Criterion together)
    {
        Read(
            new()
            {
                Id = IdOf<Indicator>("indicator-1"),
                Number = 1,
                Criterion = alone.Id,
                Name = "Personnes isolées en contact régulier",
                Unit = "personnes",
                Kind = Kind.Count,
                Direction = Direction.Up,
                Frequency = Frequency.Quarterly,
                Aggregation = Aggregation.Last,
                Level = Level.Realisation,
                Baseline = 31,
                Target = new(60, new(year + 1, 12, 31)),
                Keeper = new(null, "l’animatrice du mercredi"),
                Deputy = new(null, "l’équipe des repas"),
                Source = new(Found.AttendanceSheet),
                MinutesPerPeriod = 20,
                Warning = "Compter les venues sans regarder si les gens se parlent.",
                Sensitive = true,
                Catalogue = "soc-isolement-suivies",
                Author = by,
                Since = At(1, 29, 11),
            },
            Counted(38),
            Counted(44),
            Counted(47) with { First = Figure(46, Certainty.Counted), Because = "Une feuille de présence retrouvée." },
            Counted(52));
        Read(
            new()
            {
                Id = IdOf<Indicator>("indicator-2"),
                Number = 2,
                Criterion = alone.Id,
                Name = "Sentiment de solitude",
                Unit = "",
                Kind = Kind.Scale,
                Direction = Direction.Down,
                Frequency = Frequency.Yearly,
                Aggregation = Aggregation.Average,
                Level = Level.Resultat,
                Baseline = 3.8m,
                Target = new(3.0m, By: null),
                Levels = ["jamais seul", "rarement seul", "parfois seul", "souvent seul", "toujours seul"],
                Keeper = new(null, "deux administratrices"),
                Source = new(Found.Survey),
                MinutesPerPeriod = 180,
                Warning = "Peu de réponses, et les plus seuls ne répondent pas.",
                Sensitive = true,
                Catalogue = "soc-isolement-solitude",
                Author = by,
                Since = At(1, 29, 12),
            },
            new Given(new Reading.NotMeasured("questionnaire reporté")));
        Read(
            new()
            {
                Id = IdOf<Indicator>("indicator-3"),
                Number = 3,
                Criterion = food.Id,
                Actions = [IdOf<SocialAction>("action-2")],
                Name = "Denrées sauvées du gaspillage",
                Unit = "kg",
                Kind = Kind.Count,
                Direction = Direction.Up,
                Frequency = Frequency.Monthly,
                Aggregation = Aggregation.Sum,
                Level = Level.Resultat,
                Baseline = 2600,
                Target = new(4000, By: null),
                Keeper = new(null, "l’équipe du glanage"),
                Deputy = new(null, "l’animatrice du mercredi"),
                Source = new(Found.Elsewhere, "le cahier de pesée"),
                MinutesPerPeriod = 15,
                Warning = "Sauver des kilos que personne ne cuisine.",
                Catalogue = "env-alimentation-gaspillage",
                Author = by,
                Since = At(1, 29, 13),
            },
            Estimated(290),
            Estimated(275),
            Estimated(310),
            Estimated(335),
            Estimated(380) with { First = Figure(308, Certainty.Estimated), Because = "Deux chiffres inversés en recopiant la feuille." },
            Estimated(410),
            Estimated(395),
            Estimated(240, "Moins de collectes en août."),
            Estimated(430),
            Estimated(445),
            Estimated(420, "Deux collectes annulées par le gel."),
            Estimated(380));
        Read(
            new()
            {
                Id = IdOf<Indicator>("indicator-4"),
                Number = 4,
                Criterion = together.Id,
                Name = "Participations à une décision",
                Unit = "participations",
                Kind = Kind.Count,
                Direction = Direction.Up,
                Frequency = Frequency.Quarterly,
                Aggregation = Aggregation.Sum,
                Level = Level.Realisation,
                Baseline = 0,
                Target = new(80, By: null),
                Keeper = new(null, "la secrétaire"),
                Source = new(Found.Calendar),
                MinutesPerPeriod = 10,
                Warning = "Être là sans être écouté compterait autant.",
                Catalogue = "dem-participation-associees",
                Author = by,
                Since = At(1, 29, 14),
            },
            Counted(10),
            Counted(12),
            Counted(8),
            Counted(15));
        Read(
            new()
            {
                Id = IdOf<Indicator>("indicator-5"),
                Number = 5,
                Criterion = alone.Id,
                Name = "Une parole sur les liens créés",
                Unit = "",
                Kind = Kind.Text,
                Frequency = Frequency.Quarterly,
                Aggregation = Aggregation.None,
                Level = Level.Resultat,
                Catalogue = "soc-lien-parole",
                Keeper = new(null, "l’accueil"),
                Source = new(Found.Elsewhere, "les carnets des ateliers"),
                MinutesPerPeriod = 5,
                Author = by,
                Since = At(1, 29, 15),
            },
            new Given(new Reading.NotMeasured("rien entendu de tel cette fois")),
            new Given(new Reading.Words("Je reviens pour les tomates, je reste pour les gens.")),
            new Given(new Reading.NotApplicable("pas d’activité ouverte cet été")),
            new Given(new Reading.NotMeasured("rien entendu de tel cette fois")));
    }

    private void Read(Indicator indicator, params Given[] givens)
    {
        Keep(indicator, "indicator.create", indicator.Since);
        foreach (var (period, given) in Period.OfYear(year, indicator.Frequency).Zip(givens).Where(pair => pair.First.End < today))
        {
            var noted = period.End.AddDays(2);
            var measurement = new Measurement
            {
                Indicator = indicator.Id,
                Period = period,
                Reading = given.First ?? given.Reading,
                Context = given.Context,
                By = by,
                At = At(noted),
            };
            if (given.First is null)
            {
                Keep(measurement, "value.record", measurement.At);
                continue;
            }

            rows.Add(Change.Add(measurement.PastKey, DomainJson.Write(measurement)));
            Say("value.record", measurement.Key, measurement.At);
            var corrected = measurement with { Reading = given.Reading, Because = given.Because, Version = 2, At = At(noted.AddDays(9)) };
            Keep(corrected, "value.correct", corrected.At);
        }
    }

    private static Given Counted(decimal amount) => new(Figure(amount, Certainty.Counted));

    private static Given Estimated(decimal amount, string? context = null) => new(Figure(amount, Certainty.Estimated), context);

    private static Reading.Figure Figure(decimal amount, Certainty certainty) => new(amount, certainty);
}
