using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// Where an association's sheet to print is fetched, by whoever was given the address: it is signed, names one association, and
/// shows nothing of it but its name.
/// </summary>
public sealed class SheetAddress(ChartAddress pictures, HouseKey key)
{
    /// <summary>Null where this host cannot be reached from outside.</summary>
    public string? Of(Id<Association> association, Language language) =>
        pictures.Base is { } host && key.IsKnown ? $"{host}/sheets/{association}/{Sign(association)}?lang={language.Tag()}" : null;

    /// <summary>The association that the address speaks of; null where the signature is not ours.</summary>
    public Id<Association>? Read(string association, string signature) =>
        key.IsKnown && Id<Association>.TryParse(association, out var id)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(id)), Encoding.ASCII.GetBytes(signature))
            ? id
            : null;

    private string Sign(Id<Association> association) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key.Bytes, Encoding.UTF8.GetBytes($"sheet|{association}")).AsSpan(0, 16));
}
