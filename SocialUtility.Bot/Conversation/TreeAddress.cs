using System.Globalization;
using System.Text.Json;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// Where an association's tree is shown in full: its page, its pictures, its text. As with charts the address itself is the
/// key; it names one association, one year and one language, and it runs out, because a page is passed on where a picture of
/// a card is not.
/// </summary>
public sealed class TreeAddress(ChartAddress host, HouseKey key)
{
    /// <summary>How long an address is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>What a signature of ours is for: none of a chart opens a tree.</summary>
    private const string Use = "tree|";

    /// <summary>The page as it is from now on; null where pages cannot be reached from outside.</summary>
    public ShownTree? Of(Id<Association> association, int year, Language language, DateTimeOffset now)
    {
        if (host.Base is not { } root || !key.IsKnown)
        {
            return null;
        }

        var until = now + Lifetime;
        var name = string.Create(CultureInfo.InvariantCulture, $"{association}_{year}_{language.Tag()}_{until.ToUnixTimeSeconds()}");
        return new($"{root}/trees/{name}/{key.Sign(Use + name)}", until) { Name = name };
    }

    /// <summary>Is that the name of an address to this association's tree?</summary>
    public static bool IsOf(Id<Association> association, string name) =>
        name.Split('_') is [var named, var year, var language, var until] && named == association.ToString()
        && year is { Length: 4 } && year.All(char.IsAsciiDigit) && language is "fr" or "en" && until is { Length: > 0 and <= 12 } && until.All(char.IsAsciiDigit);

    /// <summary>What an address asks for; null where the signature is not ours.</summary>
    public (Id<Association> Association, int Year, Language Language, DateTimeOffset Until)? Read(string name, string signature) =>
        key.IsOurs(Use + name, signature)
        && name.Split('_') is [var association, var year, var language, var until]
        && Id<Association>.TryParse(association, out var ofAssociation)
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var ofYear)
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? (ofAssociation, ofYear, Languages.Of(language), DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
}

/// <summary>The address of a tree's page, and until when it shows it.</summary>
public sealed record ShownTree(string Page, DateTimeOffset Until)
{
    /// <summary>What it asks for, without the signature that opens it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The picture for a card: the whole tree, or one objective of it.</summary>
    public string Picture(string? objective = null) => objective is null ? $"{Page}/telephone.png" : $"{Page}/telephone-{objective}.png";
}

/// <summary>An address to the tree that was taken back before its time: beside the association's rows, by its name.</summary>
internal sealed record ClosedTree(DateTimeOffset At)
{
    private const string Prefix = "tree-closed|";

    public int Schema { get; init; } = 1;

    public static Change Close(string name, DateTimeOffset now) => Change.Put(Prefix + name, JsonSerializer.Serialize(new ClosedTree(now), ConversationJson.Default.ClosedTree));

    public static async ValueTask<bool> IsClosedAsync(ITable table, Id<Association> association, string name, CancellationToken cancellation) =>
        await table.FindAsync(Association.Partition(association), Prefix + name, cancellation) is not null;
}
