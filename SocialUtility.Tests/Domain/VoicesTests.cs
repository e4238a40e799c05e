using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Tests;

/// <summary>Who is asked what, who was heard, and who can be told from the others.</summary>
public sealed class VoicesTests
{
    private const string Unexpected = "e3-recueillir.inattendu";
    private const string Limits = "e3-recueillir.limites";

    public static TheoryData<Stakeholder> Kinds => [.. Enum.GetValues<Stakeholder>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whoever_it_is_the_first_three_ask_for_what_works_less_well_and_what_nobody_expected(Stakeholder kind)
    {
        var three = VoiceQuestions.Three(VoiceQuestions.Order([], []), kind);

        Assert.Equal(VoiceQuestions.AtMost, three.Count);
        Assert.Equal([Unexpected, Limits], three.Skip(1));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Over_time_each_is_asked_all_that_is_for_them_never_more_than_three_at_once(Stakeholder kind)
    {
        var own = new List<Voice>();
        for (var sitting = 0; sitting < 6; sitting++)
        {
            var three = VoiceQuestions.Three(VoiceQuestions.Order(own, own), kind);
            Assert.InRange(three.Count, 2, VoiceQuestions.AtMost);
            Assert.Contains(three, id => id is Unexpected or Limits);
            own.AddRange(three.Select(id => Said(id, kind)));
        }

        Assert.Equal(VoiceQuestions.For(kind).Select(question => question.Id).Order(), own.Select(voice => voice.Question).Distinct().Order());
    }

    [Fact]
    public void A_partner_is_asked_what_only_a_partner_can_say()
    {
        Assert.StartsWith("e3-recueillir.partenaire-", VoiceQuestions.Three(VoiceQuestions.Order([], []), Stakeholder.Authorities)[0], StringComparison.Ordinal);
        Assert.DoesNotContain(VoiceQuestions.For(Stakeholder.Volunteers), question => question.Audience is "partenaire" or "usager");
    }

    [Fact]
    public void What_the_association_has_heard_least_of_is_asked_first()
    {
        var heard = new[] { Said("e3-recueillir.manque", Stakeholder.Board), Said("e3-recueillir.apport-autres", Stakeholder.Board) };

        Assert.Equal("e3-recueillir.moment", VoiceQuestions.Three(VoiceQuestions.Order([], heard), Stakeholder.Volunteers)[0]);
    }

    [Fact]
    public void An_answer_taken_back_is_not_asked_for_again() =>
        Assert.DoesNotContain(Limits, VoiceQuestions.Order([Said(Limits, Stakeholder.Board) with { Withdrawn = true }], []));

    [Fact]
    [Trait("Deck", "D18")]
    [Trait("Deck", "D44")]
    public void Who_was_heard_is_who_spoke_and_whom_the_association_says_it_heard()
    {
        ProjectStatement statement = new()
        {
            Concerned = [Stakeholder.Volunteers, Stakeholder.YoungPeople, Stakeholder.Schools],
            Heard = ["la commune", "les anciens du marché"],
            NotHeard = ["voisins", "les gens de passage"],
        };

        var hearing = Hearing.Of(statement, [Said(Limits, Stakeholder.YoungPeople), Said(Limits, Stakeholder.Schools) with { Withdrawn = true }]);

        Assert.Equal([Stakeholder.YoungPeople, Stakeholder.Authorities], hearing.Heard);
        Assert.Equal(["les anciens du marché"], hearing.AlsoHeard);
        Assert.Equal([Stakeholder.Volunteers, Stakeholder.Neighbours, Stakeholder.Schools], hearing.NotHeard);
        Assert.Equal(["les gens de passage"], hearing.AlsoNotHeard);
    }

    [Fact]
    public void While_nobody_was_asked_nothing_is_said_of_who_was_not_heard() => Assert.True(Hearing.Of(new(), Array.Empty<Voice>()).SaysNothing);

    [Fact]
    public void Nobody_is_heard_and_not_heard_at_once() => Prop.ForAll(Arb.ToArbitrary(Voices()), Arb.ToArbitrary(Gen.SubListOf(Enum.GetValues<Stakeholder>())), (voices, concerned) =>
    {
        var hearing = Hearing.Of(new() { Concerned = [.. concerned], NotHeard = ["jeunes"] }, voices);
        return !hearing.Heard.Intersect(hearing.NotHeard).Any() && concerned.Except(hearing.Heard).All(kind => kind == Stakeholder.Others || hearing.NotHeard.Contains(kind));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Before_others_no_group_is_so_small_that_it_gives_a_person_away() => Prop.ForAll(Arb.ToArbitrary(Voices()), voices =>
    {
        var groups = VoiceGroup.Covered(voices);
        var shown = groups.SelectMany(group => group.Voices).ToList();
        return groups.All(group => Speakers(group.Voices) >= VoiceGroup.Enough)
            && groups.Count(group => group.Kinds.Count > 1) <= 1
            && shown.Distinct().Count() == shown.Count
            && (groups.Count == 0 || shown.Count == voices.Count(voice => !voice.Withdrawn));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_small_group_alone_does_not_follow_from_the_others()
    {
        Voice[] voices = [.. Many(Stakeholder.Volunteers, 7), .. Many(Stakeholder.Participants, 6), .. Many(Stakeholder.Employees, 1)];

        Assert.Equal(
            [[Stakeholder.Volunteers], [Stakeholder.Employees, Stakeholder.Participants]],
            VoiceGroup.Covered(voices).Select(group => group.Kinds));
    }

    [Fact]
    public void Four_people_who_say_much_are_still_four()
    {
        Assert.Empty(VoiceGroup.Covered([.. Many(Stakeholder.Volunteers, 4), .. Many(Stakeholder.Volunteers, 4)]));
        Assert.NotEmpty(VoiceGroup.Covered(Many(Stakeholder.Volunteers, 5)));
    }

    [Fact]
    public void Each_voice_is_read_by_whom_coordinates() => Prop.ForAll(Arb.ToArbitrary(Voices()), voices =>
    {
        var groups = VoiceGroup.Each(voices);
        return groups.All(group => group.Kinds.Count == 1) && groups.Sum(group => group.Voices.Count) == voices.Count(voice => !voice.Withdrawn);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_voice_comes_back_as_it_was_kept()
    {
        var voice = Said(Limits, Stakeholder.Families) with { QuotedAs = "Awa", Reported = true, Withdrawn = true, Version = 3 };

        Assert.Equal(voice, DomainJson.Read(new("p", voice.Key, DomainJson.Write(voice), "1"), DomainJson.Default.Voice));
    }

    [Theory]
    [InlineData("bénévoles", Stakeholder.Volunteers)]
    [InlineData("Les salariées", Stakeholder.Employees)]
    [InlineData("la commune", Stakeholder.Authorities)]
    [InlineData("l’école du quartier", Stakeholder.Schools)]
    [InlineData("young people", Stakeholder.YoungPeople)]
    public void A_group_is_known_by_the_words_people_use(string words, Stakeholder kind) => Assert.Equal(kind, Stakeholders.Named(words));

    [Theory]
    [InlineData("")]
    [InlineData("les gens de passage")]
    [InlineData("🍅")]
    public void A_group_that_cannot_be_told_keeps_its_own_name(string words) => Assert.Null(Stakeholders.Named(words));

    private static int Speakers(IEnumerable<Voice> voices) => voices.Count(voice => voice.Reported) + voices.Where(voice => !voice.Reported).Select(voice => voice.WrittenBy).Distinct().Count();

    private static Voice Said(string question, Stakeholder kind, string by = "local|awa") =>
        new() { Id = Id<Voice>.New(), Text = "On se parle ici.", Question = question, Kind = kind, WrittenBy = new(by), Day = new(2026, 11, 23) };

    private static IEnumerable<Voice> Many(Stakeholder kind, int people) => Enumerable.Range(0, people).Select(number => Said(Limits, kind, $"local|{kind}-{number}"));

    private static Gen<List<Voice>> Voices() => Gen.ListOf(
        from question in Gen.Elements(VoiceQuestions.All.Select(question => question.Id).ToArray())
        from kind in Gen.Elements(Enum.GetValues<Stakeholder>())
        from writer in Gen.Choose(1, 9)
        from reported in Gen.Elements(true, false)
        from withdrawn in Gen.Elements(false, false, false, true)
        select Said(question, kind, $"local|{writer}") with { Reported = reported, Withdrawn = withdrawn });
}
