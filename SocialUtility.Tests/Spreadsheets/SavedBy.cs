using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace SocialUtility.Tests.Spreadsheets;

/// <summary>
/// A workbook in the manner of a program that people use, written part by part: Excel and LibreOffice both gather words in a
/// shared table, and each has its ways. (Neither program runs in a test.)
/// </summary>
internal sealed class SavedBy
{
    private readonly List<string> shared = [];
    private readonly Dictionary<string, string> cells = [];
    private readonly bool office;

    private SavedBy(bool office) => this.office = office;

    /// <summary>Excel: the standard's own prefix, numbers without a type, one style for each format.</summary>
    public static SavedBy Excel => new(office: true);

    /// <summary>LibreOffice: every cell says its type, empty cells are written, widths of a thousand columns.</summary>
    public static SavedBy LibreOffice => new(office: false);

    /// <summary>Merged cells of the table, as « A3:B3 ».</summary>
    public string? Merged { get; set; }

    public SavedBy Words(string cell, string words)
    {
        shared.Add(words);
        cells[cell] = $"<c r=\"{cell}\" s=\"0\" t=\"s\"><v>{shared.Count - 1}</v></c>";
        return this;
    }

    /// <summary>The result of a formula that gives words.</summary>
    public SavedBy Formula(string cell, string formula, string result)
    {
        cells[cell] = $"<c r=\"{cell}\" t=\"str\"><f>{SecurityElement.Escape(formula)}</f><v>{SecurityElement.Escape(result)}</v></c>";
        return this;
    }

    /// <summary>A number as it lies in the file, in the style of that number: 0 plain, 1 percent, 2 a day, 3 a time, 4 « 0,0" kg" », 5 « [h]:mm ».</summary>
    public SavedBy Number(string cell, string raw, int style = 0)
    {
        var type = office ? "" : " t=\"n\"";
        cells[cell] = $"<c r=\"{cell}\" s=\"{style}\"{type}><v>{raw}</v></c>";
        return this;
    }

    /// <summary>The cells of a line from A on; null leaves one empty.</summary>
    public SavedBy Line(int row, params string?[] words)
    {
        foreach (var (word, column) in words.Select((word, column) => (word, column)))
        {
            if (word is not null)
            {
                Words(((char)('A' + column)).ToString() + row.ToString(CultureInfo.InvariantCulture), word);
            }
        }

        return this;
    }

    /// <summary>The file, with our hidden sheet of codes.</summary>
    public byte[] ToFile(string association, string mark = "social-utility/readings/1")
    {
        const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        shared.AddRange([mark, association]);
        var head = office ? "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n" : "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        var rows = string.Concat(cells
            .GroupBy(cell => int.Parse(cell.Key.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture))
            .OrderBy(row => row.Key)
            .Select(row => $"<row r=\"{row.Key}\"{(office ? " spans=\"1:13\" x14ac:dyDescent=\"0.25\"" : " customFormat=\"false\" ht=\"12.8\" hidden=\"false\" customHeight=\"false\" outlineLevel=\"0\" collapsed=\"false\"")}>{string.Concat(row.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => cell.Value))}</row>"));
        var merge = Merged is null ? "" : $"<mergeCells count=\"1\"><mergeCell ref=\"{Merged}\"/></mergeCells>";
        var columns = office ? "" : "<cols><col collapsed=\"false\" customWidth=\"false\" hidden=\"false\" outlineLevel=\"0\" max=\"1025\" min=\"1\" style=\"0\" width=\"11.52\"/></cols>";
        var more = office ? " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"x14ac\" xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"" : "";
        Dictionary<string, string> parts = new()
        {
            ["[Content_Types].xml"] = $"{head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>",
            ["_rels/.rels"] = $"{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relationships}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/_rels/workbook.xml.rels"] = $"{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"rId3\" Type=\"{Relationships}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId4\" Type=\"{Relationships}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"{head}<workbook xmlns=\"{Spreadsheet}\" xmlns:r=\"{Relationships}\"><sheets><sheet name=\"Relevés\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"codes\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>",
            ["xl/styles.xml"] = $"{head}<styleSheet xmlns=\"{Spreadsheet}\"><numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"0.0&quot; kg d'y &quot;\"/><numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/><numFmt numFmtId=\"166\" formatCode=\"DD/MM/YYYY\"/></numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellXfs count=\"6\"><xf numFmtId=\"0\"/><xf numFmtId=\"{(office ? 9 : 10)}\"/><xf numFmtId=\"{(office ? 14 : 166)}\"/><xf numFmtId=\"20\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>",
            ["xl/sharedStrings.xml"] = $"{head}<sst xmlns=\"{Spreadsheet}\" count=\"{shared.Count}\" uniqueCount=\"{shared.Count}\">{string.Concat(shared.Select(Item))}</sst>",
            ["xl/worksheets/sheet1.xml"] = $"{head}<worksheet xmlns=\"{Spreadsheet}\"{more}><dimension ref=\"A1:M9\"/>{columns}<sheetData>{rows}</sheetData>{merge}</worksheet>",
            ["xl/worksheets/sheet2.xml"] = $"{head}<worksheet xmlns=\"{Spreadsheet}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>{shared.Count - 2}</v></c><c r=\"B1\" t=\"s\"><v>{shared.Count - 1}</v></c></row></sheetData></worksheet>",
        };
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>Excel cuts words whose look changes into runs, and notes how to say Japanese; LibreOffice keeps spaces by name.</summary>
    private string Item(string words, int index) => office && index % 3 == 1 && words.Length > 2
        ? $"<si><r><t xml:space=\"preserve\">{SecurityElement.Escape(words[..2])}</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">{SecurityElement.Escape(words[2..])}</t></r><rPh sb=\"0\" eb=\"1\"><t>ヨミ</t></rPh></si>"
        : $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(words)}</t></si>";
}
