using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Web;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot;

/// <summary>What happens once, when the host has begun to listen: the newcomer is told where to go and what to type first.</summary>
internal sealed class FirstRun(WebApplication app) : IDisposable
{
    private CancellationTokenRegistration started;

    /// <summary>Reads the house's key before the first request, and announces the address after the start.</summary>
    public static async Task<FirstRun> PrepareAsync(WebApplication app)
    {
        FirstRun run = new(app);
        try
        {
            await app.Services.GetRequiredService<HouseKey>().ReadAsync(app.Services.GetRequiredService<ITable>(), app.Lifetime.ApplicationStopping);
        }
        catch (StoreUnavailableException)
        {
            // The store's own first question says why, in one sentence.
        }

        run.started = app.Lifetime.ApplicationStarted.Register(run.Announce);
        return run;
    }

    public void Dispose() => started.Dispose();

    private void Announce()
    {
        var address = app.Urls.FirstOrDefault() ?? LocalRun.DefaultAddress;
        var local = app.Services.GetRequiredService<LocalRun>().Enabled;
        if (local)
        {
            app.Services.GetRequiredService<ChartAddress>().Base ??= address;
        }

        foreach (var language in Enum.GetValues<Language>())
        {
            Console.WriteLine(Words.In(language).Say(local ? "start.local" : "start.teams", address));
        }
    }
}
