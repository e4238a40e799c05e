using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Indicators;

/// <summary>What a member was entrusted with, and what becomes of it when they go.</summary>
public static class Entrusted
{
    /// <summary>The indicators they keep.</summary>
    public static IReadOnlyList<Indicator> To(Person person, Dossier dossier) => [.. dossier.Indicators.Where(indicator => !indicator.Retired && indicator.Keeper?.Person == person)];

    /// <summary>
    /// What changes when they go: the heir keeps in their place; without one the deputy does, or nobody until somebody is found.
    /// </summary>
    public static IReadOnlyList<Indicator> HandOver(Person person, Dossier dossier, Member? heir) =>
    [
        .. dossier.Indicators.Where(indicator => indicator.Keeper?.Person == person || indicator.Deputy?.Person == person).Select(indicator =>
        {
            var deputy = indicator.Deputy?.Person == person ? null : indicator.Deputy;
            return indicator.Keeper?.Person != person
                ? indicator with { Deputy = null, Version = indicator.Version + 1 }
                : heir is not null
                    ? indicator with { Keeper = Keeper.Of(heir), Deputy = deputy?.Person == heir.Person ? null : deputy, Version = indicator.Version + 1 }
                    : indicator with { Keeper = deputy, Deputy = null, Version = indicator.Version + 1 };
        }),
    ];
}
