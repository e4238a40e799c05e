using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SocialUtility.Benchmarks.Servers;

/// <summary>One bot in a process of its own, and what that process has cost so far.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private bool ended;

    private ServerProcess(Process process, Uri messages, long startedAt) => (this.process, Messages, StartedAt) = (process, messages, startedAt);

    /// <summary>Where activities are posted.</summary>
    public Uri Messages { get; }

    public long StartedAt { get; }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Without the files of the runtime and of the bot, which all processes share and the system may drop; null where it is not known.</summary>
    public double? OwnMegabytes => OperatingSystem.IsLinux()
        ? File.ReadLines($"/proc/{process.Id}/status")
            .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal) || line.StartsWith("RssShmem:", StringComparison.Ordinal))
            .Sum(line => long.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024 / 1e6)
        : null;

    public bool HasEnded => process.HasExited;

    public double PeakMegabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <summary>This program again, as the floor or the echo.</summary>
    public static ServerProcess Start(string role)
    {
        var url = FreeAddress();
        return Start(Environment.ProcessPath!, AppContext.BaseDirectory, url, [role, url]);
    }

    /// <summary>The bot published into that folder, with nothing set but where it listens and where it stores.</summary>
    public static ServerProcess StartBot(string folder, IReadOnlyDictionary<string, string> settings) =>
        Start(Path.Combine(folder, OperatingSystem.IsWindows() ? "SocialUtility.Bot.exe" : "SocialUtility.Bot"), folder, FreeAddress(), [], settings);

    /// <summary>Publishes the bot as README says, so that what is measured is what is shipped.</summary>
    public static async Task PublishBotAsync(string repository, string folder)
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "-c", "Release", "--nologo", "-v", "q", "-o", folder, "SocialUtility.Bot"]) { WorkingDirectory = repository })!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException("The bot could not be published.");
        }
    }

    /// <summary>Killed without warning: what was acknowledged must be there all the same.</summary>
    public void Dispose()
    {
        if (!ended)
        {
            ended = true;
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FreeAddress() => $"http://127.0.0.1:{FreePort()}";

    private static ServerProcess Start(string program, string folder, string url, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        // Without an application the channel is trusted on this machine alone, which is where it is.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = url;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var startedAt = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        // What it logs is read and forgotten: a full pipe would stop it.
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return new(process, new($"{url}/api/messages"), startedAt);
    }
}
