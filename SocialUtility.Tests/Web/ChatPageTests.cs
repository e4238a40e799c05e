using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SocialUtility.Bot.Web;
using SocialUtility.Tests.Machine;
using static Microsoft.Playwright.Assertions;

namespace SocialUtility.Tests.Web;

/// <summary>The page in a real browser, as a person uses it.</summary>
public sealed class ChatPageTests(Chromium chromium)
{
    private const string Card = """
        {
          "type": "AdaptiveCard", "version": "1.5", "fallbackText": "Combien de repas ?",
          "body": [
            { "type": "TextBlock", "text": "Repas partagés", "size": "large", "weight": "bolder", "style": "heading", "wrap": true },
            { "type": "Input.Text", "id": "valeur", "label": "Combien de repas ?", "isRequired": true, "errorMessage": "Il me faut un nombre." }
          ],
          "actions": [
            { "type": "Action.Submit", "title": "Enregistrer", "style": "positive", "data": { "kind": "value.record", "nonce": "nonce-1234" } },
            { "type": "Action.Submit", "title": "Je n’ai pas la valeur", "associatedInputs": "none", "data": { "kind": "value.missing", "nonce": "nonce-1234" } },
            { "type": "Action.Submit", "title": "Plus tard", "associatedInputs": "none", "data": { "kind": "value.later", "nonce": "nonce-1234" } }
          ]
        }
        """;

    static ChatPageTests() => SetDefaultExpectTimeout(20_000);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task I_open_the_page_say_who_I_am_and_the_bot_answers_in_French()
    {
        await using var house = await WebHouse.OpenAsync(TalkAsync);
        await using var tab = await OpenAsync(house);
        var page = tab.Page;

        await Expect(page).ToHaveTitleAsync("Utilité sociale");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "fr");
        await EnterAsync(page, "Coordinatrice");

        await Expect(page.GetByText("Bonjour Coordinatrice.").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Vous êtes\u00A0: Coordinatrice")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Zone de saisie du message" })).ToBeFocusedAsync();
        await Expect(page.Locator("input[type=file]")).ToHaveCountAsync(0);
        await SayAsync(page, "<script>alert(1)</script> *mot*");
        await Expect(Said(page, "<script>alert(1)</script> *mot*")).ToBeVisibleAsync();
        await Expect(Said(page, "J’ai entendu 31 caractères.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_card_is_filled_in_by_keyboard_and_replaced_by_its_outcome()
    {
        await using var house = await WebHouse.OpenAsync(TalkAsync);
        await using var tab = await OpenAsync(house);
        var page = tab.Page;
        await EnterAsync(page, "Bénévole");
        await SayAsync(page, "saisir");

        // An empty field that is needed is said so, and nothing is sent.
        await OnCard(page, "Enregistrer").ClickAsync();
        await Expect(page.GetByText("Il me faut un nombre.")).ToBeVisibleAsync();
        await page.Locator(".ac-adaptiveCard").GetByLabel("Combien de repas ?").FillAsync("12");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(Said(page, "Noté : 12 repas.")).ToBeVisibleAsync();
        await Expect(OnCard(page, "Enregistrer")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_double_click_on_a_button_comes_from_one_card_and_shows_one_outcome()
    {
        var heard = new ConcurrentQueue<(string? Card, string Nonce)>();
        await using var house = await WebHouse.OpenAsync((turn, cancellation) =>
        {
            if (turn.Activity.Value is { } value)
            {
                heard.Enqueue((turn.Activity.ReplyToId, JsonNode.Parse(value.ToString()!)!["nonce"]!.GetValue<string>()));
            }

            return TalkAsync(turn, cancellation);
        });
        await using var tab = await OpenAsync(house);
        var page = tab.Page;
        await EnterAsync(page, "Bénévole");
        await SayAsync(page, "saisir");

        await OnCard(page, "Plus tard").DblClickAsync();

        await Expect(Said(page, "Plus tard, d’accord.")).ToHaveCountAsync(1);
        await SayAsync(page, "ensuite");
        await Expect(Said(page, "J’ai entendu 7 caractères.")).ToBeVisibleAsync();
        Assert.NotEmpty(heard);
        Assert.Single(heard.Distinct());
        Assert.NotNull(heard.First().Card);
        await Expect(Said(page, "Plus tard, d’accord.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_the_bot_proposes_are_buttons_that_say_their_words_and_then_go()
    {
        await using var house = await WebHouse.OpenAsync(TalkAsync);
        await using var tab = await OpenAsync(house);
        var page = tab.Page;
        await EnterAsync(page, "Bénévole");
        await SayAsync(page, "menu");

        await Proposed(page, "Mes données").ClickAsync();

        await Expect(Said(page, "Mes données")).ToBeVisibleAsync();
        await Expect(Said(page, "J’ai entendu 11 caractères.")).ToBeVisibleAsync();
        await Expect(Proposed(page, "Cohérence")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task While_the_bot_thinks_I_see_it_and_what_it_takes_back_is_gone()
    {
        var think = new TaskCompletionSource();
        await using var house = await WebHouse.OpenAsync(async (turn, cancellation) =>
        {
            if (turn.Activity.Text is "cherche")
            {
                var said = await turn.SendActivityAsync("Je cherche.", cancellationToken: cancellation);
                await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, cancellation);
                await think.Task.WaitAsync(cancellation);
                await turn.DeleteActivityAsync(said.Id!, cancellation);
                await turn.SendActivityAsync("Trouvé.", cancellationToken: cancellation);
            }
        });
        await using var tab = await OpenAsync(house);
        var page = tab.Page;
        await ChatTab.EnterAsync(page, "Bénévole");
        await SayAsync(page, "cherche");

        await Expect(Said(page, "Je cherche.")).ToBeVisibleAsync();
        await Expect(page.Locator(".webchat__typing-indicator")).ToBeVisibleAsync();
        think.SetResult();

        await Expect(Said(page, "Trouvé.")).ToBeVisibleAsync();
        await Expect(page.Locator(".webchat__typing-indicator")).ToHaveCountAsync(0);
        await Expect(Said(page, "Je cherche.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task In_English_everything_is_in_English()
    {
        string? locale = null;
        await using var house = await WebHouse.OpenAsync((turn, cancellation) =>
        {
            locale = turn.Activity.Locale;
            return turn.SendActivityAsync(Attached(Card), cancellation);
        });
        await using var tab = await OpenAsync(house);
        var page = tab.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.GetByRole(AriaRole.Button, new() { Name = "Partner" }).ClickAsync();

        await Expect(page.GetByText("You are: Partner")).ToBeVisibleAsync();
        await Expect(page.GetByPlaceholder("Your message")).ToBeVisibleAsync();
        await Expect(page.Locator(".ac-adaptiveCard").GetByLabel("Combien de repas ?")).ToBeVisibleAsync();
        Assert.Equal("\" (required)\"", await page.Locator(".ac-adaptiveCard label [aria-hidden=true]").EvaluateAsync<string>("one => getComputedStyle(one, '::after').content"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Change person" })).ToBeVisibleAsync();
        Assert.Equal("en-US", locale);
    }

    [Fact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen_and_one_can_always_type()
    {
        await using var house = await WebHouse.OpenAsync(TalkAsync);
        await using var tab = await OpenAsync(house, width: 390, height: 700);
        var page = tab.Page;
        await EnterAsync(page, "Bénévole");
        foreach (var words in (string[])["saisir", "menu"])
        {
            await SayAsync(page, words);
            await (words is "menu" ? Proposed(page, "Cohérence") : OnCard(page, "Plus tard")).WaitForAsync();
            await Expect(page.GetByPlaceholder("Votre message")).ToBeInViewportAsync(new() { Ratio = 1 });
            Assert.Empty(await page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll('body *')]
                  .filter(one => one.getClientRects().length && !one.closest("[class*=live-region]") && (one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1))
                  .map(one => one.outerHTML.slice(0, 120))
                """));
        }

        // Large enough for a thumb.
        foreach (var button in await page.Locator(".ac-pushButton, .webchat__suggested-action, #change").AllAsync())
        {
            Assert.True((await button.BoundingBoxAsync())!.Height >= 36, await button.InnerTextAsync());
        }
    }

    [Fact]
    public async Task Each_tab_is_somebody_and_stays_so_when_it_is_loaded_again()
    {
        await using var house = await WebHouse.OpenAsync(TalkAsync);
        await using var tab = await OpenAsync(house);
        var awa = tab.Page;
        await EnterAsync(awa, "Bénévole");
        await SayAsync(awa, "je suis là");
        var paul = await awa.Context.NewPageAsync();
        await paul.GotoAsync(house.Address.ToString());
        await EnterAsync(paul, "Partenaire");
        await SayAsync(paul, "moi aussi");

        await awa.ReloadAsync();

        await Expect(Said(awa, "je suis là")).ToBeVisibleAsync();
        await Expect(Said(awa, "Bonjour Bénévole.")).ToHaveCountAsync(1);
        await Expect(Said(awa, "moi aussi")).ToHaveCountAsync(0);
        await Expect(Said(paul, "moi aussi")).ToBeVisibleAsync();

        await awa.GetByRole(AriaRole.Button, new() { Name = "Changer de personne" }).ClickAsync();
        await EnterAsync(awa, "Coordinatrice");
        await Expect(Said(awa, "Bonjour Coordinatrice.")).ToBeVisibleAsync();
        await Expect(Said(awa, "je suis là")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_I_say_before_the_line_is_open_is_said_once_it_is()
    {
        var opens = new TaskCompletionSource();
        await using var house = await WebHouse.OpenAsync(TalkAsync);
        await using var tab = await OpenAsync(house);
        var page = tab.Page;
        await page.RouteAsync("**/v3/directline/conversations", async route =>
        {
            await opens.Task;
            await route.ContinueAsync();
        });
        await ChatTab.EnterAsync(page, "Bénévole");
        await page.GetByPlaceholder("Votre message").PressSequentiallyAsync("tôt\n");
        await page.GetByPlaceholder("Votre message").PressSequentiallyAsync("encore");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await page.GetByPlaceholder("Votre message").PressSequentiallyAsync("à demi");
        opens.SetResult();

        await Expect(Said(page, "J’ai entendu 3 caractères.")).ToBeVisibleAsync();
        await Expect(Said(page, "J’ai entendu 6 caractères.")).ToBeVisibleAsync();
        await Expect(Said(page, "tôt")).ToHaveCountAsync(1);
        // What was not sent yet stays where it is typed.
        await Expect(page.GetByPlaceholder("Votre message")).ToHaveValueAsync("à demi");
    }

    [Fact]
    public async Task When_my_time_is_over_the_page_says_so_and_lets_me_in_again()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var house = await WebHouse.OpenAsync(TalkAsync, clock: clock);
        await using var tab = await OpenAsync(house);
        var page = tab.Page;
        tab.Forgives("403");
        await EnterAsync(page, "Bénévole");
        await SayAsync(page, "avant");
        await Expect(Said(page, "J’ai entendu 5 caractères.")).ToBeVisibleAsync();

        clock.Advance(WebPasses.ChatLife);
        await page.ReloadAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Votre session est terminée.");
        await EnterAsync(page, "Bénévole");
        await Expect(Said(page, "avant")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Many_quick_messages_stand_in_the_order_in_which_they_were_said()
    {
        await using var house = await WebHouse.OpenAsync(TalkAsync);
        await using var tab = await OpenAsync(house);
        var page = tab.Page;
        await EnterAsync(page, "Bénévole");
        await Expect(Said(page, "Bonjour Bénévole.")).ToBeVisibleAsync();
        for (var i = 0; i < 6; i++)
        {
            await SayAsync(page, new string('x', i + 1));
        }

        await Expect(Said(page, "J’ai entendu 6 caractères.")).ToBeVisibleAsync();
        string[] shown = [.. (await page.Locator(".webchat__text-content").AllInnerTextsAsync()).Select(text => text.Trim())];
        for (var i = 1; i <= 6; i++)
        {
            Assert.True(Array.IndexOf(shown, new string('x', i)) < Array.IndexOf(shown, $"J’ai entendu {i} caractères."), string.Join(" | ", shown));
        }

        Assert.Equal(Enumerable.Range(1, 6).Select(i => new string('x', i)), shown.Where(text => text.All(letter => letter == 'x')));
    }

    private static Task TalkAsync(ITurnContext turn, CancellationToken cancellation) => turn.Activity switch
    {
        { Type: ActivityTypes.ConversationUpdate } => turn.SendActivityAsync($"Bonjour {turn.Activity.From!.Name}.", cancellationToken: cancellation),
        { Text: "saisir" } => turn.SendActivityAsync(Attached(Card), cancellation),
        { Text: "menu" } => turn.SendActivityAsync(Menu(), cancellation),
        { Value: { } value, ReplyToId: { } card } => turn.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = card, Text = Outcome(JsonNode.Parse(value.ToString()!)!) }, cancellation),
        { Text: { } text } => turn.SendActivityAsync($"J’ai entendu {text.Length} caractères.", cancellationToken: cancellation),
        _ => Task.CompletedTask,
    };

    private static string Outcome(JsonNode submission) => submission["kind"]!.GetValue<string>() is "value.record" ? $"Noté : {submission["valeur"]} repas." : "Plus tard, d’accord.";

    private static Activity Attached(string card) =>
        new() { Type = ActivityTypes.Message, Attachments = [new() { ContentType = "application/vnd.microsoft.card.adaptive", Content = JsonNode.Parse(card) }] };

    private static Activity Menu() => new()
    {
        Type = ActivityTypes.Message,
        Text = "Que faire ?",
        SuggestedActions = new()
        {
            Actions = [.. from words in (string[])["Saisir une valeur", "À faire", "Profil", "Tableau", "Cohérence", "Mes données", "Je ne sais pas encore, revenir plus tard"]
                          select new CardAction { Type = ActionTypes.ImBack, Title = words, Value = words }],
        },
    };

    private static ILocator OnCard(IPage page, string button) => ChatTab.OnCard(page, button);

    private static ILocator Proposed(IPage page, string words) => ChatTab.Proposed(page, words);

    private static ILocator Said(IPage page, string text) => ChatTab.Said(page, text);

    /// <summary>Enters, and begins to speak once the bot has said hello: before, the line may not be open yet.</summary>
    private static async Task EnterAsync(IPage page, string persona)
    {
        await ChatTab.EnterAsync(page, persona);
        await Expect(Said(page, $"Bonjour {persona}.").First).ToBeVisibleAsync();
    }

    private static Task SayAsync(IPage page, string text) => ChatTab.SayAsync(page, text);

    private Task<ChatTab> OpenAsync(WebHouse house, int width = 1100, int height = 800) => ChatTab.OpenAsync(chromium, house.Address, width, height);
}
