using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// Where the sheet to print for one indicator is fetched, by whoever was given the address: it is signed, names one indicator of
/// one association, and shows no value and nobody.
/// </summary>
public sealed class PaperAddress(ChartAddress pictures, HouseKey key)
{
    /// <summary>Null where this host cannot be reached from outside.</summary>
    public string? Of(Id<Association> association, Id<Indicator> indicator, Language language) =>
        pictures.Base is { } host && key.IsKnown ? $"{host}/papers/{association}/{indicator}/{key.Sign(Use(association, indicator))}?lang={language.Tag()}" : null;

    /// <summary>What the address speaks of; null where the signature is not ours.</summary>
    public (Id<Association> Association, Id<Indicator> Indicator)? Read(string association, string indicator, string signature) =>
        Id<Association>.TryParse(association, out var ofAssociation)
        && Id<Indicator>.TryParse(indicator, out var ofIndicator)
        && key.IsOurs(Use(ofAssociation, ofIndicator), signature)
            ? (ofAssociation, ofIndicator)
            : null;

    private static string Use(Id<Association> association, Id<Indicator> indicator) => $"paper|{association}|{indicator}";
}
