using System.Globalization;
using System.Text.Json.Nodes;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>The part of the Direct Line 3.0 protocol that Web Chat speaks, for the one bot of this house.</summary>
internal static class DirectLine
{
    public const string Root = "/v3/directline";

    /// <summary>More than any form of ours sends.</summary>
    public const int MaxBody = 256 * 1024;

    public const string PostsPolicy = "web-posts";

    public const string ReadsPolicy = "web-reads";

    public static void Map(IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup(Root).AddEndpointFilter<WebGate>();
        routes.MapPost("/tokens/refresh", RefreshAsync).RequireRateLimiting(PostsPolicy);
        routes.MapPost("/conversations", StartAsync).RequireRateLimiting(PostsPolicy);
        routes.MapGet("/conversations/{conversation}", ReconnectAsync).RequireRateLimiting(ReadsPolicy);
        routes.MapPost("/conversations/{conversation}/activities", SayAsync).RequireRateLimiting(PostsPolicy);
        routes.MapGet("/conversations/{conversation}/activities", ListenAsync).RequireRateLimiting(ReadsPolicy);
        routes.MapPost("/conversations/{conversation}/upload", () => Refusal.NoUpload).RequireRateLimiting(PostsPolicy);
        routes.MapGet("/conversations/{conversation}/stream", DirectLineStream.OpenAsync).RequireRateLimiting(ReadsPolicy);
        routes.MapGet("/session/getsessionid", (HttpContext http) => Results.Json(new { sessionId = WebGate.PassOf(http).Conversation })).RequireRateLimiting(ReadsPolicy);
    }

    private static async Task<IResult> RefreshAsync(HttpContext http, WebPasses passes)
    {
        var pass = WebGate.PassOf(http);
        return Results.Json(new
        {
            conversationId = pass.Conversation,
            token = await passes.RenewAsync(pass, WebPassUse.Chat, http.RequestAborted),
            expires_in = (int)WebPasses.ChatLife.TotalSeconds,
        });
    }

    private static async Task<IResult> StartAsync(HttpContext http, WebPasses passes, Conversations conversations, WebTurns turns)
    {
        var (sent, refusal) = await ReadAsync(http, mayBeEmpty: true);
        if (sent is null)
        {
            return refusal!;
        }

        var pass = WebGate.PassOf(http);
        using var lease = conversations.Enter(pass.Conversation);
        var isNew = await lease.Conversation.Transcript.GreetAsync(http.RequestAborted);
        if (isNew)
        {
            turns.Welcome(lease.Conversation, pass, HeardActivity.LocaleOf(sent));
        }

        return Results.Json(await OpeningAsync(http, passes, pass, watermark: null), statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ReconnectAsync(HttpContext http, WebPasses passes, string? watermark) =>
        Watermark(watermark, out var from)
            ? Results.Json(await OpeningAsync(http, passes, WebGate.PassOf(http), from))
            : Refusal.Bad("watermark is a number");

    private static async Task<IResult> SayAsync(HttpContext http, string conversation, WebTurns turns)
    {
        var (sent, refusal) = await ReadAsync(http, mayBeEmpty: false);
        if (sent is null)
        {
            return refusal!;
        }

        var (activity, why) = HeardActivity.Read(sent, WebGate.PassOf(http));
        if (activity is null)
        {
            return Refusal.Bad(why);
        }

        if (HeardActivity.Text(activity, "type") is "typing")
        {
            return Results.Json(new { id = "" });
        }

        return await turns.SayAsync(activity, conversation) is { } id ? Results.Json(new { id }) : Refusal.TooMany;
    }

    private static async Task<IResult> ListenAsync(HttpContext http, string conversation, string? watermark, Conversations conversations)
    {
        if (!Watermark(watermark, out var from))
        {
            return Refusal.Bad("watermark is a number");
        }

        using var lease = conversations.Enter(conversation);
        var transcript = lease.Conversation.Transcript;
        var page = from is { } place ? await transcript.SinceAsync(place, http.RequestAborted) : await transcript.RecentAsync(http.RequestAborted);
        return Results.Text(page.ToJson(), "application/json");
    }

    /// <summary>Absent or empty: from the beginning of what is shown.</summary>
    public static bool Watermark(string? sent, out long? from)
    {
        from = null;
        if (string.IsNullOrEmpty(sent))
        {
            return true;
        }

        var isNumber = long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place <= 9_999_999_998;
        from = place;
        return isNumber;
    }

    private static async Task<object> OpeningAsync(HttpContext http, WebPasses passes, WebPass pass, long? watermark)
    {
        var ticket = await passes.RenewAsync(pass, WebPassUse.Stream, http.RequestAborted);
        var scheme = http.Request.IsHttps ? "wss" : "ws";
        var from = watermark is { } place ? string.Create(CultureInfo.InvariantCulture, $"&watermark={place}") : "";
        return new
        {
            conversationId = pass.Conversation,
            token = await passes.RenewAsync(pass, WebPassUse.Chat, http.RequestAborted),
            expires_in = (int)WebPasses.ChatLife.TotalSeconds,
            streamUrl = $"{scheme}://{http.Request.Host}{http.Request.PathBase}{Root}/conversations/{pass.Conversation}/stream?t={ticket}{from}",
        };
    }

    /// <summary>The body as an object, read no further than it may be long.</summary>
    public static async Task<(JsonObject? Sent, IResult? Refusal)> ReadAsync(HttpContext http, bool mayBeEmpty)
    {
        var body = new byte[(int)Math.Clamp(http.Request.ContentLength ?? 8 * 1024, 1024, MaxBody + 1)];
        var length = 0;
        while (await http.Request.Body.ReadAsync(body.AsMemory(length), http.RequestAborted) is > 0 and var read)
        {
            length += read;
            if (length > MaxBody)
            {
                return (null, Refusal.TooLarge);
            }

            if (length == body.Length)
            {
                Array.Resize(ref body, Math.Min(2 * body.Length, MaxBody + 1));
            }
        }

        return (length, mayBeEmpty) is (0, true) ? ([], null)
            : WireJson.Read(body.AsMemory(0, length)) is { } sent ? (sent, null)
            : (null, Refusal.Bad("the body is no JSON object of ours"));
    }
}

/// <summary>How the door says no: a status, a word for programs, a short reason.</summary>
internal static class Refusal
{
    public static IResult Bad(string why) => Say(StatusCodes.Status400BadRequest, "BadArgument", why);

    public static IResult NoToken { get; } = Say(StatusCodes.Status401Unauthorized, "MissingToken", "this door asks for a token");

    /// <summary>403 makes Web Chat say that the time is over; the page then offers to come in again.</summary>
    public static IResult BadToken { get; } = Say(StatusCodes.Status403Forbidden, "TokenExpired", "the token is over or not of this door");

    public static IResult OtherConversation { get; } = Say(StatusCodes.Status403Forbidden, "BadConversation", "the token is for another conversation");

    public static IResult NotLocal { get; } = Say(StatusCodes.Status403Forbidden, "NotLocal", "only from this machine, by its own page");

    public static IResult NotOurPage { get; } = Say(StatusCodes.Status403Forbidden, "NotOurPage", "only by the page of this door");

    public static IResult TooLarge { get; } = Say(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "at most 256 KiB");

    public static IResult TooMany { get; } = Say(StatusCodes.Status429TooManyRequests, "Throttled", "too many at once: wait a little");

    public static IResult NoUpload { get; } = Say(StatusCodes.Status415UnsupportedMediaType, "NoUpload", "this conversation takes words, not files. Ici, on écrit : les fichiers ne sont pas pris.");

    public static IResult StoreAway { get; } = Say(StatusCodes.Status503ServiceUnavailable, "StoreUnavailable", "the store does not answer: try again in a moment");

    private static IResult Say(int status, string code, string message) => Results.Json(new { error = new { code, message } }, WireJson.Options, statusCode: status);
}

/// <summary>Lets in who shows a token for the conversation asked for; a store that does not answer is said, not thrown.</summary>
internal sealed class WebGate : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<Entry>() is not { } entry)
        {
            return Refusal.NoToken;
        }

        if (entry.Pass is not { } pass)
        {
            return Refusal.BadToken;
        }

        if (http.Request.RouteValues["conversation"] is string conversation && conversation != pass.Conversation)
        {
            return Refusal.OtherConversation;
        }

        try
        {
            return await next(context);
        }
        catch (StoreUnavailableException)
        {
            return Refusal.StoreAway;
        }
    }

    /// <summary>Reads the token before the rate limiter, which counts by person.</summary>
    public static async Task ReadAsync(HttpContext http, RequestDelegate next)
    {
        var isStream = http.WebSockets.IsWebSocketRequest;
        var token = isStream ? http.Request.Query["t"].ToString() : Bearer(http.Request.Headers.Authorization.ToString());
        if (token.Length > 0)
        {
            try
            {
                var passes = http.RequestServices.GetRequiredService<WebPasses>();
                http.Features.Set(new Entry(await passes.ReadAsync(token, isStream ? WebPassUse.Stream : WebPassUse.Chat, http.RequestAborted)));
            }
            catch (StoreUnavailableException)
            {
                await Refusal.StoreAway.ExecuteAsync(http);
                return;
            }
        }

        await next(http);
    }

    public static WebPass PassOf(HttpContext http) => http.Features.Get<Entry>()!.Pass!;

    /// <summary>Who is counted: the person, or where they come from as long as they have not said who they are.</summary>
    public static string CountedAs(HttpContext http) => http.Features.Get<Entry>()?.Pass?.Person ?? $"from {http.Connection.RemoteIpAddress}";

    private static string Bearer(string header) => header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : "";

    private sealed record Entry(WebPass? Pass);
}
