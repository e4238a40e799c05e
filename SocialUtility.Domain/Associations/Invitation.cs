using System.Security.Cryptography;
using System.Text;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Associations;

/// <summary>
/// A way into the association for somebody without Teams: opens once, for fourteen days, until it is taken back. Of its
/// secret only the hash is kept.
/// </summary>
public sealed record Invitation : Entry
{
    public const string Prefix = "invitation|";

    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>32 letters of 5 bits: 160 bits.</summary>
    private const int SecretLength = 32;

    public static readonly TimeSpan OpenFor = TimeSpan.FromDays(14);

    /// <summary>The same form sent twice (a double click, an answer lost on the way) is one joining.</summary>
    public static readonly TimeSpan RepeatedWithin = TimeSpan.FromMinutes(10);

    /// <summary>Compared with where there is nothing to compare with, so that both take the same time.</summary>
    private static readonly string NoHash = HashOf("");

    public required Id<Invitation> Id { get; init; }

    public required Role Role { get; init; }

    /// <summary>For whom it is, in a word of who invites.</summary>
    public string? For { get; init; }

    public Stakeholder? Kind { get; init; }

    /// <summary>The member who gets in again with it, on another device; null for somebody new.</summary>
    public Person? Again { get; init; }

    public required Person By { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>SHA-256 of the secret; null until the link was asked for.</summary>
    public string? Hash { get; init; }

    public DateTimeOffset? Used { get; init; }

    /// <summary>SHA-256 of the form's own key with which it was used.</summary>
    public string? UsedWith { get; init; }

    /// <summary>Who came in with it.</summary>
    public Person? Joined { get; init; }

    public bool Revoked { get; init; }

    public override string Key => Prefix + Id;

    /// <summary>A new secret that nobody can guess.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Letters, SecretLength);

    public static bool CouldBeSecret(string text) => text.Length == SecretLength && text.All(letter => Letters.Contains(letter, StringComparison.Ordinal));

    public bool IsOpen(DateTimeOffset now) => Used is null && !Revoked && now < Until;

    /// <summary>The link that was shown before opens nothing any more.</summary>
    public Invitation WithSecret(string secret) => this with { Hash = HashOf(secret), Version = Version + 1 };

    public Invitation UsedBy(Person person, string form, DateTimeOffset now) => this with { Used = now, UsedWith = HashOf(form), Joined = person, Version = Version + 1 };

    /// <summary>Who comes in with it, as they are from then on: somebody new or come back, or a member with one role more.</summary>
    public Member Admits(Id<Association> association, Person person, string? name, Member? known, DateTimeOffset now) => known is { Left: null }
        ? known with { Roles = [.. known.Roles.Append(Role).Distinct().Order()], Version = known.Version + 1 }
        : new() { Association = association, Person = person, Name = name, Roles = [Role], Kind = Kind, Since = now, Version = (known?.Version ?? 0) + 1 };

    /// <summary>Whether the secret opens it now; takes the same time whatever is wrong, and for no invitation at all.</summary>
    public static bool Opens(Invitation? invitation, string secret, DateTimeOffset now) => IsOf(invitation?.Hash, secret) & (invitation?.IsOpen(now) ?? false);

    /// <summary>Whether it was just used with that very form.</summary>
    public static bool WasJustUsed(Invitation? invitation, string secret, string form, DateTimeOffset now) =>
        IsOf(invitation?.Hash, secret) & IsOf(invitation?.UsedWith, form) && invitation is { Used: { } used, Revoked: false } && now - used < RepeatedWithin;

    private static bool IsOf(string? hash, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash ?? NoHash), Encoding.ASCII.GetBytes(HashOf(secret))) & hash is not null;

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

/// <summary>The invitations of an association, beside its definitions: one range.</summary>
public sealed class Invitations(ITable table, Id<Association> association)
{
    private readonly string partition = Association.Partition(association);

    public async ValueTask<(Invitation Invitation, string ETag)?> FindAsync(Id<Invitation> id, CancellationToken cancellation) =>
        await table.FindAsync(partition, Invitation.Prefix + id, cancellation) is { } row ? (Read(row), row.ETag) : null;

    /// <summary>Those that still open the door, the newest first.</summary>
    public async ValueTask<IReadOnlyList<Invitation>> OpenAsync(DateTimeOffset now, CancellationToken cancellation) =>
    [
        .. (await AllAsync(cancellation))
            .Where(invitation => invitation.IsOpen(now))
            .OrderByDescending(invitation => invitation.Since)
            .ThenBy(invitation => invitation.Id),
    ];

    /// <summary>Used and over as well.</summary>
    public async ValueTask<IReadOnlyList<Invitation>> AllAsync(CancellationToken cancellation) =>
        [.. (await table.RangeAsync(partition, Invitation.Prefix, Row.After(Invitation.Prefix), cancellation)).Select(Read)];

    private static Invitation Read(Row row) => DomainJson.Read(row, DomainJson.Default.Invitation);
}
