using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Catalogue;

namespace SocialUtility.Tests.Wording;

/// <summary>Each word of the field is found as people say it, and explained where it is needed.</summary>
public sealed class GlossaryTests
{
    [Theory]
    [InlineData("critère", Notion.Criterion)]
    [InlineData("CRITERES", Notion.Criterion)]
    [InlineData("un critère ?", Notion.Criterion)]
    [InlineData("criteria", Notion.Criterion)]
    [InlineData("the criterion", Notion.Criterion)]
    [InlineData("l'utilité sociale", Notion.SocialUtility)]
    [InlineData("l’utilité sociale", Notion.SocialUtility)]
    [InlineData("utilities", Notion.SocialUtility)]
    [InlineData("parties prenantes", Notion.Stakeholder)]
    [InlineData("partie prenante", Notion.Stakeholder)]
    [InlineData("stakeholders", Notion.Stakeholder)]
    [InlineData("des objectifs", Notion.Objective)]
    [InlineData("de la finalité", Notion.Purpose)]
    [InlineData("etp", Notion.FullTime)]
    [InlineData("C.P.O", null)]
    [InlineData("cpo", Notion.Agreement)]
    [InlineData("les indicateurs de résultat", Notion.Outcome)]
    [InlineData("le mot relevé", Notion.Reading)]
    [InlineData("activities", Notion.Action)]
    [InlineData("tondeuse", null)]
    [InlineData("", null)]
    public void A_word_is_found_as_people_write_it(string said, Notion? notion) => Assert.Equal(notion, Glossary.Find(said));

    [Theory]
    [InlineData("critaire", Notion.Criterion)]
    [InlineData("indicteur", Notion.Indicator)]
    [InlineData("objetif", Notion.Objective)]
    [InlineData("utilité public", Notion.SocialUtility)]
    [InlineData("stakholder", Notion.Stakeholder)]
    public void A_slip_of_the_pen_finds_its_neighbours(string said, Notion near)
    {
        Assert.Null(Glossary.Find(said));
        Assert.Contains(near, Glossary.Near(said));
        Assert.True(Glossary.Near(said).Count <= 4);
    }

    [Theory]
    [InlineData("xyzzyx")]
    [InlineData("a")]
    [InlineData("tondeuse à gazon électrique avec un très long nom de modèle")]
    public void What_looks_like_nothing_suggests_nothing(string said) => Assert.Empty(Glossary.Near(said));

    [Fact]
    public void Every_notion_is_found_by_all_its_names_in_both_languages()
    {
        foreach (var words in (Words[])[Words.In(Language.French), Words.In(Language.English)])
        {
            foreach (var notion in Enum.GetValues<Notion>())
            {
                Assert.Equal(notion, Glossary.Find(words[$"glossary.{notion}.name"]));
                Assert.All(words[$"glossary.{notion}.words"].Split('|'), form => Assert.True(Glossary.Find(form) == notion, $"{form}: {Glossary.Find(form)}, not {notion}"));
            }
        }
    }

    [Theory]
    [InlineData("e2-clarifier.objectif-pour-qui", Notion.Objective)]
    [InlineData("e4-definir.important", Notion.Criterion)]
    [InlineData("e5-indicateurs.partenaire-ok", Notion.Indicator)]
    [InlineData("e2-clarifier.valeurs", null)]
    // « On le relève » is no « relevé ».
    [InlineData("e5-indicateurs.rythme", null)]
    [Trait("Deck", "D23")]
    public void A_question_that_uses_a_word_of_the_field_names_it(string question, Notion? notion)
    {
        Assert.Equal(notion, Glossary.In(MethodQuestions.Instance[question].Fr, Language.French));
    }

    [Fact]
    [Trait("Deck", "D44")]
    public void Meanings_are_short_and_plain()
    {
        foreach (var words in (Words[])[Words.In(Language.French), Words.In(Language.English)])
        {
            Assert.All(Enum.GetValues<Notion>(), notion =>
            {
                var sentences = words[$"glossary.{notion}.means"].Split(['.', ';', ':'], StringSplitOptions.RemoveEmptyEntries);
                Assert.All(sentences, sentence => Assert.True(sentence.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Length <= 22, $"{notion}: {sentence}"));
            });
        }
    }
}
