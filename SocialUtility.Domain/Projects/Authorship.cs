using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Projects;

/// <summary>What the association alone may author: it is initiated, defined and carried out by it (law 2000-321, art. 9-1).</summary>
public interface IAuthored
{
    /// <summary>Who wrote it first; it never changes.</summary>
    Person Author { get; }

    /// <summary>Who took it up for the association; null while it is proposed.</summary>
    Person? Adopter { get; }
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

    /// <summary>Who wrote and who adopted each objective and action, and whether one of them is a partner, as the members stand.</summary>
    public static IReadOnlyList<Trace> Of(Dossier dossier, IEnumerable<Member> members)
    {
        var partners = members.Where(member => !IsOpenTo(member.Roles)).Select(member => member.Person).ToHashSet();
        return
        [
            .. dossier.Objectives.Cast<Entry>().Concat(dossier.Actions).Select(entry =>
            {
                var authored = (IAuthored)entry;
                return new Trace(entry, authored.Author, authored.Adopter, partners.Contains(authored.Author) || (authored.Adopter is { } adopter && partners.Contains(adopter)));
            }),
        ];
    }
}

/// <summary>One line of the trail: whose it is.</summary>
public sealed record Trace(Entry Entry, Person Author, Person? Adopter, bool ByPartner);
