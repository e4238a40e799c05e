using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using SocialUtility.Benchmarks.Servers;
using SocialUtility.Bot.Storage;

namespace SocialUtility.Benchmarks.Load;

/// <summary>
/// Measures what a large association costs: its tree, its coherence, its definition beside a plain turn of the same bot in
/// the same run; then two hundred people who give their opinion at once on one card of one channel.
/// </summary>
internal static class CrowdRun
{
    private const int Together = 4;
    private const int Turns = 60;
    private const int Rounds = 9;
    private const string Place = "19:channel-of-all@thread.tacv2";

    private static readonly (string Name, string Said)[] Looks = [("a plain turn (« langue »)", "langue"), ("the tree", "arbre"), ("coherence", "cohérence"), ("the definition", "définition"), ("the profile", "profil"), ("the criteria", "critères")];

    public static async Task<int> RunAsync()
    {
        var published = await LoadRun.PublishAsync();
        var path = Path.Combine(LoadRun.Folder(), "large.db");
        foreach (var old in Directory.GetFiles(Path.GetDirectoryName(path)!, "large.db*"))
        {
            File.Delete(old);
        }

        using (var table = new SqliteTable(path))
        {
            await LargeAssociation.SeedAsync(table, DateOnly.FromDateTime(DateTime.UtcNow));
        }

        await using var connector = await Listener.OpenAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var bot = ServerProcess.StartBot(published, new Dictionary<string, string> { ["Storage__Path"] = path });
        Teller teller = new(http, bot.Messages, connector.Url);
        await teller.UntilItListensAsync(bot);
        await LookAsync(teller, bot);
        var counted = await VoteAsync(teller, connector);
        bot.Dispose();
        using var kept = new SqliteTable(path);
        var ballots = await LargeAssociation.BallotsAsync(kept);
        Console.WriteLine($"Ballots kept after the bot was killed: {ballots.Count}, of {ballots.Select(ballot => ballot.Person).Distinct().Count()} people.");
        return counted && ballots.Count == LargeAssociation.Members ? 0 : 1;
    }

    private static async Task LookAsync(Teller teller, ServerProcess bot)
    {
        var cpu = Looks.ToDictionary(look => look.Said, _ => new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var (_, said) in Looks)
            {
                var before = bot.Cpu;
                await Parallel.ForAsync(0, Turns, new ParallelOptions { MaxDegreeOfParallelism = Together }, async (turn, _) => await teller.SayAsync(turn % LargeAssociation.Members, said));
                if (round >= 0)
                {
                    cpu[said].Add((bot.Cpu - before).TotalMicroseconds / Turns);
                }
            }
        }

        Console.WriteLine($"| 60 actions, 40 indicators, 12 criteria, 500 voices, {LargeAssociation.Members} members | CPU µs a turn | plain turns |\n|---|---|---|");
        foreach (var (name, said) in Looks)
        {
            var plain = cpu[Looks[0].Said];
            Console.WriteLine($"| {name} | {Middle.Of(cpu[said]).Write()} | {Middle.Of(cpu[said].Zip(plain, (some, one) => some / one)).Write("0.0")} |");
        }
    }

    /// <summary>The coordinator asks in the channel; everybody presses the one card at once, each a second time while the others press.</summary>
    private static async Task<bool> VoteAsync(Teller teller, Listener connector)
    {
        connector.Cards.Clear();
        await teller.SayAsync(0, "avis", Place);
        var card = connector.Cards.Select(text => JsonNode.Parse(text)!).Last(sent => sent.ToJsonString().Contains("vote.cast", StringComparison.Ordinal))["attachments"]![0]!["content"]!;
        var button = card["actions"]!.AsArray().First(action => (string?)action!["data"]?["kind"] == "vote.cast")!["data"]!.AsObject();
        var fields = Inputs(card).ToList();
        var waited = new ConcurrentBag<TimeSpan>();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, LargeAssociation.Members).Select(async person =>
        {
            var sent = button.DeepClone().AsObject();
            foreach (var (id, choices) in fields)
            {
                sent[id] = choices[person % choices.Count];
            }

            for (var press = 0; press < 2; press++)
            {
                var pressed = Stopwatch.GetTimestamp();
                await teller.PressAsync(person, sent, Place);
                waited.Add(Stopwatch.GetElapsedTime(pressed));
            }
        }));
        Played all = new(Stopwatch.GetElapsedTime(began), default, [.. waited]);
        Console.WriteLine($"\n{LargeAssociation.Members} people pressed one card at once, twice each: {all.TurnsASecond:0} turns a second, p50 {all.WaitedMilliseconds(0.5):0} ms, p95 {all.WaitedMilliseconds(0.95):0} ms, p99 {all.WaitedMilliseconds(0.99):0} ms (aim: under 1,000).");
        return all.WaitedMilliseconds(0.99) < 1000;
    }

    private static IEnumerable<(string Id, IReadOnlyList<string> Choices)> Inputs(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Inputs),
        JsonObject part when (string?)part["type"] == "Input.ChoiceSet" => [((string)part["id"]!, [.. part["choices"]!.AsArray().Select(choice => (string)choice!["value"]!)])],
        JsonObject part => ((string[])["body", "items", "columns"]).SelectMany(name => Inputs(part[name])),
        _ => [],
    };

    /// <summary>Posts what people say and press, as the channel does; a turn has ended when the bot answers the post.</summary>
    private sealed class Teller(HttpClient http, Uri bot, string serviceUrl)
    {
        private int activities;

        public Task SayAsync(int person, string text, string? place = null) => PostAsync(person, place, new() { ["text"] = text, ["textFormat"] = "plain" });

        public Task PressAsync(int person, JsonObject value, string place) => PostAsync(person, place, new() { ["value"] = value.DeepClone(), ["replyToId"] = "1776825920001" });

        public async Task UntilItListensAsync(ServerProcess server)
        {
            while (true)
            {
                try
                {
                    await SayAsync(0, "langue");
                    return;
                }
                catch (HttpRequestException notYet) when (notYet.HttpRequestError == HttpRequestError.ConnectionError && !server.HasEnded)
                {
                    await Task.Delay(5);
                }
            }
        }

        private async Task PostAsync(int person, string? place, JsonObject activity)
        {
            activity["type"] = "message";
            activity["id"] = $"{Interlocked.Increment(ref activities)}";
            activity["channelId"] = "msteams";
            activity["serviceUrl"] = serviceUrl;
            activity["locale"] = "fr-FR";
            activity["from"] = new JsonObject { ["id"] = $"29:1person-{person:D5}", ["name"] = $"Personne {person}", ["aadObjectId"] = World.Entra(person) };
            activity["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Utilité sociale" };
            activity["conversation"] = new JsonObject { ["id"] = place ?? $"a:1conversation-{person:D5}", ["conversationType"] = place is null ? "personal" : "channel", ["isGroup"] = place is not null, ["tenantId"] = World.Tenant };
            activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = World.Tenant } };
            using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(bot, content);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Accepted))
            {
                throw new InvalidOperationException($"The bot answered {(int)answer.StatusCode}.");
            }
        }
    }

    /// <summary>Where the bot answers: takes everything, and keeps what carries a card.</summary>
    private sealed class Listener : IAsyncDisposable
    {
        private readonly WebApplication app;

        private Listener(WebApplication app, string url) => (this.app, Url) = (app, url);

        public string Url { get; }

        public ConcurrentQueue<string> Cards { get; } = [];

        public static async Task<Listener> OpenAsync()
        {
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore();
            var app = builder.Build();
            var url = $"http://127.0.0.1:{ServerProcess.FreePort()}";
            app.Urls.Add(url);
            Listener listener = new(app, $"{url}/emea/{World.Tenant}/");
            app.Run(listener.TakeAsync);
            await app.StartAsync();
            return listener;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task TakeAsync(HttpContext request)
        {
            using var reader = new StreamReader(request.Request.Body);
            var text = await reader.ReadToEndAsync();
            if (text.Contains("\"attachments\"", StringComparison.Ordinal))
            {
                Cards.Enqueue(text);
            }

            request.Response.StatusCode = 201;
            await request.Response.WriteAsJsonAsync(new { id = "a:1alone" });
        }
    }
}
