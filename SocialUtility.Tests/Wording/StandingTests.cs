using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests.Wording;

/// <summary>Where an indicator stands, in words: four states, each said as what it is.</summary>
public sealed class StandingTests
{
    private static readonly Words French = Words.In(Language.French);
    private static readonly Indicator Counted = An.Indicator with { Kind = Kind.Count, Unit = "personnes", Frequency = Frequency.Quarterly, Aggregation = Aggregation.Last, Baseline = 3, Target = new(60, By: null), Sensitive = true };

    [Fact]
    public void Measured_zero_is_a_figure() =>
        Assert.Equal(("0\u00A0personnes", State.Measured), Said(Of(new Reading.Figure(0))));

    [Fact]
    public void What_was_not_measured_says_so_with_its_reason()
    {
        var standing = Of(new Reading.NotMeasured("questionnaire reporté"));

        Assert.Equal(("non relevé", State.NotMeasured), Said(standing));
        Assert.Equal("questionnaire reporté · départ 3 · cible 60", standing.Detail);
        Assert.Equal("questionnaire reporté · cible 60", standing.Brief);
    }

    [Fact]
    public void What_did_not_arise_says_so() => Assert.Equal(("sans objet", State.NotApplicable), Said(Of(new Reading.NotApplicable())));

    [Fact]
    public void What_is_late_says_since_when()
    {
        var standing = Of(null);

        Assert.Equal(("en retard", State.Late), Said(standing));
        Assert.StartsWith("attendu le 31\u00A0mars 2026", standing.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_that_still_runs_is_not_late() => Assert.Equal(("rien encore", State.Running), Said(Of(null, new(2026, 2, 1))));

    [Fact]
    public void Totals_about_few_people_are_only_said_to_be_few_outside()
    {
        Assert.Equal("moins de 5", Of(new Reading.Figure(4), fewest: 5).Value);
        Assert.Contains("départ moins de 5", Of(new Reading.Figure(4), fewest: 5).Detail, StringComparison.Ordinal);
        Assert.Equal("5\u00A0personnes", Of(new Reading.Figure(5), fewest: 5).Value);
        Assert.Equal("0\u00A0personnes", Of(new Reading.Figure(0), fewest: 5).Value);
        Assert.Equal("4\u00A0personnes", Of(new Reading.Figure(4)).Value);
    }

    [Fact]
    public void Words_are_quoted_and_a_scale_says_what_it_means()
    {
        Assert.Equal("«\u00A0Je reste pour les gens.\u00A0»", Standing.Of(French, Counted with { Kind = Kind.Text, Unit = "" }, Year(Counted with { Kind = Kind.Text }, new Reading.Words("Je reste pour les gens."), new(2026, 5, 1))).Value);
        Assert.EndsWith(" (1 à 5, à faire baisser)", Standing.Of(French, Counted with { Kind = Kind.Scale, Direction = Direction.Down }).Name, StringComparison.Ordinal);
    }

    private static (string? Value, State State) Said(Standing standing) => (standing.Value, standing.State);

    private static Standing Of(Reading? reading, DateOnly? today = null, int? fewest = null) => Standing.Of(French, Counted, Year(Counted, reading, today ?? new(2026, 5, 1)), fewest);

    private static YearOf Year(Indicator indicator, Reading? reading, DateOnly today) => YearOf.Reading(
        indicator,
        2026,
        1,
        reading is null ? [] : [new() { Indicator = indicator.Id, Period = An.Period("2026-Q1"), Reading = reading, By = An.Coordinator, At = An.Evening }],
        today);
}
