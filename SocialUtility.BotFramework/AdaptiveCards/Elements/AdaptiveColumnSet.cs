using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Columns side by side.</summary>
public sealed class AdaptiveColumnSet : AdaptiveCollectionElement
{
    public const string TypeName = "ColumnSet";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveColumn> Columns { get; set; } = [];

    private protected override string Required => "columns";

    public override void Add(AdaptiveElement value) => Columns.Add((AdaptiveColumn)value);

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Columns.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        base.WriteMembers(writer);
        writer.Children("columns"u8, Columns);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        if (name == "columns")
        {
            Columns = reader.Parts<AdaptiveColumn>(value, AdaptiveColumn.TypeName);
            return true;
        }

        return base.ReadMember(name, value, reader);
    }
}

/// <summary>One column of a set.</summary>
public sealed class AdaptiveColumn : AdaptiveContainer
{
    public new const string TypeName = "Column";

    public override string Type { get; set; } = TypeName;

    public AdaptiveWidth? Width { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        Width?.Write(writer);
        base.WriteMembers(writer);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        if (name == "width" && AdaptiveWidth.Read(value) is { } width)
        {
            Width = width;
            return true;
        }

        return base.ReadMember(name, value, reader);
    }
}
