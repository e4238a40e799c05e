namespace SocialUtility.Domain.QuickLines;

/// <summary>
/// Words of a quick line that say nothing of what was counted. What turns a sense round is not among them: « pas », « sauf »,
/// « prévu », « annulé », « au moins » stay to be understood, and make a question of the line.
/// </summary>
internal static class SmallWords
{
    private static readonly HashSet<string> All = Words(
        """
        le la les l un une des du de d au aux a en dans pour sur ce cet cette ces et on nous j je ai avons avez a c est sont etait il elle ils elles y qu que qui s se
        eu fait faits faite faites ete ont avec chez notre nos mon ma mes leur leurs
        bonjour bonsoir salut coucou merci stp svp voici voila alors donc ok oui total totaux nombre nb nbre chiffre chiffres releve releves noter note notez
        enregistrer saisir saisie bilan recap resume stats bon bonne soir journee tous toutes tout fois
        the of in at to for with we i had have has did our my there were was is are and it an this that from by
        hello hi thanks thank you please here number figure figures record reading readings total summary so ok yes
        """);

    private static readonly string[] Common = [.. Words("personne heure jour euro action activite groupe equipe association quartier kilo").Select(WordStem.Of)];

    /// <param name="folded">Without accents, in small letters.</param>
    public static bool Contains(string folded) => folded.Length == 1 || All.Contains(folded);

    /// <summary>So common that it names no indicator alone.</summary>
    public static bool IsCommon(string stem) => Common.Contains(stem);

    private static HashSet<string> Words(string text) => [.. text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
