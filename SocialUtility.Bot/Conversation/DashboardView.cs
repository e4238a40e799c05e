using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Profiles;

namespace SocialUtility.Bot.Conversation;

/// <summary>Which indicators somebody wants to see.</summary>
public enum Showing
{
    All,

    /// <summary>What is entrusted to them.</summary>
    Mine,

    /// <summary>What is late or was not measured.</summary>
    Missing,
}

/// <summary>The part of the dashboard that is shown: what was asked for, and a page of it.</summary>
public sealed record DashboardView
{
    public required Dashboard Dashboard { get; init; }

    public required Showing Showing { get; init; }

    /// <summary>The one criterion that is looked at; null for all.</summary>
    public Criterion? Criterion { get; init; }

    /// <summary>All that was asked for, in the order of the tree.</summary>
    public required IReadOnlyList<DashboardLine> Lines { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    /// <summary>Those of this page, with how each moved.</summary>
    public required IReadOnlyList<(DashboardLine Line, Move? Move)> Shown { get; init; }

    /// <summary>The picture of a chart, where pictures can be fetched.</summary>
    public required Func<YearOf, string?> Picture { get; init; }
}
