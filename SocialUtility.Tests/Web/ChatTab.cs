using System.Collections.Concurrent;
using Microsoft.Playwright;
using SocialUtility.Tests.Machine;

namespace SocialUtility.Tests.Web;

/// <summary>One tab with the web chat, watched: a page that asks elsewhere, that breaks its own rules or that complains fails its test.</summary>
internal sealed class ChatTab : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = new();
    private string forgiven = "\0";

    private ChatTab(IPage page, Uri house)
    {
        Page = page;
        page.Context.Request += (_, request) => Complain(!request.Url.Replace("blob:", "", StringComparison.Ordinal).StartsWith(house.ToString(), StringComparison.Ordinal), $"asked {request.Url}");
        page.Context.WebError += (_, error) => Complain(true, error.Error);
        page.Context.Console += (_, message) => Complain(message.Type is "error" or "warning", $"{message.Type}: {message.Text} {message.Location}");
    }

    public IPage Page { get; }

    /// <summary>All that are shown, one in the place of another counted once.</summary>
    public ILocator Cards => Page.Locator(".ac-adaptiveCard");

    /// <summary>The newest one.</summary>
    public ILocator Card => Cards.Last;

    public ILocator Heading => Card.GetByRole(AriaRole.Heading).First;

    /// <summary>A browser of its own, with nothing of the others' cookies.</summary>
    public static async Task<ChatTab> OpenAsync(Chromium chromium, Uri house, int width = 1100, int height = 800)
    {
        var any = await chromium.PageAsync(cancellation: TestContext.Current.CancellationToken);
        var context = await any.Context.Browser!.NewContextAsync(new() { Locale = "fr-FR", ViewportSize = new() { Width = width, Height = height } });
        await any.CloseAsync();
        var tab = new ChatTab(await context.NewPageAsync(), house);
        await tab.Page.GotoAsync(house.ToString());
        return tab;
    }

    // Web Chat says everything a second time, for screen readers only.
    public static ILocator OnCard(IPage page, string button) => page.Locator(".ac-adaptiveCard").GetByRole(AriaRole.Button, new() { Name = button });

    public static ILocator Proposed(IPage page, string words) => page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = words });

    public static ILocator Said(IPage page, string text) => page.Locator(".webchat__text-content").GetByText(text, new() { Exact = true });

    public static Task EnterAsync(IPage page, string persona) => page.GetByRole(AriaRole.Button, new() { Name = persona, Exact = true }).ClickAsync();

    public static async Task SayAsync(IPage page, string text)
    {
        await page.GetByPlaceholder("Votre message").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses a button of the newest card.</summary>
    public Task PressAsync(string button) => Card.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    /// <summary>Letter by letter, as a person does: the door counts how much comes at once.</summary>
    public async Task TypeAsync(string text)
    {
        await Page.GetByPlaceholder("Votre message").PressSequentiallyAsync(text, new() { Delay = 25 });
        await Page.Keyboard.PressAsync("Enter");
    }

    public void Forgives(string words) => forgiven = words;

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains(forgiven, StringComparison.Ordinal));
    }

    private void Complain(bool isTrue, string what)
    {
        if (isTrue)
        {
            complaints.Enqueue(what);
        }
    }
}
