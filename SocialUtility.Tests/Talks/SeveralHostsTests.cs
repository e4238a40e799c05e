using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Domain.Associations;
using SocialUtility.Tests.Machine;

namespace SocialUtility.Tests.Talks;

/// <summary>A conversation does not depend on the host that heard its beginning.</summary>
public sealed class SeveralHostsTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bot_killed_in_the_middle_of_a_guide_goes_on_at_the_next_question()
    {
        await using var process = await BotProcess.OpenAsync();
        Somebody claire = new(process, "Claire");
        await claire.SayAsync("commencer");
        await claire.PressAsync("J’ai lu");
        await claire.SayAsync("Les Amis du quartier");
        await claire.SayAsync("En 2015, trois voisines ont repris un terrain vide.");
        await claire.SayAsync("je ne sais pas");

        await process.KillAsync();
        await process.StartAsync();
        await claire.SayAsync("Plus personne ne mange seul.");
        Assert.Equal("Quels sont les trois mots qui disent le mieux vos valeurs ?", TranscriptText.Folded(claire.Screen[^1].Card!.Heading));

        // And once more, by the card that stands there.
        await process.KillAsync();
        await process.StartAsync();
        await claire.PressAsync("Répondre", ("reponse", "entraide"));
        await claire.SayAsync("chacun ait sa place");
        await claire.SayAsync("passer");
        Assert.Contains(claire.Screen[^1].Card!.Lines, line => line.Contains("trois voisines", StringComparison.Ordinal));
        Assert.Contains(claire.Screen[^1].Card!.Lines, line => line.Contains("entraide", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_instances_on_one_store_answer_one_conversation_by_turns()
    {
        var table = new Dictionary<string, string?>
        {
            ["Storage:Kind"] = "AzureTables",
            ["Storage:ConnectionString"] = await azurite.ConnectionStringAsync(Cancellation),
            ["Storage:Table"] = $"talks{Guid.NewGuid():n}",
        };
        FakeTimeProvider clock = new(House.Monday);
        await using var first = await TeamsChannel.OpenAsync(clock, settings: table);
        await using var second = await TeamsChannel.OpenAsync(clock, settings: table, connector: first.Connector);
        await using House house = new(new ByTurns(first, second));
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator));
        var claire = house.Somebody("Claire");

        foreach (var said in (string[])["projet", "Un.", "Deux.", "Trois.", "quatre", "cinq", "Six.", "c'est bien ça"])
        {
            await claire.SayAsync(said);
        }

        var statement = (await house.DossierAsync()).Statement;
        Assert.Equal(("Un.", "Deux.", "Trois."), (statement.Origin?.Text, statement.Need?.Text, statement.Dream?.Text));

        // The same message at both at once counts once.
        await claire.SayAsync("objectifs");
        var before = house.Way.Said.All.Count;
        var message = claire.Message("Sortir de chez soi");
        await Task.WhenAll(first.HearAsync(message, Cancellation), second.HearAsync(message, Cancellation));
        Assert.Equal("Cet objectif est pour qui, et où ?", TranscriptText.Folded(Assert.Single(house.Way.Said.All.Skip(before), said => said.Card is not null).Card!.Heading));
    }

    private sealed class ByTurns(TeamsChannel first, TeamsChannel second) : IWayIn
    {
        private int turns;

        public WatchedTable Table => first.Table;

        public FakeTimeProvider Clock => first.Clock;

        public Spoken Said => first.Said;

        public string ServiceUrl => first.ServiceUrl;

        public Task<HttpStatusCode> HearAsync(JsonObject activity, CancellationToken cancellation) =>
            (turns++ % 2 == 0 ? first : second).HearAsync(activity, cancellation);

        public Task RestartAsync() => Task.WhenAll(first.RestartAsync(), second.RestartAsync());

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>The program itself, as it is started from a shell, with its file.</summary>
    private sealed class BotProcess : IWayIn
    {
        private readonly HttpClient http = new();
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("talks-");
        private Process? process;
        private Connector? connector;
        private int port;

        public WatchedTable Table => throw new NotSupportedException("It is another process's.");

        public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

        public Spoken Said => connector!.Said;

        public string ServiceUrl => connector!.Url;

        public static async Task<BotProcess> OpenAsync()
        {
            BotProcess bot = new() { connector = await Connector.OpenAsync() };
            await bot.StartAsync();
            return bot;
        }

        public async Task StartAsync()
        {
            port = FreePort();
            process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "SocialUtility.Bot" + (OperatingSystem.IsWindows() ? ".exe" : "")))
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}", ["Storage__Path"] = Path.Combine(folder.FullName, "rows.db") },
            })!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            while (!await ListensAsync())
            {
                Assert.False(process.HasExited, "The bot did not start.");
            }
        }

        /// <summary>As by kill -9: nothing is put away.</summary>
        public async Task KillAsync()
        {
            process!.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        public async Task RestartAsync()
        {
            await KillAsync();
            await StartAsync();
        }

        public async Task<HttpStatusCode> HearAsync(JsonObject activity, CancellationToken cancellation)
        {
            using var answer = await http.PostAsync(new Uri($"http://127.0.0.1:{port}/api/messages"), new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"), cancellation);
            return answer.StatusCode;
        }

        public async ValueTask DisposeAsync()
        {
            await KillAsync();
            process!.Dispose();
            http.Dispose();
            await connector!.DisposeAsync();
            folder.Delete(recursive: true);
        }

        private async Task<bool> ListensAsync()
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"), Cancellation);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
