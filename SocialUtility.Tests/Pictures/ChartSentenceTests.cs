using SocialUtility.Bot.Pictures;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests.Pictures;

public sealed class ChartSentenceTests
{
    public static TheoryData<ChartData, string> Sentences => new()
    {
        { A.Trend, "Personnes isolées en contact régulier : 52 au 4e trimestre 2026, pour une cible de 60 d’ici décembre 2027 ; départ : 31 au 1er trimestre 2025 ; 2 périodes non relevées sur 8." },
        { A.Bars, "Participations d’habitants à une décision : 45 en 2026, pour une cible de 80 ; cible du trimestre (20) atteinte 2 fois sur 3 ; 1 trimestre sans objet." },
        { A.Scale, "Sentiment de solitude déclaré (1 à 5, à faire baisser) : 3,4 en 2026, pour une cible de 3,0 ; départ : 3,8." },
        {
            A.Scale with { Points = [A.Not("2026", State.NotMeasured, "questionnaire reporté")] },
            "Sentiment de solitude déclaré (1 à 5, à faire baisser) : non relevé en 2026 (questionnaire reporté), pour une cible de 3,0 ; départ : 3,8."
        },
        {
            A.Scale with { Points = [A.Of("2025", 3.6m), A.Not("2026", State.NotMeasured, "questionnaire reporté")] },
            "Sentiment de solitude déclaré (1 à 5, à faire baisser) : non relevé en 2026 (questionnaire reporté), pour une cible de 3,0 ; dernier relevé : 3,6 en 2025 ; départ : 3,8 ; 1 période non relevée sur 2."
        },
        { A.Months, "Denrées sauvées du gaspillage (kg) : 4 310 en 2026 (estimé), pour une cible de 4 000 ; départ : 2 600." },
        { A.Months with { Points = [.. A.Months.Points.Take(10)] }, "Denrées sauvées du gaspillage (kg) : 3 510 de janvier à octobre 2026 (estimé), pour une cible de 4 000 ; départ : 2 600." },
        {
            A.Months with { Points = [.. A.Months.Points.Take(10), A.Not("2026-11", State.Late), A.Not("2026-12")], Certainty = Certainty.ByEye },
            "Denrées sauvées du gaspillage (kg) : au moins 3 510 en 2026 (à l’œil), pour une cible de 4 000 ; départ : 2 600 ; 1 période non relevée sur 12 ; 1 mois en retard."
        },
        { A.Months with { Points = [A.Not("2026-01"), A.Not("2026-02")] }, "Denrées sauvées du gaspillage (kg) : non relevé de janvier à février 2026, pour une cible de 4 000 ; départ : 2 600 ; 2 périodes non relevées sur 2." },
        { A.Months with { Points = [A.Of("2026-10", 0)], Target = null, Baseline = 0 }, "Denrées sauvées du gaspillage (kg) : 0 en octobre 2026 (estimé) ; départ : 0." },
        { A.Months with { Points = [.. A.Months.Points.Skip(3).Take(2)], Target = null, Baseline = null, Certainty = null }, "Denrées sauvées du gaspillage (kg) : 715 d’avril à mai 2026." },
        { A.Bars with { Points = [A.Of("2026-Q1@09", 12), A.Of("2026-Q2@09", 20)] }, "Participations d’habitants à une décision : 32 du 1er au 2e trimestre 2026-2027, pour une cible de 80 ; cible du trimestre (20) atteinte 1 fois sur 2." },
        { A.Trend with { HiddenUnder = 5, Points = [A.Of("2026-Q1", 7), A.Of("2026-Q2", 3)], Target = null, Line = null, Baseline = null }, "Personnes isolées en contact régulier : moins de 5 au 2e trimestre 2026 ; 1 trimestre à moins de 5." },
        {
            A.Trend with { Kind = Kind.Percentage, Unit = "%", Title = "Part des bénévoles encore engagés", Points = [A.Of("2025", 60), A.Of("2026", 62.5m)], Target = 70, TargetBy = null, Line = 70, Baseline = null },
            "Part des bénévoles encore engagés : 62,5 % en 2026, pour une cible de 70 %."
        },
        { A.Months with { Kind = Kind.Amount, Unit = "euros", Title = "Budget", Points = [A.Of("2026", 24000)], Target = null, Baseline = null, Certainty = null }, "Budget : 24 000 € en 2026." },
        {
            A.Trend with { Language = Language.English, Title = "Isolated people in regular contact", Unit = "people" },
            "Isolated people in regular contact: 52 in quarter 4 of 2026, for a target of 60 by December 2027; baseline: 31 in quarter 1 of 2025; 2 periods not recorded out of 8."
        },
        {
            A.Bars with { Language = Language.English, Title = "Residents’ participations in a decision" },
            "Residents’ participations in a decision: 45 in 2026, for a target of 80; target of the quarter (20) reached 2 times out of 3; 1 quarter not applicable."
        },
        {
            A.Months with { Language = Language.English, Title = "Food saved from waste", Points = [.. A.Months.Points.Take(11), A.Not("2026-12", State.Late)] },
            "Food saved from waste (kg): at least 3,930 in 2026 (estimated), for a target of 4,000; baseline: 2,600; 1 month late."
        },
        {
            A.Scale with { Language = Language.English, Title = "Self-reported loneliness", Points = [A.Of("2025", 3.6m), A.Not("2026", State.NotMeasured, "survey put off")] },
            "Self-reported loneliness (1 to 5, to be lowered): not recorded in 2026 (survey put off), for a target of 3.0; last reading: 3.6 in 2025; baseline: 3.8; 1 period not recorded out of 2."
        },
    };

    /// <summary>Written here with ordinary spaces, since others cannot be told apart on a screen; where they must not break is tested below.</summary>
    [Theory]
    [MemberData(nameof(Sentences))]
    public void The_sentence_says_what_the_drawing_shows(ChartData data, string sentence) =>
        Assert.Equal(sentence, ChartSentence.Of(data).Replace('\u00A0', ' '));

    [Fact]
    public void Spaces_that_must_not_break_do_not()
    {
        Assert.Equal("Denrées sauvées du gaspillage (kg)\u00A0: 4\u00A0310 en 2026 (estimé), pour une cible de 4\u00A0000\u00A0; départ\u00A0: 2\u00A0600.", ChartSentence.Of(A.Months));
        Assert.Contains("24\u00A0000\u00A0€", ChartSentence.Of(A.Months with { Kind = Kind.Amount, Points = [A.Of("2026", 24000)] }), StringComparison.Ordinal);
        Assert.DoesNotContain('\u202F', ChartSentence.Of(A.Months));
    }

    [Fact]
    public void Where_it_is_too_long_the_least_needed_goes_first()
    {
        var all = ChartSentence.Of(Titled(143));
        var origin = ChartSentence.Of(Titled(144));
        var baseline = ChartSentence.Of(Titled(166));
        var deadline = ChartSentence.Of(Titled(180));
        var title = ChartSentence.Of(Titled(200));

        Assert.Contains("départ\u00A0: 31 au 1er trimestre 2025", all, StringComparison.Ordinal);
        Assert.Contains("départ\u00A0: 31\u00A0; 2 périodes", origin, StringComparison.Ordinal);
        Assert.True(baseline.Contains("décembre 2027", StringComparison.Ordinal) && !baseline.Contains("départ", StringComparison.Ordinal));
        Assert.Contains("pour une cible de 60\u00A0; 2 périodes", deadline, StringComparison.Ordinal);
        Assert.Contains("aa…", title, StringComparison.Ordinal);
        Assert.All([all, origin, baseline, deadline, title], sentence => Assert.True(sentence.Length <= ChartSentence.Longest && sentence.EndsWith("non relevées sur 8.", StringComparison.Ordinal), sentence));

        static ChartData Titled(int letters) => A.Trend with { Title = new string('a', letters), Unit = "" };
    }

    [Fact]
    public void Without_a_direction_nothing_is_said_to_be_reached() =>
        Assert.DoesNotContain("atteinte", ChartSentence.Of(A.Bars with { Direction = Direction.None }), StringComparison.Ordinal);

    [Fact]
    public void What_should_fall_is_reached_from_above() =>
        Assert.Contains("atteinte 2 fois sur 3", ChartSentence.Of(A.Bars with { Direction = Direction.Down }), StringComparison.Ordinal);
}
