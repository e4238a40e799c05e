using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// The second pair of eyes on a value, where the association wants one: it waits, was seen, or was returned with a note. The
/// value stands meanwhile, marked as not yet seen.
/// </summary>
/// <param name="By">Who looked; null while it waits.</param>
/// <param name="At">When.</param>
/// <param name="Note">What the author is asked to look at again; null where it is right.</param>
public sealed record Rereading(Person? By = null, DateTimeOffset? At = null, string? Note = null)
{
    public bool IsWaiting => By is null;

    public bool IsSeen => By is not null && Note is null;

    public bool IsReturned => By is not null && Note is not null;

    /// <summary>Nobody rereads what they typed, unless nobody else could.</summary>
    public static bool IsOpenTo(Member member, Measurement standing, Roster roster) =>
        standing is { Undone: null, Reread.IsSeen: false }
        && member.May(Act.RereadValue)
        && (standing.By != member.Person || !roster.Members.Any(other => other.Person != member.Person && other.May(Act.RereadValue)));
}
