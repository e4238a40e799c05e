using System.Net;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>
/// The pages of an invitation. Looking at one changes nothing, so that a preview of the link does not use it up; joining is a
/// form. Whatever is wrong with a link, the answer is the same: nothing says whether it ever existed.
/// </summary>
internal static class InvitationDoor
{
    public const string Policy = "invitations";

    private const int LongestName = 80;

    private const int LongestForm = 8 * 1024;

    public static WebApplication MapInvitations(this WebApplication app)
    {
        app.MapGet("/invitation/{link:maxlength(200)}", ShowAsync).RequireRateLimiting(Policy);
        app.MapPost("/invitation/{link:maxlength(200)}", JoinAsync).RequireRateLimiting(Policy).DisableAntiforgery();
        app.MapGet("/invitation-link/{ticket:maxlength(200)}", OfferAsync).RequireRateLimiting(Policy);
        app.MapPost("/invitation-link/{ticket:maxlength(200)}", MakeAsync).RequireRateLimiting(Policy).DisableAntiforgery();
        return app;
    }

    /// <summary>Twenty a minute from one place: who has a link needs two.</summary>
    public static RateLimitPartition<string> Each(HttpContext http) => RateLimitPartition.GetSlidingWindowLimiter(
        $"invitation {http.Connection.RemoteIpAddress}",
        _ => new() { PermitLimit = 20, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 });

    private static Task<IResult> ShowAsync(string link, HttpContext http, Joining joining, WebPasses passes) => GuardedAsync(http, async words =>
        await joining.LookAsync(link, http.RequestAborted) is { } opened
            ? Ask(http, words, opened, await ReturnDoor.WhoAsync(http, passes), slip: null, named: "")
            : Closed(http, words));

    private static Task<IResult> JoinAsync(string link, HttpContext http, Joining joining, WebPasses passes) => GuardedAsync(http, async words =>
    {
        if (!ReturnDoor.IsByOurPage(http.Request) || await FormAsync(http) is not { } form)
        {
            return Closed(http, words);
        }

        var present = form["meme"].ToString() is "oui" ? await ReturnDoor.WhoAsync(http, passes) : null;
        var name = present?.Name ?? form["nom"].ToString().OnOneLine();
        if (name is not { Length: <= LongestName })
        {
            return await joining.LookAsync(link, http.RequestAborted) is { } opened
                ? Ask(http, words, opened, present, words[name is null ? "join.slip.empty" : "join.slip.long"], name ?? "", StatusCodes.Status422UnprocessableEntity)
                : Closed(http, words);
        }

        Person? known = present is null ? null : new(InvitationSubject.PersonPrefix + present.Person);
        if (await joining.JoinAsync(link, form["essai"].ToString(), name, known, words.Language, http.RequestAborted) is not { } person)
        {
            return Closed(http, words);
        }

        await ReturnDoor.RememberAsync(http, passes, person.Key[InvitationSubject.PersonPrefix.Length..], name);
        return Results.LocalRedirect($"{ReturnDoor.Joined}&lang={words.Language.Tag()}", permanent: false, preserveMethod: false);
    });

    private static Task<IResult> OfferAsync(string ticket, HttpContext http, InvitationAddress addresses, Joining joining) => GuardedAsync(http, async words =>
        await OpenedAsync(ticket, http, addresses, joining) is { } opened
            ? Page(http, words, words["link.heading"], $"""
                <p>{Text(words.Say("link.for", opened.Association.Name, opened.Invitation.For ?? words["invitations.nobody"]))}</p>
                <p>{Text(words["link.once"])}</p>
                <form method="post"><button type="submit" class="first">{Text(words["link.show"])}</button></form>
                """)
            : Closed(http, words));

    private static Task<IResult> MakeAsync(string ticket, HttpContext http, InvitationAddress addresses, Joining joining) => GuardedAsync(http, async words =>
    {
        if (!ReturnDoor.IsByOurPage(http.Request)
            || await OpenedAsync(ticket, http, addresses, joining) is not { } opened
            || await joining.NewSecretAsync(opened, http.RequestAborted) is not { } secret)
        {
            return Closed(http, words);
        }

        var link = addresses.Of(opened.Association.Id, opened.Invitation.Id, secret);
        var letter = $"mailto:?subject={Uri.EscapeDataString(words.Say("link.subject", opened.Association.Name))}&body={Uri.EscapeDataString(words.Say("link.letter", opened.Association.Name, link))}";
        return Page(http, words, words["link.ready"], $"""
            <p><label>{Text(words["link.copy"])}<input type="text" class="wide" readonly value="{Text(link)}"></label></p>
            <p><a class="first" href="{Text(letter)}">{Text(words["link.mail"])}</a></p>
            <p class="quiet">{Text(words.Say("link.until", words.Day(opened.Association.Today(opened.Invitation.Until))))}</p>
            """);
    });

    private static async ValueTask<Joining.Opened?> OpenedAsync(string ticket, HttpContext http, InvitationAddress addresses, Joining joining) =>
        await addresses.ReadPageAsync(ticket, http.RequestAborted) is var (association, invitation) ? await joining.FindAsync(association, invitation, http.RequestAborted) : null;

    /// <summary>Who invites, as what, and one field: how one is called. Somebody this browser knows may go on as they are.</summary>
    private static IResult Ask(HttpContext http, Words words, Joining.Opened opened, WebPass? present, string? slip, string named, int status = StatusCodes.Status200OK)
    {
        var (association, invitation, _) = opened;
        var form = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var key = $"""<input type="hidden" name="essai" value="{form}">""";
        var asTheSame = present is null || invitation.Again is not null ? "" : $"""
            <form method="post">{key}<input type="hidden" name="meme" value="oui"><button type="submit" class="first">{Text(words.Say("join.same", present.Name))}</button></form>
            <p class="quiet">{Text(words["join.or"])}</p>
            """;
        return Page(http, words, words.Say(invitation.Again is null ? "join.heading" : "join.heading.again", association.Name), $"""
            <p>{Text(words.Say("join.as", words["member." + invitation.Role]))}</p>
            <p>{Text(words["join.what"])}</p>
            {(slip is null ? "" : $"<p class=\"note\" role=\"alert\">{Text(slip)}</p>")}
            {asTheSame}
            <form method="post">{key}
            <p><label>{Text(words["join.name"])}<input type="text" class="wide" name="nom" maxlength="{LongestName}" required autocomplete="given-name" value="{Text(named.Length > 0 ? named : invitation.For ?? "")}"></label></p>
            <p class="quiet">{Text(words["join.readers"])} <a href="/privacy?lang={words.Language.Tag()}">{Text(words["button.privacy"])}</a></p>
            <p><button type="submit" class="first">{Text(words["join.button"])}</button></p>
            </form>
            """, status);
    }

    private static IResult Closed(HttpContext http, Words words) => Page(
        http, words, words["join.closed"], $"<p>{Text(words["join.closed.what"])}</p><p><a href=\"/\">{Text(words["join.home"])}</a></p>", StatusCodes.Status404NotFound);

    private static async Task<IResult> GuardedAsync(HttpContext http, Func<Words, Task<IResult>> answer)
    {
        var words = WordsOf(http.Request);
        try
        {
            return await answer(words);
        }
        catch (StoreUnavailableException)
        {
            return Page(http, words, words["join.away"], $"<p>{Text(words["join.away.what"])}</p>", StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>A form of ours is small, whatever the request says of its length.</summary>
    private static async ValueTask<IFormCollection?> FormAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > LongestForm)
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(new() { ValueCountLimit = 10, KeyLengthLimit = 40, ValueLengthLimit = 2000, MultipartBodyLengthLimit = LongestForm }, http.RequestAborted);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static Words WordsOf(HttpRequest request) =>
        Words.In(Languages.Of(request.Query["lang"].ToString() is { Length: > 0 } asked ? asked : request.Headers.AcceptLanguage.ToString()));

    private static IResult Page(HttpContext http, Words words, string heading, string body, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentLanguage = words.Language.Tag();
        http.Response.Headers.Vary = "Accept-Language";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return Results.Content(PlainPages.Html(http, words, heading, body), "text/html; charset=utf-8", statusCode: status);
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
