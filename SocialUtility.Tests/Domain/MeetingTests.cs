using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Steps;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Tests;

/// <summary>What a group concludes and decides together, and how it comes back (step e7 of the method).</summary>
public sealed class MeetingTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Decision Taken = new(Course.Change, "Ouvrir le samedi", new(null, null, "le collectif"), new(2027, 6, 30));

    private static readonly Dossier File = Dossier.New(An.Association).With(An.Criterion).With(An.Indicator);

    private static Conclusion Concluded(int year, Decision? decision = null) =>
        new() { Year = year, Criterion = An.Criterion.Id, Text = "On revient chaque semaine", Decision = decision, By = An.Coordinator, At = An.Evening };

    private static FollowUp Said(int year, Fate fate, int? askedFor, int after) => new()
    {
        Id = Id<FollowUp>.Parse($"f{year}-{after}"),
        Year = year,
        Criterion = An.Criterion.Id,
        Fate = fate,
        AskedFor = askedFor,
        At = An.Evening.AddDays(after),
    };

    [Fact]
    [Trait("Deck", "D21")]
    public void A_criterion_with_a_conclusion_waits_for_a_decision_or_an_explicit_none()
    {
        Meeting With(Conclusion conclusion) => Meeting.Of(File, MeetingBook.Empty.With(conclusion), 2026);

        Assert.True(With(Concluded(2026)).IsDone);
        Assert.Single(With(Concluded(2026)).ToDecide);
        Assert.Single(With(Concluded(2026, new(Course.Change, "Ouvrir le samedi"))).ToDecide);
        Assert.Empty(With(Concluded(2026, Taken)).ToDecide);
        Assert.Empty(With(Concluded(2026, new(Course.Nothing))).ToDecide);
        Assert.Empty(With(Concluded(2026) with { Text = null }).ToDecide);
        Assert.Equal(Reached.Begun, With(Concluded(2026) with { Text = null }).Items[0].Reached);
        Assert.Equal(Reached.Open, Meeting.Of(File, MeetingBook.Empty, 2026).Items[0].Reached);
        Assert.Empty(Meeting.Of(File.With(An.Criterion with { Retired = true }), MeetingBook.Empty.With(Concluded(2026)), 2026).Items);
    }

    [Fact]
    [Trait("Deck", "D22")]
    public void A_decision_comes_back_the_year_after_until_it_is_done_or_dropped()
    {
        var book = MeetingBook.Empty.With(Concluded(2026, Taken));
        int[] Asked(MeetingBook of, int year) => [.. of.ComingBack(year, An.Criterion.Id).Select(one => one.Year)];

        Assert.Empty(Asked(book, 2026));
        Assert.Equal([2026], Asked(book, 2027));
        Assert.Equal([2026], Asked(book, 2029));
        // What was said in between does not answer the meeting's question; what is said in the meeting does, for the years after.
        Assert.Equal([2026], Asked(book.With(Said(2026, Fate.Underway, null, 100)), 2027));
        Assert.Empty(Asked(book.With(Said(2026, Fate.Done, null, 100)), 2027));
        var dropped = book.With(Said(2026, Fate.Dropped, 2027, 400));
        Assert.Equal([2026], Asked(dropped, 2027));
        Assert.NotNull(dropped.HeardIn(2027, dropped.Find(2026, An.Criterion.Id)!));
        Assert.Empty(Asked(dropped, 2028));
        Assert.Equal([2026], Asked(dropped.With(Said(2026, Fate.Underway, null, 500)), 2028));
        // None was decided: nothing comes back.
        Assert.Empty(Asked(MeetingBook.Empty.With(Concluded(2026, new(Course.Nothing))), 2027));
    }

    [Fact]
    public void Whatever_is_said_of_decisions_each_open_one_is_asked_once_a_year_and_no_closed_one() =>
        Prop.ForAll(
            (from steps in Gen.Choose(0, 6).SelectMany(count => Gen.ArrayOf(Gen.Choose(0, 2), count))
             from first in Gen.Choose(2020, 2026)
             from year in Gen.Choose(2020, 2032)
             select (steps, first, year)).ToArbitrary(),
            told =>
            {
                var book = MeetingBook.Empty.With(Concluded(told.first, Taken));
                foreach (var (after, step) in told.steps.Index())
                {
                    book = book.With(Said(told.first, (Fate)step, null, after + 1));
                }

                var open = told.steps is not [.., (int)Fate.Done or (int)Fate.Dropped];
                var asked = book.ComingBack(told.year, An.Criterion.Id).Count;
                var listed = Assert.Single(Meeting.Decisions(File, book, Today));
                Assert.Equal(open, listed.IsOpen);
                return asked == (open && told.year > told.first ? 1 : 0);
            }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void Filling_what_was_open_leaves_no_earlier_version_and_changing_what_stood_does()
    {
        var first = Concluded(2026) with { Text = null };
        var (filled, nothing) = first.Followed(first with { Text = "On revient" });
        var (changed, past) = filled.Followed(filled with { Text = "On revient chaque semaine" });
        var (decided, none) = changed.Followed(changed with { Decision = Taken });
        var (other, kept) = decided.Followed(decided with { Decision = Taken with { Due = new(2028, 1, 31) } });

        Assert.Empty(nothing);
        Assert.Empty(none);
        Assert.Equal("meeting-past|2026|c1|0002", Assert.Single(past).Key);
        Assert.Contains("On revient\"", past[0].Json, StringComparison.Ordinal);
        Assert.Single(kept);
        Assert.Equal((2, 3, 4, 5), (filled.Version, changed.Version, decided.Version, other.Version));
        Assert.Equal((0, 1, 1, 2), (filled.Corrections, changed.Corrections, decided.Corrections, other.Corrections));
    }

    [Fact]
    public void The_year_to_understand_is_the_one_before_in_the_first_half_until_all_is_concluded()
    {
        IReadOnlyList<Measurement> both = [An.Measurement("2026-Q3", 12), An.Measurement("2027-Q1", 3)];
        int Year(MeetingBook book, IReadOnlyList<Measurement> readings, int month) => Meeting.YearToUnderstand(File, book, readings, new(2027, month, 10));

        Assert.Equal(2026, Year(MeetingBook.Empty, both, 3));
        Assert.Equal(2027, Year(MeetingBook.Empty.With(Concluded(2026)), both, 3));
        Assert.Equal(2027, Year(MeetingBook.Empty, both, 7));
        Assert.Equal(2026, Year(MeetingBook.Empty.With(Concluded(2026)), [both[0]], 8));
        Assert.Equal(2027, Year(MeetingBook.Empty, [], 2));
    }

    [Fact]
    public void The_step_is_done_with_a_conclusion_on_each_criterion_of_this_year_or_the_one_before()
    {
        var two = File.With(An.Criterion with { Id = Id<Criterion>.Parse("c2"), Number = 2 });
        var one = MeetingBook.Empty.With(Concluded(2026));
        var all = one.With(Concluded(2026) with { Criterion = Id<Criterion>.Parse("c2") });
        StepReached Step(Reached concluded) => Progress.Of(two, new() { HasReadings = true, Concluded = concluded, BoardSits = true }).Steps.Single(step => step.Step == MethodStep.Understand);

        Assert.Equal(Reached.Open, Meeting.HowFar(two, MeetingBook.Empty, 2026));
        Assert.Equal(Reached.Begun, Meeting.HowFar(two, one, 2026));
        Assert.Equal(Reached.Done, Meeting.HowFar(two, all, 2026));
        Assert.Equal(Reached.Done, Meeting.HowFar(two, all, 2027));
        Assert.Equal(Reached.Open, Meeting.HowFar(two, all, 2028));
        Assert.Equal([Role.Coordinator, Role.Board], Step(Reached.Begun).Awaited);
        Assert.Empty(Step(Reached.Done).Awaited);
        Assert.Equal(Part.Use, Step(Reached.Done).Part);
    }

    [Fact]
    [Trait("Deck", "D45")]
    public void What_is_done_produced_and_changed_lie_apart_whatever_order_they_were_chosen_in() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Choose(0, 3), 8).ToArbitrary(),
            levels =>
            {
                var file = Dossier.New(An.Association).With(An.Criterion);
                foreach (var (number, level) in levels.Index())
                {
                    file = file.With(An.Indicator with { Id = Id<Indicator>.Parse($"i{number}"), Number = number, Level = level == 3 ? null : (Level)level });
                }

                var evidence = Evidence.Of(file, An.Criterion, 2026, [], [], Today);
                var apart = evidence.Levels.Select(level => level.Level).ToList();
                return evidence.Facts.Count() == levels.Length
                    && apart.Distinct().Count() == apart.Count
                    && evidence.Levels.All(level => level.Facts.All(fact => fact.Year.Indicator.Level == level.Level))
                    && apart.SequenceEqual(apart.OrderBy(level => level is null).ThenBy(level => level));
            }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void A_single_figure_a_changed_method_no_figure_and_no_voice_are_said()
    {
        Evidence Of(Dossier file, params Measurement[] readings) => Evidence.Of(file, An.Criterion, 2026, readings, [], Today);
        var second = An.Indicator with { Id = Id<Indicator>.Parse("i2"), Number = 2 };

        Assert.Equal(["NoFigure", "NoVoice"], Of(File).Cautions.Select(caution => caution.GetType().Name));
        Assert.Equal(["OneFigure", "NoVoice"], Of(File, An.Measurement("2026-Q1", 0)).Cautions.Select(caution => caution.GetType().Name));
        Assert.Equal(["NoVoice"], Of(File.With(second), An.Measurement("2026-Q1", 4), An.Measurement("2026-Q1", 4) with { Indicator = second.Id }).Cautions.Select(caution => caution.GetType().Name));
        var otherwise = An.Indicator with { Follows = new(Id<Indicator>.Parse("i0"), "on compte les familles"), Since = An.Evening };
        Assert.Contains(new Caution.ChangedMethod(otherwise), Of(File.With(otherwise)).Cautions);
        Assert.DoesNotContain(Of(File.With(otherwise with { Since = An.Evening.AddYears(-1) })).Cautions, caution => caution is Caution.ChangedMethod);
        // Zero is a figure; what was not measured is none.
        Assert.Contains(Of(File, An.Measurement("2026-Q1", new Reading.NotMeasured())).Cautions, caution => caution is Caution.NoFigure);
    }

    [Fact]
    public void The_words_of_a_criterion_are_its_own_and_what_works_less_well_belongs_to_nobody_else()
    {
        Voice Said(string id, string question, int year = 2026) => new() { Id = Id<Voice>.Parse(id), Text = id, Question = $"e3-recueillir.{question}", Kind = Stakeholder.Neighbours, Day = new(year, 5, 4) };
        var other = An.Criterion with { Id = Id<Criterion>.Parse("c2"), Number = 2, Voices = [Id<Voice>.Parse("theirs")] };
        var mine = An.Criterion with { Voices = [Id<Voice>.Parse("mine"), Id<Voice>.Parse("gone")] };
        IReadOnlyList<Voice> voices =
        [
            Said("mine", "manque"), Said("gone", "manque") with { Withdrawn = true }, Said("theirs", "limites"), Said("limit", "limites"),
            Said("unexpected", "inattendu"), Said("before", "limites", 2025), Said("usual", "manque"),
        ];

        var evidence = Evidence.Of(File.With(mine).With(other), mine, 2026, [], voices, Today);

        Assert.Equal(["mine"], evidence.Voices.Select(voice => voice.Text));
        Assert.Equal(["limit", "unexpected"], evidence.Otherwise.Select(voice => voice.Text));
        Assert.DoesNotContain(evidence.Cautions, caution => caution is Caution.NoVoice);
    }

    [Fact]
    public void Rows_of_another_way_of_measuring_are_not_compared_and_what_a_row_holds_is_read_again()
    {
        Conclusion whole = Concluded(2026, Taken with { Owner = new(An.Coordinator) }) with { Why = "les repas", Cause = Cause.Both, Appreciation = Appreciation.Partly, StillUnknown = "l’hiver" };
        var read = DomainJson.Read(new Row("p", whole.Key, DomainJson.Write(whole), "1"), DomainJson.Default.Conclusion);

        Assert.Equal(whole, read);
        Assert.Null(Evidence.Of(File, An.Criterion, 2026, [An.Measurement("2026-Q1", 4)], [], Today).Facts.Single().Before);
        Assert.NotNull(Evidence.Of(File, An.Criterion, 2026, [An.Measurement("2025-Q1", 4)], [], Today).Facts.Single().Before);
    }
}
