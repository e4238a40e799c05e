using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A short table of names and values.</summary>
public sealed class AdaptiveFactSet : AdaptiveElement
{
    public const string TypeName = "FactSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveFact> Facts { get; set; } = [];

    private protected override string Required => "facts";

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("facts"u8);
        foreach (var fact in Facts)
        {
            writer.WriteStartObject();
            writer.Text("title"u8, fact.Title);
            writer.Text("value"u8, fact.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        if (name == "facts")
        {
            Facts = CardReader.List(value, fact => new AdaptiveFact(CardReader.Must("title", fact), CardReader.Must("value", fact)));
            return true;
        }

        return base.ReadMember(name, value, reader);
    }
}

/// <summary>A name and its value.</summary>
public sealed class AdaptiveFact
{
    public AdaptiveFact() : this(string.Empty, string.Empty)
    {
    }

    public AdaptiveFact(string title, string value) => (Title, Value) = (title, value);

    public string Title { get; set; }

    public string Value { get; set; }
}
