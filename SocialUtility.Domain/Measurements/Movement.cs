using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// One indicator against the year before, like with like: only the periods that both years have, so that three months are
/// never set against twelve, and two ways of measuring never against each other.
/// </summary>
/// <param name="Before">What these periods said the year before, in the unit of the indicator.</param>
/// <param name="Now">What they say this year.</param>
/// <param name="Periods">How many they are.</param>
public sealed record Movement(decimal Before, decimal Now, int Periods)
{
    /// <summary>Null where no period is known in both years, or where what is known cannot be summed up.</summary>
    public static Movement? Of(YearOf year, YearOf? before)
    {
        if (before is null || before.Indicator.Id != year.Indicator.Id)
        {
            return null;
        }

        var past = before.Figures.ToDictionary(entry => entry.Period.Number, entry => entry.Figure);
        List<(Reading.Figure Now, Reading.Figure Before)> pairs = [.. year.Figures.Where(entry => past.ContainsKey(entry.Period.Number)).Select(entry => (entry.Figure, past[entry.Period.Number]))];
        if (pairs.Count == 0)
        {
            return null;
        }

        // Where the year is not summed up the latest period speaks for itself.
        var counted = year.Indicator.Aggregation is Aggregation.Sum or Aggregation.Average ? pairs : pairs[^1..];
        return (YearOf.Sum([.. counted.Select(pair => pair.Before)], year.Indicator), YearOf.Sum([.. counted.Select(pair => pair.Now)], year.Indicator)) is ({ } then, { } now)
            ? new(then, now, counted.Count)
            : null;
    }

    public Bearing Bearing => Now > Before ? Bearing.Up : Now < Before ? Bearing.Down : Bearing.Level;
}

/// <summary>Which way a figure moved; nothing is good or bad in it.</summary>
public enum Bearing
{
    Level,
    Up,
    Down,
}
