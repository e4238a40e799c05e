using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Reminders;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Example;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Tests.Talks;

/// <summary>A bot that is open, the people who speak to it, and what their association has already.</summary>
internal sealed class House(IWayIn way) : IAsyncDisposable
{
    /// <summary>A Monday in the year that the worked example tells.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    /// <summary>Where the world would find this house.</summary>
    public const string PublicUrl = "https://utilite.test";

    /// <summary>Looked at when a test says so, and without waiting between two messages.</summary>
    public static readonly ReminderSettings Reminders = new() { Enabled = false, SendsPerSecond = double.PositiveInfinity };

    private readonly Dictionary<string, Somebody> people = [];

    public IWayIn Way => way;

    public WatchedTable Table => way.Table;

    public FakeTimeProvider Clock => way.Clock;

    /// <summary>The association that was there before the first word; its identity is its own in each house.</summary>
    public Id<Association> Association { get; } = Id<Association>.New();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<House> OpenAsync(Way way, DateTimeOffset? now = null) => new(way == Talks.Way.Within
        ? new WithinTheProcess(new(now ?? Monday))
        : await TeamsChannel.OpenAsync(new(now ?? Monday)));

    public Somebody Somebody(string name)
    {
        if (!people.TryGetValue(name, out var known))
        {
            people.Add(name, known = new(way, name));
        }

        return known;
    }

    /// <summary>The association is there, with its people; they have read what is kept of them.</summary>
    public async Task SettleAsync(string name, params (string Who, Role Role)[] members)
    {
        await Table.WriteAsync(
            Domain.Associations.Association.Partition(Association),
            [Change.Add(Domain.Associations.Association.RowKey, DomainJson.Write(new Association { Id = Association, Name = name, Since = Clock.GetUtcNow() }))],
            Cancellation);
        await JoinAsync(name, members);
    }

    /// <summary>The worked example is there, as it stands on that day.</summary>
    public async Task SettleExampleAsync(params (string Who, Role Role)[] members)
    {
        await Table.WriteAsync(Domain.Associations.Association.Partition(Association), WorkedExample.Rows(Association, Somebody(members[0].Who).Person, Clock.GetUtcNow()), Cancellation);
        await JoinAsync(WorkedExample.Name, members);
    }

    /// <summary>What people said before the first word: « Neighbours On se parle enfin », in that order.</summary>
    public async Task HearVoicesAsync(params string[] voices)
    {
        foreach (var (index, said) in voices.Index())
        {
            var parts = said.Split(' ', 2);
            Voice voice = new()
            {
                Id = Id<Voice>.Parse($"v-{index:000}"),
                Kind = Enum.Parse<Stakeholder>(parts[0]),
                Text = parts[1],
                Question = "e3-recueillir.manque",
                Day = DateOnly.FromDateTime(Clock.GetUtcNow().Date),
            };
            await Table.WriteAsync(Domain.Associations.Association.Partition(Association), [Change.Add(voice.Key, DomainJson.Write(voice))], Cancellation);
        }
    }

    /// <summary>Another association, of people who are not here.</summary>
    public async Task<Dossier> ElsewhereAsync()
    {
        var id = Id<Association>.New();
        await Table.WriteAsync(Domain.Associations.Association.Partition(id), WorkedExample.Rows(id, new Person("teams|elsewhere|somebody"), Clock.GetUtcNow()), Cancellation);
        return (await Dossier.OpenAsync(Table, id, Cancellation))!;
    }

    public async Task JoinAsync(string association, params (string Who, Role Role)[] members)
    {
        foreach (var (who, role) in members)
        {
            var person = Somebody(who).Person;
            Member member = new() { Association = Association, Person = person, Name = who, Roles = [role], Since = Clock.GetUtcNow() };
            Acquaintance known = new() { Welcomed = true, PrivacyRead = PrivacyCard.Version, Associations = [new(Association, association)], Current = Association };
            await Table.WriteAsync(Domain.Associations.Association.Partition(Association), [Change.Put(member.Key, DomainJson.Write(member))], Cancellation);
            await Table.WriteAsync(Acquaintance.Partition(person), [Change.Put(Acquaintance.RowKey, JsonSerializer.Serialize(known, ConversationJson.Default.Acquaintance))], Cancellation);
        }
    }

    /// <summary>All that the association keeps, without the desks, where each message leaves its mark.</summary>
    public async Task<IReadOnlyList<string>> KeptAsync() =>
        [.. (await Table.RangeAsync(Domain.Associations.Association.Partition(Association), "", "~", Cancellation)).Where(row => !row.Key.EndsWith("|desk", StringComparison.Ordinal)).Select(row => $"{row.Key} {row.Json}")];

    /// <summary>What the association has defined by now.</summary>
    public async Task<Dossier> DossierAsync() => (await Dossier.OpenAsync(Table, Association, Cancellation))!;

    public ValueTask DisposeAsync() => way.DisposeAsync();
}
