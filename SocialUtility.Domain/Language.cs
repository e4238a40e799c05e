using System.Globalization;

namespace SocialUtility.Domain;

/// <summary>The languages people read here.</summary>
public enum Language
{
    French,
    English,
}

/// <summary>A text in both languages.</summary>
public sealed record Bilingual(string Fr, string En)
{
    public string In(Language language) => language == Language.English ? En : Fr;
}

/// <summary>What a language brings with it.</summary>
public static class Languages
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Culture(this Language language) => language == Language.English ? English : French;

    /// <summary>The language tag that pages and cards carry.</summary>
    public static string Tag(this Language language) => language == Language.English ? "en" : "fr";

    /// <summary>The language of a client's locale (<c>en-GB</c>, <c>fr</c>); French where it is neither.</summary>
    public static Language Of(string? locale) =>
        locale is not null && locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.French;
}
