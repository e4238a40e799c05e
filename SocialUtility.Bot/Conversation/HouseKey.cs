using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>A secret of this house, made once and kept in its store, so that all instances sign alike and none needs to be configured.</summary>
public sealed class HouseKey
{
    private const string Partition = "house";
    private const string Key = "signing-key";

    private byte[]? bytes;

    /// <exception cref="InvalidOperationException">Asked before it was read.</exception>
    public ReadOnlySpan<byte> Bytes => bytes ?? throw new InvalidOperationException("The house's key has not been read yet.");

    public bool IsKnown => bytes is not null;

    /// <summary>The signature of what an address names, short enough for an address.</summary>
    public string Sign(string what) => Base64Url.EncodeToString(HMACSHA256.HashData(Bytes, Encoding.UTF8.GetBytes(what)).AsSpan(0, 16));

    /// <summary>It is ours; compared in the same time however wrong it is.</summary>
    public bool IsOurs(string what, string signature) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(what)), Encoding.UTF8.GetBytes(signature));

    /// <summary>Reads the key, or makes it; of two instances that begin together one makes it and both read it.</summary>
    public async ValueTask ReadAsync(ITable table, CancellationToken cancellation)
    {
        while (bytes is null)
        {
            if (await table.FindAsync(Partition, Key, cancellation) is { } row)
            {
                bytes = Convert.FromBase64String(row.Json.Trim('"'));
                break;
            }

            try
            {
                await table.WriteAsync(Partition, [Change.Add(Key, $"\"{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\"")], cancellation);
            }
            catch (ConflictException)
            {
                // The other instance was first: read theirs.
            }
        }
    }
}
