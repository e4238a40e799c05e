using System.Text.Json;
using System.Text.Json.Serialization;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// On one's own machine a newcomer plays everybody: what the coordinator of the local web chat founds or loads, its
/// volunteer and its partner belong to as well. Nothing of it exists for a person who came by Teams or an invitation.
/// </summary>
public static class LocalHouse
{
    private const string Partition = "house";
    private const string Key = "local-association";

    /// <summary>The roles of the people one may be in the local web chat.</summary>
    public static Role RoleOf(Person person) => person.Key switch
    {
        "local|coordinator" => Role.Coordinator,
        "local|partner" => Role.Partner,
        _ => Role.Volunteer,
    };

    public static Change[] Settle(Association association) =>
        [Change.Put(Key, JsonSerializer.Serialize(new LocalAssociation(association.Id, association.Name), LocalJson.Default.LocalAssociation))];

    public static ValueTask WriteAsync(ITable table, Association association, CancellationToken cancellation) =>
        table.WriteAsync(Partition, Settle(association), cancellation);

    public static async ValueTask<Belonging?> FindAsync(ITable table, CancellationToken cancellation) =>
        await table.FindAsync(Partition, Key, cancellation) is { } row && JsonSerializer.Deserialize(row.Utf8, LocalJson.Default.LocalAssociation) is { } settled
            ? new(settled.Id, settled.Name)
            : null;
}

internal sealed record LocalAssociation(Id<Association> Id, string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LocalAssociation))]
internal sealed partial class LocalJson : JsonSerializerContext;
