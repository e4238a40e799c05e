using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialUtility.Domain.Projects;

/// <summary>Which objective an action serves, or a criterion speaks of, and why, in the words of who linked it.</summary>
[JsonConverter(typeof(LinkJson))]
public sealed record Link(Id<Objective> Objective, string? Because);

/// <summary>What is linked to objectives: to one of them mainly, to the others as well.</summary>
public interface ILinked
{
    /// <summary>In the order they were made.</summary>
    IReadOnlyList<Link> Links { get; }

    /// <summary>« Surtout pour » as the person said it; null where nobody was asked or knew.</summary>
    Id<Objective>? Mainly { get; }
}

/// <summary>Where one thing stands among the objectives: under one of them, and named under the others.</summary>
public sealed record Placing(Objective? Principal, IReadOnlyList<Objective> Secondary)
{
    /// <summary>
    /// What the person said, else the first that was linked; what is retired does not count, so that the only one left is
    /// promoted. Without any: to be linked. It places the thing and never changes a figure.
    /// </summary>
    public static Placing Of(ILinked linked, IReadOnlyDictionary<Id<Objective>, Objective> living)
    {
        var served = linked.Links.Select(link => living.GetValueOrDefault(link.Objective)).OfType<Objective>().DistinctBy(objective => objective.Id).ToList();
        var principal = served.Find(objective => objective.Id == linked.Mainly) ?? served.FirstOrDefault();
        return new(principal, [.. served.Where(objective => objective != principal).OrderBy(objective => objective.Number)]);
    }
}

/// <summary>
/// A link is its objective and its reason. In rows of criteria from before links had reasons it is the identity of the
/// objective alone.
/// </summary>
public sealed class LinkJson : JsonConverter<Link>
{
    public override bool HandleNull => true;

    public override Link Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new(IdOf(reader.GetString()), null);
        }

        using var read = JsonDocument.ParseValue(ref reader);
        var link = read.RootElement;
        return link.ValueKind == JsonValueKind.Object && link.TryGetProperty("objective", out var objective) && objective.ValueKind == JsonValueKind.String
            ? new(IdOf(objective.GetString()), link.TryGetProperty("because", out var because) && because.ValueKind == JsonValueKind.String ? because.GetString() : null)
            : throw new JsonException("Not a link.");
    }

    public override void Write(Utf8JsonWriter writer, Link value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("objective", value.Objective.ToString());
        if (value.Because is { } because)
        {
            writer.WriteString("because", because);
        }

        writer.WriteEndObject();
    }

    private static Id<Objective> IdOf(string? text) => Id<Objective>.TryParse(text, out var id) ? id : throw new JsonException("Not an identity.");
}
