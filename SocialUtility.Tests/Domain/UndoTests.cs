using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests;

/// <summary>What is given and taken back: nothing of it is lost, and what stood before stands again.</summary>
public sealed class UndoTests
{
    private static readonly Period October = An.Period("2026-Q3");
    private static readonly Person Awa = new("local|awa");

    [Theory]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Ones_own_entry_can_be_taken_back_for_ten_minutes(int minutes, bool open)
    {
        var entry = An.Measurement("2026-Q3", 420);

        Assert.Equal(open, Undo.IsOpenTo(An.Coordinator, entry, An.Evening.AddMinutes(minutes)));
        Assert.False(Undo.IsOpenTo(Awa, entry, An.Evening.AddMinutes(minutes)));
        Assert.False(Undo.IsOpenTo(An.Coordinator, entry with { Undone = An.Evening }, An.Evening.AddMinutes(minutes)));
    }

    [Fact]
    public async Task A_first_entry_taken_back_leaves_nothing_standing_and_its_trace()
    {
        var house = new Ledgers();
        await house.NoteAsync(An.Coordinator, 420);
        await house.UndoAsync();

        Assert.Empty(await house.Ledger.OfYearAsync(An.Indicator.Id, 2026, TestContext.Current.CancellationToken));
        Assert.False(await house.Ledger.AnyAsync(An.Indicator.Id, TestContext.Current.CancellationToken));
        var told = Assert.Single(await house.HistoryAsync());
        Assert.Null(told.Standing);
        Assert.Equal(420, Amount(Assert.Single(told.Earlier)));
    }

    [Fact]
    public async Task A_correction_taken_back_lets_the_earlier_entry_stand_again_with_its_author_and_day()
    {
        var house = new Ledgers();
        await house.NoteAsync(Awa, 420);
        var before = (await house.StandingAsync())!;
        await house.NoteAsync(An.Coordinator, 402);
        await house.UndoAsync();

        var standing = (await house.StandingAsync())!;
        Assert.Equal((before with { Version = 3 }, Awa), (standing, standing.By));
        Assert.Equal([402], Assert.Single(await house.HistoryAsync()).Earlier.Select(Amount));
    }

    /// <summary>Whatever people give and take back, in whatever order: it is as if what was taken back had never stood, and nothing is lost.</summary>
    [Fact]
    public void What_stands_is_what_was_given_and_not_taken_back() => Prop.ForAll(
        Gen.OneOf(Gen.Choose(1, 6).Select(amount => (int?)amount), Gen.Constant((int?)null)).ListOf().ToArbitrary(),
        steps =>
        {
            var house = new Ledgers();
            Stack<int> expected = [];
            List<int> given = [];
            foreach (var step in steps)
            {
                if (step is { } amount)
                {
                    if (house.NoteAsync(An.Coordinator, amount).GetAwaiter().GetResult())
                    {
                        expected.Push(amount);
                        given.Add(amount);
                    }
                }
                else if (expected.TryPop(out _))
                {
                    house.UndoAsync().GetAwaiter().GetResult();
                }
            }

            var standing = house.StandingAsync().GetAwaiter().GetResult();
            var told = house.HistoryAsync().GetAwaiter().GetResult();
            var entries = told.SelectMany(period => period.Earlier).Concat(told.Select(period => period.Standing).OfType<Measurement>()).Select(Amount).Order();
            return (expected.TryPeek(out var last) ? standing is not null && Amount(standing) == last : standing is null)
                && entries.SequenceEqual(given.Select(amount => (decimal)amount).Order());
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    private static decimal Amount(Measurement noted) => ((Reading.Figure)noted.Reading).Amount;

    /// <summary>A ledger in which everything is a minute later than what came before.</summary>
    private sealed class Ledgers
    {
        private static readonly string Partition = Association.Partition(An.Association.Id);
        private readonly MemoryTable table = new();
        private DateTimeOffset now = An.Evening;

        public Ledger Ledger => new(table, An.Association.Id);

        public async Task<bool> NoteAsync(Person by, decimal amount)
        {
            now = now.AddMinutes(1);
            var page = await PageAsync();
            var recording = new Recording { Indicator = An.Indicator, Period = October, Reading = new Reading.Figure(amount), By = by, At = now, Sure = (Sure)63 };
            if (new RuleBook(An.Association, [], page, now).Judge(recording) is not Judgement.Accepted accepted)
            {
                return false;
            }

            await table.WriteAsync(Partition, accepted.Changes, default);
            return true;
        }

        public async Task UndoAsync()
        {
            now = now.AddMinutes(1);
            var kept = (await Ledger.FindAsync(An.Indicator.Id, October, default))!;
            await table.WriteAsync(Partition, Undo.Of(kept, await Ledger.PastAsync(An.Indicator.Id, October, default), now).Changes, default);
        }

        public async Task<Measurement?> StandingAsync() => (await Ledger.FindAsync(An.Indicator.Id, October, default))?.Standing;

        public async Task<IReadOnlyList<HistoryOfPeriod>> HistoryAsync()
        {
            var told = HistoryOfPeriod.Of(An.Indicator, 2026, 1, (await PageAsync()).Lying(An.Indicator.Id), await Ledger.PastAsync(An.Indicator.Id, default), DateOnly.FromDateTime(now.Date));
            return [.. told.Where(period => period.Standing is not null || period.Earlier.Count > 0)];
        }

        private ValueTask<LedgerPage> PageAsync() => Ledger.PageAsync([An.Indicator.Id], 2024, 2026, default);
    }
}
