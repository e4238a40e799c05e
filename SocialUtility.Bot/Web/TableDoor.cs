using System.Globalization;
using SocialUtility.Bot.Spreadsheets;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>
/// Readings out as a table and back: one page of one person, from an address given in the chat. A table that comes back is first
/// shown as what it would do; nothing is written before that is confirmed.
/// </summary>
internal static class TableDoor
{
    /// <summary>Name of the file's field, and of those of the confirmation.</summary>
    private const string FileField = "tableur";

    /// <summary>Room for the form around the file.</summary>
    private const int MaxBody = Workbook.MaxBytes + (64 * 1024);

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Root = "/tables/{association:maxlength(40)}/{mark:maxlength(20)}/{secret:maxlength(60)}";

    public static WebApplication MapTables(this WebApplication app)
    {
        app.MapGet(Root, (string association, string mark, string secret, HttpContext http, TableDesk desk) => Guarded(http, desk, association, mark, secret, at => Task.FromResult(Start(http, at)))).RequireRateLimiting(DirectLine.ReadsPolicy);
        app.MapGet(Root + "/{year:int:range(1990,2200)}.xlsx", (string association, string mark, string secret, int year, HttpContext http, TableDesk desk) => Guarded(http, desk, association, mark, secret, at => GiveAsync(http, desk, at, year))).RequireRateLimiting(DirectLine.ReadsPolicy);
        app.MapPost(Root, (string association, string mark, string secret, HttpContext http, TableDesk desk, Importing importing) => Guarded(http, desk, association, mark, secret, at => TakeAsync(http, importing, at))).RequireRateLimiting(DirectLine.PostsPolicy).DisableAntiforgery();
        app.MapPost(Root + "/confirm", (string association, string mark, string secret, HttpContext http, TableDesk desk, Importing importing) => Guarded(http, desk, association, mark, secret, at => ConfirmAsync(http, importing, at))).RequireRateLimiting(DirectLine.PostsPolicy).DisableAntiforgery();
        return app;
    }

    private static async Task<IResult> Guarded(HttpContext http, TableDesk desk, string association, string mark, string secret, Func<TableDesk.At, Task<IResult>> answer)
    {
        var words = Words.In(Languages.Of(http.Request.Query["lang"].ToString() is { Length: > 0 } asked ? asked : http.Request.Headers.AcceptLanguage.ToString()));
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        try
        {
            return await desk.OpenAsync(association, mark, secret, words, http.RequestAborted) is { } at
                ? await answer(at)
                : TablePage.Closed(http, words);
        }
        catch (StoreUnavailableException)
        {
            return TablePage.Away(http, words);
        }
    }

    private static IResult Start(HttpContext http, TableDesk.At at, string? slip = null) => TablePage.Start(http, at, slip, slip is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> GiveAsync(HttpContext http, TableDesk desk, TableDesk.At at, int year)
    {
        var file = await desk.WriteAsync(at, year, http.RequestAborted);
        return Results.File(file, Xlsx, string.Create(CultureInfo.InvariantCulture, $"{at.Words["spreadsheet.file"]}-{year}.xlsx"));
    }

    private static async Task<IResult> TakeAsync(HttpContext http, Importing importing, TableDesk.At at)
    {
        var words = at.Words;
        if (!ReturnDoor.IsByOurPage(http.Request))
        {
            return Refusal.NotOurPage;
        }

        var (file, tooLarge) = await FileAsync(http);
        if (file is null)
        {
            return Start(http, at, words[tooLarge ? "spreadsheet.unreadable.TooLarge" : "spreadsheet.no-file"]);
        }

        try
        {
            var (lines, foreign) = ValueSheet.Read(Workbook.Read(file), at.Dossier, at.Person, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), words);
            if (foreign is { } why)
            {
                return Start(http, at, words["spreadsheet.foreign." + why]);
            }

            if (lines.Count == 0)
            {
                return Start(http, at, words["spreadsheet.nothing"]);
            }

            var (import, plan) = await importing.ShowAsync(at.Dossier, at.Person, lines, http.RequestAborted);
            return TablePage.Plan(http, at, import, plan, null);
        }
        catch (UnreadableException unreadable)
        {
            return Start(http, at, words["spreadsheet.unreadable." + unreadable.Why]);
        }
        catch (RowTooLargeException)
        {
            return Start(http, at, words["spreadsheet.unreadable." + Unreadable.TooLarge]);
        }
    }

    private static async Task<IResult> ConfirmAsync(HttpContext http, Importing importing, TableDesk.At at)
    {
        if (!ReturnDoor.IsByOurPage(http.Request))
        {
            return Refusal.NotOurPage;
        }

        if (await FormAsync(http, 1024 * 1024) is not { } form)
        {
            return Start(http, at, at.Words["spreadsheet.over"]);
        }

        var sure = form["sure"].Select(row => int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToList();
        var (outcome, import, plan) = await importing.ConfirmAsync(at.Dossier, at.Person, form["form"].ToString(), sure, form["why"].ToString(), http.RequestAborted);
        return outcome switch
        {
            Confirmed.Written => TablePage.Written(http, at, import!),
            Confirmed.Otherwise => TablePage.Plan(http, at, import!, plan!, at.Words["spreadsheet.otherwise"]),
            Confirmed.WhyMissing => TablePage.Plan(http, at, import!, plan!, at.Words["spreadsheet.why-missing"], sure),
            _ => Start(http, at, at.Words["spreadsheet.over"]),
        };
    }

    private static async ValueTask<(byte[]? File, bool TooLarge)> FileAsync(HttpContext http)
    {
        if (http.Request.ContentLength is null or > MaxBody)
        {
            return (null, true);
        }

        if (await FormAsync(http, MaxBody) is not { } form || form.Files[FileField] is not { Length: > 0 } sent)
        {
            return (null, false);
        }

        using var bytes = new MemoryStream((int)sent.Length);
        await sent.CopyToAsync(bytes, http.RequestAborted);
        return (bytes.ToArray(), false);
    }

    private static async ValueTask<IFormCollection?> FormAsync(HttpContext http, int most)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is not { } length || length > most)
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(new() { ValueCountLimit = Workbook.MaxRows + 10, KeyLengthLimit = 40, ValueLengthLimit = 2000, MultipartBodyLengthLimit = most, BufferBody = false }, http.RequestAborted);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException or BadHttpRequestException)
        {
            return null;
        }
    }
}

/// <summary>Who came to the page, and what they exchange there.</summary>
internal sealed class TableDesk(TableAddress addresses, ITable table)
{
    /// <summary>A person at their page, in their association, who may record.</summary>
    public sealed record At(Dossier Dossier, Person Person, Words Words, DateOnly Today, string Path);

    /// <summary>Null for an address that is none, is over, or whose person may not record any more.</summary>
    public async ValueTask<At?> OpenAsync(string association, string mark, string secret, Words words, CancellationToken cancellation)
    {
        if (!Id<Association>.TryParse(association, out var id)
            || await addresses.WhoAsync(id, mark, secret, cancellation) is not { } person
            || await table.FindAsync(Association.Partition(id), Member.KeyOf(person), cancellation) is not { } row
            || DomainJson.Read(row, DomainJson.Default.Member) is not { Left: null } member || !member.May(Act.RecordValue)
            || await Dossier.OpenAsync(table, id, cancellation) is not { } dossier)
        {
            return null;
        }

        return new(dossier, person, words, dossier.Association.Today(addresses.Now), $"/tables/{association}/{mark}/{secret}");
    }

    public async ValueTask<byte[]> WriteAsync(At at, int year, CancellationToken cancellation)
    {
        var indicators = at.Dossier.Indicators.Where(indicator => indicator.IsInUse).Select(indicator => indicator.Id).ToList();
        return ValueSheet.Write(at.Dossier, await new Ledger(table, at.Dossier.Association.Id).PageAsync(indicators, year, year, cancellation), year, at.Today, at.Words);
    }

    /// <summary>The years that can be taken out: the present one and the two before.</summary>
    public static IEnumerable<int> Years(At at)
    {
        var present = Period.Containing(at.Today, Frequency.Yearly, at.Dossier.Association.YearStartsIn).Year;
        return [present, present - 1, present - 2];
    }
}
