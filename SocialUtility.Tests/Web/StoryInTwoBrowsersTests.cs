using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SocialUtility.Bot.Conversation;
using SocialUtility.Tests.Machine;
using SocialUtility.Tests.Talks;
using static Microsoft.Playwright.Assertions;

namespace SocialUtility.Tests.Web;

/// <summary>
/// Two people, two browsers, from nothing to a definition that is theirs: Claire coordinates, at her computer; Marcel lives
/// next door, has no Teams, and comes in by a link on his phone. With <c>STORY_PICTURES</c> naming a folder, the pictures of
/// <c>docs/story.md</c> are written there.
/// </summary>
public sealed class StoryInTwoBrowsersTests(Chromium chromium)
{
    static StoryInTwoBrowsersTests() => SetDefaultExpectTimeout(20_000);

    private static string? Pictures => Environment.GetEnvironmentVariable("STORY_PICTURES") is { Length: > 0 } folder ? folder : null;

    [Fact]
    [Trait("Deck", "D18")]
    [Trait("Deck", "D44")]
    public async Task From_nothing_to_a_definition_that_both_have_made()
    {
        await using var house = await TeamsChannel.OpenAsync(new FakeTimeProvider(House.Monday));
        await ReachableAsync(house);
        await using var claire = await ChatTab.OpenAsync(chromium, house.Address);
        await using var marcel = await ChatTab.OpenAsync(chromium, house.Address, width: 390, height: 844);

        foreach (var tab in (ChatTab[])[claire, marcel])
        {
            // What they read is of the day on which it is said.
            await tab.Page.Context.Clock.InstallAsync(new() { TimeDate = House.Monday.UtcDateTime });
        }

        await ClaireBeginsAsync(claire);
        await MarcelComesInAsync(claire, marcel);
        await TheProjectAsync(claire);
        await BothSpeakAsync(claire, marcel, house);
        await WordsBecomeCriteriaAsync(claire, marcel);
        await BothAreAskedAsync(claire, marcel);
        await AdoptedAsync(claire, marcel);
        await TheTreeIsMendedAsync(claire);
        await EachFigureHasAKeeperAsync(claire);
        await WhereTheyStandAsync(claire, marcel);
    }

    /// <summary>Claire opens the page, and her association is there.</summary>
    private static async Task ClaireBeginsAsync(ChatTab claire)
    {
        await ChatTab.EnterAsync(claire.Page, "Coordinatrice");
        await FollowAsync(
            claire,
            ("[Commencer]", "Ce que je garde de vous"),
            ("[J’ai lu]", "Comment s’appelle votre association"),
            ("Le Potager des Voisins", "Pourquoi l’association a-t-elle été créée"));
    }

    /// <summary>An invitation, a link on a page, one field on a phone.</summary>
    private static async Task MarcelComesInAsync(ChatTab claire, ChatTab marcel)
    {
        await FollowAsync(
            claire,
            ("inviter", "Qui voulez-vous inviter"),
            ("Marcel", "À quelle place"),
            ("bénévole", "De quel côté parle cette personne"),
            ("voisinage", "L’invitation est prête"));
        await PictureAsync(claire, "1-inviter");
        var opening = claire.Page.Context.WaitForPageAsync();
        await claire.PressAsync("Préparer le lien");
        var page = await opening;
        await page.GetByRole(AriaRole.Button, new() { Name = "Afficher le lien" }).ClickAsync();
        var link = await page.GetByLabel("À copier").InputValueAsync();
        await page.CloseAsync();

        await marcel.Page.GotoAsync(link);
        await Expect(marcel.Page.GetByRole(AriaRole.Heading, new() { Name = "Le Potager des Voisins vous invite" })).ToBeVisibleAsync();
        await PictureAsync(marcel, "2-entrer");
        await marcel.Page.GetByRole(AriaRole.Button, new() { Name = "Entrer" }).ClickAsync();
        await Expect(marcel.Heading).ToHaveTextAsync("À quoi sommes-nous utiles ?");
    }

    /// <summary>Why, for what, and what they do: a purpose, an objective, two actions, one of which serves nothing yet.</summary>
    private static async Task TheProjectAsync(ChatTab claire)
    {
        await FollowAsync(
            claire,
            ("projet", "Pourquoi l’association a-t-elle été créée"),
            ("En 2015, des légumes partaient à la benne alors que des voisins mangeaient mal.", "Quel problème ou quel manque"),
            ("Des gens vivent seuls, et certains n’osent pas dire qu’ils mangent mal.", "Dans un monde idéal"),
            ("Chacun connaît le prénom de son voisin.", "Quels sont les trois mots"),
            ("accueil, partage, simplicité", "En une phrase"),
            ("chacun ait sa place dans le quartier et mange bien", "Qu’est-ce que vous faites autrement"),
            ("On cultive et on mange ensemble : personne n’est d’un côté du guichet.", "Ce que vous avez dit"),
            ("[C’est bien ça]", "< un objectif"),
            ("(Continuer)", "Que voulez-vous avoir réussi"),
            ("Permettre à 60 habitants isolés de participer chaque mois à une activité", "Cet objectif est pour qui"),
            ("les habitants isolés du quartier", "Combien de personnes"),
            ("60", "D’ici quand"),
            ("décembre 2027", "Je vous propose cette phrase"),
            ("Permettre à 60 habitants isolés de participer chaque mois à une activité, d’ici décembre 2027", "< Un autre objectif"),
            ("(Poursuivre)", "< ce que vous faites concrètement"),
            ("(Continuer)", "Que faites-vous concrètement"),
            ("repas partagés", "cette action sert quel objectif"),
            ("1 parce qu’on mange rarement seul ce jour-là", "< Une autre action"),
            ("(Une autre)", "Que faites-vous concrètement"),
            ("journal du quartier", "cette action sert quel objectif"),
            ("je ne sais pas", "< Une autre action"),
            ("(Poursuivre)", "< La suite"));
    }

    /// <summary>Both say what the garden brings; between two answers the machine is switched off and on again.</summary>
    private static async Task BothSpeakAsync(ChatTab claire, ChatTab marcel, TeamsChannel house)
    {
        await FollowAsync(
            claire,
            ("parole", "Vous parlez en tant que qui"),
            ("salariée", "qu’est-ce qui manquerait"),
            ("On ne mange plus seul : on se connaît.", "un effet auquel personne ne s’attendait"));
        await FollowAsync(
            marcel,
            ("parole", "Ce que je garde de vous"),
            ("[J’ai lu]", "Qu’est-ce que l’association vous a apporté"));
        await PictureAsync(marcel, "3-parole");

        foreach (var tab in (ChatTab[])[claire, marcel])
        {
            tab.Forgives("ERR_CONNECTION");
        }

        await house.RestartAsync();
        await ReachableAsync(house);
        foreach (var tab in (ChatTab[])[claire, marcel])
        {
            await tab.Page.ReloadAsync();
        }

        await FollowAsync(
            marcel,
            ("Je connais enfin le prénom de mes voisins.", "un effet auquel personne ne s’attendait"),
            ("passer", "Qu’est-ce qui marche moins bien"),
            ("On n’ose pas entrer quand la porte est fermée.", "Voulez-vous, au contraire, être cité"),
            ("non", "< Deux phrases sont gardées"));
        await FollowAsync(
            claire,
            ("passer", "Qu’est-ce qui marche moins bien"),
            ("passer", "Voulez-vous, au contraire, être cité"),
            ("non", "< Votre phrase est gardée"),
            ("paroles", "Trois paroles"));
        await PictureAsync(claire, "4-paroles");
    }

    /// <summary>What belongs together is put together and named: once by Claire, once by Marcel, whose proposal becomes a criterion of all.</summary>
    private static async Task WordsBecomeCriteriaAsync(ChatTab claire, ChatTab marcel)
    {
        await FollowAsync(claire, ("regrouper", "Quelles phrases vont ensemble"));
        await TickAsync(claire, "On ne mange plus seul", "Je connais enfin le prénom");
        await PictureAsync(claire, "5-regrouper");
        await FollowAsync(
            claire,
            ("[Les mettre ensemble]", "Comment appelleriez-vous ce groupe"),
            ("On n’est plus seul", "Que met-on derrière ces mots"),
            ("Des gens qui ne voyaient personne viennent, et reviennent.", "Dans quelle grande famille"),
            ("2", "Comment sait-on que c’est vrai"),
            ("Une dame venue pour les tomates est revenue pour les gens.", "vous distingue d’un service public"),
            ("passer", "Ce critère parle de quel objectif"),
            ("1", "« On n’est plus seul »"),
            ("[Garder mes mots seuls]", "< Vos mots suffisent"));
        await FollowAsync(marcel, ("regrouper", "Quelles phrases vont ensemble"));
        await TickAsync(marcel, "On n’ose pas entrer");
        await FollowAsync(
            marcel,
            ("[Les mettre ensemble]", "Comment appelleriez-vous ce groupe"),
            ("La porte est ouverte", "Que met-on derrière ces mots"),
            ("On sait quand venir, et on ose entrer.", "< C’est proposé"));
        await FollowAsync(claire, ("propositions", "Une proposition"));
        await claire.PressAsync("Choisir");
        await TickAsync(claire, "La porte est ouverte");
        await FollowAsync(
            claire,
            ("[En faire un critère]", "Dans quelle grande famille"),
            ("je ne sais pas", "Comment sait-on que c’est vrai"),
            ("Un voisin est entré sans connaître personne.", "vous distingue d’un service public"),
            ("passer", "Ce critère parle de quel objectif"),
            ("1", "« La porte est ouverte »"),
            ("[Garder mes mots seuls]", "< Vos mots suffisent"));
    }

    /// <summary>What counts most to each; then whether one can go on with these words. Marcel objects, and says why.</summary>
    private static async Task BothAreAskedAsync(ChatTab claire, ChatTab marcel)
    {
        await FollowAsync(
            claire,
            ("demander les avis", "Sur quoi demandez-vous l’avis de chacun"),
            ("chaque critère", "Comment répond-on"),
            ("1", "Jusqu’à quel jour"),
            ("30 novembre 2026", "Qu’est-ce qui est indispensable pour vous"));
        await FollowAsync(marcel, ("avis", "« On n’est plus seul »"));
        await PictureAsync(marcel, "6-avis");
        await FollowAsync(marcel, ("important", "« La porte est ouverte »"), ("indispensable", "Vos avis"));
        await FollowAsync(
            claire,
            ("avis", "« On n’est plus seul »"),
            ("indispensable", "« La porte est ouverte »"),
            ("important", "Vos avis"),
            ("qui a répondu", "Réponses : 2 sur 2"),
            ("[Clore maintenant]", "< Clore les avis maintenant"),
            ("(Clore maintenant)", "« On n’est plus seul »"),
            ("demander les avis", "Sur quoi demandez-vous l’avis de chacun"),
            ("la définition entière", "Jusqu’à quel jour"),
            ("30 novembre 2026", "Peut-on avancer avec ces mots"));
        await FollowAsync(
            marcel,
            ("avis", "Notre définition, dans son ensemble"),
            ("objection", "< Voulez-vous dire pourquoi"),
            ("Le jardin est un choix de la commune, pas seulement des habitants.", "Vos avis"));
        await PictureAsync(marcel, "7-objection");
        await FollowAsync(
            claire,
            ("avis", "Notre définition, dans son ensemble"),
            ("consentement", "Vos avis"),
            ("qui a répondu", "Réponses : 2 sur 2"),
            ("[Clore maintenant]", "< Clore les avis maintenant"),
            ("(Clore maintenant)", "Notre définition, dans son ensemble"));
        Assert.Contains("Le jardin est un choix de la commune", await claire.Card.InnerTextAsync(), StringComparison.Ordinal);
        await PictureAsync(claire, "8-resultats");
    }

    /// <summary>The board has decided, and Claire writes the day; Marcel reads the same words on his phone.</summary>
    private static async Task AdoptedAsync(ChatTab claire, ChatTab marcel)
    {
        await FollowAsync(claire, ("adopter", "< adopte-t-il"), ("oui", "Notre utilité sociale, en deux phrases"));
        foreach (var tab in (ChatTab[])[claire, marcel])
        {
            await FollowAsync(tab, ("définition", "Notre utilité sociale, en deux phrases"));
            foreach (var words in (string[])["Adoptée par le conseil d’administration le 23 novembre 2026", "On n’est plus seul", "La porte est ouverte", "Le jardin est un choix de la commune"])
            {
                await Expect(tab.Card).ToContainTextAsync(words);
            }
        }

        await PictureAsync(claire, "9-definition", height: 900);
        await PictureAsync(marcel, "10-definition-telephone", height: 1180);
    }

    /// <summary>The newspaper served nothing that is written: one button, and it does.</summary>
    private static async Task TheTreeIsMendedAsync(ChatTab claire)
    {
        await FollowAsync(claire, ("cohérence", "à regarder"));
        await PictureAsync(claire, "11-coherence");
        await FollowAsync(
            claire,
            ("[Relier]", "cette action sert quel objectif"),
            ("1 parce que les habitants y donnent leur avis", "< C’est relié"),
            ("(Plus tard)", "< D’accord"));
    }

    /// <summary>How one will see it, and who gives the figure: one for Marcel, one for Claire.</summary>
    private static async Task EachFigureHasAKeeperAsync(ChatTab claire)
    {
        await FollowAsync(
            claire,
            ("indicateurs", "Pour quel critère"),
            ("On n’est plus seul", "À quoi verra-t-on"),
            ("ceux qui viennent souvent", "Le catalogue dit presque cela"),
            ("1", "Pour l’année, que dit-on"),
            ("le dernier", "Où en êtes-vous aujourd’hui"),
            ("31", "Quel niveau serait une bonne nouvelle"),
            ("60", "D’ici quand"),
            ("fin 2027", "Qui peut donner ce chiffre"),
            ("Marcel", "Et si cette personne n’est pas là"),
            ("passer", "Où le trouve-t-on"),
            ("feuille de présence", "Combien de temps prend un relevé"),
            ("passer", "Personnes isolées en contact régulier"));
        await Expect(claire.Card).ToContainTextAsync("Marcel");
        await FollowAsync(
            claire,
            ("indicateurs", "Un indicateur"),
            ("[Ajouter un indicateur]", "Pour quel critère"),
            ("La porte est ouverte", "À quoi verra-t-on"),
            ("ce que disent ceux qui viennent pour la première fois", "Qu’est-ce que c’est"),
            ("des mots", "On le relève"),
            ("chaque trimestre", "Qui peut donner"),
            ("Coordinatrice", "Et si cette personne n’est pas là"),
            ("Marcel", "Où le trouve-t-on"),
            ("passer", "Combien de temps prend un relevé"),
            ("passer", "Est-ce ce qu’on fait"),
            ("passer", "Ce que disent ceux qui viennent"),
            ("arbre", "L’arbre du projet"));
        await PictureAsync(claire, "12-arbre", height: 1700);
        await FollowAsync(claire, ("cohérence", "Tout se tient"));
    }

    /// <summary>Where they stand, at the computer and on the phone.</summary>
    private static async Task WhereTheyStandAsync(ChatTab claire, ChatTab marcel)
    {
        await FollowAsync(marcel, ("indicateurs", "Deux indicateurs"));
        await FollowAsync(claire, ("profil", "Le Potager des Voisins"));
        await FollowAsync(marcel, ("profil", "Le Potager des Voisins"));
        foreach (var tab in (ChatTab[])[claire, marcel])
        {
            Assert.Contains("On n’est plus seul", await tab.Card.InnerTextAsync(), StringComparison.Ordinal);
            Assert.True(await tab.Card.EvaluateAsync<bool>("card => card.scrollWidth <= card.clientWidth + 1"), "The card is wider than its place.");
        }

        await PictureAsync(claire, "13-profil", height: 1340);
        await PictureAsync(marcel, "14-profil-telephone", height: 1560);
    }

    /// <summary>The house knows where it is found, as on one's own machine.</summary>
    private static ValueTask ReachableAsync(TeamsChannel house)
    {
        house.Services.GetRequiredService<ChartAddress>().Base = house.Address.ToString().TrimEnd('/');
        return house.Services.GetRequiredService<HouseKey>().ReadAsync(house.Table, TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// What the person does — types it, taps « (words) » that are offered, presses a « [button] » of the newest card — and what
    /// they see then: the heading of the newest card, or with « &lt; » words of the newest message.
    /// </summary>
    private static async Task FollowAsync(ChatTab tab, params (string Does, string Sees)[] steps)
    {
        foreach (var (does, sees) in steps)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{does} → {sees}");
            await (does[0] switch
            {
                '(' => ChatTab.Proposed(tab.Page, does[1..^1]).ClickAsync(),
                '[' => tab.PressAsync(does[1..^1]),
                _ => ChatTab.SayAsync(tab.Page, does),
            });
            await (sees.StartsWith('<')
                ? Expect(tab.Page.Locator(".webchat__basic-transcript__activity").Last).ToContainTextAsync(sees[1..].Trim())
                : Expect(tab.Heading).ToContainTextAsync(sees));
        }
    }

    private static async Task TickAsync(ChatTab tab, params string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            await tab.Card.GetByLabel(phrase).First.CheckAsync();
        }
    }

    /// <summary>Once the page has come to rest at the end of the conversation.</summary>
    private static async Task PictureAsync(ChatTab tab, string name, int height = 844)
    {
        if (Pictures is { } folder)
        {
            var before = tab.Page.ViewportSize!;
            await tab.Page.SetViewportSizeAsync(before.Width, height);
            await tab.Page.EvaluateAsync("""
                async () => {
                  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
                  const ends = () => document.querySelector('.webchat__basic-transcript__scrollable')?.scrollTop;
                  for (let same = 0, last = ends(); same < 10; last = ends()) {
                    await new Promise(requestAnimationFrame);
                    same = ends() === last ? same + 1 : 0;
                  }
                }
                """);
            await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"histoire-{name}.png") });
            await tab.Page.SetViewportSizeAsync(before.Width, before.Height);
        }
    }
}
