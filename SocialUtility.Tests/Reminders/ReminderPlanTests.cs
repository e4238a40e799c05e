using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Reminders;
using static SocialUtility.Tests.Reminders.SomeReminders;

namespace SocialUtility.Tests.Reminders;

/// <summary>The right person is asked at the right time, and never twice.</summary>
[Trait("Deck", "D10")]
public sealed class ReminderPlanTests
{
    [Fact]
    public void A_value_is_asked_for_at_its_opening_and_three_days_after_it_was_due_then_of_the_deputy_then_of_the_coordination_once() =>
        Assert.Equal(
            [
                "2026-10-01 awa: kilos|2026-09 Opening",
                "2026-10-08 awa: kilos|2026-09 Last",
                "2026-10-15 paul: kilos|2026-09 Deputy",
                "2026-10-22 claire: kilos|2026-09 Coordinator",
            ],
            Live(State, Day(2026, 9, 25), Day(2026, 11, 1)).Told);

    [Fact]
    public void A_quarter_is_asked_for_a_week_before_it_is_due_as_well_and_silence_gives_a_week_of_peace() =>
        Assert.Equal(
            [
                "2026-10-01 awa: meals|2026-Q3 Opening",
                "2026-10-08 awa: meals|2026-Q3 Before",
                "2026-10-15 awa: meals|2026-Q3 Last",
                "2026-10-22 paul: meals|2026-Q3 Deputy",
                "2026-10-29 claire: meals|2026-Q3 Coordinator",
            ],
            Live(State with { Indicators = [Meals] }, Day(2026, 9, 25), Day(2026, 12, 1)).Told);

    [Fact]
    public void All_that_waits_is_one_message() =>
        Assert.Equal(
            "2026-10-01 awa: kilos|2026-09 Opening, meals|2026-Q3 Opening",
            Live(State with { Indicators = [Kilos, Meals] }, Day(2026, 9, 25), Day(2026, 10, 2)).Told.Single());

    [Theory]
    [InlineData("Europe/Paris", "2026-10-01T07:00Z")]
    [InlineData("Indian/Reunion", "2026-10-01T05:00Z")]
    [InlineData("America/Martinique", "2026-10-01T13:00Z")]
    [InlineData("Pacific/Noumea", "2026-09-30T22:00Z")]
    public void Nine_o_clock_is_nine_where_the_person_is(string zone, string at)
    {
        var state = State with { Reaches = new Dictionary<Person, Reach>(State.Reaches) { [Awa] = new(true, zone) } };

        Assert.Equal(DateTimeOffset.Parse(at, null), new ReminderPlan(state).NextFor(Awa, Day(2026, 9, 25))!.At);
    }

    [Fact]
    public void Who_has_answered_is_left_in_peace()
    {
        var answered = State with { Answered = new HashSet<string>(State.Answered) { "kilos|2026-09" } };

        Assert.Empty(Live(answered, Day(2026, 9, 25), Day(2026, 10, 31)).Told);
    }

    [Fact]
    public void After_a_value_was_given_there_is_no_week_of_peace_to_keep()
    {
        var (told, after) = Live(State with { Indicators = [Kilos, Meals] }, Day(2026, 9, 25), Day(2026, 10, 2));
        Assert.Single(told);

        // The kilos were given: what is asked for a week before it is due comes on its day, and not a week after.
        after = after with { Answered = new HashSet<string>(State.Answered) { "kilos|2026-09" } };
        Assert.Equal("2026-10-05 awa: meals|2026-Q3 Before", Live(after, Day(2026, 10, 2), Day(2026, 10, 6)).Told.Single());
    }

    [Fact]
    public void Not_now_is_a_day_on_which_it_is_asked_again()
    {
        var (_, after) = Live(State, Day(2026, 9, 25), Day(2026, 10, 2));
        after = after.With(after.Book(Awa).PuttingOff(["kilos|2026-09"], new(2026, 10, 12), new(2026, 10, 2)));

        Assert.Equal(["2026-10-12 awa: kilos|2026-09 Last"], Live(after, Day(2026, 10, 2), Day(2026, 10, 16)).Told);
    }

    [Fact]
    public void Not_now_means_to_be_asked_again_that_day_even_after_the_last_time()
    {
        var (_, after) = Live(State, Day(2026, 9, 25), Day(2026, 10, 2));
        after = after.With(after.Book(Awa).PuttingOff(["kilos|2026-09"], new(2026, 10, 5), new(2026, 10, 2)));
        (var told, after) = Live(after, Day(2026, 10, 2), Day(2026, 10, 14));
        Assert.Equal(["2026-10-05 awa: kilos|2026-09 Opening", "2026-10-12 awa: kilos|2026-09 Last"], told);

        after = after.With(after.Book(Awa).PuttingOff(["kilos|2026-09"], new(2026, 10, 16), new(2026, 10, 14)));
        Assert.Equal("2026-10-16 awa: kilos|2026-09 Last", Live(after, Day(2026, 10, 14), Day(2026, 10, 18)).Told.Single());
    }

    [Fact]
    public void Not_me_goes_to_the_deputy_and_if_it_is_not_theirs_either_to_the_coordination()
    {
        var (_, after) = Live(State, Day(2026, 9, 25), Day(2026, 10, 2));
        after = after.With(after.Book(Awa).PassingOn(["kilos|2026-09"], new(2026, 10, 2)));
        (var told, after) = Live(after, Day(2026, 10, 2, 9), Day(2026, 10, 5));
        Assert.Equal(["2026-10-02 paul: kilos|2026-09 Deputy"], told);

        after = after.With(after.Book(Paul).PassingOn(["kilos|2026-09"], new(2026, 10, 5)));
        Assert.Equal(["2026-10-05 claire: kilos|2026-09 Coordinator"], Live(after, Day(2026, 10, 5, 9), Day(2026, 10, 31)).Told);
    }

    [Fact]
    public void Not_me_may_name_somebody()
    {
        var state = State with { Members = [.. State.Members, Member(Nadia, Role.Volunteer)] };
        state = state.With(state.Book(Awa).PassingOn(["kilos|2026-09"], new(2026, 10, 2), Nadia));

        Assert.Equal(
            ["2026-10-02 nadia: kilos|2026-09 Deputy", "2026-10-09 claire: kilos|2026-09 Coordinator"],
            Live(state, Day(2026, 10, 2, 9), Day(2026, 10, 31)).Told);
    }

    [Fact]
    public void Where_nobody_is_named_or_the_keeper_cannot_be_reached_somebody_else_is_asked_from_the_beginning()
    {
        var gone = State with { Reaches = new Dictionary<Person, Reach>(State.Reaches) { [Awa] = new(false) } };
        Assert.Equal(["2026-10-01 paul: kilos|2026-09 Opening", "2026-10-08 paul: kilos|2026-09 Last", "2026-10-15 claire: kilos|2026-09 Coordinator"], Live(gone, Day(2026, 9, 25), Day(2026, 10, 31)).Told);

        var nobody = State with { Indicators = [Kilos with { Keeper = new(null, "l’équipe du glanage"), Deputy = null }] };
        Assert.Equal(["2026-10-01 claire: kilos|2026-09 Opening", "2026-10-08 claire: kilos|2026-09 Last"], Live(nobody, Day(2026, 9, 25), Day(2026, 10, 31)).Told);

        var off = State.With(new ReminderBook { Person = Awa, Off = true });
        Assert.Equal("2026-10-01 paul: kilos|2026-09 Opening", Live(off, Day(2026, 9, 25), Day(2026, 10, 2)).Told.Single());
    }

    [Fact]
    public void A_pause_and_once_a_week_are_kept()
    {
        var paused = State.With(new ReminderBook { Person = Awa, PausedUntil = new(2026, 10, 6) });
        Assert.Equal("2026-10-06 awa: kilos|2026-09 Opening", Live(paused, Day(2026, 9, 25), Day(2026, 10, 7)).Told.Single());

        var weekly = State.With(new ReminderBook { Person = Awa, Rhythm = Rhythm.Weekly, Weekday = DayOfWeek.Tuesday, Hour = 14 });
        Assert.Equal(["2026-10-06 awa: kilos|2026-09 Opening", "2026-10-13 awa: kilos|2026-09 Last"], Live(weekly, Day(2026, 9, 25), Day(2026, 10, 16)).Told);
        Assert.Equal(Day(2026, 10, 6, 12), new ReminderPlan(weekly).NextFor(Awa, Day(2026, 9, 25))!.At);
    }

    [Fact]
    public void A_machine_that_slept_for_a_week_sends_one_message_and_not_seven()
    {
        var awake = Live(State with { Indicators = [Kilos, Meals] }, Day(2026, 9, 25), Day(2026, 9, 26)).After;

        Assert.Equal("2026-10-09 awa: kilos|2026-09 Last, meals|2026-Q3 Before", Live(awake, Day(2026, 10, 9), Day(2026, 10, 10)).Told.Single());
    }

    [Fact]
    public void A_month_that_ends_before_the_august_pause_is_asked_for_after_it() =>
        Assert.Equal(
            ["2026-09-01 awa: kilos|2026-07 Last, kilos|2026-08 Opening"],
            Live(State with { Answered = new HashSet<string> { "kilos|2026-06" } }, Day(2026, 7, 20), Day(2026, 9, 3)).Told);

    [Fact]
    public void A_clock_that_runs_back_asks_nothing_twice()
    {
        var (told, after) = Live(State, Day(2026, 9, 25), Day(2026, 10, 2));
        Assert.Single(told);

        Assert.Empty(Live(after, Day(2026, 9, 28), Day(2026, 10, 5)).Told);
        // A year ahead by mistake, and back: the values of now are still asked for.
        (_, after) = Live(State, Day(2027, 9, 28), Day(2027, 10, 2));
        Assert.Equal("2026-10-01 awa: kilos|2026-09 Opening", Live(after, Day(2026, 9, 29), Day(2026, 10, 1, 12)).Told.Single());
    }

    [Fact]
    public void What_is_paused_retired_or_not_chosen_yet_is_not_asked_for()
    {
        Assert.Empty(Live(State with { Indicators = [Kilos with { Retired = true }] }, Day(2026, 9, 25), Day(2026, 10, 31)).Told);
        Assert.Empty(Live(State with { Indicators = [Kilos with { Pauses = [new(new(2026, 9, 1))] }] }, Day(2026, 9, 25), Day(2026, 10, 31)).Told);
        Assert.Empty(Live(State with { Indicators = [Kilos with { Since = Day(2026, 10, 3) }] }, Day(2026, 10, 3), Day(2026, 10, 31)).Told);
    }

    [Fact]
    public void The_year_of_an_association_has_deadlines_each_said_once_to_those_they_concern()
    {
        var state = State with
        {
            Indicators = [],
            Members = [.. State.Members, Member(Nadia, Role.Treasurer)],
            Books = new Dictionary<Person, ReminderBook>(),
        };

        Assert.Equal(
            [
                "2026-09-01 claire: GrantCampaign", "2026-10-01 claire: Review",
                "2027-01-04 nadia: VolunteerHours", "2027-01-05 claire: FdvaCampaign", "2027-01-15 claire: Analysis",
                "2027-02-01 claire: CoEvaluation", "2027-04-01 claire: GeneralAssembly", "2027-05-03 nadia: GrantAccount", "2027-05-31 nadia: GrantAccount", "2027-06-23 nadia: GrantAccount",
            ],
            Live(state, Day(2026, 8, 30), Day(2027, 7, 15)).Told);
    }

    [Fact]
    public void An_association_whose_year_starts_in_september_has_its_own() =>
        Assert.Equal(
            new DateOnly(2027, 2, 28),
            YearDeadline.Around(new(2026, 9, 2), An.Association with { YearStartsIn = 9 }).First(deadline => deadline.What == Deadline.GrantAccount).By);

    [Fact]
    public void The_preview_is_what_happens()
    {
        var state = State with { Indicators = [Kilos, Meals], Books = new Dictionary<Person, ReminderBook>() };
        var ahead = new ReminderPlan(state).Ahead(Day(2026, 9, 25), Day(2026, 12, 31));

        Assert.Equal(Live(state, Day(2026, 9, 25), Day(2026, 12, 31), TimeSpan.FromMinutes(15)).Told, ahead.Select(reminder => Told(state, reminder)));
    }
}
