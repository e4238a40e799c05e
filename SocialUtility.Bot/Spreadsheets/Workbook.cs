using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialUtility.Bot.Spreadsheets;

/// <summary>
/// Reads a workbook as Excel, LibreOffice and others save it: shared and inline words, results of formulas, percentages, dates.
/// The sender is not trusted: size, lines and what the file unpacks to are bounded, and nothing in it is run or fetched.
/// </summary>
internal static class Workbook
{
    /// <summary>The largest file: 12 000 lines are less than one MiB.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    public const int MaxRows = 20_000;

    private const int MaxColumns = 60;

    /// <summary>What all its parts together may unpack to.</summary>
    private const long MaxUnpacked = 96L * 1024 * 1024;

    private const int MaxSheets = 20;

    /// <summary>« [h] », « [mm] »: hours beyond a day.</summary>
    private static readonly SearchValues<char> Elapsed = SearchValues.Create("hHmMsS");

    /// <exception cref="UnreadableException">It is no workbook, or too large.</exception>
    public static IReadOnlyList<SheetTable> Read(byte[] file)
    {
        if (file.Length > MaxBytes)
        {
            throw new UnreadableException(Unreadable.TooLarge);
        }

        try
        {
            CheckUnpacked(file);
            using var stream = new MemoryStream(file, writable: false);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, new() { MaxCharactersInPart = MaxUnpacked / 2 });
            var part = document.WorkbookPart ?? throw new UnreadableException(Unreadable.NotAWorkbook);
            var looks = Looks(part.WorkbookStylesPart?.Stylesheet);
            var shared = Shared(part.SharedStringTablePart);
            return
            [
                .. (part.Workbook?.Sheets?.Elements<Sheet>() ?? []).Take(MaxSheets)
                    .Where(sheet => sheet.Id?.Value is { } id && part.TryGetPartById(id, out var of) && of is WorksheetPart)
                    .Select(sheet => Read(sheet.Name?.Value ?? "", (WorksheetPart)part.GetPartById(sheet.Id!.Value!), shared, looks)),
            ];
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or IOException or ArgumentException or FormatException or NotSupportedException or InvalidOperationException)
        {
            throw new UnreadableException(Unreadable.NotAWorkbook, broken);
        }
    }

    /// <summary>Before anything is unpacked: a small file may hold a large one.</summary>
    private static void CheckUnpacked(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > 500 || zip.Entries.Sum(entry => entry.Length) > MaxUnpacked)
        {
            throw new UnreadableException(Unreadable.TooLarge);
        }
    }

    private static SheetTable Read(string name, WorksheetPart part, IReadOnlyList<string> shared, IReadOnlyList<CellLook> looks)
    {
        var rows = new List<SheetRow>();
        var merged = false;
        var number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(MergeCell))
            {
                merged = true;
            }
            else if (reader.ElementType == typeof(Row))
            {
                var row = (Row)reader.LoadCurrentElement()!;
                number = row.RowIndex?.Value is { } index ? (int)Math.Min(index, int.MaxValue) : number + 1;
                var cells = Cells(row, shared, looks);
                if (cells.Count > 0)
                {
                    rows.Add(rows.Count < MaxRows ? new(number, cells) : throw new UnreadableException(Unreadable.TooLarge));
                }
            }
        }

        return new(name, rows, merged);
    }

    private static Dictionary<int, SheetCell> Cells(Row row, IReadOnlyList<string> shared, IReadOnlyList<CellLook> looks)
    {
        var cells = new Dictionary<int, SheetCell>();
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? Column(reference) : next;
            next = column + 1;
            if (column is >= 0 and < MaxColumns && Read(cell, shared, looks) is { } read)
            {
                cells[column] = read;
            }
        }

        return cells;
    }

    private static SheetCell? Read(Cell cell, IReadOnlyList<string> shared, IReadOnlyList<CellLook> looks)
    {
        var raw = cell.CellValue?.Text;
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? Said(shared[index]) : null;
        }

        if (type == CellValues.InlineString)
        {
            return Said(cell.InlineString is { } inline ? Text(inline) : null);
        }

        if (type == CellValues.Boolean)
        {
            return Said(raw == "1" ? "1" : "0");
        }

        if (type != CellValues.Number || raw is null)
        {
            return Said(raw);
        }

        // A double, as the program keeps it: 4.2999999999999998 is 4,3.
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1e15)
        {
            return Said(raw);
        }

        var look = cell.StyleIndex?.Value is { } style && style < looks.Count ? looks[(int)style] : CellLook.Plain;
        return new(null, (decimal)number, look);
    }

    private static SheetCell? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text, null, CellLook.Plain);

    /// <summary>The words as they are read: not what helps to pronounce them.</summary>
    private static string Text(OpenXmlElement item)
    {
        var text = new StringBuilder();
        foreach (var child in item.ChildElements)
        {
            text.Append(child switch
            {
                Text plain => plain.Text,
                Run run => run.Text?.Text,
                _ => null,
            });
        }

        return text.ToString();
    }

    private static List<string> Shared(SharedStringTablePart? part)
    {
        var shared = new List<string>();
        if (part is null)
        {
            return shared;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
            {
                shared.Add(Text(reader.LoadCurrentElement()!));
            }
        }

        return shared;
    }

    /// <summary>What each style of the workbook makes of a number.</summary>
    private static List<CellLook> Looks(Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null && format.FormatCode is not null)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(format => format.Key, format => format.Last().FormatCode!.Value!);
        return [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format => Look(format.NumberFormatId?.Value ?? 0, own))];
    }

    /// <summary>The numbers below 164 are those of the standard (ECMA-376, 18.8.30).</summary>
    private static CellLook Look(uint format, Dictionary<uint, string> own) => format switch
    {
        _ when own.TryGetValue(format, out var code) => Look(code),
        9 or 10 => CellLook.Percent,
        >= 14 and <= 17 or 22 => CellLook.Day,
        >= 18 and <= 21 or >= 45 and <= 47 => CellLook.Time,
        _ => CellLook.Plain,
    };

    /// <summary>What a format of the person's own shows: words in quotes, colours and currencies in brackets say nothing of it; <c>[h]</c> does.</summary>
    private static CellLook Look(string code)
    {
        var signs = new StringBuilder();
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = code.IndexOf('"', i + 1) is var end and > 0 ? end : code.Length;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[' when code.IndexOf(']', i) is var close and > 0 && !code.AsSpan(i + 1, close - i - 1).ContainsAnyExcept(Elapsed):
                    signs.Append('h');
                    i = close;
                    break;
                case '[':
                    i = code.IndexOf(']', i) is var shut and > 0 ? shut : code.Length;
                    break;
                case ';':
                    i = code.Length;
                    break;
                default:
                    signs.Append(char.ToLowerInvariant(code[i]));
                    break;
            }
        }

        var read = signs.ToString();
        return read switch
        {
            _ when read.Contains("general", StringComparison.Ordinal) => CellLook.Plain,
            _ when read.Contains('%', StringComparison.Ordinal) => CellLook.Percent,
            _ when read.AsSpan().IndexOfAny("yda") >= 0 => CellLook.Day,
            _ when read.AsSpan().IndexOfAny("hs") >= 0 => CellLook.Time,
            _ when read.Contains("mm", StringComparison.Ordinal) => CellLook.Day,
            _ => CellLook.Plain,
        };
    }

    /// <summary>0 for A, 26 for AA; -1 for what is no reference.</summary>
    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetterUpper(letter))
            {
                break;
            }

            column = column > MaxColumns ? column : (column * 26) + letter - 'A' + 1;
        }

        return column - 1;
    }
}
