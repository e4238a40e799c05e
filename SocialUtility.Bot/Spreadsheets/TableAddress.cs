using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Spreadsheets;

/// <summary>Where one person exchanges tables of readings: an address of their own that lasts two hours and does not name them.</summary>
public sealed class TableAddress(ChartAddress host, ITable table, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public static TimeSpan Life { get; } = TimeSpan.FromHours(2);

    /// <summary>False where this host cannot be reached from outside.</summary>
    public bool IsThere => host.Base is not null;

    /// <summary>A new address, with the row that has to be written for it.</summary>
    public (string Address, TablePass Pass) New(Id<Association> association, Person person, Language language, DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        TablePass pass = new() { Person = person, Hash = HashOf(secret), Until = now + Life };
        return ($"{host.Base}/tables/{association}/{person.Mark}/{secret}?lang={language.Tag()}", pass);
    }

    /// <summary>Whose address it is; null for one that is forged or over, in the same time whatever is wrong with it.</summary>
    public async ValueTask<Person?> WhoAsync(Id<Association> association, string mark, string secret, CancellationToken cancellation)
    {
        var pass = await table.FindAsync(Association.Partition(association), TablePass.KeyOf(mark), cancellation) is { } row ? DomainJson.Read(row, DomainJson.Default.TablePass) : null;
        var opens = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(pass?.Hash ?? HashOf("")), Encoding.ASCII.GetBytes(HashOf(secret))) & pass is not null;
        return opens && pass!.Until > clock.GetUtcNow() ? pass.Person : null;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
