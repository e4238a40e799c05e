using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>
/// What was said in one conversation of the web chat, in order: one row an activity, as it is sent to the client.
/// A change of an activity rewrites its row (what is deleted is gone) and adds a small row which tells the open pages to look again.
/// </summary>
public sealed class ChatTranscript(ITable table, string conversation, TimeProvider clock)
{
    /// <summary>What a person who comes back sees.</summary>
    public const int Shown = 100;

    private const string HeadRow = "head";
    private const string GreetedRow = "greeted";
    private const string Sequence = "webchat:sequence-id";
    private const string Nonces = "nonces";
    private const int Attempts = 20;

    private readonly string partition = $"chat|{conversation}";
    private long? last;

    /// <summary>The place of the latest activity that this process wrote; 0 before the first.</summary>
    public long LastPlace { get; private set; }

    /// <summary>Gives the activity its id, time and place, and writes it. At most one writer at a time in a process.</summary>
    public async Task<string> AppendAsync(JsonObject activity, CancellationToken cancellation)
    {
        string? id = null;
        await AddAsync(
            place =>
            {
                id = $"{conversation}|{Key(place)}";
                activity["id"] = id;
                activity["timestamp"] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
                Mark(activity, place, earlier: null);
                return [Change.Add(Key(place), Text(HeardActivity.Kept(activity)))];
            },
            cancellation);
        return id!;
    }

    /// <summary>Puts another activity in the place of that one; false where there is none.</summary>
    public async Task<bool> ReplaceAsync(string id, JsonObject activity, CancellationToken cancellation)
    {
        if (PlaceOf(id) is not { } place || await FindAsync(place, cancellation) is not { } earlier || earlier.ContainsKey("again"))
        {
            return false;
        }

        activity["id"] = id;
        activity["timestamp"] = earlier["timestamp"]?.DeepClone();
        Mark(activity, place, earlier);
        await AddAsync(next => [Change.Put(Key(place), Text(activity)), Change.Add(Key(next), Text(new() { ["again"] = place }))], cancellation);
        return true;
    }

    /// <summary>What came after the watermark, in the order of the events, each activity once and as it is now.</summary>
    public async Task<Page> SinceAsync(long watermark, CancellationToken cancellation)
    {
        var rows = await table.RangeAsync(partition, Key(watermark + 1), Row.After("9"), cancellation);
        var activities = new List<JsonObject>(rows.Count);
        var seen = new HashSet<long>();
        foreach (var row in rows)
        {
            var activity = Parse(row);
            var again = activity["again"]?.GetValue<long>();
            if (seen.Add(again ?? PlaceOf(row)) && (again is { } place ? await FindAsync(place, cancellation) : activity) is { } said)
            {
                activities.Add(said);
            }
        }

        return new(activities, rows.Count > 0 ? PlaceOf(rows[^1]) : watermark);
    }

    /// <summary>The end of the conversation.</summary>
    public async Task<Page> RecentAsync(CancellationToken cancellation)
    {
        // Rows that only point elsewhere take places too: more are read than are shown.
        var page = await SinceAsync(Math.Max(0, await HeadAsync(cancellation) - (3 * Shown)), cancellation);
        return page with { Activities = [.. page.Activities.Where(activity => !IsDeleted(activity)).OrderBy(PlaceOf).TakeLast(Shown)] };
    }

    /// <summary>The latest activity of that kind among so many rows at the end.</summary>
    public async Task<JsonObject?> FindAsync(Predicate<JsonObject> wanted, int rows, CancellationToken cancellation)
    {
        last ??= await HeadAsync(cancellation);
        var page = await SinceAsync(Math.Max(0, last.Value - rows), cancellation);
        return page.Activities.LastOrDefault(activity => wanted(activity));
    }

    /// <summary>True for the one caller who finds the conversation new.</summary>
    public async Task<bool> GreetAsync(CancellationToken cancellation)
    {
        if (await table.FindAsync(partition, GreetedRow, cancellation) is not null)
        {
            return false;
        }

        try
        {
            await table.WriteAsync(partition, [Change.Add(GreetedRow, Text(new() { ["schema"] = 1, ["at"] = clock.GetUtcNow() }))], cancellation);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    /// <summary>The event that takes the place of a deleted activity: Web Chat shows no event.</summary>
    public const string Deleted = "social-utility/deleted";

    private static bool IsDeleted(JsonObject activity) => HeardActivity.Text(activity, "type") is "event" && HeardActivity.Text(activity, "name") is Deleted;

    /// <summary>
    /// Whether that one-time mark stands in a card of this activity, or stood there before it was replaced:
    /// the second of two clicks comes from the card that the first one changed.
    /// </summary>
    public static bool Holds(JsonObject activity, string nonce) =>
        activity["channelData"]?[Nonces] is JsonArray nonces && nonces.Any(known => known!.GetValue<string>() == nonce);

    private async Task AddAsync(Func<long, IReadOnlyList<Change>> changes, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var place = (last ??= await HeadAsync(cancellation)) + 1;
            try
            {
                await table.WriteAsync(partition, [.. changes(place), Change.Put(HeadRow, Text(new() { ["schema"] = 1, ["last"] = place }))], cancellation);
                last = LastPlace = place;
                return;
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // Another instance took the place.
                last = null;
            }
        }
    }

    private async Task<JsonObject?> FindAsync(long place, CancellationToken cancellation) =>
        await table.FindAsync(partition, Key(place), cancellation) is { } row ? Parse(row) : null;

    private async Task<long> HeadAsync(CancellationToken cancellation) =>
        await table.FindAsync(partition, HeadRow, cancellation) is { } head ? Parse(head)["last"]!.GetValue<long>() : 0;

    private long? PlaceOf(string id) =>
        id.StartsWith($"{conversation}|", StringComparison.Ordinal) && long.TryParse(id.AsSpan(conversation.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    private static long PlaceOf(Row row) => long.Parse(row.Key, CultureInfo.InvariantCulture);

    private static string Key(long place) => place.ToString("D10", CultureInfo.InvariantCulture);

    private static string Text(JsonObject content) => content.ToJsonString(WireJson.Options);

    private static JsonObject Parse(Row row) => JsonNode.Parse(row.Utf8)!.AsObject();

    /// <summary>Where the activity stands in the conversation.</summary>
    public static long PlaceOf(JsonObject activity) => activity["channelData"]![Sequence]!.GetValue<long>();

    private static void Mark(JsonObject activity, long place, JsonObject? earlier)
    {
        if (activity["channelData"] is not JsonObject data)
        {
            activity["channelData"] = data = [];
        }

        data[Sequence] = place;
        var nonces = earlier?["channelData"]?[Nonces]?.AsArray().Select(nonce => nonce!.GetValue<string>()).ToHashSet(StringComparer.Ordinal) ?? [];
        Collect(activity["attachments"], nonces);
        if (nonces.Count > 0)
        {
            data[Nonces] = new JsonArray([.. nonces.Select(nonce => JsonValue.Create(nonce))]);
        }
    }

    private static void Collect(JsonNode? node, HashSet<string> nonces)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Collect(item, nonces);
            }
        }
        else if (node is JsonObject parts)
        {
            if (HeardActivity.Text(parts, "nonce") is { } nonce)
            {
                nonces.Add(nonce);
            }

            foreach (var (_, part) in parts)
            {
                Collect(part, nonces);
            }
        }
    }

    /// <summary>Activities, and the watermark behind them.</summary>
    public sealed record Page(IReadOnlyList<JsonObject> Activities, long Watermark)
    {
        public string ToJson() => JsonSerializer.Serialize(new { activities = Activities, watermark = Watermark.ToString(CultureInfo.InvariantCulture) }, WireJson.Options);
    }
}
