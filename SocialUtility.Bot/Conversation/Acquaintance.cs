using System.Text.Json;
using System.Text.Json.Serialization;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;
using SocialUtility.Bot.Guides;

namespace SocialUtility.Bot.Conversation;

/// <summary>An association somebody belongs to, as they know it.</summary>
public sealed record Belonging(Id<Association> Association, string Name);

/// <summary>What the bot knows of a person whatever the association: their language, their associations, how to write to them.</summary>
public sealed record Acquaintance
{
    public const string RowKey = "who";

    public int Schema { get; init; } = 1;

    /// <summary>As chosen with « langue »; null: as their client says.</summary>
    public Language? Chosen { get; init; }

    /// <summary>The last locale their client named: Teams does not send it with every event.</summary>
    public string? Locale { get; init; }

    /// <summary>The time zone their client named last (IANA); null where it never did.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The conversation was welcomed: once, however often the app is installed.</summary>
    public bool Welcomed { get; init; }

    /// <summary>The version of the privacy notice they have read (domain.md 7.3, G1); 0 for none.</summary>
    public int PrivacyRead { get; init; }

    public IReadOnlyList<Belonging> Associations { get; init => field = value ?? []; } = [];

    /// <summary>The one they speak of now.</summary>
    public Id<Association>? Current { get; init; }

    /// <summary>They do not wish to be told what became of their words.</summary>
    public bool NoReturns { get; init; }

    /// <summary>They came into another association since they last spoke: which one is meant is asked once.</summary>
    public bool AsksWhich { get; init; }

    public ChatAddress? Address { get; init; }

    /// <summary>The language the bot writes to them in.</summary>
    [JsonIgnore]
    public Language Language => Chosen ?? Languages.Of(Locale);

    public static string Partition(Person person) => $"person|{person.Key}";

    /// <summary>Null for somebody the bot has never met.</summary>
    public static async ValueTask<Acquaintance?> FindAsync(ITable table, Person person, CancellationToken cancellation) =>
        await table.FindAsync(Partition(person), RowKey, cancellation) is { } row ? JsonSerializer.Deserialize(row.Json, ConversationJson.Default.Acquaintance) : null;

    /// <summary>Writes down that they belong to one association more, whatever they say at this very moment.</summary>
    internal static async ValueTask IntroduceAsync(ITable table, Person person, Belonging belonging, Language? language, ChatAddress? address, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await table.FindAsync(Partition(person), RowKey, cancellation);
            var before = row is null ? new() { Chosen = language } : JsonSerializer.Deserialize(row.Json, ConversationJson.Default.Acquaintance)!;
            var now = before.Joining(belonging) with { Address = before.Address ?? address };
            var json = JsonSerializer.Serialize(now, ConversationJson.Default.Acquaintance);
            try
            {
                await table.WriteAsync(Partition(person), [row is null ? Change.Add(RowKey, json) : Change.Replace(RowKey, json, row.ETag)], cancellation);
                return;
            }
            catch (ConflictException)
            {
                // They spoke: look again.
            }
        }
    }

    /// <summary>Writes what is known of them otherwise, whatever they say at this very moment; nothing of somebody the bot has never met.</summary>
    internal static async ValueTask ReviseAsync(ITable table, Person person, Func<Acquaintance, Acquaintance> revise)
    {
        while (await table.FindAsync(Partition(person), RowKey, CancellationToken.None) is { } row)
        {
            var before = JsonSerializer.Deserialize(row.Json, ConversationJson.Default.Acquaintance)!;
            try
            {
                if (revise(before) is var after && after != before)
                {
                    await table.WriteAsync(Partition(person), [Change.Replace(RowKey, JsonSerializer.Serialize(after, ConversationJson.Default.Acquaintance), row.ETag)], CancellationToken.None);
                }

                return;
            }
            catch (ConflictException)
            {
                // They spoke: look again.
            }
        }
    }

    /// <summary>With one association more, spoken of at once where there is no other.</summary>
    public Acquaintance Joining(Belonging belonging) => this with
    {
        Associations = [.. Associations.Where(other => other.Association != belonging.Association), belonging],
        Current = Current ?? belonging.Association,
        AsksWhich = Current is not null && Current != belonging.Association,
    };

    /// <summary>Without it; what is spoken of next is another of theirs, where there is one.</summary>
    public Acquaintance Leaving(Id<Association> association)
    {
        List<Belonging> left = [.. Associations.Where(other => other.Association != association)];
        return left.Count == 0 ? this with { Address = null } : this with { Associations = left, Current = left[0].Association, AsksWhich = left.Count > 1 };
    }

    /// <summary>This, with whatever <paramref name="now"/> says differently from what it began with.</summary>
    internal Acquaintance With(Acquaintance now, Acquaintance before) => this with
    {
        Chosen = now.Chosen != before.Chosen ? now.Chosen : Chosen,
        Locale = now.Locale != before.Locale ? now.Locale : Locale,
        TimeZone = now.TimeZone != before.TimeZone ? now.TimeZone : TimeZone,
        Welcomed = now.Welcomed != before.Welcomed ? now.Welcomed : Welcomed,
        PrivacyRead = Math.Max(now.PrivacyRead, PrivacyRead),
        Associations =
        [
            .. Associations.Where(belonging => now.Associations.Contains(belonging) || !before.Associations.Contains(belonging))
                .UnionBy(now.Associations, belonging => belonging.Association),
        ],
        Current = now.Current != before.Current ? now.Current : Current,
        AsksWhich = now.AsksWhich != before.AsksWhich ? now.AsksWhich : AsksWhich,
        NoReturns = now.NoReturns != before.NoReturns ? now.NoReturns : NoReturns,
        Address = now.Address != before.Address ? now.Address : Address,
    };
}

/// <summary>
/// What lies open on somebody's desk in one association: guides begun and not ended, the question that waits, and which
/// messages were already heard. One row, read and written once a turn; its ETag is what keeps two instances from answering
/// the same message twice (docs/decisions/0005).
/// </summary>
public sealed record Desk
{
    /// <summary>A channel repeats a message within minutes; a day is plenty.</summary>
    public static readonly TimeSpan HeardFor = TimeSpan.FromHours(24);

    public const int MostHeard = 200;

    public const int MostKnocks = 5;

    public static readonly TimeSpan KnocksWithin = TimeSpan.FromMinutes(10);

    public int Schema { get; init; } = 1;

    /// <summary>Marks of the activities heard, newest last.</summary>
    public IReadOnlyList<HeardOnce> Heard { get; init => field = value ?? []; } = [];

    /// <summary>By guide.</summary>
    public IReadOnlyDictionary<string, Draft> Drafts { get; init => field = value ?? field; } = new Dictionary<string, Draft>();

    /// <summary>The guide whose question is open; null when none is.</summary>
    public string? Open { get; init; }

    /// <summary>The guide that a command came into: going on with it is offered once what came in between is done.</summary>
    public string? Left { get; init; }

    /// <summary>A small question that waits for one of a few words.</summary>
    public Waiting? Waiting { get; init; }

    /// <summary>How many messages in a row were not understood.</summary>
    public int NotUnderstood { get; init; }

    /// <summary>The last definition of which they were told what became of their words; 0 for none.</summary>
    public int Returned { get; init; }

    /// <summary>Sentences ticked to go together and not named yet, by identity: whatever comes between, they stay ticked.</summary>
    public IReadOnlyList<string> Ticked { get; init => field = value ?? []; } = [];

    /// <summary>When an invitation was given that opens nothing: who guesses is asked to wait.</summary>
    public IReadOnlyList<DateTimeOffset> Knocks { get; init => field = value ?? []; } = [];

    /// <summary>The value given last: what « corriger » speaks of.</summary>
    public string? LastValue { get; init; }

    /// <summary>The values of the last turn that noted any: what « annuler » takes back.</summary>
    public IReadOnlyList<string> JustGiven { get; init => field = value ?? []; } = [];

    /// <summary>Messages of quick lines that wait for « Enregistrer », the newest last.</summary>
    public IReadOnlyList<PendingLines> Quick { get; init => field = value ?? []; } = [];

    public Draft? OpenDraft => Open is not null ? Drafts.GetValueOrDefault(Open) : null;

    public static string RowKey(Person person) => $"{Member.PrefixOf(person)}desk";

    public bool HasHeard(string mark) => Heard.Any(heard => heard.Mark == mark);

    public Desk Hearing(string mark, DateTimeOffset now) => this with
    {
        Heard = [.. Heard.Where(heard => now - heard.At < HeardFor).TakeLast(MostHeard - 1), new(mark, now)],
    };

    /// <summary>Too many invitations in a row that open nothing: the next one is not looked at.</summary>
    public bool KnocksTooOften(DateTimeOffset now) => Knocks.Count(knock => now - knock < KnocksWithin) >= MostKnocks;

    public Desk Knocking(DateTimeOffset now) => this with { Knocks = [.. Knocks.Where(knock => now - knock < KnocksWithin), now] };

    /// <summary>Without what nobody has come back to in time.</summary>
    public Desk Fresh(DateTimeOffset now) => Drafts.Values.Where(draft => now - draft.Touched >= Draft.KeptFor).Aggregate(
        Quick.Any(pending => now - pending.At >= Draft.KeptFor) ? this with { Quick = [.. Quick.Where(pending => now - pending.At < Draft.KeptFor)] } : this,
        (desk, draft) => desk.Without(draft.Guide));

    public Desk With(Draft draft) => this with
    {
        Drafts = new Dictionary<string, Draft>(Drafts) { [draft.Guide] = draft },
    };

    public Desk Without(string guide) => this with
    {
        Drafts = Drafts.Where(draft => draft.Key != guide).ToDictionary(),
        Open = Open == guide ? null : Open,
    };
}

/// <summary>An activity that was heard, and when.</summary>
public sealed record HeardOnce(string Mark, DateTimeOffset At);

/// <summary>A small question that waits: what about, and what it needs to go on.</summary>
public sealed record Waiting(string Kind, IReadOnlyDictionary<string, string> Notes);

/// <summary>How the rows of the conversation read as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Acquaintance))]
[JsonSerializable(typeof(Desk))]
[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(AttachedRoom))]
[JsonSerializable(typeof(ClosedTree))]
internal sealed partial class ConversationJson : JsonSerializerContext;
