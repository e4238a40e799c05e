using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>A team or a group chat, as the bot knows it: welcomed once, and about which association people speak there.</summary>
public sealed record Room
{
    private const string Key = "room";

    public int Schema { get; init; } = 1;

    public bool Welcomed { get; init; }

    /// <summary>Null until somebody who may has said it.</summary>
    public Belonging? Association { get; init; }

    /// <summary>How the row was read; null for a room that is not known yet.</summary>
    [JsonIgnore]
    internal string? ETag { get; init; }

    public static async ValueTask<Room> FindAsync(ITable table, string room, CancellationToken cancellation) =>
        await table.FindAsync(Partition(room), Key, cancellation) is { } row ? JsonSerializer.Deserialize(row.Json, ConversationJson.Default.Room)! with { ETag = row.ETag } : new();

    /// <summary>Of two who say it at once the second looks again.</summary>
    public ValueTask WriteAsync(ITable table, string room, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(this, ConversationJson.Default.Room);
        return table.WriteAsync(Partition(room), [ETag is null ? Change.Add(Key, json) : Change.Replace(Key, json, ETag)], cancellation);
    }

    private static string Partition(string room) => $"room|{Named(room)}";

    /// <summary>The channel's name for a room is as long as it likes.</summary>
    internal static string Named(string room) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(room)).AsSpan(0, 18));
}

/// <summary>In the association's own partition: a room where one speaks of it, by the channel's name for it.</summary>
internal sealed record AttachedRoom(string Room)
{
    private const string Prefix = "room|";

    public int Schema { get; init; } = 1;

    public static Change Attach(string room) => Change.Put(Prefix + Conversation.Room.Named(room), JsonSerializer.Serialize(new AttachedRoom(room), ConversationJson.Default.AttachedRoom));

    public static Change Detach(string room) => Change.Delete(Prefix + Conversation.Room.Named(room));

    public static async ValueTask<IReadOnlyList<string>> AllAsync(ITable table, Id<Association> association, CancellationToken cancellation) =>
        [.. (await table.RangeAsync(Domain.Associations.Association.Partition(association), Prefix, Row.After(Prefix), cancellation)).Select(row => JsonSerializer.Deserialize(row.Utf8, ConversationJson.Default.AttachedRoom)!.Room)];
}

/// <summary>Somebody in a room, as the channel knows them.</summary>
public sealed record Present(Person Person, string? Name, string User);

/// <summary>Some of the people in a room; where there are more, the way on.</summary>
public sealed record Company(IReadOnlyList<Present> People, string? More);
