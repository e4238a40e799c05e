using Microsoft.Playwright;
using SocialUtility.Tests.Machine;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace SocialUtility.Tests.Machine;

/// <summary>The browser of this machine: one for the whole run, started by the first test that asks for a page.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A page of its own, in French, with nothing of the others' cookies; close it by its context.</summary>
    public async Task<IPage> PageAsync(int width = 1024, int height = 768, CancellationToken cancellation = default)
    {
        var path = Needs.Chromium();
        await starting.WaitAsync(cancellation);
        try
        {
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = path,
                Args =
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                ],
            });
        }
        finally
        {
            starting.Release();
        }

        return await browser.NewPageAsync(new() { Locale = "fr-FR", ViewportSize = new() { Width = width, Height = height } });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is { } running)
        {
            await running.CloseAsync();
        }

        playwright?.Dispose();
        starting.Dispose();
    }
}
