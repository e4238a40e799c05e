using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Pictures;

/// <summary>The marks of a scale: from zero, in steps of 1, 2, 2.5 or 5 × 10ⁿ, five marks at most; 1 to 5 for a scale in words.</summary>
internal sealed record Axis(IReadOnlyList<decimal> Marks)
{
    public static Axis Of(IReadOnlyList<decimal> amounts, Kind kind)
    {
        if (kind == Kind.Scale)
        {
            return new([1, 2, 3, 4, 5]);
        }

        var lowest = Math.Min(amounts.DefaultIfEmpty(0).Min(), 0);
        var highest = Math.Max(amounts.DefaultIfEmpty(0).Max(), 0);
        foreach (var step in Steps())
        {
            var (first, last) = (Math.Floor(lowest / step), Math.Ceiling(highest / step));
            if (last - first <= 4)
            {
                return new([.. Enumerable.Range((int)first, (int)(Math.Max(last, first + 1) - first) + 1).Select(number => number * step)]);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(amounts), "Larger than any axis.");
    }

    /// <summary>Where it lies: 0 at the lowest mark, 1 at the highest.</summary>
    public float Share(decimal amount) => Math.Clamp((float)((amount - Marks[0]) / (Marks[^1] - Marks[0])), 0, 1);

    private static IEnumerable<decimal> Steps()
    {
        for (var power = 0.01m; power < 1_000_000_000_000_000_000m; power *= 10)
        {
            yield return power;
            yield return power * 2;
            yield return power * 2.5m;
            yield return power * 5;
        }
    }
}
