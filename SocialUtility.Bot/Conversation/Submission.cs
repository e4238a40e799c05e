using System.Globalization;
using System.Text.Json;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// What a card's button sends back: <c>{"kind": "value.record", "nonce": "…", "v": 1, …}</c> with the card's inputs beside.
/// Everything in it comes from outside: identifiers are looked up among what the person may see, never trusted.
/// </summary>
public sealed record Submission
{
    private const int MostFields = 60;

    private readonly Dictionary<string, string> fields;

    private Submission(Dictionary<string, string> fields) => this.fields = fields;

    /// <summary>A subject and a verb.</summary>
    public string Kind => fields.GetValueOrDefault("kind", "");

    /// <summary>The version of what the card showed: of the draft, of the value, of the thing named.</summary>
    public int Version => int.TryParse(fields.GetValueOrDefault("v"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>Which page of a list is asked for; the first is 0.</summary>
    public int Page => int.TryParse(this["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, 1000) : 0;

    public string this[string name] => fields.GetValueOrDefault(name, "");

    public bool Has(string name) => fields.ContainsKey(name);

    public Id<T>? Id<T>(string name) => Domain.Id<T>.TryParse(this[name], out var id) ? id : null;

    /// <summary>The marked choices of a multiple choice: the client joins them with commas.</summary>
    public IReadOnlyList<string> Choices(string name) => this[name].Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The same submission once more, for « Réessayer ».</summary>
    public IReadOnlyDictionary<string, object?> Again() => fields.ToDictionary(field => field.Key, field => (object?)field.Value);

    /// <summary>Null where it is no submission of a card of ours.</summary>
    public static Submission? From(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var text = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString(),
                JsonValueKind.Number => property.Value.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            };
            if (text is not null && fields.Count < MostFields)
            {
                fields[property.Name] = text;
            }
        }

        return fields.TryGetValue("kind", out var kind) && kind.Length is > 0 and < 60 ? new(fields) : null;
    }
}
