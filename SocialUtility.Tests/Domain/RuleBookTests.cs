using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests;

/// <summary>One rule book for all ways of recording a value: what is written, asked about, refused.</summary>
public sealed class RuleBookTests
{
    private static readonly Config Quietly = Config.QuickThrowOnFailure.WithQuietOnSuccess(true);

    private static readonly Indicator Food = An.Indicator with { Name = "Denrées sauvées", Unit = "kg", Frequency = Frequency.Monthly };

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public void A_value_that_nothing_stands_against_is_accepted_with_its_journal_key_and_version()
    {
        var accepted = Assert.IsType<Judgement.Accepted>(Book().Judge(Of("2026-10", 420)));

        Assert.Equal((1, "value|2026|i1|2026-10", false), (accepted.Noted.Version, accepted.Noted.Key, accepted.IsCorrection));
        Assert.Equal(new Reading.Figure(420), accepted.Noted.Reading);
        Assert.Single(accepted.Changes);
    }

    [Fact]
    public void A_correction_is_the_next_version_and_keeps_the_one_before()
    {
        var accepted = Assert.IsType<Judgement.Accepted>(Book(("2026-10", 420)).Judge(Of("2026-10", 402) with { Seen = 1, Because = "mal recopié" }));

        Assert.Equal((2, "mal recopié", true), (accepted.Noted.Version, accepted.Noted.Because, accepted.IsCorrection));
        Assert.Equal(["value|2026|i1|2026-10", "past|i1|2026-10|0001"], accepted.Changes.Select(change => change.Key));
    }

    [Fact]
    public void The_same_value_again_changes_nothing_whoever_noted_it() =>
        Assert.IsType<Judgement.Unchanged>(Book(("2026-10", 420)).Judge(Of("2026-10", 420) with { By = new("local|awa") }));

    [Fact]
    public void A_first_zero_is_asked_about_and_taken_once_it_is_meant()
    {
        Assert.IsType<Doubt.Zero>(Asked(Book().Judge(Of("2026-10", 0))));
        Assert.IsType<Judgement.Accepted>(Book().Judge(Of("2026-10", 0) with { Sure = Sure.Zero }));
    }

    [Fact]
    public void More_than_a_hundred_percent_is_asked_about_and_never_refused()
    {
        var share = Food with { Kind = Kind.Percentage, Unit = "" };

        Assert.Equal(new Doubt.OverBound(100), Asked(Book().Judge(Of("2026-10", 120) with { Indicator = share })));
        Assert.IsType<Judgement.Accepted>(Book().Judge(Of("2026-10", 120) with { Indicator = share, Sure = Sure.Bound }));
    }

    [Fact]
    public void A_value_far_from_its_history_is_asked_about_with_what_was_usual()
    {
        var book = Book(("2026-05", 380), ("2026-06", 410), ("2026-07", 395), ("2026-08", 240), ("2026-09", 430), ("2025-10", 350));

        var far = Assert.IsType<Doubt.FarFromHistory>(Asked(book.Judge(Of("2026-10", 4300))));

        Assert.Equal(("2026-09", "2025-10"), (far.Habit.Last.Period.ToString(), far.Habit.YearAgo?.Period.ToString()));
        Assert.IsType<Doubt.FarFromHistory>(Asked(book.Judge(Of("2026-10", 43))));
        Assert.IsType<Judgement.Accepted>(book.Judge(Of("2026-10", 600)));
        Assert.IsType<Judgement.Accepted>(book.Judge(Of("2026-10", 4300) with { Sure = Sure.History }));
    }

    [Fact]
    public void A_quiet_August_like_the_last_one_surprises_nobody()
    {
        (string, decimal)[] months = [("2026-02", 400), ("2026-03", 420), ("2026-04", 410), ("2026-05", 380), ("2026-06", 410), ("2026-07", 395)];

        Assert.IsType<Doubt.FarFromHistory>(Asked(Book(months).Judge(Of("2026-08", 40))));
        Assert.IsType<Judgement.Accepted>(Book([.. months, ("2025-08", 35)]).Judge(Of("2026-08", 40)));
    }

    [Fact]
    public void One_slip_of_the_past_does_not_hide_the_next() =>
        Assert.IsType<Doubt.FarFromHistory>(Asked(Book(("2026-05", 380), ("2026-06", 4100), ("2026-07", 395), ("2026-08", 340), ("2026-09", 430)).Judge(Of("2026-10", 4300))));

    [Fact]
    public void Small_counts_move_without_a_question() =>
        Assert.IsType<Judgement.Accepted>(Book(("2026-07", 1), ("2026-08", 1), ("2026-09", 1)).Judge(Of("2026-10", 6)));

    [Fact]
    public void What_somebody_else_noted_meanwhile_is_asked_about_and_no_value_is_lost()
    {
        var book = Book(("2026-10", 420));

        Assert.IsType<Doubt.NotedMeanwhile>(Asked(book.Judge(Of("2026-10", 402))));
        Assert.Equal(2, Assert.IsType<Judgement.Accepted>(book.Judge(Of("2026-10", 402) with { Sure = Sure.Meanwhile })).Noted.Version);
        Assert.IsType<Judgement.Accepted>(book.Judge(Of("2026-10", 402) with { Seen = 1 }));
    }

    [Fact]
    public void All_doubts_of_one_value_are_known_at_once()
    {
        var asks = Assert.IsType<Judgement.Asks>(Book(("2026-09", 420), ("2026-10", 420)).Judge(Of("2026-10", 9000) with { Context = "appelez le 06 12 34 56 78" }));

        Assert.Equal([Sure.Personal, Sure.History, Sure.Meanwhile], asks.Doubts.Select(doubt => doubt.Yes));
    }

    public static TheoryData<string, Func<Recording, Recording>> Refused => new()
    {
        { nameof(Refusal.Retired), given => given with { Indicator = given.Indicator with { Retired = true } } },
        { nameof(Refusal.WrongRhythm), given => given with { Period = An.Period("2026-Q3") } },
        { nameof(Refusal.WrongRhythm), given => given with { Period = An.Period("2026-10@09") } },
        { nameof(Refusal.NotBegun), given => given with { Period = An.Period("2026-12") } },
        { nameof(Refusal.Closed), given => given with { Period = An.Period("2025-12") } },
        { nameof(Refusal.WrongKind), given => given with { Reading = new Reading.Words("beaucoup") } },
        { nameof(Refusal.WrongKind), given => given with { Indicator = given.Indicator with { Kind = Kind.Text } } },
        { nameof(Refusal.Empty), given => given with { Indicator = given.Indicator with { Kind = Kind.Text }, Reading = new Reading.Words(" \u200B ") } },
        { nameof(Refusal.BelowZero), given => given with { Reading = new Reading.Figure(-1) } },
        { nameof(Refusal.OffTheScale), given => given with { Indicator = given.Indicator with { Kind = Kind.Scale }, Reading = new Reading.Figure(6) } },
        { nameof(Refusal.ShareOfNothing), given => given with { Reading = new Reading.Figure(0, null, 0, 0) } },
        { nameof(Refusal.TooLong), given => given with { Context = new('a', 501) } },
        { nameof(Refusal.NamesPeople), given => given with { Indicator = given.Indicator with { Sensitive = true }, Context = "Mme Durand et M. Petit" } },
        { nameof(Refusal.NamesPeople), given => given with { Indicator = given.Indicator with { Sensitive = true }, Reading = new Reading.NotMeasured("Awa Diallo, Paul Petit") } },
        { nameof(Refusal.NotALink), given => given with { Proof = "http://exemple.org/feuille" } },
        { nameof(Refusal.NotALink), given => given with { Proof = "https://moi:secret@exemple.org/feuille" } },
        { nameof(Refusal.NotALink), given => given with { Proof = "javascript:alert(1)" } },
        { nameof(Refusal.NotALink), given => given with { Proof = "https://exemple.org/" + new string('a', ProofLink.Longest) } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_noted_is_refused_with_its_reason(string why, Func<Recording, Recording> slip)
    {
        var closure = new Closure { Period = An.Period("2025"), By = An.Coordinator, At = An.Evening };

        var refused = Assert.IsType<Judgement.Refused>(new RuleBook(An.Association, [closure], new([]), An.Evening).Judge(slip(Of("2026-10", 420))));

        Assert.Equal(why, refused.Why.GetType().Name);
    }

    [Fact]
    public void A_time_that_was_opened_again_takes_values_again()
    {
        var closure = new Closure { Period = An.Period("2026"), By = An.Coordinator, At = An.Evening };

        Assert.IsType<Judgement.Refused>(new RuleBook(An.Association, [closure], new([]), An.Evening).Judge(Of("2026-10", 420)));
        Assert.IsType<Judgement.Accepted>(new RuleBook(An.Association, [closure with { Reopened = new(An.Coordinator, An.Evening, "une feuille retrouvée") }], new([]), An.Evening).Judge(Of("2026-10", 420)));
    }

    [Fact]
    public void A_proof_is_kept_as_a_link_and_whose_figure_it_is_beside_who_typed_it()
    {
        var accepted = Assert.IsType<Judgement.Accepted>(Book().Judge(Of("2026-10", 420) with { Proof = "https://exemple.org/Feuille d'octobre.pdf".Replace(' ', '+'), For = new(null, "la trésorière") }));

        Assert.Equal(("https://exemple.org/Feuille+d'octobre.pdf", "la trésorière"), (accepted.Noted.Proof, accepted.Noted.For?.Words));
    }

    [Fact]
    public async Task Many_values_are_judged_beside_one_reading_and_written_all_or_none()
    {
        var table = new MemoryTable();
        var ledger = new Ledger(table, An.Association.Id);
        Recording[] given = [Of("2026-07", 400), Of("2026-08", 410), Of("2026-08", 410), Of("2026-09", 380), Of("2026-10", 400), Of("2026-10", 500)];
        var book = await RuleBook.OpenAsync(ledger, Dossier.New(An.Association), [.. given.Select(one => (one.Indicator.Id, one.Period))], An.Evening, cancellation);

        var judged = book.Judge(given);

        Assert.Equal(["Accepted", "Accepted", "Unchanged", "Accepted", "Refused", "Refused"], judged.Select(one => one.GetType().Name));
        List<Change> changes = [.. judged.OfType<Judgement.Accepted>().SelectMany(one => one.Changes)];
        await table.WriteAsync(Association.Partition(An.Association.Id), [Change.Add("value|2026|i1|2026-09", "{}")], cancellation);
        await Assert.ThrowsAsync<ConflictException>(async () => await table.WriteAsync(Association.Partition(An.Association.Id), changes, cancellation));
        Assert.Null(await ledger.FindAsync(Food.Id, An.Period("2026-07"), cancellation));
    }

    private static readonly Arbitrary<(decimal[] Before, decimal Next)> Months = (
        from before in Gen.Choose(1, 100_000).Select(amount => (decimal)amount).ListOf(6)
        from next in Gen.Choose(0, 1_000_000)
        select (before.ToArray(), (decimal)next)).ToArbitrary();

    [Fact]
    public void A_value_between_two_that_were_usual_never_surprises() => Prop.ForAll(Months, months =>
    {
        var habit = HabitOf(months.Before)!;
        return !habit.IsFar(habit.Low, Kind.Count) && !habit.IsFar(habit.High, Kind.Count) && !habit.IsFar((habit.Low + habit.High) / 2, Kind.Count);
    }).Check(Quietly);

    [Fact]
    public void Kilos_and_grams_surprise_alike() => Prop.ForAll(Months, months =>
        HabitOf(months.Before)!.IsFar(months.Next, Kind.Amount) == HabitOf([.. months.Before.Select(amount => amount * 1000)])!.IsFar(months.Next * 1000, Kind.Amount)).Check(Quietly);

    [Fact]
    public void The_order_of_the_history_does_not_matter() => Prop.ForAll(Months, months =>
    {
        var past = Past(months.Before).ToList();
        return Habit.Of(past, An.Period("2026-10")) == Habit.Of(Enumerable.Reverse(past), An.Period("2026-10"));
    }).Check(Quietly);

    [Fact]
    public void The_farther_a_value_the_more_it_surprises() => Prop.ForAll(Months, months =>
    {
        var habit = HabitOf(months.Before)!;
        return !habit.IsFar(months.Next, Kind.Count) || (months.Next > habit.High ? habit.IsFar(months.Next * 2, Kind.Count) : habit.IsFar(months.Next / 2, Kind.Count));
    }).Check(Quietly);

    [Fact]
    public void No_figure_is_ever_refused_for_being_surprising() => Prop.ForAll(Months, months =>
        Book([.. Past(months.Before).Select(one => (one.Period.ToString(), ((Reading.Figure)one.Reading).Amount))]).Judge(Of("2026-10", months.Next)) is not Judgement.Refused).Check(Quietly);

    private static Habit? HabitOf(decimal[] before) => Habit.Of(Past(before), An.Period("2026-10"));

    private static IEnumerable<Measurement> Past(decimal[] before) =>
        before.Select((amount, index) => An.Measurement($"2026-{4 + index:00}", amount));

    private static RuleBook Book(params (string Period, decimal Amount)[] noted) =>
        new(An.Association, [], new(noted.Select(one => new Kept(An.Measurement(one.Period, new Reading.Figure(one.Amount)), "1"))), An.Evening);

    private static Recording Of(string period, decimal amount) => new() { Indicator = Food, Period = An.Period(period), Reading = new Reading.Figure(amount), By = An.Coordinator, At = An.Evening };

    private static Doubt Asked(Judgement judgement) => Assert.IsType<Judgement.Asks>(judgement).Doubts[0];
}
