namespace SocialUtility.Bot.Reminders;

/// <summary>What sends reminders, without the clock that starts it: <see cref="ReminderService"/> is added beside where a host runs.</summary>
public static class ReminderSetup
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton(host => ReminderSettings.From(host.GetRequiredService<IConfiguration>()))
        .AddSingleton<ReminderPass>();
}
