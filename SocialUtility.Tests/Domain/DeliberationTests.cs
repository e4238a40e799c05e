using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Tests;

/// <summary>What counting opinions must never get wrong.</summary>
public sealed class DeliberationTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    private static readonly Consultation Asked = new()
    {
        Id = Id<Consultation>.Parse("c-1"),
        Mode = Mode.Priority,
        Asked = [new("k-1", "On n'est plus seul", null), new("k-2", "On décide ensemble", null)],
        By = Somebody(0),
        Opened = Day,
        Closes = Day.AddDays(10),
    };

    private static readonly Gen<(int Who, string On, Choice Choice, Stakeholder Kind)[]> Presses =
        Gen.Choose(0, 14).SelectMany(who =>
            Gen.Elements("k-1", "k-2").SelectMany(on =>
                Gen.Elements(Asked.Choices.ToArray()).SelectMany(choice =>
                    Gen.Constant((who, on, choice, (Stakeholder)(who % 4))))))
        .ArrayOf();

    [Fact]
    public void One_person_has_one_voice_however_often_and_in_whatever_order_people_press() =>
        Prop.ForAll(Presses.ToArbitrary(), presses =>
        {
            var results = Results.Of(Asked, Cast(presses));
            var last = presses.GroupBy(press => (press.Who, press.On)).ToDictionary(group => group.Key, group => group.Last().Choice);
            foreach (var result in results.Each)
            {
                foreach (var choice in Asked.Choices)
                {
                    Assert.Equal(last.Count(one => one.Key.On == result.Asked.Id && one.Value == choice), result.Groups.Sum(group => group.Of(choice)));
                }
            }

            Assert.Equal(presses.Select(press => press.Who).Distinct().Count(), results.Voters);
            // The order in which different people come changes nothing.
            var others = Results.Of(Asked, [.. Cast(presses).Reverse()]);
            Assert.Equal(Shown(results), Shown(others));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_under_five_is_shown_apart_nor_found_by_subtraction() =>
        Prop.ForAll(Presses.ToArbitrary(), presses =>
        {
            foreach (var result in Results.Of(Asked, Cast(presses)).Each)
            {
                // All that is shown adds up to all there is: what could be subtracted is shown, and is no fewer than five.
                Assert.True(result.Groups.Count <= 1 || result.Groups.All(group => group.Total >= Results.FewestApart));
                Assert.All(result.Groups.Where(group => group.Kinds.Count == 1).Skip(result.Groups.Count == 1 ? 1 : 0), group => Assert.True(group.Total >= Results.FewestApart));
                Assert.Equal(result.Groups.SelectMany(group => group.Kinds).Distinct().Count(), result.Groups.Sum(group => group.Kinds.Count));
                Assert.All(result.Reasons, reason => Assert.True(reason.Kind is null || result.Groups.Any(group => group.Kinds.SequenceEqual([reason.Kind.Value]))));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_single_small_group_takes_the_smallest_large_one_with_it()
    {
        var ballots = Enumerable.Range(0, 13).Select(who => Ballot(who, who < 6 ? Stakeholder.Volunteers : who < 12 ? Stakeholder.Neighbours : Stakeholder.Families, Choice.Important)).Append(Ballot(13, Stakeholder.Neighbours, Choice.Secondary)).ToList();

        var groups = Results.Of(Asked, ballots).Each[0].Groups;

        Assert.Equal([7, 7], groups.Select(group => group.Total));
        Assert.Equal([Stakeholder.Neighbours], groups[0].Kinds);
        Assert.Equal([Stakeholder.Volunteers, Stakeholder.Families], groups[1].Kinds);
    }

    [Fact]
    public void An_institution_stands_in_no_group_and_is_shown_as_it_answered()
    {
        var ballot = Ballot(1, Stakeholder.Authorities, Choice.Secondary) with { Official = true };

        var result = Results.Of(Asked, [ballot]).Each[0];

        Assert.Empty(result.Groups);
        Assert.Equal([new Stance(Stakeholder.Authorities, Choice.Secondary, null)], result.Institutions);
    }

    [Fact]
    public void The_urn_counts_each_ballot_and_shows_nothing_under_five()
    {
        Urn urn = new() { Consultation = Asked.Id };
        for (var voters = 1; voters <= 6; voters++)
        {
            urn = urn.With(Asked, [new("k-1", voters % 2 == 0 ? Choice.Essential : Choice.Secondary), new("k-2", Choice.Unknown)]);
            var results = Results.Of(Asked with { Secret = true }, urn);
            Assert.Equal(voters < 5, results.TooFew);
            Assert.Equal(voters < 5, results.Each.Count == 0);
        }

        var group = Assert.Single(Results.Of(Asked with { Secret = true }, urn).Each[0].Groups);
        Assert.Equal((3, 0, 3, 0), (group.Of(Choice.Essential), group.Of(Choice.Important), group.Of(Choice.Secondary), group.Of(Choice.Unknown)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void The_closing_day_still_counts(int days, bool open)
    {
        Assert.Equal(open, Asked.IsOpen(Day.AddDays(days)));
        Assert.False((Asked with { ClosedByHand = Day }).IsOpen(Day.AddDays(days)));
    }

    [Fact]
    public void A_reason_stays_with_a_choice_that_is_only_pressed_again()
    {
        var objection = Ballot(1, Stakeholder.Volunteers, Choice.Objection).With([new("k-1", Choice.Objection, "C'est trop.")], Stakeholder.Volunteers);

        Assert.Same(objection, objection.With([new("k-1", Choice.Objection)], Stakeholder.Volunteers));
        Assert.Null(objection.With([new("k-1", Choice.Consent)], Stakeholder.Volunteers).On("k-1")!.Why);
    }

    [Theory]
    [InlineData("On n'est plus seul", "Ne plus être seule", true)]
    [InlineData("Bien manger", "On mange bien", true)]
    [InlineData("L'entraide entre voisins", "Entraides de voisinage", true)]
    [InlineData("On décide ensemble", "Manger bien sans se cacher", false)]
    [InlineData("xyz", "XYZ", true)]
    public void Proposals_that_say_the_same_are_seen_whatever_the_endings(string one, string other, bool alike) =>
        Assert.Equal(alike, Resemblance.Between(Proposed("a", one), Proposed("b", other), Language.French));

    [Fact]
    public void Merging_loses_no_word_and_no_author_whichever_was_ticked_first()
    {
        var first = Proposed("a", "Bien manger") with { Definition = "De bons légumes.", Authors = [Somebody(1)], Voices = [Id<Voice>.Parse("v-1"), Id<Voice>.Parse("v-2")] };
        var second = Proposed("b", "Manger mieux") with { Definition = "Ensemble.", Authors = [Somebody(2), Somebody(1)], Voices = [Id<Voice>.Parse("v-2"), Id<Voice>.Parse("v-3")], Since = first.Since.AddHours(1) };

        var (kept, merged) = Proposal.Merge(second, first);

        Assert.Equal(("Bien manger", "De bons légumes."), (kept.Name, kept.Definition));
        Assert.Equal([new SaidAs("Manger mieux", "Ensemble.")], kept.AlsoSaid);
        Assert.Equal([Somebody(1), Somebody(2)], kept.Authors);
        Assert.Equal(["v-1", "v-2", "v-3"], kept.Voices.Select(id => id.ToString()));
        Assert.Equal(kept.Id, merged.MergedInto);
        Assert.False(merged.IsOpen);
        Assert.True(kept.IsOpen);
    }

    [Fact]
    public void What_changed_since_is_told_by_the_words()
    {
        Hearing nobody = new() { Heard = [], AlsoHeard = [], NotHeard = [], AlsoNotHeard = [] };
        AdoptedCriterion alone = new() { Id = Id<Criterion>.Parse("k-1"), Name = "On n'est plus seul", Definition = "On vient.", Origin = Origin.Association };
        AdoptedCriterion eating = new() { Id = Id<Criterion>.Parse("k-2"), Name = "Bien manger", Origin = Origin.Association };
        SharedDefinition before = new() { Number = 1, Criteria = [alone, eating], Hearing = nobody, By = Somebody(0), AdoptedOn = Day };
        var reworded = alone with { Name = "Personne n'est seul", Definition = "On vient, on revient." };
        AdoptedCriterion deciding = new() { Id = Id<Criterion>.Parse("k-3"), Name = "On décide", Origin = Origin.Joint };
        var after = before with { Criteria = [reworded, deciding], Hearing = nobody with { Heard = [Stakeholder.YoungPeople] } };

        Assert.Equal(
            [
                new Difference.Renamed(alone, reworded),
                new Difference.Reworded(alone, reworded),
                new Difference.Added(deciding),
                new Difference.Removed(eating),
                new Difference.HeardSince(Stakeholder.YoungPeople),
            ],
            WhatChanged.Between(before, after));
        Assert.Empty(WhatChanged.Between(before, before));
    }

    private static IReadOnlyList<Ballot> Cast(IEnumerable<(int Who, string On, Choice Choice, Stakeholder Kind)> presses)
    {
        Dictionary<int, Ballot> ballots = [];
        foreach (var (who, on, choice, kind) in presses)
        {
            ballots[who] = ballots.TryGetValue(who, out var before)
                ? before.With([new(on, choice)], kind)
                : new() { Consultation = Asked.Id, Person = Somebody(who), Kind = kind, Opinions = [new(on, choice)] };
        }

        return [.. ballots.Values];
    }

    private static IEnumerable<string> Shown(Results results) =>
        results.Each.SelectMany(result => result.Groups.Select(group => $"{string.Join('+', group.Kinds)} {string.Join(' ', group.Counts)}"));

    private static Ballot Ballot(int who, Stakeholder kind, Choice choice) =>
        new() { Consultation = Asked.Id, Person = Somebody(who), Kind = kind, Opinions = [new("k-1", choice)] };

    private static Proposal Proposed(string id, string name) => new() { Id = Id<Proposal>.Parse(id), Name = name, Authors = [Somebody(0)], Since = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero) };

    private static Person Somebody(int number) => new($"teams|t|{number}");
}
