using System.Collections.Concurrent;

namespace SocialUtility.Tests.BotFramework;

/// <summary>A clock on which every wait is over at once, and remembered; a limit on the tries runs out only if told.</summary>
internal sealed class WaitingClock : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();
    private long now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(15);

    public bool LimitRunsOut { get; init; }

    public TimeSpan[] Waits => [.. waits];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref now);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref now), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Limit)
        {
            return System.CreateTimer(callback, state, LimitRunsOut ? TimeSpan.FromMilliseconds(150) : Timeout.InfiniteTimeSpan, period);
        }

        waits.Enqueue(dueTime);
        Interlocked.Add(ref now, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
