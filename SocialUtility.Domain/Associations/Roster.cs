using System.Text.Json;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Associations;

/// <summary>Who belongs to an association, as read at one moment: for the few turns that speak of other members.</summary>
public sealed class Roster
{
    private readonly Dictionary<Person, Member> members;

    private Roster(IEnumerable<Member> members)
    {
        Members = [.. members.OrderBy(member => member.Name?.Folded(), StringComparer.Ordinal).ThenBy(member => member.Person.Key, StringComparer.Ordinal)];
        this.members = Members.ToDictionary(member => member.Person);
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<Member> Members { get; }

    public Member? Find(Person person) => members.GetValueOrDefault(person);

    /// <summary>The members whom these words name: by their whole name, or else by one word of it.</summary>
    public IReadOnlyList<Member> Named(string words)
    {
        var said = words.AsWord();
        List<Member> whole = [.. Members.Where(member => member.Name?.AsWord() == said)];
        return whole.Count > 0 ? whole : [.. Members.Where(member => member.Name?.AsWord().Split(' ').Contains(said) == true)];
    }

    /// <exception cref="JsonException">A row is damaged.</exception>
    public static async ValueTask<Roster> OpenAsync(ITable table, Id<Association> association, CancellationToken cancellation) =>
        new((await table.RangeAsync(Association.Partition(association), Member.Prefix, Row.After(Member.Prefix), cancellation))
            .Where(row => row.Key.EndsWith(Member.KeyEnd, StringComparison.Ordinal))
            .Select(row => DomainJson.Read(row, DomainJson.Default.Member)));
}
