using SocialUtility.Bot.Wording;
using SocialUtility.Domain;

namespace SocialUtility.Tests.Wording;

/// <summary>A name that people gave, behind a small word of a sentence.</summary>
public sealed class ElisionTests
{
    [Theory]
    [InlineData("Le Potager des Voisins", "du Potager des Voisins", "au Potager des Voisins")]
    [InlineData("le Potager", "du Potager", "au Potager")]
    [InlineData("Les Amis du quartier", "des Amis du quartier", "aux Amis du quartier")]
    [InlineData("La Ruche", "de la Ruche", "à la Ruche")]
    [InlineData("L'Atelier", "de l’Atelier", "à l’Atelier")]
    [InlineData("L’Escale", "de l’Escale", "à l’Escale")]
    [InlineData("Entraide 44", "d’Entraide 44", "à Entraide 44")]
    [InlineData("Éclaircie", "d’Éclaircie", "à Éclaircie")]
    [InlineData("Habitat Jeunes", "d’Habitat Jeunes", "à Habitat Jeunes")]
    [InlineData("Halle aux Livres", "de Halle aux Livres", "à Halle aux Livres")]
    [InlineData("Ypres", "d’Ypres", "à Ypres")]
    [InlineData("Yasmina", "de Yasmina", "à Yasmina")]
    [InlineData("Onze à table", "de Onze à table", "à Onze à table")]
    [InlineData("Lescale", "de Lescale", "à Lescale")]
    [InlineData("Le", "de Le", "à Le")]
    [InlineData("« Le Potager »", "de « Le Potager »", "à « Le Potager »")]
    [InlineData("", "de ", "à ")]
    public void A_name_loses_its_article_to_the_word_before_it(string name, string of, string at) => Assert.Equal((of, at), (Elision.Of(name), Elision.At(name)));

    [Theory]
    [InlineData("on se parle", "qu’on se parle")]
    [InlineData("les familles mangent bien", "que les familles mangent bien")]
    [InlineData("habiter ici reste possible", "qu’habiter ici reste possible")]
    public void What_is_wished_for_follows_que(string wish, string said) => Assert.Equal(said, Elision.That(wish));

    [Fact]
    public void A_sentence_says_it_in_french_and_english_keeps_the_name()
    {
        Assert.Contains("partie du Potager des Voisins.", Words.In(Language.French).Say("former", "Le Potager des Voisins"), StringComparison.Ordinal);
        Assert.Contains("part of Le Potager des Voisins.", Words.In(Language.English).Say("former", "Le Potager des Voisins"), StringComparison.Ordinal);
        Assert.Equal("d’heures", Words.In(Language.French).Of("heures"));
        Assert.Equal("hours", Words.In(Language.English).Of("hours"));
    }

    [Theory]
    [InlineData(0, "0 indispensable", "0 essential", "0 heure", "0 hours")]
    [InlineData(1, "1 indispensable", "1 essential", "1 heure", "1 hour")]
    [InlineData(1.5, "1,5 indispensable", "1.5 essential", "1,5 heure", "1.5 hours")]
    [InlineData(4, "4 indispensables", "4 essential", "4 heures", "4 hours")]
    public void A_word_beside_a_number_agrees_with_it(decimal number, string french, string english, string hours, string inEnglish)
    {
        static string Said(Language language, decimal number, string key) => Words.In(language).Counted(number, key).Replace((char)0xA0, (char)0x20);
        Assert.Equal((french, english), (Said(Language.French, number, "choice.Essential"), Said(Language.English, number, "choice.Essential")));
        Assert.Equal((hours, inEnglish), (Said(Language.French, number, "unit.hour"), Said(Language.English, number, "unit.hour")));
    }

    /// <summary>A joining that is misspelt would show its braces or the bare name.</summary>
    [Fact]
    public void Only_the_joinings_that_are_known_are_written()
    {
        Assert.All(
            Words.All(Language.French).Values.SelectMany(text => System.Text.RegularExpressions.Regex.Matches(text, @"\{\d:([^}]*)\}").Select(match => match.Groups[1].Value)),
            joining => Assert.Contains(joining, (string[])["de", "à", "que"]));
        Assert.DoesNotContain(Words.All(Language.English).Values, text => Elision.IsIn(text));
    }
}
