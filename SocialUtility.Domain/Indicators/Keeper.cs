using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Indicators;

/// <summary>
/// Who can give the figure without extra work (domain.md 1.5, étape 5): a member of the association, or somebody who is not
/// here yet, as a function or a name in words.
/// </summary>
/// <remarks>Of a member only the person is kept: their name stands with the member, and leaves with them.</remarks>
public sealed record Keeper(Person? Person, string? Words = null)
{
    public static Keeper Of(Member member) => new(member.Person);
}
