using System.Security.Cryptography;
using System.Text;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Example;

/// <summary>
/// « Le Potager des Voisins », the fictional association of domain.md 4.6, as the rows that a real one would have:
/// a newcomer sees a whole story before writing a word of their own.
/// </summary>
public static class WorkedExample
{
    public const string Name = "Le Potager des Voisins";

    /// <summary>The year it tells: 2026, and later the year before the present one, so that it never grows old.</summary>
    public static int YearOn(DateOnly today) => Math.Max(2026, today.Year - 1);

    /// <summary>
    /// All its rows, few enough for one batch. Only what is over at <paramref name="now"/> has a reading. The same arguments
    /// give the same rows.
    /// </summary>
    /// <param name="id">The partition it is written into, which must be empty.</param>
    /// <param name="by">Who asked for it: the author of everything in it.</param>
    /// <param name="now">The present instant.</param>
    public static IReadOnlyList<Change> Rows(Id<Association> id, Person by, DateTimeOffset now) => new Story(id, by, now).Tell();

    /// <summary>What was given for one period, and what had been given first where it was corrected.</summary>
    private sealed record Given(Reading Reading, string? Context = null)
    {
        public Reading? First { get; init; }

        public string? Because { get; init; }
    }

    private sealed class Story
    {
        private readonly Id<Association> id;
        private readonly Person by;
        private readonly DateTimeOffset now;
        private readonly DateOnly today;
        private readonly int year;
        private readonly List<Change> rows = [];
        private readonly List<Change> journal = [];
        private readonly Association association;

        public Story(Id<Association> id, Person by, DateTimeOffset now)
        {
            (this.id, this.by, this.now) = (id, by, now);
            association = new() { Id = id, Name = Name, Volunteers = 38, Jobs = 1.4m, IsExample = true, Since = now };
            today = association.Today(now);
            year = YearOn(today);
        }

        public IReadOnlyList<Change> Tell()
        {
            var founded = At(1, 8);
            Keep(association with { Since = founded }, "association.create", founded);
            TellProject();
            return [.. rows, .. journal];
        }

        private void TellProject()
        {
            var said = At(1, 15);
            Keep(
                new ProjectStatement
                {
                    Origin = new("En voyant des légumes partir à la benne alors que des voisins mangeaient mal.", by, said),
                    Need = new("Des gens vivent seuls, et certains n’osent pas dire qu’ils mangent mal.", by, said),
                    Values = new("Accueil, partage, simplicité.", by, said),
                    Difference = new("Ici on cultive et on mange ensemble, personne n’est d’un côté du guichet.", by, said),
                    Heard = ["bénévoles", "salariée", "participants", "voisins", "commune"],
                    NotHeard = ["jeunes"],
                    Debates = ["Qui décide de l’avenir du jardin\u00A0?"],
                },
                "statement.write",
                said);

            var purpose = new Purpose
            {
                Id = IdOf<Purpose>("place"),
                Text = new("chacun, quels que soient son âge et ses moyens, ait sa place dans le quartier et mange bien.", by, said),
            };
            Keep(purpose, "purpose.write", said);

            Objective Confirmed(int number, string name, string forWhom, string howMany, string byWhen) => new()
            {
                Id = IdOf<Objective>($"objective-{number}"),
                Number = number,
                Name = name,
                ForWhom = forWhom,
                HowMany = howMany,
                ByWhen = byWhen,
                Purposes = [purpose.Id],
                Author = by,
                Adopter = by,
                Since = At(1, 22, number),
            };

            var isolated = Confirmed(
                1,
                $"Permettre à 60 habitants isolés de participer chaque mois à une activité, d’ici décembre {year + 1}",
                "habitants isolés du quartier",
                "60 personnes par mois",
                $"décembre {year + 1}");
            var saved = Confirmed(2, "Sauver du gaspillage 4 tonnes de denrées par an", "habitants du quartier", "4 tonnes", "chaque année");
            var choices = Confirmed(3, "Associer les habitants aux choix du jardin", "habitants du quartier", "80 participations", "chaque année");
            foreach (var objective in (Objective[])[isolated, saved, choices])
            {
                Keep(objective, "objective.confirm", objective.Since);
            }

            Act(1, "Ateliers jardin du mercredi", new Link(isolated.Id, "on s’y parle en travaillant"), new Link(choices.Id, "on s’y parle en travaillant"));
            Act(2, "Glanage et distribution", new Link(saved.Id, null));
            Act(3, "Repas partagés", new Link(isolated.Id, "on mange rarement seul ce jour-là"));
            Act(4, "Journal du quartier");
            TellCriteria(isolated, saved, choices);
        }

        /// <summary>An action without a link was asked about once: « je ne sais pas ».</summary>
        private void Act(int number, string name, params Link[] links)
        {
            var action = new SocialAction
            {
                Id = IdOf<SocialAction>($"action-{number}"),
                Name = name,
                Links = links,
                AskedOnce = links.Length == 0,
                Author = by,
                Since = At(1, 22, 10 + number),
            };
            Keep(action, "action.create", action.Since);
        }

        private void TellCriteria(Objective isolated, Objective saved, Objective choices)
        {
            Criterion Own(int number, string name, string definition, Objective objective, params string[] related) => new()
            {
                Id = IdOf<Criterion>($"criterion-{number}"),
                Number = number,
                Name = name,
                Definition = definition,
                Origin = Origin.Association,
                Related = related,
                Objectives = [objective.Id],
                Author = by,
                Since = At(1, 29, number),
            };

            var alone = Own(1, "On n’est plus seul", "Des gens qui ne voyaient personne viennent, reviennent, et s’appellent entre eux.", isolated, "soc-isolement") with
            {
                Seen = "Je reviens pour les tomates, je reste pour les gens.",
            };
            var food = Own(2, "Manger bien sans se cacher", "De bons produits pour tous, sans avoir à se justifier.", saved, "env-alimentation", "soc-fragilite");
            var together = Own(3, "On décide ensemble", "Les habitants ont une vraie place dans les choix du jardin.", choices, "dem-participation");
            foreach (var criterion in (Criterion[])[alone, food, together])
            {
                Keep(criterion, "criterion.create", criterion.Since);
            }

            TellReadings(alone, food, together);
        }

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
                    Unit = "sur 5",
                    Kind = Kind.Scale,
                    Direction = Direction.Down,
                    Frequency = Frequency.Yearly,
                    Aggregation = Aggregation.Average,
                    Level = Level.Resultat,
                    Baseline = 3.8m,
                    Target = new(3.0m, By: null),
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
                    Name = "Denrées sauvées du gaspillage",
                    Unit = "kg",
                    Kind = Kind.Count,
                    Direction = Direction.Up,
                    Frequency = Frequency.Monthly,
                    Aggregation = Aggregation.Sum,
                    Level = Level.Resultat,
                    Baseline = 2600,
                    Target = new(4000, By: null),
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

        private void Keep(Entry entry, string what, DateTimeOffset at)
        {
            rows.Add(Change.Add(entry.Key, DomainJson.Write(entry)));
            Say(what, entry.Key, at);
        }

        private void Say(string what, string subject, DateTimeOffset at)
        {
            var line = new JournalLine { At = at, By = by, What = what, Subject = subject };
            journal.Add(Change.Add(line.Key, DomainJson.Write(line)));
        }

        private DateTimeOffset At(int month, int day, int minute = 0) => Past(new(year, month, day, 17, minute, 0, TimeSpan.Zero));

        private DateTimeOffset At(DateOnly day) => Past(new(day, new(17, 30), TimeSpan.Zero));

        /// <summary>Nothing was done later than now.</summary>
        private DateTimeOffset Past(DateTimeOffset at) => at <= now ? at : now;

        /// <summary>The same for the same association, and another in another.</summary>
        private Id<T> IdOf<T>(string name) => Id<T>.Parse(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}|{name}")).AsSpan(0, 8)));
    }
}
