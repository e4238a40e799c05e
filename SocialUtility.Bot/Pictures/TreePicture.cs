namespace SocialUtility.Bot.Pictures;

/// <summary>
/// The tree as a picture: which actions serve an objective and how one would know, read by somebody outside without anybody
/// explaining it (deck rows D07, D13). The same data give the same bytes.
/// </summary>
public static class TreePicture
{
    /// <summary>With more actions than this, a card shows one picture for each objective.</summary>
    public const int MostActionsOnACard = 12;

    /// <summary>The name of the first page of the A4 picture, before its number.</summary>
    private const string Paper = "arbre-a4";

    private const string Phone = "arbre-telephone";

    /// <summary>One picture for each page of A4 landscape.</summary>
    public static IReadOnlyList<string> PaperSvg(TreeData data) => [.. TreeOnPaper.Draw(data).Select((sheet, i) => SheetWriter.Svg(sheet, i == 0 ? Paper : $"{Paper}-{i + 1}"))];

    /// <summary>One of those pages as PNG; null beyond the last.</summary>
    public static byte[]? PaperPng(TreeData data, int page) => TreeOnPaper.Draw(data) is var sheets && page >= 1 && page <= sheets.Count ? SheetWriter.Png(sheets[page - 1]) : null;

    /// <summary>390 px wide and as high as needed; one objective alone where its code is given.</summary>
    public static string PhoneSvg(TreeData data, string? objective = null) => SheetWriter.Svg(TreeOnPhone.Draw(data, objective), Phone);

    public static byte[] PhonePng(TreeData data, string? objective = null) => SheetWriter.Png(TreeOnPhone.Draw(data, objective));
}
