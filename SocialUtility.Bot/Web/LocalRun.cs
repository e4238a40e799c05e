using System.Net;

namespace SocialUtility.Bot.Web;

/// <summary>
/// Whether the host runs for one person on one machine, without any credentials: then the web chat lets one choose who one is.
/// </summary>
public sealed record LocalRun(bool Enabled)
{
    /// <summary>Where a newcomer finds the bot when nothing is configured.</summary>
    public const string DefaultAddress = "http://localhost:3978";

    /// <summary>The one sentence why the host must not start, or null.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Without bot credentials nobody is asked who they are: in Development and on loopback only, or not at all.</summary>
    public static LocalRun Decide(IConfiguration configuration, IHostEnvironment environment, IEnumerable<string> addresses)
    {
        if (!string.IsNullOrWhiteSpace(configuration["MicrosoftAppId"]))
        {
            return new(Enabled: false);
        }

        if (!environment.IsDevelopment())
        {
            return Refuse($"SocialUtility does not start: without MicrosoftAppId it runs on one's own machine only, in the environment Development (this one is {environment.EnvironmentName}).");
        }

        return addresses.FirstOrDefault(address => !IsLoopback(address)) is { } open
            ? Refuse($"SocialUtility does not start: without MicrosoftAppId it listens on this machine only (for instance {DefaultAddress}), and {open} can be reached from outside.")
            : new(Enabled: true);
    }

    /// <summary>The addresses that the configuration asks for; none where the server may choose.</summary>
    public static IReadOnlyList<string> Addresses(IConfiguration configuration)
    {
        string[] endpoints = [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? endpoint.Key)];
        return endpoints.Length > 0 ? endpoints
            : Parts(configuration[WebHostDefaults.ServerUrlsKey]) is { Length: > 0 } urls ? urls
            : [
                .. Parts(configuration[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}"),
                .. Parts(configuration[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://*:{port}"),
            ];
    }

    private static string[] Parts(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static LocalRun Refuse(string why) => new(Enabled: false) { Refusal = why };

    private static bool IsLoopback(string address)
    {
        // BindingAddress knows the wildcards that Uri does not: http://*:3978, http://+:3978.
        try
        {
            var binding = BindingAddress.Parse(address);
            return !binding.IsUnixPipe && !binding.IsNamedPipe && IsLocalName(binding.Host);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>
    /// A request from this machine, to this machine's own name and not sent by a page from elsewhere:
    /// a foreign page can make a browser speak to loopback, under a name of its own (DNS rebinding) or across origins.
    /// </summary>
    public static bool IsFromHere(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLocalName(request.Host.Host)
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
}
