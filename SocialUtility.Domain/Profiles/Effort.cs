using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Profiles;

/// <summary>What collecting takes: time that is given to it is not given to an activity.</summary>
/// <param name="Minutes">In a year, of all indicators of which somebody has said how long one reading takes.</param>
/// <param name="Indicators">How many these are.</param>
/// <param name="Unknown">Indicators of which nobody has said it.</param>
public sealed record Effort(int Minutes, int Indicators, int Unknown)
{
    public static Effort Of(Dossier dossier)
    {
        var minutes = dossier.Indicators.Where(indicator => indicator.IsInUse).Select(indicator => indicator.MinutesPerYear).ToList();
        return new(minutes.Sum() ?? 0, minutes.Count(one => one is not null), minutes.Count(one => one is null));
    }
}
