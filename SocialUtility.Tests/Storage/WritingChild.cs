using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using SocialUtility.Bot.Storage;

namespace SocialUtility.Tests.Storage;

/// <summary>This same program, started to do nothing but write to a database and say what was acknowledged, until it is killed.</summary>
internal sealed class WritingChild : IDisposable
{
    private const string Switch = "SOCIAL_UTILITY_TESTS_WRITE_TO";

    private readonly Process process;

    private WritingChild(Process process) => this.process = process;

    public static WritingChild Start(string path)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SocialUtility.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        return new(Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true, Environment = { [Switch] = path } })!);
    }

    /// <summary>The number of the next batch that was acknowledged.</summary>
    public async Task<int> NextAsync(CancellationToken cancellation) =>
        int.Parse(await process.StandardOutput.ReadLineAsync(cancellation) ?? throw new InvalidOperationException("The child is gone."), CultureInfo.InvariantCulture);

    /// <summary>Kills it as it stands; the last number that it said since, if any.</summary>
    public async Task<int?> KillAsync(CancellationToken cancellation)
    {
        process.Kill();
        int? last = null;
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            last = int.Parse(line, CultureInfo.InvariantCulture);
        }

        await process.WaitForExitAsync(cancellation);
        return last;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    [ModuleInitializer]
    internal static void WriteIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Switch) is not { } path)
        {
            return;
        }

        var table = new SqliteTable(path);
        for (var n = 0; ; n++)
        {
            SqliteFailureTests.WriteAsync(table, n).AsTask().GetAwaiter().GetResult();
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{n:0000000}\n"));
            Console.Out.Flush();
        }
    }
}
