using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>
/// Who came by an invitation stays the same person in their browser: a signed cookie that no script reads lets them into
/// their conversation again.
/// </summary>
internal static class ReturnDoor
{
    public const string Cookie = "social-utility";

    /// <summary>Where the person has joined just now: the page opens the conversation at once.</summary>
    public const string Joined = "/?entree";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/web/return", ReturnAsync).RequireRateLimiting(DirectLine.PostsPolicy);
        app.MapPost("/web/forget", Forget).RequireRateLimiting(DirectLine.PostsPolicy);
    }

    /// <summary>Who this browser has been; null for nobody, and for a cookie that is forged or over.</summary>
    public static async ValueTask<WebPass?> WhoAsync(HttpContext http, WebPasses passes) =>
        http.Request.Cookies[Cookie] is { Length: > 0 } token ? await passes.ReadAsync(token, WebPassUse.Return, http.RequestAborted) : null;

    public static async ValueTask RememberAsync(HttpContext http, WebPasses passes, string person, string name) =>
        http.Response.Cookies.Append(Cookie, await passes.IssueReturnAsync(person, name, http.RequestAborted), Options(http));

    /// <summary>By a page of ours and not by one from elsewhere. A form's own origin is hidden by our referrer policy; then the browser says by itself where it came from.</summary>
    public static bool IsByOurPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin == "null" || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));

    private static async Task<IResult> ReturnAsync(HttpContext http, WebPasses passes)
    {
        if (!IsByOurPage(http.Request))
        {
            return Refusal.NotOurPage;
        }

        try
        {
            if (await WhoAsync(http, passes) is not { } pass)
            {
                return Refusal.BadToken;
            }

            await RememberAsync(http, passes, pass.Person, pass.Name);
            return Results.Json(new { token = await passes.IssueAsync(pass.Person, pass.Name, http.RequestAborted), person = pass.Person, name = pass.Name });
        }
        catch (StoreUnavailableException)
        {
            return Refusal.StoreAway;
        }
    }

    private static IResult Forget(HttpContext http)
    {
        if (!IsByOurPage(http.Request))
        {
            return Refusal.NotOurPage;
        }

        http.Response.Cookies.Delete(Cookie, Options(http));
        return Results.NoContent();
    }

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = WebPasses.ReturnLife,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    };
}
