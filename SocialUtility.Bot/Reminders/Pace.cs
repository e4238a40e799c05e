namespace SocialUtility.Bot.Reminders;

/// <summary>Lets through one after the other, evenly spaced: as fast as is allowed and no faster, whoever else comes.</summary>
public sealed class Pace(double perSecond, TimeProvider clock)
{
    private const int Many = 10_000;

    private readonly TimeSpan spacing = TimeSpan.FromSeconds(1 / perSecond);
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> free = [];

    /// <summary>Waits for the turn of whoever goes by that name.</summary>
    public Task WaitAsync(string name, CancellationToken cancellation)
    {
        if (spacing == TimeSpan.Zero)
        {
            return Task.CompletedTask;
        }

        TimeSpan wait;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            // A clock that was set back must not keep anybody waiting for the time it lost.
            var turn = free.GetValueOrDefault(name) is var next && next > now && next - now < TimeSpan.FromHours(1) ? next : now;
            free[name] = turn + spacing;
            wait = turn - now;
            if (free.Count > Many)
            {
                foreach (var (over, _) in free.Where(one => one.Value < now).ToList())
                {
                    free.Remove(over);
                }
            }
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellation) : Task.CompletedTask;
    }
}
