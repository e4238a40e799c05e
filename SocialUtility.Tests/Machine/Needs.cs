using System.Reflection;

namespace SocialUtility.Tests.Machine;

/// <summary>What a machine may lack: the tests that need it are skipped with a sentence that says how to get it; on CI they fail.</summary>
internal static class Needs
{
    /// <summary>The folder of the npm tools, installed by the build.</summary>
    public static string Tools { get; } =
        typeof(Needs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "TestTools").Value!;

    /// <summary>The program node, once it and the npm tools are there.</summary>
    public static string Node()
    {
        var node = OnPath(OperatingSystem.IsWindows() ? "node.exe" : "node");
        Has(node is not null, "Node.js is not on the PATH: install it (apt-get install -y nodejs npm), then build again.");
        Has(File.Exists(Path.Combine(Tools, "node_modules", ".installed")), "The npm tools of the tests are not installed: build SocialUtility.Tests with npm on the PATH and its registry in reach.");
        return node!;
    }

    /// <summary>The browser: the one named by CHROMIUM, or the first of the usual names.</summary>
    public static string Chromium()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named && File.Exists(named)
            ? named
            : OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");
        Has(chromium is not null, "There is no Chromium: install it (apt-get install -y chromium) or name it in the variable CHROMIUM.");
        return chromium!;
    }

    private static void Has(bool there, string sentence)
    {
        if (!there && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(sentence);
        }

        Assert.SkipUnless(there, sentence);
    }

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
