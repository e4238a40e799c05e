using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>What a token says: who one is, in which conversation, until when. Signed by the house and never stored.</summary>
public sealed record WebPass(string Person, string Conversation, string Name, DateTimeOffset Expires, WebPassUse Use);

/// <summary>A stream's address carries its token where proxies log it: such a token opens a stream and nothing else.</summary>
public enum WebPassUse
{
    Chat,
    Stream,

    /// <summary>Lies in the browser of somebody who came by an invitation, and lets them come back.</summary>
    Return,
}

/// <summary>Makes and reads the tokens of the web door with one key, kept in the store so that every instance knows it.</summary>
public sealed class WebPasses(ITable table, TimeProvider clock)
{
    private const string Partition = "house";
    private const string KeyRow = "webchat-key";

    /// <summary>No token of ours is longer: nothing beyond is even looked at.</summary>
    private const int MaxLength = 2048;

    private volatile byte[]? key;

    /// <summary>A working day; the page renews it every quarter of an hour while it is open.</summary>
    public static TimeSpan ChatLife { get; } = TimeSpan.FromHours(12);

    /// <summary>Enough to open the stream it was given for.</summary>
    public static TimeSpan StreamLife { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Somebody who contributes once a quarter is still known.</summary>
    public static TimeSpan ReturnLife { get; } = TimeSpan.FromDays(180);

    /// <summary>With it that person comes back in this browser.</summary>
    public ValueTask<string> IssueReturnAsync(string person, string name, CancellationToken cancellation) =>
        SignAsync(new(person, ConversationOf(person), name, clock.GetUtcNow() + ReturnLife, WebPassUse.Return), cancellation);

    /// <summary>A token with which that person enters their conversation: one a person.</summary>
    public ValueTask<string> IssueAsync(string person, string name, CancellationToken cancellation) =>
        SignAsync(new(person, ConversationOf(person), name, clock.GetUtcNow() + ChatLife, WebPassUse.Chat), cancellation);

    /// <summary>The same person and conversation, from now on.</summary>
    public ValueTask<string> RenewAsync(WebPass pass, WebPassUse use, CancellationToken cancellation) =>
        SignAsync(pass with { Expires = clock.GetUtcNow() + (use is WebPassUse.Chat ? ChatLife : StreamLife), Use = use }, cancellation);

    /// <summary>What the token says, or null for one that is forged, over, or made for another use.</summary>
    public async ValueTask<WebPass?> ReadAsync(string token, WebPassUse use, CancellationToken cancellation)
    {
        if (token.Length > MaxLength || token.Split('.') is not [var body, var signature] || !Base64Url.IsValid(body) || !Base64Url.IsValid(signature))
        {
            return null;
        }

        var key = await KeyAsync(cancellation);
        if (!CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signature), Sign(key, body)))
        {
            return null;
        }

        var pass = JsonSerializer.Deserialize<WebPass>(Base64Url.DecodeFromChars(body), JsonSerializerOptions.Web)!;
        return pass.Use == use && pass.Expires > clock.GetUtcNow() ? pass : null;
    }

    /// <summary>Without the person's id in it: it stands in addresses.</summary>
    public static string ConversationOf(string person) => $"web-{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(person)))[..22]}";

    private async ValueTask<string> SignAsync(WebPass pass, CancellationToken cancellation)
    {
        var body = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(pass, JsonSerializerOptions.Web));
        return $"{body}.{Base64Url.EncodeToString(Sign(await KeyAsync(cancellation), body))}";
    }

    private static byte[] Sign(byte[] key, string body) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(body));

    private async ValueTask<byte[]> KeyAsync(CancellationToken cancellation)
    {
        if (key is { } known)
        {
            return known;
        }

        if (await table.FindAsync(Partition, KeyRow, cancellation) is not { } row)
        {
            try
            {
                var made = JsonSerializer.Serialize(new StoredKey(RandomNumberGenerator.GetBytes(32)), JsonSerializerOptions.Web);
                await table.WriteAsync(Partition, [Change.Add(KeyRow, made)], cancellation);
            }
            catch (ConflictException)
            {
                // Another instance made it first: theirs holds.
            }

            row = await table.FindAsync(Partition, KeyRow, cancellation) ?? throw new InvalidOperationException("The key of the web door was written and is not there.");
        }

        return key = JsonSerializer.Deserialize<StoredKey>(row.Utf8, JsonSerializerOptions.Web)!.Key;
    }

    private sealed record StoredKey(byte[] Key, int Schema = 1);
}
