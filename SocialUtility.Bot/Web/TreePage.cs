using System.Net;
using System.Text;
using SocialUtility.Bot.Pictures;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Web;

/// <summary>The tree on a page of its own: the picture, the same as text, files to keep. No script, and it prints well.</summary>
internal static class TreePage
{
    public static IResult Show(HttpContext http, Words words, TreeReading tree, string address, DateOnly until)
    {
        var pages = TreePicture.PaperSvg(tree.Data);
        var pictures = string.Concat(pages.Select(page => $"<div class=\"sheet\">{page}</div>"));
        var files = new StringBuilder();
        for (var page = 1; page <= pages.Count; page++)
        {
            var name = page == 1 ? "arbre" : $"arbre-{page}";
            files.Append(Link($"{address}/{name}.svg", words.Say("picture.tree.file.svg", page))).Append(Link($"{address}/{name}.png", words.Say("picture.tree.file.png", page)));
        }

        files.Append(Link($"{address}/telephone.svg", words["picture.tree.file.phone"])).Append(Link($"{address}/arbre.txt", words["picture.tree.file.text"]));
        return Whole(http, words, tree.Data.Title, StatusCodes.Status200OK, $"""
            <p class="quiet">{Text(tree.Data.Subtitle)}. {Text(words.Say("picture.tree.until", words.Day(until)))}</p>
            <div class="wide">{pictures}</div>
            <div class="narrow">{TreePicture.PhoneSvg(tree.Data)}</div>
            <details><summary>{Text(words["picture.tree.read"])}</summary>
            {Nested(tree.Lines)}
            </details>
            <p class="files">{Text(words["picture.tree.files"])}</p>
            <ul class="files">{files}</ul>
            """);
    }

    public static IResult Over(HttpContext http, Words words) =>
        Whole(http, words, words["picture.tree.over.heading"], StatusCodes.Status410Gone, $"<p>{Text(words["picture.tree.over"])}</p>");

    private static IResult Whole(HttpContext http, Words words, string title, int status, string body)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.CacheControl = "private, no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        var assets = http.RequestServices.GetRequiredService<WebAssets>();
        return Results.Content(
            $"""
            <!doctype html>
            <html lang="{words.Language.Tag()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)}</title>
            <link rel="icon" href="{assets.Address("icon.svg")}" type="image/svg+xml">
            <link rel="stylesheet" href="{assets.Address("tree.css")}">
            </head>
            <body>
            <main>
            <h1>{Text(title)}</h1>
            {body}
            </main>
            </body>
            </html>
            """,
            "text/html; charset=utf-8",
            statusCode: status);
    }

    /// <summary>Lists within lists, as deep as the lines stand.</summary>
    private static string Nested(IReadOnlyList<TreeLine> lines)
    {
        var html = new StringBuilder();
        var level = -1;
        foreach (var line in lines)
        {
            for (; level > line.Level; level--)
            {
                html.Append("</li></ul>");
            }

            html.Append(level == line.Level ? "</li>" : "");
            for (; level < line.Level; level++)
            {
                html.Append(level + 1 < line.Level ? "<ul><li>" : "<ul>");
            }

            html.Append("<li>").Append(Text(line.Text));
        }

        for (; level >= 0; level--)
        {
            html.Append("</li></ul>");
        }

        return html.ToString();
    }

    private static string Link(string address, string text) => $"<li><a href=\"{address}\">{Text(text)}</a></li>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
