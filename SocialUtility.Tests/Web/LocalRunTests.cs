using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using SocialUtility.Bot.Web;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Web;

/// <summary>Without credentials the house is open to one person on one machine, and to nobody else.</summary>
public sealed class LocalRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://localhost:3978")]
    [InlineData("http://127.0.0.1:3978")]
    [InlineData("http://127.8.9.10:3978")]
    [InlineData("https://[::1]:3978")]
    [InlineData("http://LOCALHOST:0")]
    public void On_loopback_and_in_development_it_runs_locally(string address)
    {
        var run = Decide(appId: "", "Development", address);

        Assert.Equal((true, null), (run.Enabled, run.Refusal));
    }

    [Theory]
    [InlineData("http://0.0.0.0:3978")]
    [InlineData("http://*:3978")]
    [InlineData("http://+:80")]
    [InlineData("http://[::]:3978")]
    [InlineData("http://192.168.1.12:3978")]
    [InlineData("http://social-utility.example:3978")]
    [InlineData("http://localhost.example:3978")]
    [InlineData("http://unix:/run/bot.sock")]
    [InlineData("nonsense")]
    public void Where_others_could_come_in_it_refuses_and_names_the_address(string address)
    {
        var run = Decide(appId: " ", "Development", "http://localhost:3978", address);

        Assert.False(run.Enabled);
        Assert.Contains(address, run.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Outside_development_it_refuses(string environment) =>
        Assert.Contains(environment, Decide(appId: "", environment, "http://localhost:3978").Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData("Production", "http://*:80")]
    [InlineData("Development", "http://localhost:3978")]
    public void With_credentials_it_runs_anywhere_and_nobody_chooses_who_they_are(string environment, string address)
    {
        var run = Decide("an-app", environment, address);

        Assert.Equal((false, null), (run.Enabled, run.Refusal));
    }

    [Fact]
    public void All_ways_to_configure_an_address_are_looked_at()
    {
        Assert.Equal(["http://a:1", "http://b:2"], Addresses(("urls", "http://a:1; http://b:2")));
        Assert.Equal(["http://*:80", "http://*:81", "https://*:443"], Addresses(("http_ports", "80;81"), ("https_ports", "443")));
        Assert.Equal(["http://*:9"], Addresses(("urls", "http://localhost:1"), ("Kestrel:Endpoints:Open:Url", "http://*:9")));
        Assert.Empty(Addresses());
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "localhost.evil.example:3978")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_from_elsewhere_cannot_enter_in_my_name(string header, string value)
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var http = new HttpClient { BaseAddress = house.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/web/enter") { Content = JsonContent.Create(new { persona = "coordinator" }) };
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, house.Table.Writes);
    }

    [Fact]
    public async Task Nobody_but_the_three_can_be_chosen()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        using var http = new HttpClient { BaseAddress = house.Address };

        using var answer = await http.PostAsJsonAsync("/web/enter", new { persona = "treasurer" }, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task In_production_nobody_chooses_who_they_are_and_the_page_speaks_of_an_invitation()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask, environment: "Production", isLocal: false);
        using var http = new HttpClient { BaseAddress = house.Address };

        using var enter = await http.PostAsJsonAsync("/web/enter", new { persona = "coordinator" }, Cancellation);
        var page = await http.GetStringAsync(house.Address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, enter.StatusCode);
        Assert.Contains("invitation", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-persona", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "http://127.0.0.1:0", "Production")]
    [InlineData("Development", "http://0.0.0.0:0", "0.0.0.0")]
    public async Task A_host_that_must_not_start_says_why_in_one_line_and_ends_with_one(string environment, string url, string expected)
    {
        await using var app = App(environment, url);
        var (code, said) = await RunAsync(app);

        Assert.Equal(1, code);
        Assert.Contains(expected, Assert.Single(said), StringComparison.Ordinal);
        Assert.StartsWith("SocialUtility does not start", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_added_in_code_is_found_out_too()
    {
        await using var app = App("Development", url: null, builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(0)));
        var (code, said) = await RunAsync(app);

        Assert.Equal(1, code);
        Assert.Single(said);
    }

    [Fact]
    public async Task A_second_host_on_the_same_address_says_that_it_is_taken()
    {
        await using var house = await WebHouse.OpenAsync((_, _) => Task.CompletedTask);
        await using var app = App("Development", house.Address.ToString());
        var (code, said) = await RunAsync(app);

        Assert.Equal(1, code);
        Assert.Contains("address already in use", Assert.Single(said), StringComparison.Ordinal);
    }

    private static WebApplication App(string environment, string? url, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment, ApplicationName = "SocialUtility.Tests" });
        builder.WebHost.UseKestrel();
        builder.Services.AddRouting();
        builder.Configuration.AddInMemoryCollection([new("urls", url)]);
        builder.Services.AddSingleton<ITable>(new RowsInMemory());
        builder.Services.AddSingleton<IBot>(_ => throw new InvalidOperationException("no turn here"));
        builder.Services.AddWebDoor(builder.Configuration);
        change?.Invoke(builder);
        return builder.Build().MapWebDoor();
    }

    private static async Task<(int Code, string[] Said)> RunAsync(WebApplication app)
    {
        using var said = new StringWriter();
        var code = await app.RunGuardedAsync(said);
        return (code, said.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private static LocalRun Decide(string appId, string environment, params string[] addresses) =>
        LocalRun.Decide(Configuration(("MicrosoftAppId", appId)), new AnEnvironment { EnvironmentName = environment }, addresses);

    private static IReadOnlyList<string> Addresses(params (string, string)[] settings) => LocalRun.Addresses(Configuration(settings));

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))).Build();

    private sealed class AnEnvironment : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
