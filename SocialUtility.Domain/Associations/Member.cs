using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Associations;

/// <summary>
/// Who speaks: <c>teams|tenant|object id</c> of Microsoft Entra, or <c>web|…</c> of an invitation, or <c>local|…</c> on one's own machine.
/// Personal data even without a name (domain.md 7.2).
/// </summary>
public sealed record Person
{
    [JsonConstructor]
    public Person(string key) => Key = key is { Length: >= 3 and <= 160 } ? key : throw new ArgumentException("A person's key has 3 to 160 characters.", nameof(key));

    public string Key { get; }

    /// <summary>For logs: the same person gives the same mark, and the mark does not give the person.</summary>
    [JsonIgnore]
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)).AsSpan(0, 6));
}

/// <summary>What a member does in the association; one person may be several things.</summary>
public enum Role
{
    Volunteer,
    Keeper,
    Coordinator,
    Board,
    Treasurer,
    Partner,
    Observer,
}

/// <summary>A person in an association, with their roles.</summary>
public sealed record Member : Entry
{
    public const string Prefix = "member|";

    /// <summary>How the key of a member's own row ends; other things of the same person lie beside it.</summary>
    public const string KeyEnd = "|roles";

    public required Id<Association> Association { get; init; }

    public required Person Person { get; init; }

    /// <summary>As colleagues know them; null after departure.</summary>
    public string? Name { get; init; }

    /// <summary>Empty after departure: they may do nothing any more.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>As what kind of stakeholder they speak: said when they were invited, or asked once; null until then.</summary>
    public Stakeholder? Kind { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>When they left or were taken off the team; what they gave stays, signed « ancien membre ».</summary>
    public DateTimeOffset? Left { get; init; }

    public override string Key => KeyOf(Person);

    public static string KeyOf(Person person) => $"{Prefix}{person.Key}{KeyEnd}";

    /// <summary>Under which everything of one person in this association lies.</summary>
    public static string PrefixOf(Person person) => $"{Prefix}{person.Key}|";

    public bool May(Act act) => Permissions.Allow(Roles, act);
}
