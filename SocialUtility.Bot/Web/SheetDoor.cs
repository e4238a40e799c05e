using System.Net;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Web;

/// <summary>
/// The sheet for people without any screen: three slips on A4, to be filled in by hand and typed in later. Nothing of a person is
/// on it; it works without script, and no search engine keeps it.
/// </summary>
internal static class SheetDoor
{
    private const int Slips = 3;

    /// <summary>Whom one can tick, as the grid asks for it: the most usual, then « autre ».</summary>
    private static readonly Stakeholder[] Ticked =
        [Stakeholder.Volunteers, Stakeholder.Participants, Stakeholder.Families, Stakeholder.Neighbours, Stakeholder.YoungPeople, Stakeholder.Others];

    public static WebApplication MapSheets(this WebApplication app)
    {
        app.MapGet("/sheets/{association:maxlength(40)}/{signature:maxlength(40)}", ShowAsync);
        return app;
    }

    private static async Task<IResult> ShowAsync(string association, string signature, SheetAddress addresses, ITable table, WebAssets assets, HttpContext http)
    {
        if (addresses.Read(association, signature) is not { } id)
        {
            return Results.NotFound();
        }

        try
        {
            if (await table.FindAsync(Association.Partition(id), Association.RowKey, http.RequestAborted) is not { } row)
            {
                return Results.NotFound();
            }

            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            headers["X-Robots-Tag"] = "noindex, nofollow";
            headers.CacheControl = "private, no-store";
            var words = Words.In(Languages.Of(http.Request.Query["lang"].ToString()));
            return Results.Content(Page(words, DomainJson.Read(row, DomainJson.Default.Association).Name, assets.Address("sheet.css")), "text/html; charset=utf-8");
        }
        catch (StoreUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static string Page(Words words, string name, string style) =>
        $"""
        <!doctype html>
        <html lang="{words.Language.Tag()}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, nofollow">
        <title>{Text(words["sheet.heading"])} — {Text(name)}</title>
        <link rel="stylesheet" href="{style}">
        </head>
        <body>
        <main>
        <header><h1>{Text(words["sheet.heading"])}</h1>
        <p dir="auto">{Text(name)}</p><p class="line"><span>{Text(words["sheet.paper.where"])}</span> <span class="blank"></span></p></header>
        <p><strong>{Text(words["sheet.paper.write"])}</strong> {Text(words["sheet.paper.read-back"])}</p>
        {string.Concat(Enumerable.Range(1, Slips).Select(number => Slip(words, number)))}
        <p>{Text(words["sheet.paper.free"])}</p>
        </main>
        </body>
        </html>
        """;

    private static string Slip(Words words, int number) =>
        $"""
        <section class="slip" aria-label="{Text(words.Say("sheet.words", number))}">
        <p class="ask">{Text(words["sheet.paper.ask"])}</p>
        <div class="write"><i></i><i></i></div>
        <p class="ask">{Text(words["sheet.paper.ask-less"])}</p>
        <div class="write"><i></i></div>
        <p class="line"><span>{Text(words["sheet.paper.i-am"])}</span> {string.Concat(Ticked.Select(kind => Tick(words["sheet.tick." + kind])))}</p>
        </section>
        """;

    private static string Tick(string whom) => $"""<span><span class="tick"></span> {Text(whom)}</span> """;

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
