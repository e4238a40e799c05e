using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using SkiaSharp;
using SocialUtility.Bot.Manifest;
using SocialUtility.Tests.Machine;

namespace SocialUtility.Tests.Manifest;

public sealed class AppPackageTests : IDisposable
{
    private const string BotId = "4b7e7f5e-9a4c-4d0e-8f53-0a2f6d1c9b11";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("social-utility-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Source => Path.Combine(Needs.Tools, "..", "..", "manifest");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_package_holds_what_Teams_asks_for_and_nothing_else()
    {
        using var zip = new ZipArchive(new MemoryStream(await PackageAsync()));

        Assert.Equal(["manifest.json", "en.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task The_bot_and_its_domain_are_filled_in_and_nothing_is_left_to_fill()
    {
        var manifest = await ManifestAsync();

        Assert.Equal(BotId, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal(BotId, (string?)manifest["id"]);
        Assert.Equal("bot.example.org", (string?)manifest["validDomains"]![0]);
        Assert.Equal("https://bot.example.org/privacy", (string?)manifest["developer"]!["privacyUrl"]);
        Assert.DoesNotContain("${", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_package_twice_is_the_same_file() => Assert.Equal(await PackageAsync(), await PackageAsync());

    [Fact]
    public async Task Microsofts_schemas_have_nothing_to_say_against_it()
    {
        await ManifestAsync();
        Assert.Empty(await JudgeAsync());
    }

    [Fact]
    public async Task Microsofts_schemas_do_speak_when_something_is_wrong()
    {
        var manifest = await ManifestAsync();
        manifest["bots"]![0]!["scopes"]!.AsArray().Add("groupchat");
        manifest["description"]!["short"] = new string('a', 81);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "manifest.json"), manifest.ToJsonString(), Cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "en.json"),
            """{ "name.short": "a", "description.short": "b", "description.full": "c", "bots[0].commandLists[0].commands[11].title": "d", "bots[7].x": "e" }""",
            Cancellation);

        var faults = await JudgeAsync();
        Assert.Contains(faults, fault => fault.StartsWith("manifest.json: /bots/0/scopes/3", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("manifest.json: /description/short", StringComparison.Ordinal));
        Assert.Contains("en.json: bots[0].commandLists[0].commands[11].title translates nothing", faults);
        Assert.Contains(faults, fault => fault.StartsWith("en.json:  must NOT have additional properties", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_that_is_read_is_translated_within_the_lengths_Teams_shows()
    {
        var manifest = await ManifestAsync();
        var english = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "en.json"), Cancellation))!.AsObject();
        var commands = manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();

        Assert.InRange(commands.Count, 1, 10);
        Assert.All(Enumerable.Range(0, commands.Count), n =>
        {
            Assert.InRange(((string?)commands[n]!["title"])!.Length, 1, 32);
            Assert.InRange(((string?)english[$"bots[0].commandLists[0].commands[{n}].title"])!.Length, 1, 32);
            Assert.NotNull(english[$"bots[0].commandLists[0].commands[{n}].description"]);
        });
        Assert.Equal("Utilité sociale", (string?)manifest["name"]!["short"]);
        Assert.Equal("Social utility", (string?)english["name.short"]);
        Assert.InRange(((string?)english["name.full"])!.Length, 1, 100);
        Assert.InRange(((string?)english["description.short"])!.Length, 1, 80);
        Assert.InRange(((string?)english["description.full"])!.Length, 1, 4_000);
    }

    [Theory]
    [InlineData("color.png", 192), InlineData("outline.png", 32)]
    public async Task An_icon_has_the_size_Teams_asks_for(string name, int size)
    {
        var png = await File.ReadAllBytesAsync(Path.Combine(Source, name), Cancellation);

        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [Fact]
    public async Task The_outline_is_white_on_nothing_and_the_colour_icon_keeps_its_mark_in_the_middle()
    {
        using var outline = SKBitmap.Decode(await File.ReadAllBytesAsync(Path.Combine(Source, "outline.png"), Cancellation));
        Assert.All(outline.Pixels, pixel => Assert.True(pixel.Alpha == 0 || pixel == SKColors.White.WithAlpha(pixel.Alpha)));
        Assert.Equal(0, outline.GetPixel(0, 0).Alpha);
        Assert.Contains(outline.Pixels, pixel => pixel.Alpha == 255);

        using var colour = SKBitmap.Decode(await File.ReadAllBytesAsync(Path.Combine(Source, "color.png"), Cancellation));
        var marked = Enumerable.Range(0, 192 * 192).Where(n => colour.GetPixel(n % 192, n / 192) != colour.GetPixel(0, 0)).ToList();
        Assert.NotEmpty(marked);
        Assert.All(marked, n => Assert.True(n % 192 is >= 48 and < 144 && n / 192 is >= 48 and < 144));
    }

    [Theory]
    [InlineData("--domain bot.example.org", "--bot-id is"), InlineData("--bot-id x --domain bot.example.org", "--bot-id is")]
    [InlineData($"--bot-id {BotId}", "--domain is"), InlineData($"--bot-id {BotId} --domain", "--domain is")]
    [InlineData($"--bot-id {BotId} --domain https://bot.example.org", "--domain is"), InlineData($"--bot-id {BotId} --domain localhost", "--domain is")]
    [InlineData($"--bot-id {BotId} --domain bot.example.org:3978", "--domain is"), InlineData($"--bot-id {BotId} --domain bot.example.org", "There is no manifest")]
    public async Task What_cannot_be_packaged_is_said_in_a_sentence(string args, string sentence)
    {
        using var errors = new StringWriter();

        Assert.Equal(2, await AppPackage.RunAsync([AppPackage.Command, .. args.Split(' ')], Path.GetPathRoot(folder.FullName)!, TextWriter.Null, errors));
        Assert.StartsWith(sentence, errors.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Packaged from a copy, a folder deep, as somebody within the repository would.</summary>
    private async Task<byte[]> PackageAsync()
    {
        var manifest = folder.CreateSubdirectory("manifest");
        foreach (var file in Directory.GetFiles(Source))
        {
            File.Copy(file, Path.Combine(manifest.FullName, Path.GetFileName(file)), overwrite: true);
        }

        using var output = new StringWriter();
        Assert.Equal(0, await AppPackage.RunAsync(
            [AppPackage.Command, "--bot-id", BotId, "--domain", "Bot.example.org"], folder.CreateSubdirectory("within").FullName, output, TextWriter.Null));
        return await File.ReadAllBytesAsync(output.ToString().Trim(), Cancellation);
    }

    private async Task<JsonNode> ManifestAsync()
    {
        using var zip = new ZipArchive(new MemoryStream(await PackageAsync()));
        await zip.ExtractToDirectoryAsync(folder.FullName, overwriteFiles: true, Cancellation);
        return JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "manifest.json"), Cancellation))!;
    }

    private async Task<string[]> JudgeAsync()
    {
        using var judge = Process.Start(new ProcessStartInfo(Needs.Node())
        {
            ArgumentList = { Path.Combine(Needs.Tools, "judge-manifest.cjs"), folder.FullName },
            RedirectStandardOutput = true,
        })!;
        var said = await judge.StandardOutput.ReadToEndAsync(Cancellation);
        await judge.WaitForExitAsync(Cancellation);
        Assert.Equal(0, judge.ExitCode);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
