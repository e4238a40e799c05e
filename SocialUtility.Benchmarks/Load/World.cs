using System.Text.Json;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Benchmarks.Load;

/// <summary>
/// What is stored before the first turn, and the value that each turn gives. Ten thousand people always; they share one
/// association or have one each, so that the number of associations is all that differs.
/// </summary>
/// <remarks>
/// Every turn gives a value where none was: a person, one of their association's ten indicators, a month. Three thousand
/// people speak in turn, month after month, so that a year fills up alike whether its association is shared or not;
/// then the other seven thousand speak once each.
/// </remarks>
internal sealed class World(int associations)
{
    private readonly IReadOnlyList<int> people = [.. Enumerable.Range(0, People)];

    /// <summary>One association, and of its people only those who speak in the first turns and the last: for a store that looks through all at every question.</summary>
    public World(int firstTurns, int lastTurns) : this(1) =>
        people = [.. Enumerable.Range(0, firstTurns).Concat(Enumerable.Range(Turns - lastTurns, lastTurns)).Select(SpeakerAt).Distinct()];

    /// <summary>Whether all ten thousand are there.</summary>
    public bool IsWhole => people.Count == People;

    public const int People = 10_000;

    /// <summary>How many turns the three thousand have.</summary>
    public const int Turns = 8 * Speakers;

    /// <summary>Then everybody has spoken.</summary>
    public const int TurnsOfAll = Turns + People - Speakers;

    public const string Tenant = "5f0e2c6b-2f36-4b7e-9f57-7a1f0c3f9d10";

    private const int Speakers = 3000;
    private const int Indicators = 10;
    private const int FirstYear = 1900;

    private static readonly DateTimeOffset Since = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    public static Person PersonOf(int person) => new($"teams|{Tenant}|{Entra(person)}");

    /// <summary>A person's object in Entra.</summary>
    public static string Entra(int person) => $"00000000-0000-4000-8000-{person:D12}";

    public static Id<Indicator> IndicatorOf(int number) => Id<Indicator>.Parse($"indicator{number:D7}");

    /// <summary>Who speaks at that turn, of which indicator and which month, and the figure they give.</summary>
    public static (int Person, Id<Indicator> Indicator, string Month, int Amount) ValueAt(int turn)
    {
        var place = turn % Speakers;
        return (SpeakerAt(turn), IndicatorOf(place % Indicators), $"{FirstYear + (place / Indicators)}-{(turn / Speakers) + 1:D2}", 20 + (turn % 40));
    }

    public async Task SeedAsync(ITable table)
    {
        await Parallel.ForAsync(0, associations, Patiently, async (number, cancellation) =>
        {
            var changes = Definitions(number).Concat(associations == 1 ? [] : [MemberOf(number)]);
            await table.WriteAsync(Association.Partition(IdOf(number)), [.. changes.Select(entry => Change.Put(entry.Key, DomainJson.Write(entry)))], cancellation);
        });
        if (associations == 1)
        {
            var members = people.Select(MemberOf).Select(member => Change.Put(member.Key, DomainJson.Write(member))).Chunk(Row.MaxChanges);
            await Parallel.ForEachAsync(members, Patiently, async (some, cancellation) => await table.WriteAsync(Association.Partition(IdOf(0)), some, cancellation));
        }

        await Parallel.ForEachAsync(people, Patiently, async (person, cancellation) =>
            await table.WriteAsync(Acquaintance.Partition(PersonOf(person)), [Known(person)], cancellation));
    }

    /// <summary>How many values the associations hold.</summary>
    public async Task<int> ValuesAsync(ITable table)
    {
        var values = 0;
        for (var number = 0; number < associations; number++)
        {
            values += (await table.RangeAsync(Association.Partition(IdOf(number)), Measurement.Prefix, Row.After(Measurement.Prefix), default)).Count;
        }

        return values;
    }

    private static ParallelOptions Patiently { get; } = new() { MaxDegreeOfParallelism = 16 };

    private static Id<Association> IdOf(int number) => Id<Association>.Parse($"association{number:D5}");

    /// <summary>Of every ten people the first, fourth and seventh are those who speak often.</summary>
    private static int SpeakerAt(int turn)
    {
        ReadOnlySpan<int> others = [1, 2, 4, 5, 7, 8, 9];
        var place = turn < Turns ? turn % Speakers : turn - Turns;
        return turn < Turns ? (place / 3 * 10) + (place % 3 * 3) : (place / 7 * 10) + others[place % 7];
    }

    /// <summary>Of an association that has done its homework.</summary>
    private static IEnumerable<Entry> Definitions(int number)
    {
        var author = PersonOf(number);
        Id<Purpose> purpose = Id<Purpose>.Parse("purpose000000001");
        yield return new Association { Id = IdOf(number), Name = $"Le Potager des Voisins n° {number}", Volunteers = 38, Jobs = 1.4m, Since = Since };
        yield return new ProjectStatement
        {
            Origin = new("En voyant des légumes partir à la benne alors que des voisins mangeaient mal.", author, Since),
            Need = new("Des gens vivent seuls, et certains n’osent pas dire qu’ils mangent mal.", author, Since),
            Values = new("Accueil, partage, simplicité.", author, Since),
            Heard = ["bénévoles", "participants", "voisins", "commune"],
        };
        yield return new Purpose { Id = purpose, Text = new("chacun, quels que soient son âge et ses moyens, ait sa place dans le quartier.", author, Since) };
        for (var n = 1; n <= 3; n++)
        {
            Id<Objective> objective = Id<Objective>.Parse($"objective{n:D7}");
            Id<Criterion> criterion = Id<Criterion>.Parse($"criterion{n:D7}");
            yield return new Objective { Id = objective, Number = n, Name = $"Permettre à {n * 20} habitants isolés de participer chaque mois", ForWhom = "habitants du quartier", ByWhen = "décembre 2027", Purposes = [purpose], Author = author, Adopter = author, Since = Since };
            yield return new SocialAction { Id = Id<SocialAction>.Parse($"action{n:D10}"), Name = $"Ateliers jardin du mercredi {n}", Links = [new(objective, "on s’y parle en travaillant")], Author = author, Since = Since };
            yield return new Criterion { Id = criterion, Number = n, Name = $"On n’est plus seul {n}", Definition = "Des gens qui ne voyaient personne viennent, reviennent, et s’appellent entre eux.", Origin = Origin.Association, Links = [new(objective, null)], Author = author, Since = Since };
        }

        for (var n = 0; n < Indicators; n++)
        {
            yield return new Indicator
            {
                Id = IndicatorOf(n),
                Number = n + 1,
                Criterion = Id<Criterion>.Parse($"criterion{(n % 3) + 1:D7}"),
                Name = $"Personnes isolées en contact régulier {n + 1}",
                Unit = "personnes",
                Kind = Kind.Count,
                Direction = Direction.Up,
                Frequency = Frequency.Monthly,
                Aggregation = Aggregation.Sum,
                Level = Level.Realisation,
                Target = new(600, new(2027, 12, 31)),
                Author = author,
                Since = Since,
            };
        }
    }

    private Member MemberOf(int person) =>
        new() { Association = IdOf(person % associations), Person = PersonOf(person), Name = $"Personne {person}", Roles = [Role.Keeper], Since = Since };

    /// <summary>As the bot knows somebody who has read the privacy notice and has said something before.</summary>
    private Change Known(int person)
    {
        Acquaintance known = new()
        {
            Locale = "fr-FR",
            Welcomed = true,
            PrivacyRead = 1,
            Associations = [new(IdOf(person % associations), $"Le Potager des Voisins n° {person % associations}")],
            Current = IdOf(person % associations),
        };
        return Change.Put(Acquaintance.RowKey, JsonSerializer.Serialize(known, ConversationJson.Default.Acquaintance));
    }
}
