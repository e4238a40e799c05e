using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialUtility.Bot.Spreadsheets;

/// <summary>How a cell we write looks.</summary>
internal enum Look : uint
{
    Plain,
    Heading,
    ReadOnly,
    Input,
    Title,
    Wrapped,
}

/// <summary>A column we write.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Width">In letters.</param>
/// <param name="Hidden">Only machines read it.</param>
/// <param name="Choices">What its cells choose among; empty for free cells.</param>
internal sealed record WrittenColumn(string Heading, double Width, bool Hidden = false, IReadOnlyList<string>? Choices = null);

/// <summary>A cell we write: words, a number, or nothing.</summary>
internal readonly record struct WrittenCell(object? Value, Look Look);

/// <summary>
/// Writes a workbook that Excel and LibreOffice open without a question: words stay words even where they begin with « = »,
/// numbers are numbers, headings stay in sight, lists offer their choices.
/// </summary>
internal sealed class SheetWriting : IDisposable
{
    private readonly MemoryStream stream = new();
    private readonly SpreadsheetDocument document;
    private readonly Sheets sheets = new();
    private readonly WorkbookPart workbook;

    public SheetWriting(string title, string language)
    {
        document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        workbook = document.AddWorkbookPart();
        workbook.Workbook = new(sheets);
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        document.PackageProperties.Title = title;
        document.PackageProperties.Language = language;
    }

    /// <summary>
    /// A table: a hidden line of machine names, the headings, then the lines. The first two stay in sight while one scrolls.
    /// </summary>
    public void Table(string name, IReadOnlyList<string> machineNames, IReadOnlyList<WrittenColumn> columns, IEnumerable<IReadOnlyList<WrittenCell>> lines)
    {
        var part = Add(name, hidden: false);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 2, TopLeftCell = "A3", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A3", SequenceOfReferences = new() { InnerText = "A3" } })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new Columns(columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true, Hidden = column.Hidden })));
        writer.WriteStartElement(new SheetData());
        Line(writer, 1, machineNames.Select(machine => new WrittenCell(machine, Look.Plain)), hidden: true);
        Line(writer, 2, columns.Select(column => new WrittenCell(column.Heading, Look.Heading)));
        var row = 2;
        foreach (var line in lines)
        {
            Line(writer, ++row, line);
        }

        writer.WriteEndElement();
        if (row > 2)
        {
            writer.WriteElement(new AutoFilter { Reference = $"A2:{Letters(columns.Count - 1)}{row}" });
            var lists = columns.Select((column, index) => (column, index)).Where(one => one.column.Choices is { Count: > 0 }).Select(one => ListOf(one.column.Choices!, $"{Letters(one.index)}3:{Letters(one.index)}{row}")).ToList();
            if (lists.Count > 0)
            {
                writer.WriteElement(new DataValidations(lists) { Count = (uint)lists.Count });
            }
        }

        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    /// <summary>A sheet of sentences, the first of them its title.</summary>
    public void Text(string name, IReadOnlyList<string> sentences)
    {
        var part = Add(name, hidden: false);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new Columns(new Column { Min = 1, Max = 1, Width = 100, CustomWidth = true }));
        writer.WriteStartElement(new SheetData());
        foreach (var (sentence, index) in sentences.Select((sentence, index) => (sentence, index)))
        {
            Line(writer, index + 1, [new(sentence, index == 0 ? Look.Title : Look.Wrapped)]);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>A sheet that only machines read.</summary>
    public void Hidden(string name, IReadOnlyList<string> values)
    {
        var part = Add(name, hidden: true);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        Line(writer, 1, values.Select(value => new WrittenCell(value, Look.Plain)));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>The file; nothing can be added after.</summary>
    public byte[] ToFile()
    {
        document.Dispose();
        return stream.ToArray();
    }

    public void Dispose()
    {
        document.Dispose();
        stream.Dispose();
    }

    private WorksheetPart Add(string name, bool hidden)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        sheets.Append(new Sheet
        {
            Id = workbook.GetIdOfPart(part),
            SheetId = (uint)sheets.ChildElements.Count + 1,
            Name = name,
            State = hidden ? SheetStateValues.Hidden : SheetStateValues.Visible,
        });
        return part;
    }

    private static void Line(OpenXmlWriter writer, int number, IEnumerable<WrittenCell> cells, bool hidden = false)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number, Hidden = hidden ? true : null });
        var column = 0;
        foreach (var cell in cells)
        {
            Cell written = new() { CellReference = Letters(column++) + number.ToString(CultureInfo.InvariantCulture), StyleIndex = (uint)cell.Look };
            switch (cell.Value)
            {
                case null:
                    break;
                case decimal figure:
                    written.CellValue = new(figure.ToString(CultureInfo.InvariantCulture));
                    break;
                default:
                    written.DataType = CellValues.InlineString;
                    written.InlineString = new(new Text(Clean((string)cell.Value)) { Space = SpaceProcessingModeValues.Preserve });
                    break;
            }

            writer.WriteElement(written);
        }

        writer.WriteEndElement();
    }

    private static DataValidation ListOf(IReadOnlyList<string> choices, string cells) => new(new Formula1($"\"{string.Join(',', choices)}\""))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        SequenceOfReferences = new() { InnerText = cells },
    };

    /// <summary>Signs that XML cannot hold are left out.</summary>
    private static string Clean(string text)
    {
        if (text.All(System.Xml.XmlConvert.IsXmlChar))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else if (System.Xml.XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static Stylesheet Styles() => new(
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new Color { Rgb = "FF1B2430" }, new FontName { Val = "Calibri" }),
            new Font(new FontSize { Val = 11 }, new Color { Rgb = "FF4A5563" }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 16 }, new Color { Rgb = "FF0B4F82" }, new FontName { Val = "Calibri" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE6F0F7" }) { PatternType = PatternValues.Solid }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFFFFBE6" }) { PatternType = PatternValues.Solid })),
        new Borders(
            new Border(),
            new Border(Side<LeftBorder>(), Side<RightBorder>(), Side<TopBorder>(), Side<BottomBorder>())),
        new CellFormats(
            new CellFormat(),
            new CellFormat(Top()) { FontId = 1, FillId = 2, BorderId = 1, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true },
            new CellFormat(Top()) { FontId = 2, BorderId = 1, ApplyFont = true, ApplyBorder = true, ApplyAlignment = true },
            new CellFormat(Top()) { FillId = 3, BorderId = 1, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true },
            new CellFormat { FontId = 3, ApplyFont = true },
            new CellFormat(Top()) { ApplyAlignment = true }));

    private static Alignment Top() => new() { WrapText = true, Vertical = VerticalAlignmentValues.Top };

    private static T Side<T>() where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Thin, Color = new() { Rgb = "FFC5CDD6" } };
}
