using System.Text.Json;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Associations;

/// <summary>Who belongs to an association, as read at one moment: for the few turns that speak of other members.</summary>
public sealed partial class Roster
{
    private readonly Dictionary<Person, Member> members;
    private readonly Dictionary<string, string> tags;

    private Roster(IEnumerable<Member> all, Dictionary<string, string> tags)
    {
        Members = [.. all.Where(member => member.Left is null).OrderBy(member => member.Name?.Folded(), StringComparer.Ordinal).ThenBy(member => member.Person.Key, StringComparer.Ordinal)];
        members = Members.ToDictionary(member => member.Person);
        this.tags = tags;
    }

    /// <summary>By name; without those who have left.</summary>
    public IReadOnlyList<Member> Members { get; }

    public IReadOnlyList<Member> Coordinators => field ??= [.. Members.Where(member => member.Roles.Contains(Role.Coordinator))];

    public Member? Find(Person person) => members.GetValueOrDefault(person);

    /// <summary>The member that a card's button names, by the mark of their person.</summary>
    public Member? Find(string mark) => Members.FirstOrDefault(member => member.Person.Mark == mark);

    /// <summary>The members whom these words name: by their whole name, or else by one word of it.</summary>
    public IReadOnlyList<Member> Named(string words)
    {
        var said = words.AsWord();
        List<Member> whole = [.. Members.Where(member => member.Name?.AsWord() == said)];
        return whole.Count > 0 ? whole : [.. Members.Where(member => member.Name?.AsWord().Split(' ').Contains(said) == true)];
    }

    /// <exception cref="JsonException">A row is damaged.</exception>
    public static async ValueTask<Roster> OpenAsync(ITable table, Id<Association> association, CancellationToken cancellation)
    {
        var rows = await table.RangeAsync(Association.Partition(association), Member.Prefix, Row.After(Member.Prefix), cancellation);
        List<Row> own = [.. rows.Where(row => row.Key.EndsWith(Member.KeyEnd, StringComparison.Ordinal))];
        return new(own.Select(row => DomainJson.Read(row, DomainJson.Default.Member)), own.ToDictionary(row => row.Key, row => row.ETag));
    }
}
