using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Example;

/// <summary>
/// « Le Potager des Voisins », the fictional association of domain.md 4.6, as the rows that a real one would have:
/// a newcomer sees a whole story before writing a word of their own.
/// </summary>
public static class WorkedExample
{
    public const string Name = "Le Potager des Voisins";

    /// <summary>The year it tells: 2026, and later the year before the present one, so that it never grows old.</summary>
    public static int YearOn(DateOnly today) => Math.Max(2026, today.Year - 1);

    /// <summary>
    /// All its rows, few enough for one batch. Only what is over at <paramref name="now"/> has a reading. The same arguments
    /// give the same rows.
    /// </summary>
    /// <param name="id">The partition it is written into, which must be empty.</param>
    /// <param name="by">Who asked for it: the author of everything in it.</param>
    /// <param name="now">The present instant.</param>
    public static IReadOnlyList<Change> Rows(Id<Association> id, Person by, DateTimeOffset now) => new Story(id, by, now).Tell();
}
