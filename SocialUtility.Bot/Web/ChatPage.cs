using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Web;

/// <summary>The page <c>/</c>: who one is, then the chat. The server writes all of it; the script only opens the conversation.</summary>
internal static class ChatPage
{
    /// <summary>The hash of nothing: Web Chat makes an empty style sheet and fills it by script.</summary>
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    public static async Task<IResult> ShowAsync(HttpContext http, LocalRun local, WebAssets assets, WebPasses passes)
    {
        var words = PageWords.For(http.Request);
        var nonce = RandomNumberGenerator.GetHexString(24, lowercase: true);
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentLanguage = words.Lang;
        http.Response.Headers.Vary = "Accept-Language";
        return Results.Content(Html(words, local.Enabled, await KnownAsync(http, passes), assets, nonce), "text/html; charset=utf-8");
    }

    /// <summary>The name of who came by an invitation in this browser; the page opens without it when the store is away.</summary>
    private static async ValueTask<string?> KnownAsync(HttpContext http, WebPasses passes)
    {
        try
        {
            return (await ReturnDoor.WhoAsync(http, passes))?.Name;
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private static string Html(PageWords words, bool local, string? known, WebAssets assets, string nonce) => $"""
        <!doctype html>
        <html lang="{words.Lang}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
        <meta name="color-scheme" content="light">
        <meta name="theme-color" content="#0B4F82">
        <title>{Text(words.Title)}</title>
        <link rel="icon" href="{assets.Address("icon.svg")}" type="image/svg+xml">
        <link rel="stylesheet" href="{assets.Address("page.css")}">
        </head>
        <body>
        <header class="top">
          <h1><img src="{assets.Address("icon.svg")}" alt="" width="28" height="28">{Text(words.Title)}</h1>
          <p class="who" id="who" hidden><span class="quiet">{Text(words.YouAre)}</span> <strong id="name"></strong></p>
          <button type="button" class="plain" id="change" hidden>{Text(words.Change)}</button>
          <a class="plain" href="?lang={words.Other.Lang}" lang="{words.Other.Lang}" hreflang="{words.Other.Lang}" id="language">{Text(words.OtherLanguage)}</a>
        </header>
        {(assets.HasWebChat ? Door(words, local, known) : Missing(words))}
        {(assets.HasWebChat ? Scripts(words, assets, nonce) : "")}
        </body>
        </html>
        """;

    private static string Door(PageWords words, bool local, string? known) => $"""
        <main class="door" id="door">
          <p class="tagline">{Text(words.Tagline)}</p>
          <p class="note" id="note" role="status" hidden></p>
          {(known is null ? "" : Back(words, known))}
          {(local ? Picker(words) : known is not null ? "" : $"<h2>{Text(words.InvitationTitle)}</h2>\n<p>{Text(words.Invitation)}</p>")}
          <noscript><p class="note">{Text(words.NoScript)}</p></noscript>
        </main>
        <main class="chat" id="chat" aria-label="{Text(words.Conversation)}" hidden></main>
        """;

    /// <summary>Who came by an invitation goes on as the same person.</summary>
    private static string Back(PageWords words, string known) => $"""
        <p class="back"><button type="button" class="first" id="return">{Text(string.Format(CultureInfo.InvariantCulture, words.GoOnAs, known))}</button></p>
          <p><button type="button" class="plain" id="forget">{Text(words.Forget)}</button> <span class="quiet">{Text(words.ForgetHint)}</span></p>
        """;

    private static string Picker(PageWords words) => $"""
        <h2 id="picker">{Text(words.WhoAreYou)}</h2>
          <ul class="personas" aria-labelledby="picker">
          {string.Concat(words.Personas.Select(persona => $"""
            <li><button type="button" data-persona="{persona.Key}" aria-describedby="says-{persona.Key}"><strong>{Text(persona.Name)}</strong></button><span id="says-{persona.Key}">{Text(persona.Says)}</span></li>
            """))}
          </ul>
          <p class="quiet">{Text(words.WhoAreYouHint)}</p>
        """;

    private static string Missing(PageWords words) => $"""
        <main class="door">
          <h2>{Text(words.MissingTitle)}</h2>
          <p>{Text(words.Missing)}</p>
          <pre><code>dotnet build SocialUtility.Bot</code></pre>
          <p>{Text(words.MissingThen)}</p>
        </main>
        """;

    private static string Scripts(PageWords words, WebAssets assets, string nonce) => $"""
        <script type="application/json" id="words" nonce="{nonce}">{JsonSerializer.Serialize(new
        {
            lang = words.Lang,
            locale = words.Locale,
            placeholder = words.Placeholder,
            over = words.Over,
            noEntry = words.NoEntry,
            nonce,
            webChat = assets.Address(WebAssets.WebChat),
            hostConfig = assets.Address("host-config.json"),
        })}</script>
        <script type="module" src="{assets.Address("page.js")}" nonce="{nonce}"></script>
        """;

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
