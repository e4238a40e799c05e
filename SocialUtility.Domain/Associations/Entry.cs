using System.Text.Json.Serialization;

namespace SocialUtility.Domain.Associations;

/// <summary>A thing that an association keeps in its own partition of the store.</summary>
/// <remarks>
/// A row that lacks a property gives it the default of its type, not of its initializer: that is how JSON made at compile time
/// fills <c>init</c>. What must not be null or zero says so in its <c>init</c>.
/// </remarks>
public abstract record Entry
{
    /// <summary>The shape of the stored row; a reader understands all earlier ones.</summary>
    public int Schema { get; init => field = Math.Max(value, 1); } = 1;

    /// <summary>How often it was changed: 1 when created. A card that shows version 1 does not change version 2.</summary>
    public int Version { get; init => field = Math.Max(value, 1); } = 1;

    /// <summary>The natural key of its row.</summary>
    [JsonIgnore]
    public abstract string Key { get; }
}
