using System.Net;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Web;

/// <summary>The two pages that the Teams app names: what is kept of a person, and under what terms the bot is used. No script, no account.</summary>
internal static class PlainPages
{
    public static WebApplication MapPlainPages(this WebApplication app)
    {
        app.MapGet("/privacy", http => ShowAsync(http, "privacy.heading", Privacy));
        app.MapGet("/terms", http => ShowAsync(http, "terms.heading", Terms));
        return app;
    }

    private static Task ShowAsync(HttpContext http, string heading, Func<Words, string> body)
    {
        var asked = http.Request.Query["lang"].ToString() is { Length: > 0 } lang ? lang : http.Request.Headers.AcceptLanguage.ToString();
        var words = Words.In(Languages.Of(asked));
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        http.Response.Headers.Vary = "Accept-Language";
        return Results.Content(Html(http, words, words[heading], body(words)), "text/html; charset=utf-8").ExecuteAsync(http);
    }

    /// <summary>A page of the house around that heading and body, which is HTML already.</summary>
    public static string Html(HttpContext http, Words words, string heading, string body)
    {
        var assets = http.RequestServices.GetRequiredService<WebAssets>();
        return $"""
            <!doctype html>
            <html lang="{words.Language.Tag()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(heading)} · {Text(words["welcome.context"])}</title>
            <link rel="icon" href="{assets.Address("icon.svg")}" type="image/svg+xml">
            <link rel="stylesheet" href="{assets.Address("page.css")}">
            </head>
            <body>
            <header class="top"><h1><img src="{assets.Address("icon.svg")}" alt="" width="28" height="28">{Text(words["welcome.context"])}</h1></header>
            <main class="door">
            <h2>{Text(heading)}</h2>
            {body}
            </main>
            </body>
            </html>
            """;
    }

    private static string Privacy(Words words)
    {
        (string Title, string Text)[] facts =
        [
            (words["privacy.who"], words["privacy.who.none"]),
            (words["privacy.why"], words["privacy.why.text"]),
            (words["privacy.basis"], words["privacy.basis.text"]),
            (words["privacy.what"], words["privacy.what.text"]),
            (words["privacy.seen"], words["privacy.seen.text"]),
            (words["privacy.kept"], words["privacy.kept.text"]),
        ];
        var list = string.Concat(facts.Select(fact => $"<dt><strong>{Text(fact.Title)}</strong></dt><dd>{Text(fact.Text)}</dd>"));
        return $"<dl>{list}</dl><p>{Text(words["privacy.rights.teams"])}</p><p>{Text(words["privacy.contact.none"])}</p>";
    }

    private static string Terms(Words words) => string.Concat(((string[])["terms.owns", "terms.no-decision", "terms.names", "terms.as-is"]).Select(line => $"<p>{Text(words[line])}</p>"));

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
