using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>
/// The sheet with which one indicator is gathered by hand. No value and nobody is on it; it works without script, and no search
/// engine keeps it.
/// </summary>
internal static class PaperDoor
{
    public static WebApplication MapPapers(this WebApplication app)
    {
        app.MapGet("/papers/{association:maxlength(40)}/{indicator:maxlength(40)}/{signature:maxlength(40)}", ShowAsync);
        return app;
    }

    private static async Task<IResult> ShowAsync(string association, string indicator, string signature, PaperAddress addresses, ITable table, WebAssets assets, HttpContext http)
    {
        if (addresses.Read(association, indicator, signature) is not { } asked)
        {
            return Results.NotFound();
        }

        try
        {
            var partition = Association.Partition(asked.Association);
            if (await table.FindAsync(partition, Association.RowKey, http.RequestAborted) is not { } house
                || await table.FindAsync(partition, Indicator.Prefix + asked.Indicator, http.RequestAborted) is not { } row)
            {
                return Results.NotFound();
            }

            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            headers["X-Robots-Tag"] = "noindex, nofollow";
            headers.CacheControl = "private, no-store";
            var page = new PaperPage(
                Words.In(Languages.Of(http.Request.Query["lang"].ToString())),
                DomainJson.Read(house, DomainJson.Default.Association).Name,
                DomainJson.Read(row, DomainJson.Default.Indicator));
            return Results.Content(page.Html(assets.Address("sheet.css")), "text/html; charset=utf-8");
        }
        catch (StoreUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
