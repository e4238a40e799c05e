using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SocialUtility.Tests.Machine;

/// <summary>A card as JSON, and the name it is spoken of by.</summary>
public sealed record NamedCard(string Name, string Json);

/// <summary>A card drawn at a width; what reaches beyond its edge is named.</summary>
public sealed record CardPicture(string Name, byte[] Png, IReadOnlyList<string> TooWide);

/// <summary>What Microsoft's own tools say about cards: the type model of Teams, and the parser and validator of Adaptive Cards.</summary>
public sealed partial class CardJudge(Chromium chromium)
{
    /// <summary>At a time in the browser: few enough to stay well within one message to it.</summary>
    private const int AtOnce = 100;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Properties whose words are free: a type knows nothing of them but that they are text.</summary>
    private static readonly HashSet<string> Free = ["text", "title", "value", "label", "placeholder", "errorMessage", "fallbackText", "altText", "id", "url", "tooltip"];

    /// <summary>Every fault of every card, as “name: what”; empty when all are good. Many cards cost hardly more than one.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(IReadOnlyList<NamedCard> cards, CancellationToken cancellation)
    {
        var node = Needs.Node();
        var typed = TypeFaultsAsync(node, cards, cancellation);
        return [.. await ParseFaultsAsync(cards, cancellation), .. await typed];
    }

    /// <summary>What of a card reaches beyond its edge at that width, as “name at width: what”; no picture is made, which is what costs.</summary>
    public async Task<IReadOnlyList<string>> TooWideAsync(IReadOnlyList<NamedCard> cards, int width, CancellationToken cancellation)
    {
        var page = await PageAsync(width, cancellation);
        await using var closing = page.Context;
        return [.. (await TellAsync(page, "show", cards)).Select(told => $"{told.Name} at {width}: {told.What}")];
    }

    /// <summary>The cards as a client that knows version 1.5 alone draws them, in the light colours of Teams.</summary>
    public async Task<IReadOnlyList<CardPicture>> DrawAsync(IReadOnlyList<NamedCard> cards, int width, CancellationToken cancellation)
    {
        var page = await PageAsync(width, cancellation);
        await using var closing = page.Context;
        var pictures = new List<CardPicture>();
        foreach (var card in cards)
        {
            var tooWide = await TellAsync(page, "show", [card]);
            pictures.Add(new(card.Name, await page.Locator("#card").ScreenshotAsync(), [.. tooWide.Select(told => told.What)]));
        }

        return pictures;
    }

    private async Task<IReadOnlyList<string>> ParseFaultsAsync(IReadOnlyList<NamedCard> cards, CancellationToken cancellation)
    {
        var page = await PageAsync(480, cancellation);
        await using var closing = page.Context;
        return [.. (await TellAsync(page, "faultsOf", cards)).Select(told => $"{told.Name}: {told.What}")];
    }

    /// <summary>What a function of the page tells of each card.</summary>
    private static async Task<IReadOnlyList<(string Name, string What)>> TellAsync(IPage page, string function, IReadOnlyList<NamedCard> cards)
    {
        var all = new List<(string, string)>();
        foreach (var some in cards.Chunk(AtOnce))
        {
            var told = await page.EvaluateAsync<string[][]>($"cards => cards.map(json => {function}(JSON.parse(json), hostConfig))", some.Select(card => card.Json).ToArray());
            all.AddRange(some.Zip(told).SelectMany(each => each.Second.Select(what => (each.First.Name, what))));
        }

        return all;
    }

    private async Task<IPage> PageAsync(int width, CancellationToken cancellation)
    {
        var page = await chromium.PageAsync(width, 600, cancellation);
        await page.SetContentAsync($"""<body><div id="card" style="width:{width}px"></div></body>""");
        await page.AddStyleTagAsync(new() { Path = Tool("card.css") });
        await page.AddScriptTagAsync(new() { Path = Tool("node_modules", "adaptivecards", "dist", "adaptivecards.min.js") });
        await page.AddScriptTagAsync(new() { Path = Tool("judge-card.js") });
        await page.AddScriptTagAsync(new() { Content = $"const hostConfig = {await File.ReadAllTextAsync(Tool("host-config.json"), cancellation)};" });
        return page;
    }

    /// <summary>
    /// Each card becomes a constant of the type of Teams' cards, and the compiler says what does not fit. Cards that differ
    /// in free words alone are one to it: the first of them is asked about.
    /// </summary>
    private static async Task<IReadOnlyList<string>> TypeFaultsAsync(string node, IReadOnlyList<NamedCard> all, CancellationToken cancellation)
    {
        List<NamedCard> cards = [.. all.DistinctBy(card => WithoutWords(JsonNode.Parse(card.Json))!.ToJsonString())];
        var folder = Directory.CreateTempSubdirectory("social-utility-cards-");
        try
        {
            var lines = new List<string[]>();
            foreach (var card in cards)
            {
                var json = JsonSerializer.Serialize(JsonDocument.Parse(card.Json).RootElement, Indented);
                var source = $"import type {{ IAdaptiveCard }} from '@microsoft/teams.cards';\nexport const card: IAdaptiveCard = {json};\n";
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{lines.Count}.ts"), source, cancellation);
                lines.Add(source.Split('\n'));
            }

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "tsconfig.json"), Settings(), cancellation);
            var said = await CompileAsync(node, folder.FullName, cancellation);
            return [.. Fault().Matches(said).Select(fault => Told(Number(fault.Groups["card"]), Number(fault.Groups["line"]), fault.Groups["what"].Value))];

            string Told(int card, int line, string what) => $"{cards[card].Name}: {lines[card][line - 1].Trim()} — {what.Trim()}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> CompileAsync(string node, string folder, CancellationToken cancellation)
    {
        using var tsc = Process.Start(new ProcessStartInfo(node)
        {
            ArgumentList = { Tool("node_modules", "typescript", "lib", "tsc.js"), "--pretty", "false" },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        var said = await tsc.StandardOutput.ReadToEndAsync(cancellation);
        await tsc.WaitForExitAsync(cancellation);
        return tsc.ExitCode == 0 || Fault().IsMatch(said) ? said : throw new InvalidOperationException($"tsc: {said}");
    }

    /// <summary>The card with every free word in it left out; what a type could refuse, all else and every kind of value, stays.</summary>
    private static JsonNode? WithoutWords(JsonNode? node, bool free = false) => node switch
    {
        JsonObject part => new JsonObject(part.Select(inner => KeyValuePair.Create(
            inner.Key,
            WithoutWords(inner.Value, free || Free.Contains(inner.Key) || (inner.Key == "data" && part["type"] is JsonValue type && ((string?)type)!.StartsWith("Action.", StringComparison.Ordinal)))))),
        JsonArray list => new JsonArray([.. list.Select(inner => WithoutWords(inner, free))]),
        JsonValue value when free && value.GetValueKind() == JsonValueKind.String => JsonValue.Create("…"),
        _ => node?.DeepClone(),
    };

    private static string Tool(params ReadOnlySpan<string> path) => Path.Combine([Needs.Tools, .. path]);

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static string Settings() => JsonSerializer.Serialize(new
    {
        compilerOptions = new
        {
            noEmit = true,
            strict = true,
            skipLibCheck = true,
            module = "esnext",
            moduleResolution = "bundler",
            target = "es2022",
            types = Array.Empty<string>(),
            paths = new Dictionary<string, string[]> { ["*"] = [Tool("node_modules", "*")] },
        },
    });

    [GeneratedRegex(@"^(?<card>\d+)\.ts\((?<line>\d+),\d+\): error (?<what>.*(?:\r?\n  .*)*)", RegexOptions.Multiline)]
    private static partial Regex Fault();
}
