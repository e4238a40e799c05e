using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Pictures;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>
/// An association's tree for who has its address: a page, pictures for a document and for a phone, the text. Nothing else of
/// the association can be reached from there.
/// </summary>
internal static class TreeDoor
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/trees/{name:maxlength(120)}/{signature:maxlength(40)}", (HttpContext http, string name, string signature) => ShowAsync(http, name, signature, null)).RequireRateLimiting(DirectLine.ReadsPolicy);
        app.MapGet("/trees/{name:maxlength(120)}/{signature:maxlength(40)}/{file:maxlength(60)}", (HttpContext http, string name, string signature, string file) => ShowAsync(http, name, signature, file)).RequireRateLimiting(DirectLine.ReadsPolicy);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string name, string signature, string? file)
    {
        var services = http.RequestServices;
        try
        {
            var table = services.GetRequiredService<ITable>();
            await services.GetRequiredService<HouseKey>().ReadAsync(table, http.RequestAborted);
            if (services.GetRequiredService<TreeAddress>().Read(name, signature) is not { } asked)
            {
                return Results.NotFound();
            }

            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var words = Words.In(asked.Language);
            if (asked.Until < now)
            {
                return TreePage.Over(http, words);
            }

            if (await ClosedTree.IsClosedAsync(table, asked.Association, name, http.RequestAborted)
                || await Dossier.OpenAsync(table, asked.Association, http.RequestAborted) is not { } dossier)
            {
                return Results.NotFound();
            }

            var readings = await new Ledger(table, asked.Association).OfYearsAsync(asked.Year - 1, asked.Year, http.RequestAborted);
            var tree = TreeReading.Of(dossier, readings, asked.Year, dossier.Association.Today(now), asked.Language);
            return file is null
                ? TreePage.Show(http, words, tree, $"/trees/{name}/{signature}", dossier.Association.Today(asked.Until))
                : File(http, tree, file);
        }
        catch (StoreUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Only names that we give; a picture that the client has already is not drawn again.</summary>
    private static IResult File(HttpContext http, TreeReading tree, string file)
    {
        var (stem, ending) = file.LastIndexOf('.') is > 0 and var dot ? (file[..dot], file[dot..]) : (file, "");
        var objective = stem.StartsWith("telephone-", StringComparison.Ordinal) ? stem["telephone-".Length..] : null;
        if (stem is not ("arbre" or "telephone") && Page(stem) is null && !tree.Data.Objectives.Any(one => one.Code == objective))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, max-age=300";
        if (stem == "arbre" && ending == ".txt")
        {
            return Results.Text(Text(tree), "text/plain", Encoding.UTF8);
        }

        var pages = Page(stem) is not null ? TreePicture.PaperSvg(tree.Data) : [TreePicture.PhoneSvg(tree.Data, objective)];
        var page = Page(stem) ?? 1;
        if (page > pages.Count || ending is not (".svg" or ".png"))
        {
            return Results.NotFound();
        }

        var svg = Encoding.UTF8.GetBytes(pages[page - 1]);
        var content = Convert.ToHexStringLower(SHA256.HashData(svg).AsSpan(0, 16));
        var mark = new EntityTagHeaderValue($"\"{content}-{ending[1..]}\"");
        if (http.Request.Headers.IfNoneMatch == mark.ToString())
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        // A picture asked for alone is a document of its own: nothing runs in it.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return ending == ".svg"
            ? Results.Bytes(svg, "image/svg+xml; charset=utf-8", entityTag: mark)
            : Results.Bytes(http.RequestServices.GetRequiredService<PaintedPictures>().Of(content, Painted), "image/png", entityTag: mark);

        byte[] Painted() => Page(stem) is not null ? TreePicture.PaperPng(tree.Data, page)! : TreePicture.PhonePng(tree.Data, objective);
    }

    /// <summary>The page of A4 that a name asks for: « arbre », « arbre-2 ».</summary>
    private static int? Page(string stem) =>
        stem == "arbre" ? 1
        : stem.StartsWith("arbre-", StringComparison.Ordinal) && int.TryParse(stem.AsSpan("arbre-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 1 and < 100 ? page
        : null;

    private static string Text(TreeReading tree) => $"{tree.Data.Title}\n{tree.Data.Subtitle}\n\n{TreeText.Indented(tree.Lines)}\n";
}
