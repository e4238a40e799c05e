using System.Globalization;
using System.Net;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Web;

/// <summary>What the page of tables shows: three steps, what a table would do, what it did. Without script.</summary>
internal static class TablePage
{
    /// <summary>So many lines of a kind are shown; the file has the others.</summary>
    private const int Most = 300;

    public static IResult Start(HttpContext http, TableDesk.At at, string? slip, int status)
    {
        var words = at.Words;
        var lang = words.Language.Tag();
        var years = string.Concat(TableDesk.Years(at).Select((year, index) =>
            $"<a class=\"{(index == 0 ? "first" : "plain")}\" href=\"{at.Path}/{year.ToString(CultureInfo.InvariantCulture)}.xlsx?lang={lang}\">{Text(words.Say("spreadsheet.take", words.Year(year, at.Dossier.Association.YearStartsIn)))}</a> "));
        return Page(http, words, words["spreadsheet.heading"], $"""
            <p class="quiet" dir="auto">{Text(at.Dossier.Association.Name)}</p>
            {Note(slip)}
            <h3>{Text(words["spreadsheet.step.take"])}</h3>
            <p>{years}</p>
            <h3>{Text(words["spreadsheet.step.fill"])}</h3>
            <p>{Text(words["spreadsheet.fill"])}</p>
            <h3>{Text(words["spreadsheet.step.send"])}</h3>
            <form method="post" enctype="multipart/form-data" action="{at.Path}?lang={lang}">
            <p><label>{Text(words["spreadsheet.choose"])}<input type="file" class="wide" name="tableur" accept=".xlsx" required></label></p>
            <p><button type="submit" class="first">{Text(words["spreadsheet.look"])}</button></p>
            <p class="quiet">{Text(words["spreadsheet.nothing-yet"])}</p>
            </form>
            """, status);
    }

    /// <summary>What would be written, asked, refused; the button that writes it.</summary>
    public static IResult Plan(HttpContext http, TableDesk.At at, Import import, ImportPlan plan, string? note, IReadOnlyList<int>? ticked = null)
    {
        var words = at.Words;
        var lang = words.Language.Tag();
        var will = plan.New.Count + plan.Changed.Count;
        var confirm = will + plan.Asked.Count == 0
            ? $"<p>{Text(words["spreadsheet.nothing-to-write"])}</p>"
            : $"<p><button type=\"submit\" class=\"first\">{Text(will == 0 ? words["spreadsheet.write-ticked"] : words.Count("spreadsheet.write", will))}</button></p><p class=\"quiet\">{Text(words["spreadsheet.all-or-none"])}</p>";
        var refused = Section(words, "refused", plan.Refused, line => Row(words, line, Text(WhyNot(words, line))));
        var asked = Section(words, "asked", plan.Asked, line => Row(words, line, Asked(words, line, ticked)));
        var changed = Section(words, "changed", plan.Changed, line => Row(words, line, Text(Change(words, (Judgement.Accepted)line.Judgement!))));
        var fresh = Section(words, "new", plan.New, line => Row(words, line, Text(Noted(words, (Judgement.Accepted)line.Judgement!))));
        return Page(http, words, words["spreadsheet.plan"], $"""
            <p class="quiet" dir="auto">{Text(at.Dossier.Association.Name)}</p>
            {Note(note)}
            <ul>{string.Concat(Counts(words, plan))}</ul>
            <form method="post" action="{at.Path}/confirm?lang={lang}">
            <input type="hidden" name="form" value="{import.Form}">
            {refused}
            {asked}
            {(plan.Asked.Count == 0 ? "" : $"<p><label>{Text(words["spreadsheet.why"])}<input type=\"text\" class=\"wide\" name=\"why\" maxlength=\"200\"></label></p>")}
            {changed}
            {fresh}
            {confirm}
            </form>
            <p><a href="{at.Path}?lang={lang}">{Text(words["spreadsheet.another"])}</a></p>
            """);
    }

    public static IResult Written(HttpContext http, TableDesk.At at, Import import)
    {
        var words = at.Words;
        var lang = words.Language.Tag();
        return Page(http, words, import.State == ImportState.Done ? words.Count("spreadsheet.written", import.Written) : words["spreadsheet.going"], $"""
            <p class="quiet" dir="auto">{Text(at.Dossier.Association.Name)}</p>
            {(import.LeftOut > 0 ? Note(words.Count("spreadsheet.left-out", import.LeftOut)) : "")}
            <p>{Text(words["spreadsheet.thanks"])}</p>
            <p><a href="{at.Path}?lang={lang}">{Text(words["spreadsheet.another"])}</a></p>
            """);
    }

    public static IResult Closed(HttpContext http, Words words) => Page(http, words, words["spreadsheet.closed"], $"<p>{Text(words["spreadsheet.closed.what"])}</p>", StatusCodes.Status404NotFound);

    public static IResult Away(HttpContext http, Words words) => Page(http, words, words["join.away"], $"<p>{Text(words["join.away.what"])}</p>", StatusCodes.Status503ServiceUnavailable);

    private static IEnumerable<string> Counts(Words words, ImportPlan plan)
    {
        foreach (var (key, count) in ((string, int)[])
        [
            ("spreadsheet.count.new", plan.New.Count),
            ("spreadsheet.count.changed", plan.Changed.Count),
            ("spreadsheet.count.asked", plan.Asked.Count),
            ("spreadsheet.count.refused", plan.Refused.Count),
            ("spreadsheet.count.unchanged", plan.Unchanged.Count),
        ])
        {
            if (count > 0)
            {
                yield return $"<li>{Text(words.Count(key, count))}</li>";
            }
        }
    }

    private static string Section(Words words, string kind, IReadOnlyList<Planned> lines, Func<Planned, string> row)
    {
        if (lines.Count == 0)
        {
            return "";
        }

        var heading = Text(words["spreadsheet.section." + kind]);
        var last = Text(words["spreadsheet.head." + kind]);
        var more = lines.Count > Most ? $"<p class=\"quiet\">{Text(words.Say("spreadsheet.more", lines.Count - Most))}</p>" : "";
        return $"<h3>{heading}</h3><div class=\"scroll\"><table class=\"lines\"><thead><tr><th scope=\"col\">{Text(words["spreadsheet.line"])}</th><th scope=\"col\">{Text(words["spreadsheet.what"])}</th><th scope=\"col\">{last}</th></tr></thead><tbody>{string.Concat(lines.Take(Most).Select(row))}</tbody></table></div>{more}";
    }

    private static string Row(Words words, Planned line, string html) => $"<tr><td>{line.Line.Row.ToString(words.Culture)}</td><td dir=\"auto\">{Text(line.Line.Name)}</td><td>{html}</td></tr>";

    private static string Noted(Words words, Judgement.Accepted accepted) => words.Reading(accepted.Noted.Reading, accepted.Recording.Indicator);

    /// <summary>« 402 kg → 420 kg ».</summary>
    private static string Change(Words words, Judgement.Accepted accepted) =>
        words.Say("spreadsheet.from-to", words.Reading(accepted.Before!.Standing!.Reading, accepted.Recording.Indicator), Noted(words, accepted));

    private static string Asked(Words words, Planned line, IReadOnlyList<int>? ticked)
    {
        var asks = (Judgement.Asks)line.Judgement!;
        var indicator = asks.Recording.Indicator;
        var doubts = string.Join(' ', asks.Doubts.Select(doubt => Ask(words, doubt, asks.Recording)));
        var mark = ticked?.Contains(line.Line.Row) == true ? " checked" : "";
        return $"{Text(words.Reading(asks.Recording.Reading, indicator))}. {Text(doubts)}<br><label class=\"sure\"><input type=\"checkbox\" name=\"sure\" value=\"{line.Line.Row.ToString(CultureInfo.InvariantCulture)}\"{mark}> {Text(words["spreadsheet.sure"])}</label>";
    }

    private static string Ask(Words words, Doubt doubt, Recording recording) => doubt switch
    {
        Doubt.NotedMeanwhile meanwhile => words.Say("spreadsheet.doubt.meanwhile", words.Reading(meanwhile.Standing.Reading, recording.Indicator)),
        Doubt.NoReason unexplained => words.Say("spreadsheet.doubt.no-reason", words.Reading(unexplained.Standing.Reading, recording.Indicator)),
        _ => ValueWriting.Ask(words, doubt, recording) ?? words["spreadsheet.doubt.personal"],
    };

    private static string WhyNot(Words words, Planned line) => line.Judgement is Judgement.Refused refused
        ? ValueWriting.Say(words, refused.Why, refused.Recording.Indicator, refused.Recording.Period)
        : words["spreadsheet.slip." + line.Line.Slip];

    private static string Note(string? note) => note is null ? "" : $"<p class=\"note\" role=\"alert\">{Text(note)}</p>";

    private static IResult Page(HttpContext http, Words words, string heading, string body, int status = StatusCodes.Status200OK) =>
        Results.Content(PlainPages.Html(http, words, heading, body), "text/html; charset=utf-8", statusCode: status);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
