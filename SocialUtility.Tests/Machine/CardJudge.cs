using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
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
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Every fault of every card, as “name: what”; empty when all are good. Many cards cost hardly more than one.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(IReadOnlyList<NamedCard> cards, CancellationToken cancellation)
    {
        var node = Needs.Node();
        var typed = TypeFaultsAsync(node, cards, cancellation);
        return [.. await ParseFaultsAsync(cards, cancellation), .. await typed];
    }

    /// <summary>The cards as a client that knows version 1.5 alone draws them, in the light colours of Teams.</summary>
    public async Task<IReadOnlyList<CardPicture>> DrawAsync(IReadOnlyList<NamedCard> cards, int width, CancellationToken cancellation)
    {
        var page = await PageAsync(width, cancellation);
        await using var closing = page.Context;
        var pictures = new List<CardPicture>();
        foreach (var card in cards)
        {
            var tooWide = await page.EvaluateAsync<string[]>("json => show(JSON.parse(json), hostConfig)", card.Json);
            pictures.Add(new(card.Name, await page.Locator("#card").ScreenshotAsync(), tooWide));
        }

        return pictures;
    }

    private async Task<IReadOnlyList<string>> ParseFaultsAsync(IReadOnlyList<NamedCard> cards, CancellationToken cancellation)
    {
        var page = await PageAsync(480, cancellation);
        await using var closing = page.Context;
        var faults = new List<string>();
        foreach (var card in cards)
        {
            var told = await page.EvaluateAsync<string[]>("json => faultsOf(JSON.parse(json), hostConfig)", card.Json);
            faults.AddRange(told.Select(fault => $"{card.Name}: {fault}"));
        }

        return faults;
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

    /// <summary>Each card becomes a constant of the type of Teams' cards, and the compiler says what does not fit.</summary>
    private static async Task<IReadOnlyList<string>> TypeFaultsAsync(string node, IReadOnlyList<NamedCard> cards, CancellationToken cancellation)
    {
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
