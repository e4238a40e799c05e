using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests;

public sealed class LedgerTests
{
    private static readonly string Partition = Association.Partition(An.Association.Id);

    private readonly MemoryTable table = new();
    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    private Ledger Ledger => new(table, An.Association.Id);

    [Fact]
    public async Task A_reading_is_found_again()
    {
        await NoteAsync(An.Measurement("2026-Q3", 120));

        var found = await Ledger.FindAsync(An.Indicator.Id, An.Period("2026-Q3"), cancellation);

        Assert.Equal(An.Measurement("2026-Q3", 120), found?.Measurement);
        Assert.Null(await Ledger.FindAsync(An.Indicator.Id, An.Period("2026-Q2"), cancellation));
    }

    [Fact]
    public async Task The_same_reading_again_writes_nothing()
    {
        await NoteAsync(An.Measurement("2026-Q3", 120));

        Assert.Empty(await NoteAsync(An.Measurement("2026-Q3", 120.0m) with { At = An.Evening.AddDays(1) }));
        Assert.NotEmpty(await NoteAsync(An.Measurement("2026-Q3", 120) with { Context = "deux services" }));
        Assert.NotEmpty(await NoteAsync(An.Measurement("2026-Q3", 120, Certainty.Estimated)));
    }

    [Fact]
    public async Task A_correction_keeps_the_earlier_reading_with_its_reason()
    {
        await NoteAsync(An.Measurement("2026-Q3", 102));
        await NoteAsync(An.Measurement("2026-Q3", 120) with { Because = "chiffres inversés" });
        await NoteAsync(An.Measurement("2026-Q3", new Reading.NotMeasured()) with { Because = "ce n’était pas compté" });

        var present = await Ledger.FindAsync(An.Indicator.Id, An.Period("2026-Q3"), cancellation);
        var past = await Ledger.PastAsync(An.Indicator.Id, An.Period("2026-Q3"), cancellation);

        Assert.Equal((3, new Reading.NotMeasured(), "ce n’était pas compté"), (present!.Measurement.Version, present.Measurement.Reading, present.Measurement.Because));
        Assert.Equal([(1, new Reading.Figure(102, Certainty.Counted), null), (2, new Reading.Figure(120, Certainty.Counted), "chiffres inversés")],
            past.Select(version => (version.Version, (Reading.Figure)version.Reading, version.Because)));
    }

    [Fact]
    public async Task Of_two_who_correct_at_once_the_second_is_told()
    {
        await NoteAsync(An.Measurement("2026-Q3", 102));
        var read = await Ledger.FindAsync(An.Indicator.Id, An.Period("2026-Q3"), cancellation);
        await NoteAsync(An.Measurement("2026-Q3", 120));

        await Assert.ThrowsAsync<ConflictException>(async () => await table.WriteAsync(Partition, Ledger.Note(An.Measurement("2026-Q3", 130), read), cancellation));

        Assert.Single(await Ledger.PastAsync(An.Indicator.Id, An.Period("2026-Q3"), cancellation));
    }

    [Fact]
    public async Task Of_two_who_give_the_first_reading_at_once_the_second_is_told()
    {
        await NoteAsync(An.Measurement("2026-Q3", 120));

        await Assert.ThrowsAsync<ConflictException>(async () => await table.WriteAsync(Partition, Ledger.Note(An.Measurement("2026-Q3", 130), earlier: null), cancellation));
    }

    [Fact]
    public async Task Years_are_read_in_one_range_whatever_the_indicator()
    {
        var other = Id<Indicator>.Parse("i2");
        foreach (var period in (string[])["2024-Q4", "2025-Q1", "2026-Q2", "2026-Q1", "2027-Q1"])
        {
            await NoteAsync(An.Measurement(period, 1));
        }

        await NoteAsync(An.Measurement("2026-11", 2) with { Indicator = other });
        await NoteAsync(An.Measurement("2026-Q1", 2));

        var readings = await Ledger.OfYearsAsync(2025, 2026, cancellation);
        Assert.Equal(["2025-Q1", "2026-Q1", "2026-Q2", "2026-11"], readings.Select(reading => reading.Period.ToString()));
        Assert.Equal(["2026-Q1", "2026-Q2"], (await Ledger.OfYearAsync(An.Indicator.Id, 2026, cancellation)).Select(reading => reading.Period.ToString()));
    }

    [Fact]
    public async Task A_month_of_a_year_from_September_is_kept_with_its_year()
    {
        await NoteAsync(An.Measurement("2027-02@09", 12));

        Assert.Single(await Ledger.OfYearsAsync(2026, 2026, cancellation));
        Assert.Empty(await Ledger.OfYearsAsync(2027, 2027, cancellation));
    }

    private async Task<IReadOnlyList<Change>> NoteAsync(Measurement next)
    {
        var changes = Ledger.Note(next, await Ledger.FindAsync(next.Indicator, next.Period, cancellation));
        await table.WriteAsync(Partition, changes, cancellation);
        return changes;
    }
}
