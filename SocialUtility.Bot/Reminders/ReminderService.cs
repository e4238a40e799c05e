namespace SocialUtility.Bot.Reminders;

/// <summary>Looks who is due, again and again, as long as the host runs.</summary>
public sealed partial class ReminderService(ReminderPass pass, ReminderSettings settings, TimeProvider clock, ILogger<ReminderService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled)
        {
            return;
        }

        using PeriodicTimer timer = new(settings.Every, clock);
        do
        {
            try
            {
                await pass.RunAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The store is away, or a fault of ours: what is due is due at the next look too.
                Log.Failed(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A look at the reminders failed; the next one follows.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
