namespace SocialUtility.Domain.Measurements;

/// <summary>A part of a whole; <paramref name="Rest"/> is what was written with the two figures (« personnes », « à peu près »).</summary>
public sealed record Share(decimal Part, decimal Whole, string Rest)
{
    /// <summary>In percent, with two decimals; null of nothing at all.</summary>
    public decimal? Percentage => Whole == 0 ? null : Math.Round(100 * Part / Whole, 2, MidpointRounding.AwayFromZero);
}

/// <summary>Reads a share as people say it: « 45 sur 60 », « 45 personnes sur 60 », « 45/60 », "45 out of 60".</summary>
public static class ShareText
{
    private static readonly string[] Between = [" sur ", "/", " out of ", " of "];

    /// <summary>Null where it is no share of two figures.</summary>
    public static Share? Read(string text, Language language)
    {
        var plain = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var between in Between)
        {
            var at = plain.IndexOf(between, StringComparison.OrdinalIgnoreCase);
            if (at > 0
                && FigureText.Read(plain[..at], language) is FigureRead.One { Amount: >= 0 } part
                && FigureText.Read(plain[(at + between.Length)..], language) is FigureRead.One { Amount: >= 0 } whole)
            {
                return new(part.Amount, whole.Amount, $"{part.Rest} {whole.Rest}".Trim());
            }
        }

        return null;
    }
}
