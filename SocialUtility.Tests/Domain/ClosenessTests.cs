using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Catalogue;

namespace SocialUtility.Tests;

public sealed class ClosenessTests
{
    [Theory]
    [InlineData("On n’est plus seul", "soc-isolement")]
    [InlineData("Manger bien sans se cacher", "env-alimentation")]
    [InlineData("On décide ensemble", "dem-participation")]
    public void The_words_of_the_worked_example_find_their_criteria(string words, string code) => Finds(words, code, Language.French);

    [Theory]
    [InlineData("des gens qui ne voyaient personne viennent, reviennent, et s’appellent entre eux", "soc-isolement")]
    [InlineData("Rompre l'isolement des personnes âgées", "soc-isolement")]
    [InlineData("Les voisins se parlent enfin", "soc-lien")]
    [InlineData("on s’est fait des amis, il y a de la convivialité", "soc-lien")]
    [InlineData("Aider les familles dans la précarité", "soc-fragilite")]
    [InlineData("c’est gratuit et ouvert à tous", "soc-acces")]
    [InlineData("même en fauteuil on peut venir", "soc-acces")]
    [InlineData("les filles osent autant que les garçons", "soc-egalite")]
    [InlineData("jeunes et vieux se mélangent", "soc-mixite")]
    [InlineData("remplir les papiers de la CAF sur internet", "soc-droits")]
    [InlineData("il n'y a rien d'autre dans le coin, on répond à un besoin", "scl-besoin")]
    [InlineData("faire vivre le village", "scl-territoire")]
    [InlineData("chanter et faire du théâtre", "scl-culture")]
    [InlineData("on apprend les uns des autres", "scl-education")]
    [InlineData("on travaille avec les autres associations du réseau", "scl-cooperation")]
    [InlineData("s’entraider et partager au lieu d’acheter", "scl-modes-de-vie")]
    [InlineData("réparer au lieu de jeter", "env-dechets")]
    [InlineData("prendre soin du jardin et des arbres", "env-vivant")]
    [InlineData("bons légumes pour tous", "env-alimentation")]
    [InlineData("venir à vélo plutôt qu’en voiture", "env-mobilite")]
    [InlineData("chacun a son mot à dire dans les choix", "dem-participation")]
    [InlineData("oser parler en public", "dem-debat")]
    [InlineData("dire clairement où va l’argent", "dem-redevabilite")]
    [InlineData("reprendre confiance en soi", "epa-confiance")]
    [InlineData("retrouver un travail", "eco-insertion")]
    [InlineData("créer des emplois ici", "eco-emploi")]
    [InlineData("on se sent mieux, on sourit", "epa-bien-etre")]
    [InlineData("le plaisir de fabriquer ensemble", "epa-expression")]
    [InlineData("les bénévoles donnent de leur temps", "int-benevolat")]
    [InlineData("l’assemblée générale est vivante", "int-gouvernance")]
    public void What_people_say_in_French_finds_an_idea_of_the_catalogue(string words, string code) => Finds(words, code, Language.French);

    [Theory]
    [InlineData("Nobody is alone any more", "soc-isolement")]
    [InlineData("eating well without hiding", "env-alimentation")]
    [InlineData("we decide together", "dem-participation")]
    [InlineData("neighbours talk to each other", "soc-lien")]
    [InlineData("young and old mix", "soc-mixite")]
    [InlineData("it is free for all", "soc-acces")]
    [InlineData("repair rather than throw away", "env-dechets")]
    [InlineData("people find work again", "eco-insertion")]
    [InlineData("they dare to speak in public", "dem-debat")]
    [InlineData("helping with paperwork online", "soc-droits")]
    [InlineData("volunteers give their time", "int-benevolat")]
    [InlineData("regaining confidence", "epa-confiance")]
    public void What_people_say_in_English_finds_it_too(string words, string code) => Finds(words, code, Language.English);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("les chats gris miaulent")]
    [InlineData("blablabla")]
    [InlineData("azertyuiop")]
    [InlineData("420 kg")]
    [InlineData("et puis voilà quoi")]
    [InlineData("la tondeuse est en panne depuis mardi")]
    [InlineData("🍅🍅🍅")]
    public void Nonsense_finds_nothing(string words) => Assert.Empty(Closeness.In(Language.French).To(words));

    [Theory]
    [InlineData("the cat sat on the mat")]
    [InlineData("lorem ipsum dolor sit amet")]
    [InlineData("gizmo")]
    public void Nonsense_in_English_finds_nothing(string words) => Assert.Empty(Closeness.In(Language.English).To(words));

    [Theory]
    [InlineData("Décider ensemble", "DECIDER ENSEMBLE")]
    [InlineData("personnes isolées", "personne isolee")]
    [InlineData("les bénévoles engagés", "bénévole engagée")]
    [InlineData("On n’est plus seul", "on n'est plus seules")]
    public void Accents_case_and_endings_do_not_matter(string one, string other)
    {
        var found = Closeness.In(Language.French).To(one);

        Assert.NotEmpty(found);
        Assert.Equal(found[0], Closeness.In(Language.French).To(other)[0]);
    }

    [Fact]
    public void Each_criterion_is_found_by_its_own_name()
    {
        Assert.All(ReferenceCatalogue.Instance.Criteria, criterion => Assert.Equal(criterion.Id, Closeness.In(Language.French).To(criterion.Fr, 1).Single().Id));
        Assert.All(ReferenceCatalogue.Instance.Criteria, criterion => Assert.Equal(criterion.Id, Closeness.In(Language.English).To(criterion.En, 1).Single().Id));
    }

    [Fact]
    public void Each_criterion_has_everyday_words() => Assert.All(ReferenceCatalogue.Instance.Criteria, criterion =>
    {
        Assert.NotEmpty(EverydayWords.For(criterion.Id, Language.French));
        Assert.NotEmpty(EverydayWords.For(criterion.Id, Language.English));
    });

    [Fact]
    public void Three_ideas_are_offered_at_most() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), words => Closeness.In(Language.French).To(words ?? "").Count <= 3).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    private static void Finds(string words, string code, Language language)
    {
        var found = Closeness.In(language).To(words).Select(criterion => criterion.Id).ToList();
        Assert.True(found.Contains(code), $"« {words} » finds {(found.Count == 0 ? "nothing" : string.Join(", ", found))}, not {code}");
    }
}
