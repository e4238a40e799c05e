using System.Text.Json.Serialization;

namespace SocialUtility.Domain.Associations;

/// <summary>A thing that an association keeps in its own partition of the store.</summary>
public abstract record Entry
{
    /// <summary>The shape of the stored row; a reader understands all earlier ones.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>How often it was changed: 1 when created. A card that shows version 1 does not change version 2.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The natural key of its row.</summary>
    [JsonIgnore]
    public abstract string Key { get; }
}
