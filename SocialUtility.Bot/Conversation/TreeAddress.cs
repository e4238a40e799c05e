using System.Globalization;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;

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
        return new($"{root}/trees/{name}/{key.Sign(Use + name)}", until);
    }

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
    /// <summary>The picture for a card: the whole tree, or one objective of it.</summary>
    public string Picture(string? objective = null) => objective is null ? $"{Page}/telephone.png" : $"{Page}/telephone-{objective}.png";
}
