using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace SocialUtility.Tests.BotFramework;

public sealed class ChannelTokenTests : IAsyncLifetime
{
    private const string There = "https://smba.trafficmanager.net/emea/t/";
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private FakeIssuer issuer = null!;
    private ConfigurationBotFrameworkAuthentication door = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        issuer = await FakeIssuer.StartAsync();
        door = Door();
    }

    public ValueTask DisposeAsync() => issuer.DisposeAsync();

    [Fact]
    public async Task A_genuine_request_is_let_in()
    {
        var caller = await door.AuthenticateRequestAsync(Activity(), Token(), Now);

        Assert.True(caller.ClaimsIdentity!.IsAuthenticated);
        Assert.Equal(("https://api.botframework.com", "urn:botframework:azure"), (caller.Audience, caller.CallerId));
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha384, true)]
    [InlineData(SecurityAlgorithms.RsaSha512, true)]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256, false)]
    public Task Only_the_channels_algorithms_are_taken(string algorithm, bool letIn) => ExpectAsync(letIn, issuer.Token(clock.GetUtcNow(), There, algorithm: algorithm));

    [Fact]
    public Task A_token_for_another_application_is_refused() => ExpectAsync(false, issuer.Token(clock.GetUtcNow(), There, audience: "other"));

    [Fact]
    public Task A_token_of_another_issuer_is_refused() => ExpectAsync(false, issuer.Token(clock.GetUtcNow(), There, issuer: "https://evil.test"));

    [Theory]
    [InlineData(-4, true)]
    [InlineData(-6, false)]
    public Task A_token_ends_with_five_minutes_of_grace(int minutes, bool letIn) => ExpectAsync(letIn, issuer.Token(clock.GetUtcNow(), There, expiresIn: TimeSpan.FromMinutes(minutes)));

    [Fact]
    public Task A_token_from_the_future_is_refused() => ExpectAsync(false, issuer.Token(clock.GetUtcNow().AddHours(2), There));

    [Fact]
    public Task A_token_without_end_is_refused() => ExpectAsync(false, issuer.Token(clock.GetUtcNow(), There, withExpiry: false));

    [Fact]
    public async Task A_token_whose_signature_is_not_the_channels_is_refused()
    {
        using var foreign = System.Security.Cryptography.RSA.Create(2048);
        await using var other = await FakeIssuer.StartAsync(foreign);

        await ExpectAsync(false, other.Token(clock.GetUtcNow(), There));
    }

    [Fact]
    public async Task A_token_that_was_changed_is_refused_even_when_the_original_is_known()
    {
        var token = Token();
        await ExpectAsync(true, token);
        var parts = token.Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("\"app\"", "\"App\"", StringComparison.Ordinal);

        await ExpectAsync(false, $"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}");
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"k1","typ":"JWT"}""")]
    [InlineData("""{"alg":"none","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS256","kid":"k1","typ":"JWT"}""")]
    public Task A_token_without_the_channels_signature_is_refused(string header)
    {
        var claims = Token().Split('.')[1];
        return ExpectAsync(false, $"Bearer {Base64UrlEncoder.Encode(header)}.{claims}.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer é.é.é")]
    [InlineData("Basic YTpi")]
    public Task What_is_no_token_is_refused(string? header) => ExpectAsync(false, header);

    [Fact]
    public Task A_token_without_scheme_is_refused() => ExpectAsync(false, Token()["Bearer ".Length..]);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/t/", true)]
    [InlineData("https://SMBA.trafficmanager.net/EMEA/t/", true)]
    [InlineData("https://smba.trafficmanager.net/amer/t/", false)]
    [InlineData("https://smba.trafficmanager.net/emea/t", false)]
    [InlineData(null, false)]
    public Task The_service_url_is_the_one_that_was_signed(string? serviceUrl, bool letIn) => ExpectAsync(letIn, Token(), Activity(serviceUrl));

    [Fact]
    public Task A_token_without_service_url_is_refused() => ExpectAsync(false, issuer.Token(clock.GetUtcNow(), There, withServiceUrl: false));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/x/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/", true)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("http://smba.trafficmanager.net/x/", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.test/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("urn:botframework:x", false)]
    public Task Even_a_signed_service_url_must_be_at_a_host_of_the_channel(string serviceUrl, bool letIn) =>
        ExpectAsync(letIn, issuer.Token(clock.GetUtcNow(), serviceUrl), Activity(serviceUrl));

    [Theory]
    [InlineData("msteams", true)]
    [InlineData("webchat", false)]
    [InlineData("", false)]
    public Task The_key_must_be_endorsed_for_the_channel(string channel, bool letIn)
    {
        var activity = Activity();
        activity.ChannelId = channel;
        return ExpectAsync(letIn, Token(), activity);
    }

    [Fact]
    public async Task A_key_without_endorsements_is_good_for_nothing()
    {
        issuer.Endorsements = null;

        await ExpectAsync(false, Token());
    }

    [Theory]
    [InlineData("home", "home", true)]
    [InlineData("HOME", null, true)]
    [InlineData(null, null, true)]
    [InlineData("foreign", "home", false)]
    [InlineData("home", "foreign", false)]
    [InlineData(null, "foreign", false)]
    public async Task A_single_tenant_bot_answers_its_tenant_only(string? conversation, string? channelData, bool letIn)
    {
        door = Door(("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppPassword", "s"), ("MicrosoftAppTenantId", "home"));
        var activity = Activity();
        activity.Conversation = new ConversationAccount(id: "a", tenantId: conversation);
        activity.ChannelData = channelData is null ? null : System.Text.Json.JsonElement.Parse($$$"""{"tenant":{"id":"{{{channelData}}}"}}""");

        await ExpectAsync(letIn, Token(), activity);
    }

    [Fact]
    public async Task The_checks_of_the_activity_hold_for_a_token_that_is_known()
    {
        var token = Token();
        await ExpectAsync(true, token);

        await ExpectAsync(false, token, Activity("https://smba.trafficmanager.net/other/"));
    }

    [Fact]
    public async Task A_known_token_ends_when_it_ends()
    {
        var token = issuer.Token(clock.GetUtcNow(), There, expiresIn: TimeSpan.FromMinutes(-3));
        await ExpectAsync(true, token);

        clock.Advance(TimeSpan.FromMinutes(3));

        await ExpectAsync(false, token);
    }

    [Fact]
    public async Task No_request_is_lost_when_the_channel_changes_its_key_twice_in_a_row()
    {
        await ExpectAsync(true, Token());
        issuer.Rotate();
        await ExpectAsync(true, Token());
        issuer.Rotate();
        await ExpectAsync(true, Token());

        Assert.Equal(3, issuer.Looks);
    }

    [Fact]
    public async Task No_request_is_lost_when_many_come_with_a_new_key_at_once()
    {
        await ExpectAsync(true, Token());
        issuer.Rotate();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ExpectAsync(true, Token())));

        Assert.Equal(2, issuer.Looks);
    }

    [Fact]
    public async Task A_token_of_a_key_that_was_withdrawn_is_forgotten()
    {
        var old = Token();
        await ExpectAsync(true, old);
        issuer.Rotate();
        await ExpectAsync(true, Token());

        await ExpectAsync(false, old);
    }

    [Fact]
    public async Task Foreign_tokens_do_not_keep_us_busy_looking_for_keys()
    {
        await ExpectAsync(true, Token());
        for (var i = 0; i < 30; i++)
        {
            await ExpectAsync(false, issuer.Token(clock.GetUtcNow(), There, kidSaid: $"made up {i}"));
        }

        Assert.InRange(issuer.Looks, 2, 6);
        issuer.Rotate();
        clock.Advance(TimeSpan.FromSeconds(10));
        await ExpectAsync(true, Token());
    }

    [Fact]
    public async Task Good_keys_stay_good_while_the_issuer_does_not_answer()
    {
        await ExpectAsync(true, Token());
        issuer.IsDown = true;
        clock.Advance(TimeSpan.FromHours(25));
        await ExpectAsync(true, Token());
        Assert.Equal(1, issuer.Looks);

        issuer.IsDown = false;
        clock.Advance(TimeSpan.FromMinutes(2));
        await ExpectAsync(true, Token());
        Assert.Equal(2, issuer.Looks);
    }

    [Fact]
    public async Task Before_the_first_keys_nobody_is_let_in_and_then_everybody()
    {
        issuer.IsDown = true;
        await ExpectAsync(false, Token());
        issuer.IsDown = false;

        clock.Advance(TimeSpan.FromMinutes(1));

        await ExpectAsync(true, Token());
    }

    [Fact]
    public async Task Our_token_does_not_go_to_a_stored_address_of_somebody_else()
    {
        var factory = door.CreateConnectorFactory(new ClaimsIdentity());

        await Assert.ThrowsAsync<InvalidOperationException>(() => factory.CreateAsync("https://evil.test/", null, Now));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.Unauthorized)]
    public async Task Over_HTTP_a_request_without_a_good_token_is_unauthorized(bool good, HttpStatusCode status)
    {
        IIdentity? identity = null;
        await using var host = await BotHost.StartAsync(
            (turn, _) => { identity = turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey); return Task.CompletedTask; },
            Settings(),
            clock);

        var (answered, _) = await host.PostAsync($$"""{"type":"message","channelId":"msteams","serviceUrl":"{{There}}"}""", good ? Token() : null);

        Assert.Equal((status, good), (answered, identity is { IsAuthenticated: true }));
    }

    [Theory]
    [InlineData("https://botframework.azure.us", "https://api.botframework.us", "https://smba.infra.gov.teams.microsoft.us/x/")]
    [InlineData("https://botframework.azure.cn", "https://api.botframework.azure.cn", "https://frontend.botframework.azure.cn/x/")]
    public async Task Other_clouds_have_their_own_addresses(string service, string scopeAndIssuer, string serviceUrl)
    {
        door = Door(("ChannelService", service), ("ToBotFromChannelTokenIssuer", null));

        await ExpectAsync(true, issuer.Token(clock.GetUtcNow(), serviceUrl, issuer: scopeAndIssuer), Activity(serviceUrl));
        await ExpectAsync(false, issuer.Token(clock.GetUtcNow(), There, issuer: scopeAndIssuer), Activity(There));
        Assert.Equal(scopeAndIssuer, door.GetOriginatingAudience());
    }

    [Fact]
    public void A_cloud_that_does_not_exist_is_said_at_the_start() => Assert.Throws<ArgumentException>(() => Door(("ChannelService", "https://botframework.azure.xx")));

    [Fact]
    public async Task A_host_may_be_added_by_the_configuration()
    {
        door = Door(("BotServiceUrlHosts:0", "smba.new.example"));

        await ExpectAsync(true, issuer.Token(clock.GetUtcNow(), "https://smba.new.example/"), Activity("https://smba.new.example/"));
    }

    [Fact]
    public async Task An_endorsement_may_be_required_beside_the_channels()
    {
        door = new ConfigurationBotFrameworkAuthentication(Configuration(), null, new AuthenticationConfiguration { RequiredEndorsements = ["special"] }, null, null, clock);
        await ExpectAsync(false, Token());

        issuer.Endorsements = ["msteams", "special"];
        issuer.Rotate();
        await ExpectAsync(true, Token());
    }

    private static Activity Activity(string? serviceUrl = There) => new() { Type = "message", ChannelId = "msteams", ServiceUrl = serviceUrl };

    private string Token() => issuer.Token(clock.GetUtcNow(), There);

    private async Task ExpectAsync(bool letIn, string? token, Activity? activity = null)
    {
        var refused = await Record.ExceptionAsync(() => door.AuthenticateRequestAsync(activity ?? Activity(), token, Now));
        if (letIn)
        {
            Assert.Null(refused);
        }
        else
        {
            Assert.IsType<UnauthorizedAccessException>(refused);
        }
    }

    private ConfigurationBotFrameworkAuthentication Door(params (string Key, string? Value)[] more) => new(Configuration(more), null, null, null, null, clock);

    private IConfiguration Configuration(params (string Key, string? Value)[] more)
    {
        var settings = Settings();
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["MicrosoftAppId"] = "app",
        ["ToBotFromChannelTokenIssuer"] = FakeIssuer.Name,
        ["ToBotFromChannelOpenIdMetadataUrl"] = issuer.MetadataUrl,
    };
}
