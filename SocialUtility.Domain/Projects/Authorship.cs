using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Projects;

/// <summary>What the association alone may author: it is initiated, defined and carried out by it (law 2000-321, art. 9-1).</summary>
public interface IAuthored
{
    /// <summary>Who wrote it first; it never changes.</summary>
    Person Author { get; }

    DateTimeOffset Since { get; }

    /// <summary>Who took it up for the association; null while it is proposed.</summary>
    Person? Adopter { get; }

    /// <summary>When they did; null while it is proposed, and in rows from before it was kept.</summary>
    DateTimeOffset? AdoptedAt { get; }
}

/// <summary>
/// A partner neither writes nor adopts an objective or an action, whatever else they are in the association and however the
/// wish came in (law 2000-321, art. 9-1; deck row D31).
/// </summary>
public static class Authorship
{
    /// <summary>Whether somebody may put their hand to what the association authors.</summary>
    public static bool IsOpenTo(IEnumerable<Role> roles) => !roles.Contains(Role.Partner);

    /// <exception cref="InvalidOperationException">A partner would write what the association authors: nobody asked whether they may.</exception>
    public static void Check(Entry entry, Member by)
    {
        if (entry is IAuthored && !IsOpenTo(by.Roles))
        {
            throw new InvalidOperationException($"A partner does not write {entry.Key}.");
        }
    }

    /// <summary>
    /// Who wrote and who adopted each objective, action and criterion, and whether one of them is a partner, as the members
    /// stand. A criterion is adopted with the definition it stands in, by the board.
    /// </summary>
    public static IReadOnlyList<Trace> Of(Dossier dossier, IEnumerable<Member> members)
    {
        var partners = members.Where(member => !IsOpenTo(member.Roles)).Select(member => member.Person).ToHashSet();
        Trace Authored(Entry entry, string code, string name, bool retired, IAuthored authored) => new(
            entry, code, name, authored.Author, authored.Since, authored.Adopter, authored.AdoptedAt, retired,
            partners.Contains(authored.Author) || (authored.Adopter is { } adopter && partners.Contains(adopter)));
        return
        [
            .. dossier.Objectives.Select(objective => Authored(objective, objective.Code, objective.Name, objective.Retired, objective)),
            .. dossier.Actions.Select(action => Authored(action, action.Code, action.Name, action.Retired, action)),
            .. dossier.Criteria.Select(criterion => new Trace(criterion, criterion.Code, criterion.Name, criterion.Author, criterion.Since, null, null, criterion.Retired, partners.Contains(criterion.Author) || criterion.Proposers.Any(partners.Contains))),
        ];
    }
}

/// <summary>One line of the trail: whose it is, and since when.</summary>
public sealed record Trace(Entry Entry, string Code, string Name, Person Author, DateTimeOffset Since, Person? Adopter, DateTimeOffset? AdoptedAt, bool Retired, bool ByPartner);
