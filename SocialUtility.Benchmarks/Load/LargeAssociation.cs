using System.Text.Json;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Benchmarks.Load;

/// <summary>
/// An association that has worked for a year: sixty actions, forty indicators, twelve criteria, five hundred voices, two
/// hundred members, and a question that is open to all of them.
/// </summary>
internal static class LargeAssociation
{
    public const int Members = 200;

    private const int Objectives = 8;
    private const int Actions = 60;
    private const int Criteria = 12;
    private const int Indicators = 40;
    private const int Voices = 500;
    private const string Name = "Les Jardins partagés";

    private static readonly Id<Association> Identity = Id<Association>.Parse("large00000000001");
    private static readonly DateTimeOffset Since = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Author = World.PersonOf(0);

    public static Id<Consultation> Question { get; } = Id<Consultation>.Parse("consultation0001");

    public static async Task SeedAsync(ITable table, DateOnly today)
    {
        var partition = Association.Partition(Identity);
        IEnumerable<Entry> entries = [.. Definitions(), .. Said(), VoiceTally.Of(Said().OfType<Voice>()), .. Enumerable.Range(0, Members).Select(MemberOf), Asking(today)];
        foreach (var some in entries.Select(entry => Change.Put(entry.Key, DomainJson.Write(entry))).Chunk(Row.MaxChanges))
        {
            await table.WriteAsync(partition, some, default);
        }

        for (var person = 0; person < Members; person++)
        {
            await table.WriteAsync(Acquaintance.Partition(World.PersonOf(person)), [Known()], default);
        }
    }

    /// <summary>The ballots that are kept, one a person.</summary>
    public static async Task<IReadOnlyList<Ballot>> BallotsAsync(ITable table)
    {
        var prefix = Ballot.PrefixOf(Question);
        return [.. (await table.RangeAsync(Association.Partition(Identity), prefix, Row.After(prefix), default)).Select(row => DomainJson.Read(row, DomainJson.Default.Ballot))];
    }

    private static IEnumerable<Entry> Definitions()
    {
        Id<Purpose> purpose = Id<Purpose>.Parse("purpose000000001");
        yield return new Association { Id = Identity, Name = Name, Volunteers = Members, Jobs = 6, Since = Since };
        yield return new Purpose { Id = purpose, Text = new("chacun ait sa place dans le quartier et mange bien.", Author, Since) };
        for (var n = 1; n <= Objectives; n++)
        {
            yield return new Objective { Id = ObjectiveOf(n), Number = n, Name = $"Permettre à {n * 20} habitants isolés de participer chaque mois", ForWhom = "habitants du quartier", ByWhen = "décembre 2027", Purposes = [purpose], Author = Author, Adopter = Author, Since = Since };
        }

        for (var n = 1; n <= Actions; n++)
        {
            // Every tenth waits to be linked, every third serves two objectives.
            Link[] links = n % 10 == 0 ? [] : n % 3 == 0 ? [new(ObjectiveOf((n % Objectives) + 1), "on s’y parle en travaillant"), new(ObjectiveOf(((n + 3) % Objectives) + 1), null)] : [new(ObjectiveOf((n % Objectives) + 1), "on s’y parle en travaillant")];
            yield return new SocialAction { Id = Id<SocialAction>.Parse($"action{n:D10}"), Number = n, Name = $"Ateliers du mercredi dans le jardin n° {n}", Links = links, Author = Author, Adopter = Author, Since = Since };
        }

        for (var n = 1; n <= Criteria; n++)
        {
            yield return new Criterion { Id = CriterionOf(n), Number = n, Name = $"On n’est plus seul {n}", Definition = "Des gens qui ne voyaient personne viennent, reviennent, et s’appellent entre eux.", Origin = Origin.Association, Links = [new(ObjectiveOf((n % Objectives) + 1), null)], Author = Author, Since = Since };
        }

        for (var n = 1; n <= Indicators; n++)
        {
            yield return new Indicator { Id = Id<Indicator>.Parse($"indicator{n:D7}"), Number = n, Criterion = CriterionOf((n % Criteria) + 1), Name = $"Personnes isolées en contact régulier {n}", Unit = "personnes", Kind = n % 8 == 0 ? Kind.Text : Kind.Count, Direction = Direction.Up, Frequency = Frequency.Quarterly, Aggregation = Aggregation.Last, Level = Level.Realisation, Author = Author, Since = Since };
        }
    }

    private static IEnumerable<Entry> Said()
    {
        var kinds = Enum.GetValues<Stakeholder>();
        for (var n = 0; n < Voices; n++)
        {
            yield return new Voice { Id = Id<Voice>.Parse($"voice{n:D11}"), Text = $"Si l’association s’arrêtait, je ne verrais plus personne de la semaine ({n}).", Question = "e3-recueillir.manque", Kind = kinds[n % kinds.Length], Day = new(2026, 3, 1) };
        }
    }

    private static Consultation Asking(DateOnly today) => new()
    {
        Id = Question,
        Mode = Mode.Priority,
        Asked = [.. Enumerable.Range(1, Criteria).Select(n => new Asked(CriterionOf(n).ToString(), $"On n’est plus seul {n}", null))],
        By = Author,
        Opened = today,
        Closes = today.AddDays(14),
    };

    private static Member MemberOf(int person) =>
        new() { Association = Identity, Person = World.PersonOf(person), Name = $"Personne {person}", Roles = [person == 0 ? Role.Coordinator : Role.Volunteer], Since = Since };

    private static Change Known()
    {
        Acquaintance known = new() { Locale = "fr-FR", Welcomed = true, PrivacyRead = PrivacyCard.Version, Associations = [new(Identity, Name)], Current = Identity };
        return Change.Put(Acquaintance.RowKey, JsonSerializer.Serialize(known, ConversationJson.Default.Acquaintance));
    }

    private static Id<Objective> ObjectiveOf(int n) => Id<Objective>.Parse($"objective{n:D7}");

    private static Id<Criterion> CriterionOf(int n) => Id<Criterion>.Parse($"criterion{n:D7}");
}
