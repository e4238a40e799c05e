using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SocialUtility.Bot.Spreadsheets;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests.Spreadsheets;

/// <summary>The table of readings as a file: what goes out, and what comes back from the programs that people use.</summary>
[Trait("Deck", "D22")]
public sealed class ValueSheetTests
{
    private static readonly Person Awa = new("test|awa");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Words French = Words.In(Language.French);

    private static readonly string[] Machine = ["su:criterion", "su:indicator", "su:period", "su:now", "su:value", "su:part", "su:whole", "su:state", "su:certainty", "su:context", "su:because", "su:proof", "su:key"];

    private readonly Dossier dossier;

    public ValueSheetTests()
    {
        Association association = new() { Id = Id<Association>.Parse("potager"), Name = "Le Potager", Type = AssociationType.Solidarity, Since = Now };
        dossier = Dossier.New(association);
        var number = 0;
        foreach (var (id, name, unit, kind, frequency) in ((string, string, string, Kind, Frequency)[])
        [
            ("food", "Denrées sauvées", "kg", Kind.Count, Frequency.Monthly),
            ("women", "Part des femmes", "", Kind.Percentage, Frequency.Yearly),
            ("hours", "Heures de bénévolat", "heures", Kind.Duration, Frequency.Monthly),
            ("words", "=SOMME(A1:A9)", "", Kind.Text, Frequency.Quarterly),
        ])
        {
            dossier = dossier.With(new Indicator
            {
                Id = Id<Indicator>.Parse(id),
                Number = ++number,
                Criterion = Id<Criterion>.Parse("c"),
                Name = name,
                Unit = unit,
                Kind = kind,
                Frequency = frequency,
                Author = Awa,
                Since = Now.AddYears(-2),
            });
        }
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void What_goes_out_is_a_valid_workbook_and_comes_back_as_nothing_while_nothing_is_filled_in(Language language)
    {
        var file = ValueSheet.Write(dossier, new([]), 2026, new(2026, 11, 23), Words.In(language));

        using (var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        }

        var (lines, foreign) = ValueSheet.Read(Workbook.Read(file), dossier, Awa, Now, Words.In(language));
        Assert.Null(foreign);
        Assert.Empty(lines);
        // Two by month, one by quarter, one by year; the year is not over.
        Assert.Equal(2 + 11 + 11 + 4 + 1, Workbook.Read(file)[0].Rows.Count);
        Assert.Contains(Workbook.Read(file)[0].Rows, row => row[1]?.Words == "=SOMME(A1:A9)");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_people_fill_in_is_read_as_their_program_shows_it(bool excel)
    {
        var saved = New(excel)
            .Line(3, "c", "Denrées sauvées (kg)", "octobre 2026", null, null, null, null, null, "estimé", "pluie & vent", null, null, "food|2026-10|0").Number("E3", "402.30000000000001", 4)
            .Line(4, null, "Part des femmes", "2026", null, null, null, null, null, null, null, null, null, "women|2026|0").Number("F4", "12").Number("G4", "40")
            .Line(5, null, "Denrées sauvées", "septembre 2026", null, "1 250,5", null, null, null, null, null, null, "https://exemple.test/p", "food|2026-09|2")
            .Line(6, null, "Heures", "octobre 2026", null, null, null, null, null, null, null, null, null, "hours|2026-10|0").Number("E6", "1.4375", 5)
            .Line(7, null, "Denrées sauvées", "août 2026", null, null, null, null, "non relevé", null, null, "balance cassée", null, "food|2026-08|0")
            .Line(8, null, "=SOMME(A1:A9)", "3e trimestre 2026", null, "On se parle enfin", null, null, null, null, null, null, null, "words|2026-Q3|0")
            .Line(9, null, "Part des femmes", "2025", null, null, null, null, null, null, null, null, null, "women|2025|0").Number("E9", "0.45", 1)
            .Line(10, null, "Denrées sauvées", "juillet 2026", null, "sans objet", null, null, null, null, null, null, null, "food|2026-07|0")
            .Line(11, null, "Denrées sauvées", "juin 2026", null, null, null, null, null, null, null, null, null, "food|2026-06|0").Number("E11", "0");

        var lines = Read(saved);

        Assert.All(lines, line => Assert.Null(line.Slip));
        Assert.Equal(
            [
                new Reading.Figure(402.3m, Certainty.Estimated),
                new Reading.Figure(30m, null, 12, 40),
                new Reading.Figure(1250.5m),
                new Reading.Figure(34.5m),
                new Reading.NotMeasured("balance cassée"),
                new Reading.Words("On se parle enfin"),
                new Reading.Figure(45m),
                new Reading.NotApplicable(),
                new Reading.Figure(0),
            ],
            lines.Select(line => line.Recording!.Reading));
        Assert.Equal("pluie & vent", lines[0].Recording!.Context);
        Assert.Equal(("https://exemple.test/p", 2), (lines[2].Recording!.Proof, lines[2].Recording!.Seen));
        Assert.Equal(Enumerable.Range(3, 9), lines.Select(line => line.Row));
    }

    [Fact]
    public void Columns_may_be_moved_lines_sorted_and_lines_of_ones_own_added()
    {
        var saved = SavedBy.Excel.Line(1, "su:key", "su:value", "su:indicator", "su:period").Line(2, "code", "Valeur", "Indicateur", "Période")
            .Line(3, "food|2026-10|0").Number("B3", "7")
            .Line(4, null, null, "denrees sauvees (kg)", "2026-09").Number("B4", "8")
            .Line(5, null, null, "Denrées sauvées", "August 2026").Number("B5", "9")
            .Line(6, null, null, "Denrées sauvées").Number("B6", "10").Number("D6", "46204", 2);

        var lines = Read(saved);

        Assert.Equal(["2026-10", "2026-09", "2026-08", "2026-07"], lines.Select(line => line.Recording?.Period.ToString()));
    }

    [Theory]
    [InlineData(ImportSlip.NoIndicator, "abeilles|2026-10|0", "12", null, null)]
    [InlineData(ImportSlip.NoPeriod, "food|hier|0", "12", null, null)]
    [InlineData(ImportSlip.NoFigure, "food|2026-10|0", "beaucoup", null, null)]
    [InlineData(ImportSlip.Ambiguous, "food|2026-10|0", "1.250", null, null)]
    [InlineData(ImportSlip.TwoReadings, "food|2026-10|0", "12", null, "non relevé")]
    [InlineData(ImportSlip.TwoReadings, "food|2026-10|0", null, null, "peut-être")]
    [InlineData(ImportSlip.HalfAShare, "women|2026|0", null, "12", null)]
    public void What_cannot_be_read_is_told_by_line(ImportSlip slip, string key, string? value, string? part, string? state)
    {
        var line = Assert.Single(Read(New(true).Line(3, "c", "Nom", "Période", null, value, part, null, state, null, null, null, null, key)));

        Assert.Equal((3, slip), (line.Row, line.Slip));
        Assert.Null(line.Recording);
    }

    [Fact]
    public void A_day_that_the_program_made_of_a_figure_is_no_figure()
    {
        Assert.Equal(ImportSlip.Day, Assert.Single(Read(New(true).Line(3, null, null, null, null, null, null, null, null, null, null, null, null, "food|2026-10|0").Number("E3", "46000", 2))).Slip);
        Assert.Equal(ImportSlip.NoFigure, Assert.Single(Read(New(true).Line(3, null, null, null, null, null, null, null, null, null, null, null, null, "food|2026-10|0").Number("E3", "0.5", 1))).Slip);
        Assert.Equal(ImportSlip.NoValue, Assert.Single(Read(New(true).Line(3, null, null, null, null, null, null, null, null, "pluie", null, null, null, "food|2026-10|0"))).Slip);
        Assert.Equal(ImportSlip.NoCertainty, Assert.Single(Read(New(true).Line(3, null, null, null, null, "12", null, null, null, "presque", null, null, null, "food|2026-10|0"))).Slip);
    }

    [Fact]
    public void A_file_that_is_none_of_ours_is_told_apart()
    {
        Assert.Equal(ValueSheet.Foreign.NotOurs, ForeignOf(SavedBy.Excel.Line(1, "Nom", "Âge").ToFile("potager")));
        Assert.Equal(ValueSheet.Foreign.NotOurs, ForeignOf(New(true).ToFile("potager", mark: "autre")));
        Assert.Equal(ValueSheet.Foreign.AnotherAssociation, ForeignOf(New(true).ToFile("autre")));
        var merged = New(true).Line(3, "food", null, null, null, "12", null, null, null, null, null, null, null, "food|2026-10|0");
        merged.Merged = "A3:B3";
        Assert.Equal(ValueSheet.Foreign.Merged, ForeignOf(merged.ToFile("potager")));
    }

    [Fact]
    public void What_is_no_workbook_or_too_large_is_told_and_harms_nothing()
    {
        Assert.Equal(Unreadable.NotAWorkbook, Why([]));
        Assert.Equal(Unreadable.NotAWorkbook, Why(Encoding.UTF8.GetBytes("Indicateur;Valeur\nDenrées;12")));
        Assert.Equal(Unreadable.NotAWorkbook, Why([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));
        Assert.Equal(Unreadable.NotAWorkbook, Why(Zip(("truc.txt", "rien"u8.ToArray()))));
        Assert.Equal(Unreadable.NotAWorkbook, Why(New(true).ToFile("potager")[..900]));
        Assert.Equal(Unreadable.TooLarge, Why(new byte[Workbook.MaxBytes + 1]));
        Assert.Equal(Unreadable.TooLarge, Why(Zip(("xl/workbook.xml", new byte[100 * 1024 * 1024]))));
        var many = New(true);
        for (var row = 3; row < Workbook.MaxRows + 10; row++)
        {
            many.Number($"E{row}", "1");
        }

        Assert.Equal(Unreadable.TooLarge, Why(many.ToFile("potager")));
    }

    private static SavedBy New(bool excel) => (excel ? SavedBy.Excel : SavedBy.LibreOffice).Line(1, Machine).Line(2, Machine);

    private IReadOnlyList<ImportLine> Read(SavedBy saved) => ValueSheet.Read(Workbook.Read(saved.ToFile("potager")), dossier, Awa, Now, French).Lines;

    private ValueSheet.Foreign? ForeignOf(byte[] file) => ValueSheet.Read(Workbook.Read(file), dossier, Awa, Now, French).Foreign;

    private static Unreadable Why(byte[] file) => Assert.Throws<UnreadableException>(() => Workbook.Read(file)).Why;

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
