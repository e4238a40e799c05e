using SocialUtility.Domain.Reminders;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Associations;

/// <summary>What becomes of a wish to change who is what.</summary>
public abstract record RoleChange
{
    private RoleChange()
    {
    }

    /// <summary>The members as they are from now on, and what writes that.</summary>
    public sealed record Made(IReadOnlyList<Member> Members, IReadOnlyList<Change> Changes) : RoleChange;

    /// <summary>They are that already.</summary>
    public sealed record Same : RoleChange;

    /// <summary>A member without any role would be nobody.</summary>
    public sealed record NoRole : RoleChange;

    /// <summary>The association would be without coordinator: the role is handed over first.</summary>
    public sealed record NoCoordinator : RoleChange;
}

/// <summary>Roles given, taken and handed over; an association is never left without a coordinator.</summary>
public sealed partial class Roster
{
    /// <summary>Those roles and no others.</summary>
    public RoleChange Give(Member member, IReadOnlyCollection<Role> roles)
    {
        List<Role> next = [.. roles.Distinct().Order()];
        return next.Count == 0 ? new RoleChange.NoRole()
            : next.SequenceEqual(member.Roles.Order()) ? new RoleChange.Same()
            : Make(member with { Roles = next, Version = member.Version + 1 });
    }

    /// <summary>The coordination passes from one to the other, in one batch; who has no role left stays a volunteer.</summary>
    public RoleChange HandOver(Member from, Member to) => from == to ? new RoleChange.Same() : Make(
        Without(from, Role.Coordinator),
        to with { Roles = [.. to.Roles.Append(Role.Coordinator).Distinct().Order()], Version = to.Version + 1 });

    /// <summary>They go; what they gave stays. The coordination goes to <paramref name="successor"/>, where one is named.</summary>
    public RoleChange Part(Member member, DateTimeOffset now, Member? successor = null)
    {
        var gone = member with { Name = null, Kind = null, Roles = [], Left = now, Version = member.Version + 1 };
        return successor is null || successor == member
            ? Make(gone)
            : Make(gone, successor with { Roles = [.. successor.Roles.Append(Role.Coordinator).Distinct().Order()], Version = successor.Version + 1 });
    }

    private static Member Without(Member member, Role role)
    {
        List<Role> left = [.. member.Roles.Where(other => other != role)];
        return member with { Roles = left.Count > 0 ? left : [Role.Volunteer], Version = member.Version + 1 };
    }

    private RoleChange Make(params IReadOnlyList<Member> next)
    {
        var staying = Coordinators.Where(coordinator => next.All(member => member.Person != coordinator.Person)).ToList();
        var losing = next.Any(member => !member.Roles.Contains(Role.Coordinator) && Find(member.Person)?.Roles.Contains(Role.Coordinator) == true);
        if (losing && staying.Count == 0 && !next.Any(member => member.Roles.Contains(Role.Coordinator)))
        {
            return new RoleChange.NoCoordinator();
        }

        List<Change> changes = [.. next.Select(Write)];
        if (losing && staying.Count > 0)
        {
            // Written as it stands: of two coordinators who let go at the same moment one meets a conflict and looks again.
            changes.Add(Write(staying[0]));
        }

        // What they wanted of reminders, and were reminded of, goes with them (domain.md 7.3, G6).
        changes.AddRange(next.Where(member => member.Left is not null).Select(member => Change.Delete(ReminderBook.KeyOf(member.Person))));
        return new RoleChange.Made(next, changes);
    }

    private Change Write(Member member) => Change.Replace(member.Key, DomainJson.Write(member), tags[member.Key]);
}
