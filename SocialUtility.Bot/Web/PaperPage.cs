using System.Net;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Web;

/// <summary>
/// One A4 for one indicator: an attendance sheet, a tally, a list of measures, three questions, a guide for a meeting, or what is
/// taken from papers that are there. Where the indicator is sensitive no line is for a name (domain.md 7.1).
/// </summary>
internal sealed class PaperPage(Words words, string association, Indicator indicator)
{
    private readonly PaperSheet sheet = PaperSheet.For(indicator);

    public string Html(string style) =>
        $"""
        <!doctype html>
        <html lang="{words.Language.Tag()}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, nofollow">
        <title>{Text(Title)} — {Text(association)}</title>
        <link rel="stylesheet" href="{style}">
        </head>
        <body>
        <main class="paper">
        <header><h1>{Text(Title)}</h1>
        <p dir="auto">{Text(association)}</p></header>
        {Body}
        </main>
        </body>
        </html>
        """;

    private string Title => words[sheet.Tool == PaperTool.Survey ? "paper.survey.title" : "paper.tool." + sheet.Tool];

    private string Body => sheet.Tool switch
    {
        PaperTool.Attendance => Attendance,
        PaperTool.Tally => Tally,
        PaperTool.Measures => Measures,
        PaperTool.Survey => Survey,
        PaperTool.Meeting => Meeting,
        _ => Register,
    };

    /// <summary>« Denrées sauvées du gaspillage (kg) ».</summary>
    private string Counted => indicator.Unit.Length > 0 && indicator.Kind != Kind.Percentage && !indicator.Name.Contains(indicator.Unit, StringComparison.CurrentCultureIgnoreCase) ? $"{indicator.Name} ({indicator.Unit})" : indicator.Name;

    private string Attendance
    {
        get
        {
            const int Lines = 16;
            var named = !indicator.Sensitive && !sheet.Written;
            var columns = sheet.Columns.Select(words.Set).ToList();
            var heads = string.Concat(columns.Select(column => $"<th scope=\"col\" class=\"c\">{Text(column)}</th>"));
            var cells = string.Concat(columns.Select(_ => sheet.Written ? "<td></td>" : "<td class=\"c\"><span class=\"tick\"></span></td>"));
            var whose = named || (columns.Count == 0 && !indicator.Sensitive) ? "<td></td>" : "";
            var rows = string.Concat(Enumerable.Range(1, Lines).Select(number => $"<tr><th scope=\"row\" class=\"c\">{number}</th>{whose}{(whose.Length + cells.Length == 0 ? "<td class=\"c\"><span class=\"tick\"></span></td>" : cells)}</tr>"));
            var who = whose.Length > 0 ? $"<th scope=\"col\">{Say("paper.attendance.name")}</th>" : "";
            var alone = whose.Length + cells.Length == 0 ? $"<th scope=\"col\" class=\"c\">{Say("paper.attendance.present")}</th>" : "";
            var totals = string.Concat(sheet.Written ? [] : columns.Select(column => $"<span>{Text(words.Say("paper.attendance.of-whom", column))} <span class=\"blank short\"></span></span>"));
            return $"""
                {Line("paper.activity", "paper.date", "paper.place")}
                <p class="what"><strong>{Text(Counted)}</strong></p>
                <p>{Say(whose.Length > 0 ? "paper.attendance.rule" : "paper.attendance.no-name")}</p>
                <table class="grid"><caption class="small">{Say("paper.attendance.caption")}</caption><thead><tr><th scope="col" class="c">{Say("paper.number")}</th>{who}{alone}{heads}</tr></thead><tbody>{rows}</tbody></table>
                <div class="total"><p><strong>{Say("paper.carry")}</strong></p>
                <p class="line"><span>{Say("paper.attendance.total")} <span class="blank short"></span></span> {totals}</p>
                <p>{Say("paper.attendance.kept")}</p></div>
                """;
        }
    }

    private string Tally
    {
        get
        {
            const int Boxes = 49;
            var boxes = string.Concat(Enumerable.Repeat("<span><i></i><i></i><i></i><i></i><i></i></span>", Boxes));
            return $"""
                {Line("paper.from", "paper.to", "paper.activity")}
                <h2>{Say("paper.tally.one")}</h2>
                <p class="what">{Say("paper.tally.count")} <strong>{Text(Counted)}</strong></p>
                <div class="tally" aria-hidden="true">{boxes}</div>
                <p>{Say("paper.tally.five")} <strong>{Say("paper.total")} <span class="blank short"></span></strong></p>
                <p class="small">{Say("paper.zero")}</p>
                {Certainty}
                {ContextBox}
                """;
        }
    }

    private string Measures
    {
        get
        {
            const int Lines = 14;
            var unit = Text(indicator.Unit.Length > 0 ? indicator.Unit : words["paper.figure"]);
            var rows = string.Concat(Enumerable.Repeat("<tr><td></td><td></td><td></td><td></td></tr>", Lines));
            return $"""
                {Line("paper.from", "paper.to", "paper.activity")}
                <p class="what">{Say("paper.measures.of")} <strong>{Text(Counted)}</strong></p>
                <table class="grid"><caption class="small">{Say("paper.measures.caption")}</caption><thead><tr><th scope="col">{Say("paper.day")}</th><th scope="col">{unit}</th><th scope="col">{Say("paper.day")}</th><th scope="col">{unit}</th></tr></thead><tbody>{rows}</tbody></table>
                <p><strong>{Say("paper.total")} <span class="blank short"></span> {unit}</strong></p>
                <p class="small">{Say("paper.zero")}</p>
                {Certainty}
                {ContextBox}
                """;
        }
    }

    private string Survey
    {
        get
        {
            var first = sheet.Ask is { } ask ? Text(words.Set(ask)) : indicator.Kind == Kind.Scale ? Text(words.Say("paper.survey.own-scale", indicator.Name)) : $"{Say("paper.survey.own")} <span class=\"blank long\"></span>";
            var answers = indicator.Kind == Kind.Scale
                ? $"<p>{Say("paper.survey.circle")}</p><ol class=\"scale\">{string.Concat(Enumerable.Range(1, 5).Select(level => $"<li><b>{level}</b> {Text(IndicatorCard.LevelWord(words, indicator, level))}</li>"))}</ol><p><span class=\"tick\"></span> {Say("paper.survey.rather-not")}</p>"
                : YesNo;
            var second = indicator.Catalogue == "scl-besoin-alternative" ? "paper.survey.bring" : "paper.survey.without-us";
            return $"""
                <p>{Say("paper.survey.rule")}</p>
                <section class="q"><h2 class="ask">1. {first}</h2>{answers}</section>
                <section class="q"><h2 class="ask">2. {Say(second)}</h2>{YesNo}</section>
                <section class="q"><h2 class="ask">3. {Say("paper.survey.open")}</h2><div class="write"><i></i><i></i><i></i><i></i><i></i></div></section>
                <p>{Say("paper.survey.aloud")}</p>
                <p><strong>{Say("paper.thanks")}</strong></p>
                """;
        }
    }

    private string Meeting
    {
        get
        {
            string[] asked =
            [
                sheet.Ask is { } ask ? words.Set(ask) : indicator.IsFigure ? words.Say("paper.meeting.own-figure", indicator.Name) : words.Say("paper.meeting.own", indicator.Name),
                words["paper.meeting.example"],
                words["paper.meeting.less"],
                words["paper.meeting.unknown"],
            ];
            var questions = string.Concat(asked.Select((question, index) => $"<section class=\"q\"><h2 class=\"ask\">{index + 1}. {Text(question)}</h2><div class=\"write\"><i></i><i></i><i></i></div></section>"));
            return $"""
                {Line("paper.date", "paper.meeting.present", "paper.meeting.writer")}
                <p class="what"><strong>{Text(indicator.Name)}</strong></p>
                <p>{Say("paper.meeting.rule")}</p>
                {questions}
                <div class="total"><p><strong>{Say(indicator.IsFigure ? "paper.meeting.figure" : "paper.meeting.sentence")}</strong></p><div class="write"><i></i><i></i></div>
                <p class="line"><span>{Say("paper.meeting.agreed")}</span> <span><span class="tick"></span> {Say("paper.yes")}</span> <span><span class="tick"></span> {Say("paper.no")}</span></p></div>
                """;
        }
    }

    private string Register
    {
        get
        {
            const int Lines = 12;
            var share = indicator.Kind == Kind.Percentage;
            string[] heads = share ? [words["paper.register.paper"], words["paper.register.part"], words["paper.register.whole"]] : [words["paper.register.paper"], indicator.Unit.Length > 0 ? indicator.Unit : words["paper.figure"]];
            var row = "<tr>" + string.Concat(heads.Select(_ => "<td></td>")) + "</tr>";
            var total = share
                ? $"<strong>{Say("paper.register.part")} <span class=\"blank short\"></span></strong> <strong>{Say("paper.register.whole")} <span class=\"blank short\"></span></strong>"
                : $"<strong>{Say("paper.total")} <span class=\"blank short\"></span> {Text(indicator.Unit)}</strong>";
            var collect = indicator.Catalogue is { } code && ReferenceCatalogue.Instance.Indicator(code)?.Collect(words.Language) is { } how ? $"<p>{Say("paper.register.where")} {Text(words.Set(how))}.</p>" : "";
            return $"""
                {Line("paper.from", "paper.to")}
                <p class="what">{Say("paper.register.look")} <strong>{Text(Counted)}</strong></p>
                {collect}
                <p class="small">{Say(indicator.Sensitive ? "paper.register.no-name" : "paper.register.rule")}</p>
                <table class="grid"><caption class="small">{Say("paper.register.caption")}</caption><thead><tr>{string.Concat(heads.Select(head => $"<th scope=\"col\">{Text(head)}</th>"))}</tr></thead><tbody>{string.Concat(Enumerable.Repeat(row, Lines))}</tbody></table>
                <p class="line">{total}</p>
                {Certainty}
                {ContextBox}
                """;
        }
    }

    private string Certainty =>
        $"""
        <p class="line"><span>{Say("paper.it-is")}</span> {Tick("certainty.counted")} {Tick("certainty.estimated")} {Tick("certainty.byeye")} <span class="grow"><span class="tick"></span> {Say("paper.not-measured")} <span class="blank"></span></span></p>
        """;

    private string ContextBox => $"<div class=\"total\"><p>{Say("paper.context")}</p><div class=\"write\"><i></i></div><p>{Say("paper.give-back")}</p></div>";

    private string YesNo => $"<ul class=\"picks\"><li><span class=\"tick round\"></span> {Say("paper.yes")}</li><li><span class=\"tick round\"></span> {Say("paper.no")}</li><li><span class=\"tick round\"></span> {Say("paper.do-not-know")}</li></ul>";

    private string Line(params string[] keys) => $"<p class=\"line\">{string.Concat(keys.Select(key => $"<span class=\"grow\">{Say(key)} <span class=\"blank\"></span></span> "))}</p>";

    private string Tick(string key) => $"<span><span class=\"tick\"></span> {Say(key)}</span>";

    private string Say(string key) => Text(words[key]);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
