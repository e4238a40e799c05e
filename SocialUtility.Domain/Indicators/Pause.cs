using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.Indicators;

/// <summary>A time in which an indicator is not asked for: neither retired nor late.</summary>
public sealed record Pause(DateOnly From, DateOnly? Until = null)
{
    /// <summary>A period is asked for at its end: it rests if the end lies in the pause.</summary>
    public bool Rests(Period period) => From <= period.End && (Until is null || Until > period.End);
}
