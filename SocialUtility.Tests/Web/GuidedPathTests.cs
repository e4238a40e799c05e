using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SocialUtility.Tests.Machine;
using SocialUtility.Tests.Talks;
using static Microsoft.Playwright.Assertions;

namespace SocialUtility.Tests.Web;

/// <summary>
/// A newcomer alone with the page: from the first hello to the profile card, by what the bot asks and offers. They know
/// no command; a question they have no answer to is passed.
/// </summary>
public sealed class GuidedPathTests(Chromium chromium)
{
    private const string House = "Les Amis du quartier";
    private const string Linked = "Repas partagés";
    private const int MostCards = 80;

    /// <summary>What this newcomer has to say, by the beginning of the question.</summary>
    private static readonly (string Question, string Answer)[] Knows =
    [
        ("Comment s’appelle votre association", House),
        ("Pourquoi l’association a-t-elle été créée", "En 2015, trois voisines ont repris un terrain vide pour ne plus manger seules."),
        ("Quel problème ou quel manque", "Des gens vivent seuls, et certains mangent mal."),
        ("Quels sont les trois mots qui disent le mieux vos valeurs", "accueil, partage, simplicité"),
        ("En une phrase", "chacun ait sa place dans le quartier et mange bien"),
        ("Que voulez-vous avoir réussi", "Permettre à 60 habitants isolés de participer chaque mois"),
        ("Je vous propose cette phrase", "1"),
        ("Que faites-vous concrètement", Linked),
        (Linked, "1 parce qu’on mange rarement seul ce jour-là"),
        ("Qu’est-ce qui compte pour vous", "On n’est plus seul"),
        ("Que met-on derrière ces mots", "Des gens qui ne voyaient personne viennent, et reviennent."),
        ("À quoi verra-t-on", "ceux qui viennent souvent"),
        ("Le catalogue dit presque cela", "1"),
        ("On le relève quatre fois", "le dernier"),
        ("Où en êtes-vous aujourd’hui", "31"),
        ("Quel niveau serait une bonne nouvelle", "60"),
        ("D’ici quand", "fin 2027"),
    ];

    static GuidedPathTests() => SetDefaultExpectTimeout(20_000);

    [Fact]
    [Trait("Deck", "D08")]
    public async Task From_the_first_hello_to_the_profile_by_what_the_bot_offers()
    {
        await using var house = await TeamsChannel.OpenAsync(new FakeTimeProvider(Talks.House.Monday));
        await using var tab = await ChatTab.OpenAsync(chromium, house.Address, height: 1000);
        var page = tab.Page;
        await ChatTab.EnterAsync(page, "Coordinatrice");
        await tab.PressAsync("Commencer");
        await Expect(tab.Heading).ToHaveTextAsync("Ce que je garde de vous");
        var seen = await tab.Cards.CountAsync();
        await tab.PressAsync("J’ai lu");

        for (var heading = ""; heading != House;)
        {
            Assert.True(seen < MostCards, $"Still at « {heading} ».");
            await Expect(tab.Cards).Not.ToHaveCountAsync(seen);
            seen = await tab.Cards.CountAsync();
            heading = (await tab.Heading.InnerTextAsync()).Trim();
            TestContext.Current.TestOutputHelper?.WriteLine(heading);
            await AnswerAsync(tab, heading);
        }

        // The profile is there: their purpose, their criterion in their words, the figure just given.
        var profile = await tab.Card.InnerTextAsync();
        Assert.All(["chacun ait sa place dans le quartier et mange bien", "On n’est plus seul", "52"], words => Assert.Contains(words, profile, StringComparison.Ordinal));
        Assert.True(await tab.Card.EvaluateAsync<bool>("card => card.scrollWidth <= card.clientWidth + 1"));
    }

    /// <summary>Answers a question, presses what the card offers, or goes on as the bot proposes.</summary>
    private static async Task AnswerAsync(ChatTab tab, string heading)
    {
        var page = tab.Page;
        if (heading == House)
        {
            return;
        }

        foreach (var button in (string[])["C’est bien ça", "Garder mes mots seuls"])
        {
            if (await tab.Card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).IsVisibleAsync())
            {
                await tab.PressAsync(button);
                await GoOnAsync(page);
                return;
            }
        }

        if (await tab.Card.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).IsVisibleAsync())
        {
            await tab.Card.GetByRole(AriaRole.Textbox).Or(tab.Card.GetByRole(AriaRole.Spinbutton)).First.FillAsync("52");
            await tab.PressAsync("Enregistrer");
            await Expect(tab.Heading).ToContainTextAsync("52");
            await tab.TypeAsync("profil");
        }
        else if (IsQuestion(heading))
        {
            var known = Knows.FirstOrDefault(known => heading.StartsWith(known.Question, StringComparison.Ordinal)).Answer;
            await tab.TypeAsync(known ?? "passer");
            if (heading.StartsWith(Linked, StringComparison.Ordinal))
            {
                // That it is linked is said without a card.
                await GoOnAsync(page);
            }
        }
        else
        {
            await GoOnAsync(page);
        }
    }

    private static bool IsQuestion(string heading) => heading[^1] is '?' or '…' or '.';

    /// <summary>« Un autre objectif ? » is left at one, then what comes next is taken up.</summary>
    private static async Task GoOnAsync(IPage page)
    {
        var (enough, next) = (ChatTab.Proposed(page, "Poursuivre"), ChatTab.Proposed(page, "Continuer"));
        await Expect(enough.Or(next).First).ToBeVisibleAsync();
        if (await enough.IsVisibleAsync())
        {
            await enough.ClickAsync();
        }

        await next.ClickAsync();
    }
}
