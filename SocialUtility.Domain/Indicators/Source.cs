namespace SocialUtility.Domain.Indicators;

/// <summary>Where a figure is found in an association, most often.</summary>
public enum Found
{
    AttendanceSheet,
    Till,
    Calendar,
    Survey,
    Accounts,

    /// <summary>In the words of who said it.</summary>
    Elsewhere,
}

/// <summary>Where the figure is found, among the usual places or in words.</summary>
public sealed record Source(Found Found, string? Words = null);
