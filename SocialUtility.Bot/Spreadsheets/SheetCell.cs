namespace SocialUtility.Bot.Spreadsheets;

/// <summary>What the format of a cell makes of its number.</summary>
internal enum CellLook
{
    Plain,

    /// <summary>0,12 is shown as 12 %.</summary>
    Percent,

    /// <summary>45 000 is shown as a day of 2023.</summary>
    Day,

    /// <summary>0,5 is shown as 12:00.</summary>
    Time,
}

/// <summary>A cell that is not empty: words, or a number with its look.</summary>
/// <param name="Words">What is written in it; for a number null.</param>
/// <param name="Number">The number as it is stored.</param>
/// <param name="Look">How the program shows the number.</param>
internal readonly record struct SheetCell(string? Words, decimal? Number, CellLook Look)
{
    /// <summary>Excel and LibreOffice count days from here (and take 1900 for a leap year, which no date of ours is before).</summary>
    private static readonly DateOnly DayNought = new(1899, 12, 30);

    /// <summary>The day that a number shown as a date stands for; null where it is none.</summary>
    public DateOnly? Day => Look == CellLook.Day && Number is >= 61 and < 2_958_466 ? DayNought.AddDays((int)Number) : null;
}

/// <summary>A line of a sheet, numbered as the program numbers it, and its cells by column from 0.</summary>
internal sealed record SheetRow(int Number, IReadOnlyDictionary<int, SheetCell> Cells)
{
    public SheetCell? this[int? column] => column is { } at && Cells.TryGetValue(at, out var cell) ? cell : null;
}

/// <summary>A sheet of a workbook.</summary>
internal sealed record SheetTable(string Name, IReadOnlyList<SheetRow> Rows, bool HasMergedCells);

/// <summary>Why a file is no workbook that we read.</summary>
internal enum Unreadable
{
    /// <summary>No XLSX: an older XLS, an ODS, a PDF, a protected or a broken file.</summary>
    NotAWorkbook,

    /// <summary>More than <see cref="Workbook.MaxBytes"/>, or than <see cref="Workbook.MaxRows"/> lines.</summary>
    TooLarge,
}

/// <summary>A file that cannot be read, with the reason to tell its sender.</summary>
internal sealed class UnreadableException(Unreadable why, Exception? inner = null) : Exception($"The workbook cannot be read: {why}.", inner)
{
    public Unreadable Why => why;
}
