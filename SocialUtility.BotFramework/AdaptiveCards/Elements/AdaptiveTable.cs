using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A table.</summary>
public sealed class AdaptiveTable : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "Table";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTableColumnDefinition> Columns { get; set; } = [];

    public List<AdaptiveTableRow> Rows { get; set; } = [];

    public bool FirstRowAsHeaders { get; set; } = true;

    public bool ShowGridLines { get; set; } = true;

    public AdaptiveContainerStyle? GridStyle { get; set; }

    public override void Add(AdaptiveElement value) => Rows.Add((AdaptiveTableRow)value);

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Rows.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("columns"u8);
        foreach (var column in Columns)
        {
            column.Write(writer);
        }

        writer.WriteEndArray();
        writer.Flag("firstRowAsHeaders"u8, FirstRowAsHeaders, unless: true);
        writer.Flag("showGridLines"u8, ShowGridLines, unless: true);
        if (GridStyle is { } style)
        {
            writer.WriteString("gridStyle"u8, EnumNames<AdaptiveContainerStyle>.Of(style));
        }

        base.WriteMembers(writer);
        writer.Children("rows"u8, Rows);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "columns": Columns = CardReader.List(value, column => AdaptiveTableColumnDefinition.Read(column, reader)); return true;
            case "rows": Rows = reader.Parts<AdaptiveTableRow>(value, AdaptiveTableRow.TypeName); return true;
            case "firstRowAsHeaders": FirstRowAsHeaders = CardReader.Flag(name, value); return true;
            case "showGridLines": ShowGridLines = CardReader.Flag(name, value); return true;
            case "gridStyle": GridStyle = reader.Known<AdaptiveContainerStyle>(value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}

/// <summary>A row of a table.</summary>
public sealed class AdaptiveTableRow : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "TableRow";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTableCell> Cells { get; set; } = [];

    public bool? Rtl { get; set; }

    private protected override string Required => "cells";

    public override void Add(AdaptiveElement value) => Cells.Add((AdaptiveTableCell)value);

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Cells.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Flag("rtl"u8, Rtl);
        base.WriteMembers(writer);
        writer.Children("cells"u8, Cells);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "cells": Cells = reader.Parts<AdaptiveTableCell>(value, AdaptiveTableCell.TypeName); return true;
            case "rtl": Rtl = CardReader.Flag(name, value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}

/// <summary>A cell of a table.</summary>
public sealed class AdaptiveTableCell : AdaptiveCollectionWithContentAlignment
{
    public const string TypeName = "TableCell";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveElement> Items { get; set; } = [];

    public bool? Rtl { get; set; }

    public override void Add(AdaptiveElement value) => Items.Add(value);

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.Flag("rtl"u8, Rtl);
        base.WriteMembers(writer);
        writer.Children("items"u8, Items);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "items": Items = reader.Elements(value); return true;
            case "rtl": Rtl = CardReader.Flag(name, value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}

/// <summary>How wide a column of a table is, by weight or in pixels, and where the content of its cells stands.</summary>
public sealed class AdaptiveTableColumnDefinition
{
    public const string TypeName = "TableColumnDefinition";

    /// <summary>The weight among the other columns.</summary>
    public double Width { get; set; }

    /// <summary>The width in pixels; it comes before the weight.</summary>
    public double PixelWidth { get; set; }

    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }

    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    internal static AdaptiveTableColumnDefinition Read(JsonElement json, CardReader reader)
    {
        var column = new AdaptiveTableColumnDefinition();
        foreach (var member in json.ValueKind is JsonValueKind.Object ? json.EnumerateObject() : throw CardReader.Wrong("columns", json))
        {
            switch (member.Name)
            {
                case "width" when member.Value.ValueKind is JsonValueKind.String && Pixels.Read(member.Value) is { } pixels: column.PixelWidth = pixels; break;
                case "width": column.Width = CardReader.Number("width", member.Value); break;
                case "horizontalCellContentAlignment": column.HorizontalContentAlignment = reader.Choice<AdaptiveHorizontalContentAlignment>(member.Value); break;
                case "verticalCellContentAlignment": column.VerticalContentAlignment = reader.Choice<AdaptiveVerticalContentAlignment>(member.Value); break;
                case "type": break;
                default: reader.UnknownProperty(member.Name, TypeName); break;
            }
        }

        return column;
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (PixelWidth > 0)
        {
            Pixels.Write(writer, "width"u8, (uint)PixelWidth);
        }
        else if (Width > 0)
        {
            writer.WriteNumber("width"u8, Width);
        }

        writer.Choice("horizontalCellContentAlignment"u8, HorizontalContentAlignment);
        writer.Choice("verticalCellContentAlignment"u8, VerticalContentAlignment);
        writer.WriteEndObject();
    }
}
