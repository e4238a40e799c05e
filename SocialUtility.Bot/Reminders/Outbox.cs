using System.Text.Json;
using System.Text.Json.Serialization;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Reminders;

/// <summary>What became of the message.</summary>
public enum Posted
{
    /// <summary>Somebody is sending it, or was when their machine stopped: whether it came is not known.</summary>
    Claimed,
    Delivered,

    /// <summary>The channel broke off: it may have come, so it is not said again.</summary>
    Unknown,

    /// <summary>It certainly did not come: that day is free again.</summary>
    Freed,
}

/// <summary>The last message that the bot sent somebody unasked, whichever of their associations it was about.</summary>
public sealed record Outgoing
{
    public int Schema { get; init; } = 1;

    /// <summary>The person's own calendar day.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Id<Association> Association { get; init; }

    public Posted Posted { get; init; }

    /// <summary>The channel asked not to be tried before; null where it did not.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The day on which they were written to, as far as can be known.</summary>
    [JsonIgnore]
    public DateOnly? WrittenOn => Posted == Posted.Freed ? null : Day;
}

/// <summary>
/// One row a person: who wants to write to them unasked claims the day first, and only one can. That holds between two instances, and
/// between two associations of one person.
/// </summary>
internal sealed class Outbox(ITable table)
{
    private const string Key = "last";

    public async ValueTask<(Outgoing Outgoing, string ETag)?> FindAsync(Person person, CancellationToken cancellation) =>
        await table.FindAsync(Partition(person), Key, cancellation) is { } row ? (JsonSerializer.Deserialize(row.Utf8, OutboxJson.Default.Outgoing)!, row.ETag) : null;

    /// <summary>The day is the caller's; false where it is somebody else's already, or the channel wants peace.</summary>
    public async ValueTask<bool> ClaimAsync(Person person, Outgoing claim, CancellationToken cancellation)
    {
        var last = await FindAsync(person, cancellation);
        if (last is { Outgoing: var outgoing } && (outgoing.WrittenOn == claim.Day || outgoing.NotBefore > claim.At))
        {
            return false;
        }

        var json = JsonSerializer.Serialize(claim, OutboxJson.Default.Outgoing);
        try
        {
            await table.WriteAsync(Partition(person), [last is null ? Change.Add(Key, json) : Change.Replace(Key, json, last.Value.ETag)], cancellation);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    /// <summary>What became of the claim: nobody else writes the row on that day.</summary>
    public ValueTask CloseAsync(Person person, Outgoing claim, CancellationToken cancellation) =>
        table.WriteAsync(Partition(person), [Change.Put(Key, JsonSerializer.Serialize(claim, OutboxJson.Default.Outgoing))], cancellation);

    private static string Partition(Person person) => $"outbox|{person.Key}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Outgoing))]
internal sealed partial class OutboxJson : JsonSerializerContext;
