using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// Where invitations lead. The link with its secret is made and shown on a page, once: messages of the bot are kept by
/// channels, and no copy of a secret may lie there. The way to that page is signed and soon over.
/// </summary>
public sealed class InvitationAddress(ChartAddress host, HouseKey key, ITable table, TimeProvider clock)
{
    private static readonly TimeSpan PageLife = TimeSpan.FromMinutes(30);

    private const string Path = "/invitation/";

    /// <summary>A link with a kind word around it, in characters.</summary>
    private const int LongestPasted = 2000;

    /// <summary>False where this host has no address that people outside can reach.</summary>
    public bool IsKnown => host.Base is not null;

    /// <summary>The page that makes the link, for who may invite.</summary>
    public async ValueTask<string> PageAsync(Id<Association> association, Id<Invitation> invitation, CancellationToken cancellation)
    {
        await key.ReadAsync(table, cancellation);
        var until = (clock.GetUtcNow() + PageLife).ToUnixTimeSeconds();
        var ticket = string.Create(CultureInfo.InvariantCulture, $"{association}.{invitation}.{until}");
        return $"{host.Base}/invitation-link/{ticket}.{Sign(ticket)}";
    }

    /// <summary>What a ticket is for; null for one that is forged or over.</summary>
    public async ValueTask<(Id<Association> Association, Id<Invitation> Invitation)?> ReadPageAsync(string ticket, CancellationToken cancellation)
    {
        await key.ReadAsync(table, cancellation);
        return ticket.Split('.') is [var association, var invitation, var until, var signature]
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign($"{association}.{invitation}.{until}")), Encoding.UTF8.GetBytes(signature))
            && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && clock.GetUtcNow().ToUnixTimeSeconds() < seconds
            && Id<Association>.TryParse(association, out var ofAssociation) && Id<Invitation>.TryParse(invitation, out var ofInvitation)
                ? (ofAssociation, ofInvitation)
                : null;
    }

    /// <summary>The link itself.</summary>
    public string Of(Id<Association> association, Id<Invitation> invitation, string secret) => $"{host.Base}{Path}{association}.{invitation}.{secret}";

    /// <summary>
    /// What may be an invitation among pasted words: the end of its address, or that end alone; null where there is none. It is
    /// not said whether it could open anything.
    /// </summary>
    public static string? In(string text) => text.Length > LongestPasted ? null : text
        .Split((char[])[' ', '\n', '\t', '<', '>', '"', '«', '»', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => (Word: word, End: word[(word.LastIndexOf('/') + 1)..].Split('?', '#')[0].TrimEnd('.', ',', ';', ':', '!')))
        .FirstOrDefault(found => Read(found.End) is not null || found.Word.Contains(Path, StringComparison.Ordinal)).End;

    /// <summary>The parts of a link; null where it could not be one.</summary>
    public static (Id<Association> Association, Id<Invitation> Invitation, string Secret)? Read(string link) =>
        link.Split('.') is [var association, var invitation, var secret] && Invitation.CouldBeSecret(secret)
            && Id<Association>.TryParse(association, out var ofAssociation) && Id<Invitation>.TryParse(invitation, out var ofInvitation)
                ? (ofAssociation, ofInvitation, secret)
                : null;

    private string Sign(string ticket) => Base64Url.EncodeToString(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes("invitation|" + ticket)).AsSpan(0, 16));
}
