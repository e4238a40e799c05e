using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Pictures;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>
/// The pictures of charts and of trees, for clients that show no chart. Who has the address may see the picture and nothing else: the
/// client that fetches it for a card does not say for whom.
/// </summary>
internal static class PictureDoor
{
    /// <summary>As wide as a card, drawn twice as fine.</summary>
    private const int Width = 640;

    private const int Density = 2;

    public static WebApplication MapPictures(this WebApplication app)
    {
        app.MapGet("/pictures/{name:maxlength(120)}/{signature:maxlength(40)}.png", ShowAsync);
        TreeDoor.Map(app);
        return app;
    }

    private static async Task<IResult> ShowAsync(string name, string signature, ChartAddress addresses, ITable table, TimeProvider clock, HttpContext http)
    {
        if (addresses.Read(name, signature) is not { } asked)
        {
            return Results.NotFound();
        }

        try
        {
            if (await Dossier.OpenAsync(table, asked.Association, http.RequestAborted) is not { } file || file.Find(asked.Indicator) is not { } indicator)
            {
                return Results.NotFound();
            }

            var readings = await new Ledger(table, asked.Association).OfYearAsync(asked.Indicator, asked.Year, http.RequestAborted);
            var year = YearOf.Reading(indicator, asked.Year, file.Association.YearStartsIn, readings, file.Association.Today(clock.GetUtcNow()));
            if (ChartData.From([year], asked.Language) is not { } data)
            {
                return Results.NotFound();
            }

            http.Response.Headers.CacheControl = "private, max-age=86400";
            return Results.Bytes(ChartPicture.Png(data, Width, Density), "image/png");
        }
        catch (StoreUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
