using System.Text;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// Cuts a list of what people wrote into pages, so that a card stays under its 20 KB whatever they wrote: by the weight of the
/// lines as JSON, not by their number.
/// </summary>
public static class PageCut
{
    /// <summary>What of a card is left for the lines.</summary>
    private const int Most = 9_000;

    /// <summary>What a line weighs besides its words.</summary>
    private const int Frame = 420;

    /// <summary>The most signs of one voice that a list shows; the whole of it is one tap away.</summary>
    private const int Shown = 420;

    /// <summary>The lines of that page, and how many pages there are; the last page where it is asked for one beyond.</summary>
    /// <param name="all">The whole list.</param>
    /// <param name="words">What a line says.</param>
    /// <param name="page">Which page is asked for; the first is 0.</param>
    /// <param name="mostLines">So many lines a page, however light they are.</param>
    /// <param name="whole">The words are shown whole, and not as a glimpse of them.</param>
    public static (IReadOnlyList<T> Lines, int Page, int Pages) Of<T>(IReadOnlyList<T> all, Func<T, string> words, int page, int mostLines = int.MaxValue, bool whole = false)
    {
        var begins = new List<int> { 0 };
        var weight = 0;
        for (var i = 0; i < all.Count; i++)
        {
            var line = Frame + Weight(whole ? words(all[i]) : Glimpse(words(all[i])));
            if (weight > 0 && (weight + line > Most || i - begins[^1] >= mostLines))
            {
                begins.Add(i);
                weight = 0;
            }

            weight += line;
        }

        page = Math.Clamp(page, 0, begins.Count - 1);
        var end = page + 1 < begins.Count ? begins[page + 1] : all.Count;
        return ([.. all.Skip(begins[page]).Take(end - begins[page])], page, begins.Count);
    }

    public static bool IsCut(string text) => text.Length > Shown;

    /// <summary>At most so many signs, cut between two of them.</summary>
    public static string Glimpse(string text, int most = Shown)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', most - 1, most / 4) is var space and > 0 ? space : most - 1;
        return (char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end]).TrimEnd() + "…";
    }

    /// <summary>The text in parts that each fit a card.</summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        const int Part = 1_500;
        var parts = new List<string>();
        for (var begin = 0; begin < text.Length;)
        {
            var end = Math.Min(begin + Part, text.Length);
            end = end < text.Length && char.IsLowSurrogate(text[end]) ? end - 1 : end;
            parts.Add(text[begin..end]);
            begin = end;
        }

        return parts;
    }

    /// <summary>In bytes, as the card's JSON writes it; signs that Markdown would take for layout count twice.</summary>
    public static int Weight(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x80 ? Rune.IsLetterOrDigit(rune) || rune.Value == ' ' ? 1 : 3 : rune.IsBmp ? 3 : 12);
}
