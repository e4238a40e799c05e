using System.Text.RegularExpressions;

namespace SocialUtility.Domain.Indicators;

/// <summary>
/// Words that look like a list of people, where a total alone is kept (domain.md 7.1): names in a row, or « Mme » and « M. »
/// before a name. It reads the look of the words and knows no names.
/// </summary>
public static partial class PeopleList
{
    public static bool IsIn(string text)
    {
        if (Civility.IsMatch(text))
        {
            return true;
        }

        var items = Between.Split(text).Where(item => item.Any(char.IsLetter)).ToList();
        var names = items.Count(item => Name.IsMatch(item.Trim()));
        return names >= 2 && names * 2 > items.Count;
    }

    [GeneratedRegex(@"\b(?:M\.|MM\.|Mme|Mmes|Mlle|Mr\.?|Mrs\.?|Ms\.?)\s+\p{Lu}")]
    private static partial Regex Civility { get; }

    [GeneratedRegex(@"[,;:\n•]|\s-\s|\s(?:et|and|puis|plus|\+|&)\s")]
    private static partial Regex Between { get; }

    /// <summary>One to three words, each of them with a capital.</summary>
    [GeneratedRegex(@"^[-\d.)\s]*\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’.-]*){0,2}\.?$")]
    private static partial Regex Name { get; }
}
