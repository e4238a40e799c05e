using System.Globalization;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Spreadsheets;

/// <summary>
/// The table of readings that goes out and comes back. A hidden first line names the columns for machines, a hidden last column
/// names indicator, period and the version that was seen: lines may be sorted, left out and filled in any program.
/// </summary>
internal static class ValueSheet
{
    /// <summary>The first of the hidden sheet: by it our table is known again.</summary>
    public const string Mark = "social-utility/readings/1";

    internal static readonly string[] Machine = ["su:criterion", "su:indicator", "su:period", "su:now", "su:value", "su:part", "su:whole", "su:state", "su:certainty", "su:context", "su:because", "su:proof", "su:key"];

    private enum Column
    {
        Criterion,
        Indicator,
        Period,
        Now,
        Value,
        Part,
        Whole,
        State,
        Certainty,
        Context,
        Because,
        Proof,
        Key,
    }

    /// <summary>The table for the periods of a year that have begun, with what stands in them.</summary>
    public static byte[] Write(Dossier dossier, LedgerPage page, int year, DateOnly today, Words words)
    {
        using SheetWriting writing = new(words.Say("spreadsheet.title", dossier.Association.Name), words.Language.Culture().Name);
        string[] states = [words["state.not-measured"], words["state.not-applicable"]];
        string[] certainties = [words["certainty.counted"], words["certainty.estimated"], words["certainty.byeye"]];
        WrittenColumn[] columns =
        [
            new(words["spreadsheet.column.criterion"], 28),
            new(words["spreadsheet.column.indicator"], 42),
            new(words["spreadsheet.column.period"], 18),
            new(words["spreadsheet.column.now"], 18),
            new(words["spreadsheet.column.value"], 18),
            new(words["spreadsheet.column.part"], 10),
            new(words["spreadsheet.column.whole"], 10),
            new(words["spreadsheet.column.state"], 14, Choices: states),
            new(words["spreadsheet.column.certainty"], 12, Choices: certainties),
            new(words["spreadsheet.column.context"], 34),
            new(words["spreadsheet.column.because"], 34),
            new(words["spreadsheet.column.proof"], 24),
            new("code", 8, Hidden: true),
        ];
        writing.Table(words["spreadsheet.sheet"], Machine, columns, Lines(dossier, page, year, today, words));
        writing.Text(words["spreadsheet.help.sheet"], [words["spreadsheet.help.title"], .. words["spreadsheet.help"].Split('|')]);
        writing.Hidden("codes", [Mark, dossier.Association.Id.ToString(), year.ToString(CultureInfo.InvariantCulture)]);
        return writing.ToFile();
    }

    private static IEnumerable<IReadOnlyList<WrittenCell>> Lines(Dossier dossier, LedgerPage page, int year, DateOnly today, Words words)
    {
        foreach (var indicator in dossier.Indicators.Where(indicator => indicator.IsInUse))
        {
            foreach (var period in Period.OfYear(year, indicator.Frequency, dossier.Association.YearStartsIn).Where(period => period.Start <= today && indicator.Asks(period)))
            {
                var standing = page.Find(indicator.Id, period)?.Standing;
                var share = indicator.Kind == Kind.Percentage ? Look.Input : Look.ReadOnly;
                yield return
                [
                    new(dossier.Find(indicator.Criterion)?.Name, Look.ReadOnly),
                    new(indicator.Unit.Length > 0 && indicator.Kind is not (Kind.Percentage or Kind.Scale) ? $"{indicator.Name} ({indicator.Unit})" : indicator.Name, Look.ReadOnly),
                    new(words.Period(period), Look.ReadOnly),
                    new(Standing(standing?.Reading), Look.ReadOnly),
                    new(null, Look.Input),
                    new(null, share),
                    new(null, share),
                    new(null, Look.Input),
                    new(null, Look.Input),
                    new(null, Look.Input),
                    new(null, Look.Input),
                    new(null, Look.Input),
                    new($"{indicator.Id}|{period}|{standing?.Version ?? 0}", Look.Plain),
                ];
            }
        }

        object? Standing(Reading? reading) => reading switch
        {
            Reading.Figure figure => figure.Amount,
            Reading.Words said => said.Text,
            Reading.NotMeasured => words["state.not-measured"],
            Reading.NotApplicable => words["state.not-applicable"],
            _ => null,
        };
    }

    /// <summary>Why a workbook that can be read is none of ours.</summary>
    public enum Foreign
    {
        /// <summary>Our table is not in it.</summary>
        NotOurs,

        /// <summary>It is the table of another association.</summary>
        AnotherAssociation,

        /// <summary>Cells were merged: which line they belong to is not known.</summary>
        Merged,
    }

    /// <summary>The lines in which something was filled in, or why there can be none.</summary>
    public static (IReadOnlyList<ImportLine> Lines, Foreign? Foreign) Read(IReadOnlyList<SheetTable> workbook, Dossier dossier, Person by, DateTimeOffset at, Words words)
    {
        var codes = workbook.Select(table => table.Rows.Count > 0 ? table.Rows[0] : null).FirstOrDefault(row => row?[0]?.Words == Mark);
        var table = workbook.FirstOrDefault(table => table.Rows.Count > 0 && table.Rows[0].Cells.Values.Any(cell => cell.Words == Machine[(int)Column.Key]));
        if (codes is null || table is null)
        {
            return ([], Foreign.NotOurs);
        }

        if (codes[1]?.Words != dossier.Association.Id.ToString())
        {
            return ([], Foreign.AnotherAssociation);
        }

        if (table.HasMergedCells)
        {
            return ([], Foreign.Merged);
        }

        Dictionary<Column, int> at0 = [];
        foreach (var (column, cell) in table.Rows[0].Cells)
        {
            if (Array.IndexOf(Machine, cell.Words) is >= 0 and var known)
            {
                at0[(Column)known] = column;
            }
        }

        ValueLine reader = new(dossier, by, at, words);
        // The first line is the machines', the second the headings.
        return ([.. table.Rows.Where(row => row.Number > 2).Select(row => reader.Read(row.Number, Cell(row))).OfType<ImportLine>()], null);

        Func<Column, SheetCell?> Cell(SheetRow row) => column => row[at0.TryGetValue(column, out var index) ? index : null];
    }

    /// <summary>Reads one line.</summary>
    private sealed class ValueLine(Dossier dossier, Person by, DateTimeOffset at, Words words)
    {
        private readonly Dictionary<string, Indicator> byName = dossier.Indicators.Where(indicator => !indicator.Retired).GroupBy(indicator => indicator.Name.AsWord()).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single());

        /// <summary>Null where nothing was filled in.</summary>
        public ImportLine? Read(int number, Func<Column, SheetCell?> cell)
        {
            var given = cell(Column.Value);
            var (part, whole, state) = (cell(Column.Part), cell(Column.Whole), cell(Column.State));
            string? Said(Column column) => Shown(cell(column)).OnOneLine();
            var (certaintyWord, context, because, proof) = (Said(Column.Certainty), Said(Column.Context), Said(Column.Because), Said(Column.Proof));
            if ((given, part, whole, state) is (null, null, null, null) && (certaintyWord ?? context ?? because ?? proof) is null)
            {
                return null;
            }

            var name = string.Join(" · ", ((string?[])[Shown(cell(Column.Indicator)), Shown(cell(Column.Period))]).OfType<string>());
            ImportLine Slip(ImportSlip slip) => new(number, name, null, slip);
            if (Find(cell) is not var (indicator, period, seen))
            {
                return Slip(IndicatorOf(cell) is null ? ImportSlip.NoIndicator : ImportSlip.NoPeriod);
            }

            var (reading, slip) = ReadingOf(indicator, given, part, whole, state);
            if (reading is null)
            {
                return Slip(slip ?? ImportSlip.NoValue);
            }

            if (certaintyWord is not null && CertaintyOf(certaintyWord) is not { } certainty)
            {
                return Slip(ImportSlip.NoCertainty);
            }
            else
            {
                reading = reading is Reading.Figure figure && certaintyWord is not null ? figure with { Certainty = CertaintyOf(certaintyWord) } : reading;
            }

            return new(number, name, new()
            {
                Indicator = indicator,
                Period = period,
                Reading = reading is Reading.NotMeasured ? new Reading.NotMeasured(because) : reading,
                Context = context,
                Because = because,
                Proof = proof,
                By = by,
                At = at,
                Seen = seen,
            });
        }

        private (Indicator Indicator, Period Period, int Seen)? Find(Func<Column, SheetCell?> cell)
        {
            if (cell(Column.Key)?.Words?.Split('|') is [var id, var span, var version]
                && Id<Indicator>.TryParse(id, out var known) && dossier.Find(known) is { } indicator
                && Period.TryParse(span, out var period)
                && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
            {
                return (indicator, period, seen);
            }

            return IndicatorOf(cell) is { } named && PeriodOf(named, cell(Column.Period)) is { } said ? (named, said, 0) : null;
        }

        /// <summary>By the code, or for a line of the person's own by the name.</summary>
        private Indicator? IndicatorOf(Func<Column, SheetCell?> cell) =>
            cell(Column.Key)?.Words?.Split('|') is [var id, ..] && Id<Indicator>.TryParse(id, out var known) && dossier.Find(known) is { } indicator
                ? indicator
                : cell(Column.Indicator)?.Words is { } name ? byName.GetValueOrDefault(name.AsWord()) ?? byName.GetValueOrDefault(WithoutUnit(name).AsWord()) : null;

        private static string WithoutUnit(string name) => name.LastIndexOf('(') is > 0 and var bracket ? name[..bracket] : name;

        /// <summary>As it is written in the table, in either language, in figures (2026-10), or a day of it.</summary>
        private Period? PeriodOf(Indicator indicator, SheetCell? cell)
        {
            if (cell?.Day is { } day)
            {
                return Period.Containing(day, indicator.Frequency, dossier.Association.YearStartsIn);
            }

            if (Shown(cell).OnOneLine() is not { } said)
            {
                return null;
            }

            if (Period.TryParse(said, out var period) && period.Frequency == indicator.Frequency)
            {
                return period;
            }

            var today = dossier.Association.Today(at);
            return Enumerable.Range(today.Year - 11, 13)
                .SelectMany(year => Period.OfYear(year, indicator.Frequency, dossier.Association.YearStartsIn))
                .FirstOrDefault(candidate => Both.Any(language => Words.In(language).Period(candidate).AsWord() == said.AsWord()));
        }

        private (Reading? Reading, ImportSlip? Slip) ReadingOf(Indicator indicator, SheetCell? given, SheetCell? part, SheetCell? whole, SheetCell? state)
        {
            if (StateOf(given) is { } typed)
            {
                (given, state) = (null, state ?? given);
                if (StateOf(state) != typed)
                {
                    return (null, ImportSlip.TwoReadings);
                }
            }

            if (state is not null)
            {
                return (given ?? part ?? whole) is not null || StateOf(state) is not { } said ? (null, ImportSlip.TwoReadings)
                    : said ? (new Reading.NotMeasured(), null) : (new Reading.NotApplicable(), null);
            }

            if ((part ?? whole) is not null)
            {
                return given is not null ? (null, ImportSlip.TwoReadings) : Share(part, whole);
            }

            return given is { } cell ? Plain(indicator, cell) : (null, ImportSlip.NoValue);
        }

        private (Reading? Reading, ImportSlip? Slip) Share(SheetCell? part, SheetCell? whole) => (Amount(part), Amount(whole)) switch
        {
            (null, _) or (_, null) => (null, part is null || whole is null ? ImportSlip.HalfAShare : ImportSlip.NoFigure),
            // A part of nothing is refused by the rule book, in its words.
            (var some, var all) => (new Reading.Figure(all == 0 ? 0 : Math.Round(100 * some.Value / all.Value, 2, MidpointRounding.AwayFromZero), null, some, all), null),
        };

        private decimal? Amount(SheetCell? cell) =>
            cell is { Number: { } number, Look: CellLook.Plain } ? number : cell?.Words is { } text && FigureText.Read(text, words.Language) is FigureRead.One one ? one.Amount : null;

        private (Reading? Reading, ImportSlip? Slip) Plain(Indicator indicator, SheetCell cell)
        {
            if (!indicator.IsFigure)
            {
                return (new Reading.Words(Shown(cell)!), null);
            }

            switch (cell)
            {
                case { Look: CellLook.Day }:
                    return (null, ImportSlip.Day);
                case { Look: CellLook.Percent, Number: { } share }:
                    return indicator.Kind == Kind.Percentage ? (new Reading.Figure(share * 100), null) : (null, ImportSlip.NoFigure);
                case { Look: CellLook.Time, Number: { } days }:
                    return indicator.Kind == Kind.Duration && DurationText.UnitOf(indicator.Unit) is { } unit
                        && DurationText.Read($"{Math.Round(days * 24 * 60):0} min", unit) is { } time ? (new Reading.Figure(time), null) : (null, ImportSlip.Day);
                case { Number: { } number }:
                    return (new Reading.Figure(number), null);
            }

            return Conversation.GivenFigure.Read(indicator, cell.Words!, words) is { } read ? (read, null)
                : FigureText.Read(cell.Words!, words.Language) is FigureRead.One { Amount: var amount } ? (new Reading.Figure(amount), null)
                : (null, FigureText.Read(cell.Words!, words.Language) is FigureRead.Either ? ImportSlip.Ambiguous : ImportSlip.NoFigure);
        }

        /// <summary>True for « non relevé », false for « sans objet », null for anything else.</summary>
        private static bool? StateOf(SheetCell? cell) => cell?.Words?.AsWord() switch
        {
            null => null,
            var said when Both.Any(language => Words.In(language)["state.not-measured"].AsWord() == said) => true,
            var said when Both.Any(language => Words.In(language)["state.not-applicable"].AsWord() == said) => false,
            _ => null,
        };

        private static Certainty? CertaintyOf(string said) => Enum.GetValues<Certainty>().Where(certainty => Both.Any(language => Words.In(language).Certainty(certainty).AsWord() == said.AsWord())).Select(certainty => (Certainty?)certainty).FirstOrDefault();

        private static readonly Language[] Both = Enum.GetValues<Language>();

        private static string? Shown(SheetCell? cell) => cell?.Words ?? cell?.Number?.ToString(CultureInfo.InvariantCulture);
    }
}
