using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Rest;

namespace SocialUtility.Tests.BotFramework;

public sealed class BotTokenTests : IDisposable
{
    private const string App = "11111111-1111-1111-1111-111111111111";
    private const string Tenant = "22222222-2222-2222-2222-222222222222";
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private readonly FakeEntra entra = new();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("MultiTenant", null, null, "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("", null, null, "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("SingleTenant", Tenant, null, $"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("SingleTenant", Tenant, "https://botframework.azure.us", $"https://login.microsoftonline.us/{Tenant}/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("MultiTenant", null, "https://botframework.azure.us", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("SingleTenant", Tenant, "https://botframework.azure.cn", $"https://login.partner.microsoftonline.cn/{Tenant}/oauth2/v2.0/token", "https://api.botframework.azure.cn/.default")]
    public async Task A_secret_is_shown_to_the_right_place_for_the_right_scope(string type, string? tenant, string? cloud, string address, string scope)
    {
        var door = Door(("MicrosoftAppType", type), ("MicrosoftAppTenantId", tenant), ("ChannelService", cloud));
        var serviceUrl = cloud switch { null => "https://smba.trafficmanager.net/", "https://botframework.azure.us" => "https://smba.infra.gov.teams.microsoft.us/", _ => "https://x.botframework.azure.cn/" };
        var connector = await door.CreateConnectorFactory(new()).CreateAsync(serviceUrl, null, Now);

        Assert.Equal("Bearer token-1", (await HeaderAsync(connector.Credentials!))?.ToString());

        var (url, form) = Assert.Single(entra.Asked);
        Assert.Equal(address, url, ignoreCase: true);
        Assert.Contains("grant_type=client_credentials", form, StringComparison.Ordinal);
        Assert.Contains($"client_id={App}", form, StringComparison.Ordinal);
        Assert.Contains("client_secret=secret", form, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(scope), form, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_certificate_signs_instead_of_a_secret()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow().AddDays(1));
        var factory = new CertificateServiceClientCredentialsFactory(certificate, App, Tenant, entra.Client);

        var header = await HeaderAsync(await factory.CreateCredentialsAsync(App, null, null, true, Now));

        Assert.Equal("token-1", header?.Parameter);
        var (url, form) = Assert.Single(entra.Asked);
        Assert.Contains(Tenant, url, StringComparison.Ordinal);
        Assert.Contains("client_assertion=", form, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_managed_identity_asks_its_machine()
    {
        var factory = new ManagedIdentityServiceClientCredentialsFactory(App, entra.Client);

        var header = await HeaderAsync(await factory.CreateCredentialsAsync(App, "https://api.botframework.com", null, true, Now));

        Assert.StartsWith("token-", header?.Parameter, StringComparison.Ordinal);
        var (url, _) = Assert.Single(entra.Asked);
        Assert.StartsWith("http://169.254.169.254/metadata/identity/oauth2/token?", url, StringComparison.Ordinal);
        Assert.Contains($"client_id={App}", url, StringComparison.Ordinal);
        Assert.Contains("resource=https://api.botframework.com", Uri.UnescapeDataString(url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_token_serves_all_until_five_minutes_before_its_end()
    {
        var credentials = await CredentialsAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => HeaderAsync(credentials)));
        Assert.Single(entra.Asked);

        clock.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("token-1", (await HeaderAsync(credentials))?.Parameter);
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => HeaderAsync(credentials))), h => Assert.Equal("token-2", h?.Parameter));
        Assert.Equal(2, entra.Asked.Length);
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_is_used_to_its_end()
    {
        var credentials = await CredentialsAsync();
        await HeaderAsync(credentials);
        entra.Fails = true;

        clock.Advance(TimeSpan.FromMinutes(57));
        Assert.Equal("token-1", (await HeaderAsync(credentials))?.Parameter);
        clock.Advance(TimeSpan.FromMinutes(4));

        await Assert.ThrowsAnyAsync<Microsoft.Identity.Client.MsalException>(() => HeaderAsync(credentials));
    }

    [Fact]
    public async Task The_same_credentials_serve_all_turns() => Assert.Same(await CredentialsAsync(), await CredentialsAsync());

    [Theory]
    [InlineData("SingleTenant", App, "secret", null)]
    [InlineData("SingleTenant", App, null, Tenant)]
    [InlineData("SingleTenant", null, "secret", Tenant)]
    [InlineData("UserAssignedMSI", App, "secret", Tenant)]
    [InlineData("UserAssignedMSI", App, null, null)]
    [InlineData("UserAssignedMSI", null, null, Tenant)]
    [InlineData("Nonsense", App, "secret", Tenant)]
    public void A_configuration_that_cannot_work_is_said_at_the_start(string type, string? id, string? password, string? tenant) => Assert.Throws<ArgumentException>(() =>
        Door(("MicrosoftAppType", type), ("MicrosoftAppId", id), ("MicrosoftAppPassword", password), ("MicrosoftAppTenantId", tenant)));

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData(App, false)]
    public async Task Without_an_application_nobody_proves_anything(string? id, bool disabled)
    {
        var factory = new ConfigurationServiceClientCredentialFactory(Configuration(("MicrosoftAppId", id)));

        Assert.Equal(disabled, await factory.IsAuthenticationDisabledAsync(Now));
        Assert.Equal(!disabled, await factory.IsValidAppIdAsync(App, Now));
        Assert.False(await factory.IsValidAppIdAsync("other", Now));
        Assert.False(await factory.IsValidAppIdAsync("", Now));
    }

    private static async Task<AuthenticationHeaderValue?> HeaderAsync(ServiceClientCredentials credentials)
    {
        using var request = new HttpRequestMessage();
        await credentials.ProcessHttpRequestAsync(request, Now);
        return request.Headers.Authorization;
    }

    private Task<ServiceClientCredentials> CredentialsAsync() => shared.CreateCredentialsAsync(App, null, null, true, Now);

    private readonly PasswordServiceClientCredentialFactory shared;

    public BotTokenTests() => shared = new(App, "secret", Tenant, entra.Client, clock);

    public void Dispose() => entra.Dispose();

    private ConfigurationBotFrameworkAuthentication Door(params (string Key, string? Value)[] more) => new(Configuration(more), null, null, entra.Client, null, clock);

    private static IConfiguration Configuration(params (string Key, string? Value)[] more)
    {
        var settings = new Dictionary<string, string?> { ["MicrosoftAppId"] = App, ["MicrosoftAppPassword"] = "secret" };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    /// <summary>Gives out tokens for an hour, numbered.</summary>
    private sealed class FakeEntra : HttpMessageHandler
    {
        private readonly ConcurrentQueue<(string Url, string Form)> asked = new();

        public FakeEntra() => Client = new HttpClient(this);

        public HttpClient Client { get; }

        public bool Fails { get; set; }

        public (string Url, string Form)[] Asked => [.. asked];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Enqueue((request.RequestUri!.AbsoluteUri, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
            return Fails
                ? new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = Json("""{"error":"invalid_client"}""") }
                : new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = Json($$"""{"token_type":"Bearer","expires_in":"3600","expires_on":"{{TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds()}}","resource":"x","access_token":"token-{{asked.Count}}"}"""),
                };
        }

        private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
    }
}
