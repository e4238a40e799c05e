using System.IO.Compression;
using System.Text;

namespace SocialUtility.Bot.Manifest;

/// <summary>The package that is uploaded to Teams: the manifest with the bot's id and domain filled in, its translation and its icons.</summary>
/// <remarks><c>dotnet run --project SocialUtility.Bot -- package-manifest --bot-id 00000000-0000-0000-0000-000000000000 --domain bot.example.org</c></remarks>
public static class AppPackage
{
    public const string Command = "package-manifest";

    private static readonly string[] Files = ["manifest.json", "en.json", "color.png", "outline.png"];

    /// <summary>Writes <c>manifest/build/social-utility.zip</c> of the repository around the current folder; 0 when it is there.</summary>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, Directory.GetCurrentDirectory(), Console.Out, Console.Error);

    internal static async Task<int> RunAsync(string[] args, string folder, TextWriter output, TextWriter errors)
    {
        if (!Guid.TryParseExact(Option("--bot-id"), "D", out var bot) || bot == Guid.Empty)
        {
            return await RefuseAsync("--bot-id is the id of the bot's app registration, like 1c3b… in five groups.");
        }

        if (Option("--domain") is not { } domain || Uri.CheckHostName(domain) != UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal))
        {
            return await RefuseAsync("--domain is the public name of the host, like bot.example.org, without https:// and without a port.");
        }

        if (Around(folder) is not { } manifest)
        {
            return await RefuseAsync("There is no manifest/manifest.json here or above: run the command within the repository.");
        }

        var package = Path.Combine(manifest, "build", "social-utility.zip");
        Directory.CreateDirectory(Path.GetDirectoryName(package)!);
        await using (var file = File.Create(package))
        {
            await WriteAsync(manifest, bot, domain, file);
        }

        await output.WriteLineAsync(package);
        return 0;

        string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

        async Task<int> RefuseAsync(string why)
        {
            await errors.WriteLineAsync(why);
            return 2;
        }
    }

    private static string? Around(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            var manifest = Path.Combine(here.FullName, "manifest");
            if (File.Exists(Path.Combine(manifest, "manifest.json")))
            {
                return manifest;
            }
        }

        return null;
    }

    /// <summary>The same bytes for the same files, bot and domain: a package can be compared with the one that was uploaded.</summary>
    private static async Task WriteAsync(string manifest, Guid bot, string domain, Stream package)
    {
        await using var zip = await ZipArchive.CreateAsync(package, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var name in Files)
        {
            var content = await File.ReadAllBytesAsync(Path.Combine(manifest, name));
            if (name == "manifest.json")
            {
                content = Encoding.UTF8.GetBytes(Filled(Encoding.UTF8.GetString(content), bot, domain));
            }

            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            await using var into = await entry.OpenAsync();
            await into.WriteAsync(content);
        }
    }

    private static string Filled(string template, Guid bot, string domain) => template
        .Replace("${botId}", bot.ToString("D"), StringComparison.Ordinal)
        .Replace("${domain}", domain.ToLowerInvariant(), StringComparison.Ordinal)
        .Replace("${version}", typeof(AppPackage).Assembly.GetName().Version!.ToString(fieldCount: 3), StringComparison.Ordinal);
}
