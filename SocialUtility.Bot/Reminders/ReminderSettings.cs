using System.Globalization;

namespace SocialUtility.Bot.Reminders;

/// <summary>How reminders are sent, as the settings under <c>Reminders</c> say.</summary>
public sealed record ReminderSettings
{
    /// <summary>Whether this instance sends any: of several on one store each may, or one.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How often it is looked who is due.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>So many messages a second to the people of one tenant: Teams takes some fifty from all of an app, and refuses bursts.</summary>
    public double SendsPerSecond { get; init; } = 5;

    /// <summary>What does not answer for so long is in doubt; longer than the tries that a busy channel asks for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <exception cref="InvalidOperationException">A setting makes no sense; the message says what to write.</exception>
    public static ReminderSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Reminders");
        return new()
        {
            Enabled = section["Enabled"] is not { Length: > 0 } enabled || (bool.TryParse(enabled, out var on) ? on : throw Wrong("Enabled", "true or false", enabled)),
            Every = TimeSpan.FromMinutes(Number(section, "EveryMinutes", 1, 60) ?? 1),
            SendsPerSecond = Number(section, "SendsPerSecond", 0.1, 1000) ?? 5,
        };
    }

    private static double? Number(IConfigurationSection section, string name, double least, double most) => section[name] switch
    {
        null or "" => null,
        var said when double.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var said => throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"), said),
    };

    private static InvalidOperationException Wrong(string name, string wanted, string said) => new($"Reminders:{name} is {wanted}; it says {said}.");
}
