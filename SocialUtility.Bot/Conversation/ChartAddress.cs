using System.Globalization;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// Where the picture of a chart is fetched: a card is read by clients that carry no identity of the person, so the address
/// itself is the key. It is signed, names one chart only, and nobody can guess another.
/// </summary>
public sealed class ChartAddress(IConfiguration configuration, HouseKey key)
{
    private const string Use = "picture|";

    /// <summary>The public base address of this host, without a final slash; null where pictures cannot be reached from outside.</summary>
    public string? Base { get; set; } = configuration["PublicUrl"]?.TrimEnd('/') is { Length: > 0 } url ? url : null;

    /// <summary>The address of the chart as it stands: a corrected value has another, so that no client shows the old picture.</summary>
    public string? Of(Id<Association> association, YearOf year, Language language)
    {
        // A house that could not read its key at the start speaks all the same.
        if (Base is null || !key.IsKnown)
        {
            return null;
        }

        var stamp = year.Periods.Sum(state => state.Measurement?.Version ?? 0);
        var name = string.Create(CultureInfo.InvariantCulture, $"{association}_{year.Indicator.Id}_{year.Year}_{language.Tag()}_{stamp}");
        return $"{Base}/pictures/{name}/{key.Sign(Use + name)}.png";
    }

    /// <summary>What a picture's address asks for; null where the signature is not ours.</summary>
    public (Id<Association> Association, Id<Indicator> Indicator, int Year, Language Language)? Read(string name, string signature)
    {
        if (!key.IsOurs(Use + name, signature))
        {
            return null;
        }

        return name.Split('_') is [var association, var indicator, var year, var language, _]
            && Id<Association>.TryParse(association, out var ofAssociation)
            && Id<Indicator>.TryParse(indicator, out var ofIndicator)
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var ofYear)
                ? (ofAssociation, ofIndicator, ofYear, Languages.Of(language))
                : null;
    }
}
