using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Something an activity tells beside its content: a mention, the client's language.</summary>
[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
[JsonDerivedType(typeof(Mention))]
public class Entity
{
    public Entity()
    {
    }

    public Entity(string? type = null) => Type = type;

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The same facts as another type of entity.</summary>
    public T? GetAs<T>() => BotJson.As<T>(this);

    /// <summary>Takes over all facts of the given object.</summary>
    public void SetAs<T>(T obj)
    {
        var same = BotJson.As<Entity>(BotJson.ToElement(obj));
        (Type, Properties) = (same?.Type, same?.Properties);
    }

    public bool Equals(Entity? other) => other is not null && BotJson.Same(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is Entity other && Equals(other));

    public override int GetHashCode() => Type is null ? 0 : StringComparer.Ordinal.GetHashCode(Type);
}
